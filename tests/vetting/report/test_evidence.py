"""Every finding opens onto its rows: the SELECT that a dossier prints gives the rows that it shows, and as many."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from vetting.report.evidence import basis_of, select, told
from vetting.report.evidence_sets import BASES, OWN, USUAL
from vetting.report.propose import LITTLE
from vetting.report.risk import HIGH
from vetting.report.words import words
from vetting.signals import read_signals
from vetting.simulate.world import simulate
from warehouse import ask

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, Any]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of a made-up world, and the warehouse beside them."""
    folder = tmp_path_factory.mktemp("evidence")
    simulate(folder / "world", creators=9, seed=5)
    command = [sys.executable, "-c", "from vetting.cli import main; main()", "run", str(folder / "world")]
    made = [*command, "--out", str(folder / "out"), "--as-of", "2026-06-30"]
    done = subprocess.run(made, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "out"


def test_each_printed_query_gives_the_rows_that_are_shown_and_as_many(out: Path) -> None:
    asked = 0
    for page in sorted(out.glob("*.json")):
        dossier = json.loads(page.read_text("utf-8"))
        for name, query in dossier["queries"].items():
            given = ask(out / "warehouse.duckdb", query)
            if name in {LITTLE, HIGH}:  # these stand on readings and drivers, which the page shows elsewhere
                continue
            shown, asked = dossier["evidence"][name], asked + 1
            assert given.height == dossier["totals"].get(name, len(shown)), (name, query)
            keys = {str(value) for column in given.columns for value in given[column].to_list()}
            assert {row["key"] for row in shown} <= keys, (name, query)
            assert shown, name
    assert asked > 20


def test_the_first_rows_are_those_that_the_query_puts_first(out: Path) -> None:
    compared = 0
    for page in sorted(out.glob("*.json")):
        dossier = json.loads(page.read_text("utf-8"))
        for name, total in dossier["totals"].items():
            given = ask(out / "warehouse.duckdb", dossier["queries"][name])
            rows = dossier["evidence"][name]
            key = next(column for column in given.columns if str(given[column][0]) == rows[0]["key"])
            assert [str(value) for value in given[key][: len(rows)]] == [row["key"] for row in rows], name
            compared += total > len(rows)
    assert compared


@pytest.mark.parametrize("basis", sorted(BASES))
def test_every_set_of_rows_can_be_asked_for(out: Path, basis: str) -> None:
    given = ask(out / "warehouse.duckdb", select(basis, "x' OR 'a' = 'a"))
    assert given.height == 0
    assert BASES[basis].key in given.columns
    assert f"rows.of.{basis}" in words("en").texts


def test_every_signal_has_a_set_of_rows() -> None:
    signals = read_signals()
    assert {basis_of(signal) for signal in signals.values()} <= set(BASES)
    assert set(OWN) <= set(signals)
    assert set(OWN.values()) | set(USUAL.values()) == set(BASES)


def test_a_row_says_what_it_counts_in_the_language() -> None:
    row: Row = {"post_id": "p1", "posted_at": None, "text": "Hello", "likes": 1, "views": 12_000, "undisclosed": True}
    assert told("selling", row, words("en"))["text"] == "discloses nothing · 1 like · 12,000 views · Hello"
    assert told("selling", row, words("fr"))["text"].startswith("sans mention publicitaire · 1 like")
    assert told("selling", row | {"undisclosed": False}, words("en"))["text"] == "1 like · 12,000 views · Hello"


def test_what_is_worth_the_look_is_what_lacks_the_label() -> None:
    row: Row = {"post_id": "p1", "text": None, "labelled": False}
    assert "without the platform" in told("labels", row, words("en"))["text"]
    assert told("labels", row | {"labelled": True}, words("en"))["text"] == ""


def test_a_run_tells_what_was_seen_of_each_account_and_where_peers_are_too_few(out: Path) -> None:
    published = 0
    for page in sorted(out.glob("*.json")):
        dossier = json.loads(page.read_text("utf-8"))
        seen = dossier["coverage"]
        for key in ("posts", "comments", "follower_days", "followers_sampled"):
            assert sum(one[key] for one in seen["accounts"]) == seen[key]
        assert sum(one["records"] for one in seen["searched"]) == seen["records"]
        assert set(dossier["bounds"]) >= {"inflation_decline", "inflation_review"}
        bands = [one for one in dossier["signals"] if "benchmark_low" in one]
        assert all(one["peers"] < 20 and one["benchmark_source"] and one["benchmark_date"] for one in bands)
        said = "published:" in page.with_suffix(".html").read_text("utf-8")
        assert said == any(one["outcome"] == "measured" for one in bands)
        published += len(bands)
    assert published
