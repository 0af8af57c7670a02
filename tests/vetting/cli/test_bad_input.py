"""Bad input: one sentence that says what and what to do, exit code 2, and a warehouse that is as it was."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import polars as pl
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.cli.conftest import Said, Vet


def refused(said: Said, *words: str) -> None:
    """It ended with 2 and one line of refusal that holds these words, without a traceback."""
    last = said.err.strip().splitlines()[-1]
    assert said.code == 2
    assert said.out == ""
    assert last.startswith("Refused: ")
    assert "Traceback" not in said.err
    for word in words:
        assert word in last


def test_an_empty_folder(tmp_path: Path, vet: Vet) -> None:
    (tmp_path / "empty").mkdir()
    said = vet("run", tmp_path / "empty", "--out", tmp_path / "out")
    refused(said, "holds no exchange file", "accounts")
    assert not (tmp_path / "out" / "warehouse.duckdb").exists()


def test_no_folder(tmp_path: Path, vet: Vet) -> None:
    refused(vet("run", tmp_path / "nowhere", "--out", tmp_path / "out"), "is no folder")
    assert not (tmp_path / "out").exists()


def test_an_out_that_is_a_file(world: Path, tmp_path: Path, vet: Vet) -> None:
    (tmp_path / "out").write_text("mine")
    refused(vet("run", world, "--out", tmp_path / "out"), "can't be written", "--out")
    assert (tmp_path / "out").read_text() == "mine"


def test_an_out_that_cannot_be_written(world: Path, vet: Vet) -> None:
    refused(vet("run", world, "--out", "/proc/vetting"), "can't be written")


def test_a_future_as_of(world: Path, tmp_path: Path, vet: Vet) -> None:
    said = vet("run", world, "--out", tmp_path / "out", "--as-of", "2999-01-01")
    refused(said, "future")
    assert not (tmp_path / "out").exists()


def test_an_as_of_that_is_no_date(world: Path, tmp_path: Path, vet: Vet) -> None:
    said = vet("run", world, "--out", tmp_path / "out", "--as-of", "tomorrow")
    assert said.code == 2
    assert "is no date such as" in said.err


def test_a_warehouse_in_use(world: Path, tmp_path: Path, vet: Vet) -> None:
    held = tmp_path / "held.duckdb"
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(held)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        refused(vet("load", world, "--warehouse", held), "in use")
        refused(vet("sql", "SELECT 1", "--warehouse", held), "in use")
        holder.communicate("")


def test_a_warehouse_of_a_newer_version(world: Path, tmp_path: Path, vet: Vet) -> None:
    newer = tmp_path / "newer.duckdb"
    with duckdb.connect(str(newer)) as connection:
        connection.execute(
            "CREATE TABLE migrations (version INTEGER, name VARCHAR); INSERT INTO migrations VALUES (99, 'x')"
        )
    before = newer.read_bytes()
    refused(vet("load", world, "--warehouse", newer), "newer", "Upgrade")
    assert newer.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"this is no database", b"\0" * 9000])
def test_a_file_that_is_no_warehouse(content: bytes, world: Path, tmp_path: Path, vet: Vet) -> None:
    other = tmp_path / "other.duckdb"
    other.write_bytes(content)
    refused(vet("load", world, "--warehouse", other), "other.duckdb")
    assert other.read_bytes() == content


def test_a_broken_file_leaves_the_warehouse_as_it_was(world: Path, tmp_path: Path, vet: Vet) -> None:
    house, bad = tmp_path / "w.duckdb", tmp_path / "bad"
    assert vet("load", world, "--warehouse", house).code == 0
    bad.mkdir()
    pl.DataFrame({"creator_id": ["new"]}).write_parquet(bad / "creators.parquet")
    whole = (world / "posts.parquet").read_bytes()
    (bad / "posts.parquet").write_bytes(whole[: len(whole) // 3] + b"\xff" * 999 + whole[len(whole) // 3 + 999 :])
    refused(vet("load", bad, "--warehouse", house), "posts.parquet")
    said = vet("sql", "SELECT count(*) AS n FROM stored.creators", "--warehouse", house, "--format", "csv")
    assert (said.code, said.out) == (0, "n\n12\n")


def test_a_foreign_file_without_a_mapping(tmp_path: Path, vet: Vet) -> None:
    (tmp_path / "list.csv").write_text("a,b\n1,2\n")
    said = vet("load", tmp_path / "list.csv", "--warehouse", tmp_path / "w.duckdb")
    refused(said, "--map")
    assert not (tmp_path / "w.duckdb").exists()


def test_sql_that_is_wrong_and_a_warehouse_that_is_not_there(tmp_path: Path, vet: Vet) -> None:
    refused(vet("sql", "SELECT 1", "--warehouse", tmp_path / "w.duckdb"), "no warehouse")
    duckdb.connect(str(tmp_path / "w.duckdb")).close()
    refused(vet("sql", "SELEC 1", "--warehouse", tmp_path / "w.duckdb"), "query failed")


def test_an_as_of_before_everything(world: Path, tmp_path: Path, vet: Vet) -> None:
    refused(vet("run", world, "--out", tmp_path / "out", "--as-of", "2000-01-01"), "Nothing was observed by 2000-01-01")


def test_a_folder_of_bad_rows_says_why_and_keeps_the_quarantine(tmp_path: Path, vet: Vet) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "creators.csv").write_bytes("creator_id,name\nc,caf\u00e9\n".encode("cp1252"))
    said = vet("run", tmp_path / "in", "--out", tmp_path / "out")
    refused(said, "no observation yet")
    assert "creators.csv line 2: not UTF-8" in said.err
    house = tmp_path / "out" / "warehouse.duckdb"
    rows = vet("sql", "SELECT line FROM ops.quarantine", "--warehouse", house, "--format", "csv")
    assert rows.out == "line\n2\n"
