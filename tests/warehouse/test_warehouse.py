"""The handle: transactions, writes that can be repeated, and files that say what they are."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl
import pytest

from warehouse import LATEST, RefusalError, Source, Tree, Warehouse

if TYPE_CHECKING:
    from pathlib import Path

JUNE, JULY = datetime(2026, 6, 1), datetime(2026, 7, 1)


def scores(*creators: str, score: float = 1.0) -> pl.DataFrame:
    return pl.DataFrame(
        {"creator_id": list(creators), "outcome": "measured", "score": score, "model": "m"},
        schema_overrides={"creator_id": pl.String},
    )


def stored(house: Warehouse) -> list[tuple[object, ...]]:
    return house.execute("SELECT as_of, creator_id, score FROM stored.scores ORDER BY ALL")


def write_both(house: Warehouse, *frames: pl.DataFrame) -> None:
    for frame in frames:
        house.write("stored.scores", frame, key=("creator_id",))


def test_a_write_replaces_what_was_stored_under_its_as_of_and_nothing_else() -> None:
    with Warehouse() as house:
        house.set(as_of=JUNE)
        house.write("stored.scores", scores("a", "b"), key=("creator_id",))
        house.set(as_of=JULY)
        for _ in range(2):
            house.write("stored.scores", scores("b", "c", score=2.0), key=("creator_id",))
        house.write("stored.scores", scores("b", score=3.0), key=("creator_id",))
        assert stored(house) == [(JUNE, "a", 1.0), (JUNE, "b", 1.0), (JULY, "b", 3.0)]


def test_a_failed_transaction_leaves_nothing() -> None:
    with Warehouse() as house:
        house.set(as_of=JUNE)
        lacking = scores("b").drop("model")  # a column that must not be null
        with pytest.raises(Exception, match="NOT NULL"), house.transaction():
            write_both(house, scores("a"), lacking)
        assert stored(house) == []


def test_a_file_is_brought_to_todays_version_once(tmp_path: Path) -> None:
    for _ in range(2):
        with Warehouse(tmp_path / "w.duckdb") as house:
            assert house.execute("SELECT count(*), max(version) FROM main.migrations") == [(LATEST, LATEST)]


def test_a_source_says_what_it_is_and_what_its_columns_hold(tmp_path: Path) -> None:
    path = tmp_path / "things.sql"
    path.write_text(
        "-- fail: One row\n-- per thing.\n-- size: how large\nSELECT 1 AS size FROM seen.posts(1), facts.x\n"
    )
    source = Source(path)
    assert source.says == "fail: One row per thing."
    assert source.column_notes == {"size": "how large"}
    assert source.reads == [("facts", "x"), ("seen", "posts")]
    assert source.sql.startswith("SELECT")


def test_files_are_built_after_those_they_read(tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    facts.mkdir()
    (facts / "a.sql").write_text("-- A.\nFROM facts.b\n")
    (facts / "b.sql").write_text("-- B.\nFROM facts.c\n")
    (facts / "c.sql").write_text("-- C.\nSELECT 1\n")
    assert [source.name for source in Tree(tmp_path).in_order("facts")] == ["c", "b", "a"]
    (facts / "c.sql").write_text("-- C.\nFROM facts.a\n")
    with pytest.raises(RefusalError, match="circle"):
        Tree(tmp_path).in_order("facts")


def test_six_figures() -> None:
    with Warehouse() as house:
        asked = (0.0123456789, 123456789.1, -0.000012345678, 0.0, float("inf"), None)
        got = [house.execute("SELECT six_figures(?::DOUBLE)", [x])[0][0] for x in asked]
    assert got == [0.0123457, 123457000.0, -0.0000123457, 0.0, float("inf"), None]
