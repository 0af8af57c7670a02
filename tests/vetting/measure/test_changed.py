"""Measuring again after few accounts changed gives what measuring everything gives."""

from __future__ import annotations

import shutil
from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.load.load import load
from vetting.measure import measure as room
from vetting.measure.measure import measure
from vetting.settings import Settings
from vetting.simulate.world import simulate
from warehouse import Builder, Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

AS_OF = datetime(2026, 6, 30)
READINGS = "SELECT * FROM stored.readings ORDER BY account_id, signal"
FEW = 4
WITH_POSTS = "SELECT account_id FROM stored.posts GROUP BY ALL HAVING count(*) > 20 ORDER BY ALL"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up world: first/ lacks the late halves of a few accounts, which are in late/."""
    folder = tmp_path_factory.mktemp("changed")
    simulate(folder / "world", creators=24, seed=4)
    every = pl.read_parquet(folder / "world" / "accounts.parquet")["account_id"].unique().sort()
    late = every.gather_every(len(every) // FEW).head(FEW).to_list()
    posts = pl.read_parquet(folder / "world" / "posts.parquet")
    held = posts.filter(pl.col("account_id").is_in(late), pl.int_range(pl.len()) % 2 == 0)
    for name in ("first", "late"):
        (folder / name).mkdir()
    for path in (folder / "world").glob("*.parquet"):
        table = pl.read_parquet(path)
        mine, about = pl.lit(value=False), pl.int_range(pl.len()) % 2 == 0
        if path.stem in ("posts", "follower_snapshots", "follower_samples"):
            mine = pl.col("account_id").is_in(late) & about
        elif path.stem == "comments":
            mine = pl.col("post_id").is_in(held["post_id"].unique().implode()) & about
        table.filter(~mine).write_parquet(folder / "first" / path.name)
        if table.filter(mine).height:
            table.filter(mine).write_parquet(folder / "late" / path.name)
    return folder


@pytest.fixture(scope="module")
def first(world: Path) -> Path:
    """A warehouse in which the first part of the world was measured, once for all tests."""
    path = world / "first.duckdb"
    with Warehouse(path) as opened:
        load(opened, world / "first", source="made up", loaded_at=AS_OF)
        opened.set(as_of=AS_OF)
        Settings.read().apply(opened)
        measure(opened)
    return path


@pytest.fixture
def house(first: Path, tmp_path: Path) -> Iterator[Warehouse]:
    """A copy of it."""
    copy = tmp_path / "copy.duckdb"
    shutil.copy(first, copy)
    with Warehouse(copy) as opened:
        opened.set(as_of=AS_OF)
        Settings.read().apply(opened)
        yield opened


def measured(house: Warehouse, *, full: bool = False) -> tuple[dict[str, object], str]:
    """Everything that a run leaves, and the first thing it said."""
    said: list[str] = []
    measure(house, full=full, progress=said.append)
    tables = house.execute(
        "SELECT schema_name || '.' || table_name FROM duckdb_tables() "
        "WHERE schema_name IN ('facts', 'signals') AND NOT temporary ORDER BY ALL"
    )
    left: dict[str, object] = {name: house.execute(f"SELECT {rounded(house, name)} ORDER BY ALL") for (name,) in tables}
    return left | {"readings": house.execute(READINGS)}, said[0]


def rounded(house: Warehouse, table: str) -> str:
    """A table's columns, sums to six figures: they differ in the last bits by the order in which rows come."""
    described = house.execute(f"DESCRIBE {table}")
    columns = [f'six_figures("{row[0]}") AS "{row[0]}"' if row[1] == "DOUBLE" else f'"{row[0]}"' for row in described]
    return f"{', '.join(columns)} FROM {table}"


def same_as_full(house: Warehouse, said: str) -> None:
    part, first = measured(house)
    assert first == said
    full, _ = measured(house, full=True)
    assert part.keys() == full.keys()
    for name, rows in full.items():
        assert part[name] == rows, name


