"""Measuring again after few accounts changed gives what measuring everything gives."""

from __future__ import annotations

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


@pytest.fixture
def house(world: Path) -> Iterator[Warehouse]:
    """A warehouse in which the first part of the world was measured."""
    with Warehouse() as opened:
        load(opened, world / "first", source="made up", loaded_at=AS_OF)
        opened.set(as_of=AS_OF)
        Settings.read().apply(opened)
        measure(opened)
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


def some_account(house: Warehouse) -> str:
    rows = house.execute("SELECT account_id FROM stored.posts GROUP BY 1 HAVING count(*) > 20 ORDER BY 1 LIMIT 1")
    return str(rows[0][0])


def test_late_files(house: Warehouse, world: Path) -> None:
    before = house.execute(READINGS)
    load(house, world / "late", source="made up", loaded_at=AS_OF)
    same_as_full(house, f"{FEW} accounts changed")
    assert house.execute(READINGS) != before


def test_a_second_run_over_the_same_rows_does_nothing(house: Warehouse, world: Path) -> None:
    load(house, world / "first", source="made up", loaded_at=AS_OF)  # a load of rows that stand there already
    same_as_full(house, "0 accounts changed")


def corrected(house: Warehouse, world: Path, tmp_path: Path, change: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
    rows = pl.read_parquet(world / "first" / "posts.parquet")
    mine = rows.filter(pl.col("account_id") == some_account(house)).head(9)
    change(mine).write_parquet(tmp_path / "posts.parquet")
    load(house, tmp_path, source="correction", loaded_at=AS_OF)


def test_a_correction(house: Warehouse, world: Path, tmp_path: Path) -> None:
    corrected(house, world, tmp_path, lambda rows: rows.with_columns(likes=pl.col("likes").fill_null(0) + 100_000))
    same_as_full(house, "1 accounts changed")


def test_posts_that_turn_out_to_be_another_accounts_change_both(house: Warehouse, world: Path, tmp_path: Path) -> None:
    other = house.execute("SELECT max(account_id) FROM stored.posts")[0][0]
    corrected(house, world, tmp_path, lambda rows: rows.with_columns(account_id=pl.lit(other)))
    same_as_full(house, "2 accounts changed")


def test_deleted_rows_that_were_told(house: Warehouse) -> None:
    gone = some_account(house)
    house.execute("DELETE FROM stored.posts WHERE account_id = ?", [gone])
    house.execute("INSERT INTO ops.touched VALUES (?)", [gone])
    same_as_full(house, "1 accounts changed")


def test_an_account_that_was_forgotten_leaves_nothing(house: Warehouse) -> None:
    gone = some_account(house)
    for table in ("accounts", "posts", "follower_snapshots", "follower_samples"):
        house.execute(f"DELETE FROM stored.{table} WHERE account_id = ?", [gone])
    house.execute("INSERT INTO ops.touched VALUES (?)", [gone])
    same_as_full(house, "1 accounts changed")
    assert not house.execute("SELECT 1 FROM stored.readings WHERE account_id = ?", [gone])


def test_deleted_rows_that_nobody_told_are_noticed(house: Warehouse) -> None:
    house.execute("DELETE FROM stored.posts WHERE account_id = ?", [some_account(house)])
    same_as_full(house, "facts")


def test_another_time_measures_everything(house: Warehouse) -> None:
    house.set(as_of=datetime(2026, 5, 1))
    same_as_full(house, "facts")


def test_another_setting_measures_everything(house: Warehouse) -> None:
    house.set(window_days=100)
    same_as_full(house, "facts")
    house.execute("UPDATE config.tiers SET below = below + 1")
    same_as_full(house, "facts")


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
