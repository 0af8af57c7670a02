"""`vet run` as a user runs it: what comes out, that time is an argument, and that no cell calculates."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from tests.hostile_world import write_hostile
from vetting.records import TABLES
from vetting.simulate.folder import truth_beside

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.cli.conftest import Vet

AS_OF = "2026-06-30"
LATE = datetime(2026, 7, 2)
PROMISED = {
    "creator_id", "name", "as_of", "run_id", "versions", "recommendation", "risk", "authenticity", "conduct",
    "suitability", "signals", "evidence", "coverage",
}  # fmt: skip


def digest(out: Path) -> dict[str, str]:
    """Every page and JSON of a folder, by a hash of its bytes."""
    pages = [*out.glob("*.html"), *out.glob("*.json")]
    return {page.name: hashlib.sha256(page.read_bytes()).hexdigest() for page in sorted(pages)}


def dossiers(out: Path) -> list[dict[str, Any]]:
    return [json.loads(page.read_text(encoding="utf-8")) for page in sorted(out.glob("*.json"))]


@pytest.fixture(scope="module")
def made(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of the made-up world."""
    import subprocess
    import sys

    out = tmp_path_factory.mktemp("reports") / "out"
    command = [sys.executable, "-c", "from vetting.cli import main; main()", "run", str(world), "--out", str(out)]
    done = subprocess.run([*command, "--as-of", AS_OF], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Open {out / 'index.html'}\n"
    assert "Traceback" not in done.stderr
    assert "Warning" not in done.stderr
    return out


def test_there_is_a_shortlist_and_a_page_and_a_dossier_per_creator(made: Path) -> None:
    creators = [told["creator_id"] for told in dossiers(made)]
    assert len(creators) == 12
    index = (made / "index.html").read_text(encoding="utf-8")
    for creator in creators:
        assert (made / f"{creator}.html").is_file()
        assert f'{creator}.html"' in index


def test_a_dossier_holds_what_the_contract_promises(made: Path) -> None:
    for told in dossiers(made):
        assert told.keys() >= PROMISED
        assert told["versions"].keys() == {"code", "config", "model", "data"}
        assert told["recommendation"]["decision"] in {"proceed", "review", "decline"}
        assert told["recommendation"]["decided_by"] is None
        assert told["risk"]["trained_on"] == "simulated"
        assert told["made_up"]
        every = [one for area in ("authenticity", "conduct", "suitability") for one in told[area]["findings"]]
        assert {one["id"] for one in every} == told["evidence"].keys() == told["queries"].keys()
        for one in told["recommendation"]["because"]:
            assert one["id"] in told["evidence"]


def test_contributions_add_up_to_the_log_odds(made: Path) -> None:
    from math import log

    scored = [told["risk"] for told in dossiers(made) if told["risk"]["outcome"] == "measured"]
    assert scored
    for risk in scored:
        odds = risk["base"] + sum(driver["contribution"] for driver in risk["drivers"])
        assert odds == pytest.approx(log(risk["probability"] / (1 - risk["probability"])), abs=1e-9)


def test_a_findings_query_gives_its_reading(made: Path, vet: Vet) -> None:
    house = made / "warehouse.duckdb"
    asked = [
        (one["formula"], one) for told in dossiers(made) for one in told["authenticity"]["findings"] if one["signal"]
    ]
    assert asked
    for query, one in asked[:5]:
        said = vet("sql", query, "--warehouse", house, "--format", "csv")
        assert said.code == 0
        (row,) = csv.DictReader(io.StringIO(said.out))
        assert row["account_id"] == one["account_id"]


def test_the_same_data_and_as_of_give_the_same_bytes(world: Path, made: Path, tmp_path: Path, vet: Vet) -> None:
    """Loaded in two parts, the later one first, twice, and beside rows that were observed after as_of."""
    parts = [tmp_path / "late", tmp_path / "early"]
    for part in parts:
        part.mkdir()
    for table in TABLES:
        rows = pl.read_parquet(world / f"{table}.parquet")
        for number, part in enumerate(parts):
            half = rows[number::2].sample(fraction=1, shuffle=True, seed=number)
            half.write_parquet(part / f"{table}.parquet")
    future = tmp_path / "future"
    future.mkdir()
    for table, column in (("posts", "observed_at"), ("accounts", "observed_at"), ("records", "observed_at")):
        later = pl.read_parquet(world / f"{table}.parquet").with_columns(
            pl.lit(LATE).cast(pl.Datetime("us")).alias(column)
        )
        changed = later.with_columns(likes=pl.lit(7)) if table == "posts" else later
        changed.write_parquet(future / f"{table}.parquet")
    house = tmp_path / "w.duckdb"
    for folder in (parts[0], future, parts[1], parts[0]):
        assert vet("load", folder, "--warehouse", house).code == 0
    out = tmp_path / "out"
    assert vet("run", world, "--out", out, "--warehouse", house, "--as-of", AS_OF).code == 0
    again, first = digest(out), digest(made)
    # The shortlist also holds the account of every load, which did differ.
    assert {name: h for name, h in again.items() if name != "index.html"} == {
        name: h for name, h in first.items() if name != "index.html"
    }


def test_an_earlier_as_of_sees_less(world: Path, made: Path, tmp_path: Path, vet: Vet) -> None:
    early = tmp_path / "out"
    assert vet("run", world, "--out", early, "--as-of", "2026-03-01").code == 0
    for then, now in zip(dossiers(early), dossiers(made), strict=True):
        assert then["coverage"]["posts"] <= now["coverage"]["posts"]
        assert all(post["posted_at"] <= "2026-03-01" for post in then["series"]["posts"])
        assert all(day["day"] <= "2026-03-01" for day in then["series"]["followers"])


def test_french_is_french(world: Path, tmp_path: Path, vet: Vet) -> None:
    assert vet("run", world, "--out", tmp_path, "--as-of", AS_OF, "--lang", "fr").code == 0
    page = next(tmp_path.glob("c*.html")).read_text(encoding="utf-8")
    assert '<html lang="fr"' in page
    assert "abonnés" in page
    assert "followers of" not in page


def test_no_formula_reaches_a_spreadsheet(made: Path, tmp_path: Path, vet: Vet, world: Path) -> None:
    write_hostile(world, truth_beside(world), tmp_path / "hostile")
    house = tmp_path / "w.duckdb"
    assert vet("load", tmp_path / "hostile", "--warehouse", house).code == 0
    said = vet("sql", "FROM stored.creators", "--warehouse", house, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert rows
    assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    table = vet("sql", "SELECT chr(27) || '[2J' || chr(8238) AS x", "--warehouse", house).out
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert LATE - timedelta(days=2) == datetime.fromisoformat(AS_OF)
    assert made.is_dir()


def test_the_analyst_finds_the_way(made: Path, vet: Vet) -> None:
    house = made / "warehouse.duckdb"
    said = vet("sql", "FROM start_here", "--warehouse", house)
    assert "marts" in said.out
    assert "One row per creator" in said.out
    rows = vet("sql", "SELECT count(*) AS n FROM marts.creators", "--warehouse", house, "--format", "json")
    assert json.loads(rows.out) == {"n": 12}
