"""`vet screen --index`: a warehouse that is kept gives what a passing one gives, and matches only what is new."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl
import pytest

from warehouse import ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.cli.conftest import Vet

AS_OF = ("--as-of", "2026-06-30")


def test_what_is_kept_gives_the_same_as_what_passes(world: Path, tmp_path: Path, vet: Vet) -> None:
    passing, first, second = (tmp_path / f"{name}.parquet" for name in ("passing", "first", "second"))
    index = tmp_path / "index.duckdb"
    assert vet("screen", world, *AS_OF, "--out", passing).code == 0
    said = vet("screen", world, *AS_OF, "--out", first, "--index", index)
    assert (said.code, "held against 12 creators" in said.err) == (0, True)
    again = vet("screen", world, *AS_OF, "--out", second, "--index", index)
    assert (again.code, "held against" in again.err) == (0, False)
    assert passing.read_bytes() == first.read_bytes() == second.read_bytes()
    assert not pl.read_parquet(passing).is_empty()


def test_only_new_records_are_read(world: Path, tmp_path: Path, vet: Vet) -> None:
    part, index, out = tmp_path / "part", tmp_path / "index.duckdb", tmp_path / "m.parquet"
    part.mkdir()
    for name in ("creators", "accounts"):
        (part / f"{name}.parquet").write_bytes((world / f"{name}.parquet").read_bytes())
    records = pl.read_parquet(world / "records.parquet")
    records.head(-2).write_parquet(part / "records.parquet")
    assert vet("screen", part, *AS_OF, "--out", out, "--index", index).code == 0
    said = vet("screen", world, *AS_OF, "--out", out, "--index", index)
    assert "2 new records read" in said.err
    seen = ask(index, "SELECT count(*) FROM matching.records WHERE met")
    by_then = records.filter(pl.col("observed_at") <= datetime.fromisoformat(AS_OF[1]))
    assert seen.item() == by_then["record_id"].n_unique()


@pytest.mark.parametrize("kept", [False, True])
def test_records_observed_after_the_creators_are_seen(world: Path, tmp_path: Path, vet: Vet, *, kept: bool) -> None:
    late, out = tmp_path / "late", tmp_path / "m.parquet"
    late.mkdir()
    creators = pl.read_parquet(world / "creators.parquet").drop_nulls("name")
    creators.write_parquet(late / "creators.parquet")
    accounts = pl.read_parquet(world / "accounts.parquet")
    accounts.write_parquet(late / "accounts.parquet")
    after = accounts["observed_at"].max()
    name = pl.lit(creators["name"].head(1).implode().list.eval(pl.element()))
    record = pl.read_parquet(world / "records.parquet").head(1)
    record.with_columns(
        subject_names=name, observed_at=pl.lit(after) + pl.duration(days=1), published_at=None, record_id=pl.lit("late")
    ).write_parquet(late / "records.parquet")
    index = ("--index", tmp_path / "index.duckdb") if kept else ()
    assert vet("screen", late, "--out", out, *index).code == 0
    assert set(pl.read_parquet(out)["record_id"]) == {"late"}


@pytest.mark.parametrize("index", ["text.duckdb", "nowhere/index.duckdb"])
def test_an_index_that_is_none_is_refused(world: Path, tmp_path: Path, vet: Vet, index: str) -> None:
    (tmp_path / "text.duckdb").write_text("no warehouse")
    said = vet("screen", world, "--out", tmp_path / "m.parquet", "--index", tmp_path / index)
    assert said.code == 2
    assert not (tmp_path / "m.parquet").exists()
