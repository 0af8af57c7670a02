"""The other commands, as a user runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.signals import read_signals

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.cli.conftest import Vet

READINGS = {
    "account_id": pl.String,
    "signal": pl.String,
    "outcome": pl.String,
    "reading": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "basis": pl.Int64,
    "percentile": pl.Float64,
    "peers": pl.Int64,
}
MATCHES = {
    "creator_id": pl.String,
    "record_id": pl.String,
    "probability": pl.Float64,
    "decision": pl.String,
    "name_score": pl.Float64,
    "matched_on": pl.String,
    "for": pl.List(pl.String),
    "against": pl.List(pl.String),
}


def test_measure_gives_one_row_per_account_and_signal(world: Path, tmp_path: Path, vet: Vet) -> None:
    out = tmp_path / "readings.parquet"
    said = vet("measure", world, "--as-of", "2026-06-30", "--out", out)
    assert (said.code, said.out) == (0, f"Wrote {out}\n")
    readings = pl.read_parquet(out)
    accounts = pl.read_parquet(world / "accounts.parquet")["account_id"].n_unique()
    assert dict(readings.schema) == READINGS
    assert readings.height == accounts * len(read_signals())
    measured = readings.filter(outcome="measured")
    assert measured["reading"].is_finite().all()
    assert readings.filter(pl.col("outcome") != "measured")["reading"].null_count() == readings.height - measured.height


def test_screen_gives_matches_with_evidence_in_words(world: Path, tmp_path: Path, vet: Vet) -> None:
    out = tmp_path / "matches.parquet"
    assert vet("screen", world, "--as-of", "2026-06-30", "--out", out, "--lang", "fr").code == 0
    matches = pl.read_parquet(out)
    assert dict(matches.schema) == MATCHES
    assert set(matches["decision"]) <= {"match", "review"}
    assert matches["probability"].is_between(0, 0.99).all()
    told = matches["for"].explode().drop_nulls().to_list()
    assert told
    assert all(" " in sentence for sentence in told)


def test_a_folder_that_lacks_tables_is_measured_as_far_as_it_goes(tmp_path: Path, vet: Vet) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "accounts.csv").write_text("account_id,platform,observed_at\na,youtube,2026-01-01\n")
    out = tmp_path / "readings.parquet"
    assert vet("measure", tmp_path / "in", "--out", out).code == 0
    readings = pl.read_parquet(out)
    assert set(readings["outcome"]) <= {"not_available", "not_enough_data"}
    assert vet("screen", tmp_path / "in", "--out", tmp_path / "m.parquet").code == 0
    assert pl.read_parquet(tmp_path / "m.parquet").height == 0
    assert vet("run", tmp_path / "in", "--out", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "a.html").is_file()


def test_a_foreign_file_comes_in_by_its_mapping(tmp_path: Path, vet: Vet) -> None:
    (tmp_path / "list.csv").write_text("Handle;Fans\nanna;3,3k\nben;48.5Q\n\nanna;3,3k\n")
    (tmp_path / "map.toml").write_text(
        """[file]
delimiter = ";"
decimal = ","

[tables.accounts]
account_id = { from = "Handle", prefix = "instagram:" }
platform = { value = "instagram" }
handle = "Handle"
followers = { from = "Fans" }
observed_at = { value = "2026-01-01" }
"""
    )
    house = tmp_path / "w.duckdb"
    said = vet("load", tmp_path / "list.csv", "--map", tmp_path / "map.toml", "--warehouse", house)
    assert said.code == 0, said.err
    assert "3 read = 1 loaded + 1 already there + 1 quarantined" in said.err
    rows = vet("sql", "SELECT handle, followers FROM stored.accounts", "--warehouse", house, "--format", "csv")
    assert rows.out == "handle,followers\nanna,3300\n"
    bad = vet("sql", "SELECT file, line FROM ops.quarantine", "--warehouse", house, "--format", "csv")
    assert bad.out == "file,line\nlist.csv,3\n"


@pytest.mark.parametrize("command", ["run", "load", "sql", "measure", "screen", "simulate", "pull", "sources", "train"])
def test_every_command_explains_itself(command: str, vet: Vet) -> None:
    said = vet(command, "--help")
    assert said.code == 0
    assert "Usage:" in said.out
    assert len(said.out.splitlines()) > 4


def test_help_costs_no_heavy_import() -> None:
    import subprocess
    import sys

    probe = "import sys; sys.argv = ['vet', '--help']\nfrom vetting.cli import main\n"
    probe += "try:\n    main()\nexcept SystemExit:\n    pass\n"
    probe += "print(sorted({'sklearn', 'polars', 'prefect'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


def test_sources_are_listed(vet: Vet) -> None:
    assert "folder" in vet("sources").out


def test_pull_from_a_folder_loads_it(world: Path, tmp_path: Path, vet: Vet) -> None:
    said = vet("pull", "folder", world, "--warehouse", tmp_path / "w.duckdb")
    assert said.code == 0
    assert "12 read = 12 loaded" in said.err
