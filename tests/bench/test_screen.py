"""The figures of screening, on answers that are known."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import polars as pl
import pytest
from click.testing import CliRunner

from bench.screen import calibration, figures, judged, kinds, main, origins, precision_at, wilson

if TYPE_CHECKING:
    from pathlib import Path

TRUTH = pl.DataFrame(
    [
        ("r1", "a", "exact", True, "structured", "anglo"),
        ("r2", "a", "exact", True, "free_text", "anglo"),
        ("r3", "b", "neg_trade", False, "structured", "korean"),
        ("r4", "b", "bare", None, "structured", "korean"),
        ("r5", None, "other", False, "free_text", None),
        ("r6", "c", "exact", True, "structured", None),
    ],
    ["record_id", "creator_id", "kind", "about", "form", "origin"],
    orient="row",
)
MATCHES = pl.DataFrame(
    [
        ("a", "r1", 0.9, "match"),
        ("a", "r1", 0.2, "review"),
        ("a", "r2", 0.4, "review"),
        ("b", "r3", 0.9, "match"),
        ("b", "r4", 0.9, "match"),
        ("c", "r5", 0.3, "review"),
        ("c", "r1", 0.05, "review"),
    ],
    ["creator_id", "record_id", "probability", "decision"],
    orient="row",
)
CREATORS = pl.DataFrame({"creator_id": ["a", "b", "c", "d"], "country": ["US", "KR", "NG", None]})


def test_pairs_are_right_wrong_or_left_out() -> None:
    pairs = judged(MATCHES, TRUTH)
    rows = {(one["creator_id"], one["record_id"]): one["right"] for one in pairs.iter_rows(named=True)}
    assert rows == {("a", "r1"): True, ("a", "r2"): True, ("b", "r3"): False, ("c", "r5"): False, ("c", "r1"): False}


def test_figures_of_a_known_answer() -> None:
    told = figures(judged(MATCHES, TRUTH), TRUTH, creators=4)
    assert told["true pairs"] == 3
    assert told["recall of what is given back"] == pytest.approx(2 / 3)
    assert told["precision of match"] == pytest.approx(1 / 2)
    assert told["recall of match"] == pytest.approx(1 / 3)
    assert told["creators wronged"] == pytest.approx(1 / 4)
    assert isnan(told["precision at recall .9"])


def test_precision_at_a_recall_takes_ties_together() -> None:
    pairs = judged(MATCHES, TRUTH)
    assert precision_at(pairs, total=2, wanted=0.5) == pytest.approx(2 / 3)
    assert precision_at(pairs, total=2, wanted=1.0) == pytest.approx(2 / 3)


def test_calibration_of_the_right_and_of_the_sure() -> None:
    fair = pl.DataFrame({"probability": [0.5] * 4, "right": [True, False] * 2})
    assert calibration(fair) == pytest.approx(0.0)
    assert calibration(fair.with_columns(right=pl.lit(value=False))) == pytest.approx(0.5)
    spread = pl.DataFrame({"probability": [i / 30 for i in range(30)], "right": [False] * 30})
    assert calibration(spread) == pytest.approx(sum(i / 30 for i in range(30)) / 30)


def test_kinds_count_what_came_back() -> None:
    rows = {(row["about"], row["kind"]): row for row in kinds(judged(MATCHES, TRUTH), TRUTH).iter_rows(named=True)}
    assert rows[True, "exact"]["pairs"] == 3
    assert rows[True, "exact"]["match"] == pytest.approx(1 / 3)
    assert rows[False, "neg_trade"]["match"] == 1
    assert (None, "bare") not in rows


def test_origins_come_from_the_truth_or_the_country() -> None:
    rows = {row["origin"]: row for row in origins(judged(MATCHES, TRUTH), TRUTH, CREATORS).iter_rows(named=True)}
    assert {name: row["creators"] for name, row in rows.items()} == {
        "anglo": 1, "korean": 1, "west_african": 1, "(unknown)": 1,
    }  # fmt: skip
    assert (rows["korean"]["wronged"], rows["korean"]["near"], rows["korean"]["matched"]) == (1, 1, 1)
    assert rows["anglo"]["wronged"] == 0


def test_wilson_is_wide_where_little_is_known() -> None:
    assert wilson(0, 0) == (0, 1)
    low, high = wilson(0, 10)
    assert low == pytest.approx(0, abs=1e-12)
    assert high == pytest.approx(0.2129, abs=1e-3)
    assert wilson(5, 10)[0] == pytest.approx(1 - wilson(5, 10)[1])


def test_the_table_prints_without_a_folder(tmp_path: Path) -> None:
    MATCHES.write_parquet(tmp_path / "matches.parquet")
    TRUTH.drop("origin").write_parquet(tmp_path / "truth.parquet")
    told = CliRunner().invoke(main, [str(tmp_path / "matches.parquet"), str(tmp_path / "truth.parquet")])
    assert told.exit_code == 0, told.output
    assert "precision of match" in told.output
    assert "(unknown)" in told.output