def test_late_files(house: Warehouse, world: Path) -> None:
    before = house.execute(READINGS)
    load(house, world / "late", source="made up", loaded_at=AS_OF)
    same_as_full(house, f"{FEW} accounts changed")
    assert house.execute(READINGS) != before


def test_a_second_run_over_the_same_rows_does_nothing(house: Warehouse, world: Path) -> None:
    before = house.execute(READINGS)
    load(house, world / "first", source="made up", loaded_at=AS_OF)  # a load of rows that stand there already
    said: list[str] = []
    measure(house, progress=said.append)
    assert said == ["0 accounts changed"]
    assert house.execute(READINGS) == before


def test_corrected_counts_and_posts_that_turn_out_to_be_another_accounts(
    house: Warehouse, world: Path, tmp_path: Path
) -> None:
    wrong, moved, *_, owner = [row[0] for row in house.execute(WITH_POSTS)]
    rows = pl.read_parquet(world / "first" / "posts.parquet")
    raised = rows.filter(pl.col("account_id") == wrong).head(9).with_columns(likes=pl.lit(100_000, pl.Int64))
    other = rows.filter(pl.col("account_id") == moved).head(9).with_columns(account_id=pl.lit(owner))
    (tmp_path / "late").mkdir()
    pl.concat([raised, other], how="vertical_relaxed").write_parquet(tmp_path / "late" / "posts.parquet")
    load(house, tmp_path / "late", source="correction", loaded_at=AS_OF)
    same_as_full(house, "3 accounts changed")


def test_deleted_posts_and_an_account_that_was_forgotten_leave_nothing(house: Warehouse) -> None:
    fewer, gone, *_ = [row[0] for row in house.execute(WITH_POSTS)]
    for table in ("accounts", "posts", "follower_snapshots", "follower_samples"):
        house.execute(f"DELETE FROM stored.{table} WHERE account_id = ?", [gone])
    house.execute("DELETE FROM stored.posts WHERE account_id = ?", [fewer])
    house.execute("INSERT INTO ops.touched VALUES (?), (?)", [gone, fewer])
    same_as_full(house, "2 accounts changed")
    assert not house.execute("SELECT 1 FROM stored.readings WHERE account_id = ?", [gone])


@pytest.mark.parametrize(
    "change",
    [
        lambda house: house.execute("DELETE FROM stored.posts WHERE hash(post_id) % 50 = 0"),  # nobody told
        lambda house: house.set(as_of=datetime(2026, 5, 1)),
        lambda house: house.set(window_days=100),
        lambda house: house.execute("UPDATE config.tiers SET below = below + 1"),
    ],
    ids=["rows gone", "another time", "another setting", "another cohort"],
)
def test_whatever_is_in_doubt_is_measured_anew(
    change: Callable[[Warehouse], object], house: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole: list[bool] = []
    monkeypatch.setattr(room._Run, "whole", lambda _: whole.append(True))  # noqa: SLF001 - what is asked is whether
    change(house)
    measure(house)
    assert whole


@pytest.mark.parametrize("said", [f"{FEW} accounts changed", "facts"])
def test_after_a_run_that_was_killed_all_of_it_is_done(
    said: str, house: Warehouse, world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(house, world / "late", source="made up", loaded_at=AS_OF)
    with monkeypatch.context() as broken:
        broken.setattr(room, "place", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            measure(house, full=said == "facts")
    same_as_full(house, said)


def test_a_part_that_fails_is_measured_whole(house: Warehouse, world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(house, world / "late", source="made up", loaded_at=AS_OF)
    before = Builder.exchange

    def failing(self: Builder, table: str, part: str) -> None:
        if table.startswith("signals.over"):
            self.warehouse.execute("SELECT error('no')")
        before(self, table, part)

    monkeypatch.setattr(Builder, "exchange", failing)
    said: list[str] = []
    measure(house, progress=said.append)
    assert said.count("facts") == 2
