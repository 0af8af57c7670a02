"""Bad input: one sentence that says what and what to do, exit code 2, and a warehouse that is as it was."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest

from vetting.cli import main
from vetting.simulate.world import simulate

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up world of a dozen creators."""
    out = tmp_path_factory.mktemp("made") / "world"
    simulate(out, creators=12, seed=3)
    return out


def vet(capsys: Capture, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> tuple[int, str, str]:
    """Run the command line here: exit code, what it printed, what it said on the way."""
    monkeypatch.setattr(sys, "argv", ["vet", *map(str, arguments)])
    code = 0
    try:
        main()
    except SystemExit as ended:
        code = int(ended.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


def refused(said: tuple[int, str, str], *words: str) -> None:
    """It ended with 2 and one line of refusal that holds these words, without a traceback."""
    code, out, err = said
    last = err.strip().splitlines()[-1]
    assert code == 2
    assert out == ""
    assert last.startswith("Refused: ")
    assert "Traceback" not in err
    for word in words:
        assert word in last


def test_an_empty_folder(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    said = vet(capsys, monkeypatch, "run", tmp_path / "empty", "--out", tmp_path / "out")
    refused(said, "holds no exchange file", "accounts")
    assert not (tmp_path / "out" / "warehouse.duckdb").exists()


def test_no_folder(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    refused(vet(capsys, monkeypatch, "run", tmp_path / "nowhere", "--out", tmp_path / "out"), "is no folder")
    assert not (tmp_path / "out").exists()


def test_an_out_that_is_a_file(world: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").write_text("mine")
    refused(vet(capsys, monkeypatch, "run", world, "--out", tmp_path / "out"), "can't be written", "--out")
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root can write everywhere")
def test_an_out_that_is_read_only(
    world: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    refused(vet(capsys, monkeypatch, "run", world, "--out", tmp_path / "out"), "can't be written")


def test_a_future_as_of(world: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    said = vet(capsys, monkeypatch, "run", world, "--out", tmp_path / "out", "--as-of", "2999-01-01")
    refused(said, "future")
    assert not (tmp_path / "out").exists()


def test_an_as_of_that_is_no_date(world: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = vet(capsys, monkeypatch, "run", world, "--out", tmp_path / "out", "--as-of", "tomorrow")
    assert code == 2
    assert "is no date such as" in err


def test_a_warehouse_in_use(world: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    held = tmp_path / "held.duckdb"
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(held)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        refused(vet(capsys, monkeypatch, "load", world, "--warehouse", held), "in use")
        refused(vet(capsys, monkeypatch, "sql", "SELECT 1", "--warehouse", held), "in use")
        holder.communicate("")


def test_a_warehouse_of_a_newer_version(
    world: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = tmp_path / "newer.duckdb"
    with duckdb.connect(str(newer)) as connection:
        connection.execute("CREATE TABLE migrations (version INTEGER, name VARCHAR); INSERT INTO migrations VALUES (99, 'x')")
    before = newer.read_bytes()
    refused(vet(capsys, monkeypatch, "load", world, "--warehouse", newer), "newer", "Upgrade")
    assert newer.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"this is no database", b"\0" * 9000])
def test_a_file_that_is_no_warehouse(
    content: bytes, world: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.duckdb"
    other.write_bytes(content)
    refused(vet(capsys, monkeypatch, "load", world, "--warehouse", other), "other.duckdb")
    assert other.read_bytes() == content


def test_a_broken_file_leaves_the_warehouse_as_it_was(
    world: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, bad = tmp_path / "w.duckdb", tmp_path / "bad"
    assert vet(capsys, monkeypatch, "load", world, "--warehouse", house)[0] == 0
    bad.mkdir()
    pl.DataFrame({"creator_id": ["new"]}).write_parquet(bad / "creators.parquet")
    whole = (world / "posts.parquet").read_bytes()
    (bad / "posts.parquet").write_bytes(whole[: len(whole) // 3] + b"\xff" * 999 + whole[len(whole) // 3 + 999 :])
    refused(vet(capsys, monkeypatch, "load", bad, "--warehouse", house), "posts.parquet")
    code, out, _ = vet(
        capsys, monkeypatch, "sql", "SELECT count(*) AS n FROM stored.creators", "--warehouse", house, "--format", "csv"
    )
    assert (code, out) == (0, "n\n12\n")


def test_a_foreign_file_without_a_mapping(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "list.csv").write_text("a,b\n1,2\n")
    said = vet(capsys, monkeypatch, "load", tmp_path / "list.csv", "--warehouse", tmp_path / "w.duckdb")
    refused(said, "--map")
    assert not (tmp_path / "w.duckdb").exists()


def test_sql_that_is_wrong_and_a_warehouse_that_is_not_there(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused(vet(capsys, monkeypatch, "sql", "SELECT 1", "--warehouse", tmp_path / "w.duckdb"), "no warehouse")
    duckdb.connect(str(tmp_path / "w.duckdb")).close()
    refused(vet(capsys, monkeypatch, "sql", "SELEC 1", "--warehouse", tmp_path / "w.duckdb"), "query failed")
