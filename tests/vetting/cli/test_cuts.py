"""What was known at a decision: measured in a copy, kept, nothing later in it, and gone on with after a kill."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from vetting.cli.cuts import measure_cuts
from vetting.load.load import load
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

START, END = datetime(2024, 1, 1), datetime(2025, 3, 1)
MARCH, JULY = datetime(2024, 3, 1), datetime(2024, 7, 1)
WANTED = pl.DataFrame({"cut": [MARCH, JULY, JULY], "creator_id": ["c0", "c0", "c1"]})
KEPT = "FROM stored.features_at ORDER BY ALL"
SETTINGS = Settings.read()


def write_world(folder: Path, *, until: datetime = END) -> Path:
    """Eight accounts with a post and a count every few days, observed as it happened, up to `until`."""
    rng = np.random.default_rng(2)
    folder.mkdir()
    day = [START + timedelta(days=3 * number) for number in range(140)]
    rows = pl.DataFrame({"account_id": [f"a{n}" for n in range(8)]}).join(pl.DataFrame({"day": day}), how="cross")
    count = rows.height
    rows = rows.with_columns(followers=pl.Series(20_000 + rng.integers(0, 900, count)))
    names = {"platform": pl.lit("instagram"), "creator_id": pl.col("account_id").str.replace("a", "c")}
    tables = {
        "creators": pl.DataFrame({"creator_id": ["c0", "c1"], "name": ["Ada Aye", "Bo Bee"]}),
        "accounts": rows.filter(pl.col("day") == START).select("account_id", "followers", observed_at="day", **names),
        "follower_snapshots": rows.select("account_id", "followers", observed_at="day"),
        "posts": rows.select(
            "account_id",
            post_id=pl.col("account_id") + pl.col("day").cast(pl.String),
            posted_at="day",
            likes=pl.Series(rng.integers(400, 900, count)),
            views=pl.Series(rng.integers(4000, 9000, count)),
            comments=pl.Series(rng.integers(4, 40, count)),
            observed_at=pl.col("day").dt.offset_by("1d"),
        ),
    }
    for name, table in tables.items():
        seen = table.filter(pl.col("observed_at") <= until) if "observed_at" in table.columns else table
        seen.write_parquet(folder / f"{name}.parquet")
    pl.DataFrame(
        {"creator_id": ["c0", "c0", "c1"], "decided_at": [MARCH, JULY, JULY], "incident": [True, False, False]}
    ).write_parquet(folder / "outcomes.parquet")
    return folder


def filled(path: Path, folder: Path) -> Warehouse:
    """A warehouse of a folder, as of its end."""
    house = Warehouse(path)
    load(house, folder, source="folder", loaded_at=END)
    house.set(as_of=END)
    return house


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole of it."""
    return write_world(tmp_path_factory.mktemp("cuts") / "world")


class KilledError(Exception):
    """Stands for a kill."""


def kill(_: str) -> None:
    raise KilledError


def seen_at(house: Warehouse, cut: datetime) -> object:
    house.set(as_of=cut)
    return house.execute(house.tree.query("training_seen").sql)


def test_cuts_hold_what_was_known_then_are_gone_on_with_after_a_kill_and_disturb_nothing(
    world: Path, tmp_path: Path
) -> None:
    path, said = tmp_path / "w.duckdb", list[str]()
    with filled(path, world) as house, pytest.raises(KilledError):
        measure_cuts(house, WANTED, SETTINGS, kill)
    with Warehouse(path) as house:
        house.set(as_of=END)
        assert house.execute("SELECT DISTINCT cut FROM stored.creators_at") == [(MARCH,)]
        assert measure_cuts(house, WANTED, SETTINGS, said.append) == 1
        assert measure_cuts(house, WANTED, SETTINGS, kill) == 0
        assert [line[:10] for line in said] == ["2024-07-01"]
        kept = house.execute(KEPT)
        assert {(row[0], row[1]) for row in kept} == {(MARCH, "c0"), (MARCH, "c1"), (JULY, "c0"), (JULY, "c1")}
        assert house.execute("SELECT DISTINCT platform FROM stored.creators_at") == [("instagram",)]
        assert house.as_of == END
        assert house.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'facts'") == []
        assert house.execute("SELECT count(*) FROM stored.readings") == [(0,)]
        assert not list(house.scratch.iterdir())

    with filled(tmp_path / "early.duckdb", write_world(tmp_path / "early", until=MARCH)) as then:
        measure_cuts(then, WANTED.filter(pl.col("cut") == MARCH), SETTINGS, said.append)
        assert then.execute(KEPT) == [row for row in kept if row[0] == MARCH]  # nothing later was in it


def test_only_what_was_seen_by_a_cut_makes_it_stale(world: Path, tmp_path: Path) -> None:
    with filled(tmp_path / "w.duckdb", world) as house, filled(tmp_path / "e.duckdb", tmp_early(tmp_path)) as early:
        assert seen_at(house, MARCH) == seen_at(early, MARCH)
        assert seen_at(house, JULY) != seen_at(early, JULY)
        before = seen_at(house, MARCH)
        house.execute("INSERT INTO stored.creators (creator_id, row_hash, load_id) VALUES ('a newcomer', 7, 1)")
        house.execute("UPDATE stored.outcomes SET incident = NOT incident, row_hash = row_hash + 1")
        assert seen_at(house, MARCH) == before
        house.execute("UPDATE stored.posts SET row_hash = row_hash + 1 WHERE posted_at = $day", {"day": START})
        assert seen_at(house, MARCH) != before


def tmp_early(folder: Path) -> Path:
    return write_world(folder / "early", until=MARCH)
