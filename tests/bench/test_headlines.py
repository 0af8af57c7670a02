"""Judged headlines: the figures on known answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from click.testing import CliRunner

from bench.headlines import PAIRS, figures, judged, main, misses

if TYPE_CHECKING:
    from pathlib import Path

LABELS = pl.DataFrame(
    [
        ("a", "r1", "Blue Fern", "Blue Fern sued", "yes", "yes", "yes", None),
        ("a", "r2", "Blue Fern", "A blue fern grows", "no", "no", "yes", "other meaning"),
        ("b", "r3", "Otto Quill", "Quill sings", "yes", "no", "yes", None),
        ("b", "r4", "Otto Quill", "Otto quilts", "no", "no", "no", "doubt"),
        ("c", "r5", "Zed Show", "Host of Zed Show ill", "yes", "no", "yes", None),
    ],
    ["account_id", "record_id", "channel_title", "headline", "about_creator", "adverse", "sure", "note"],
    orient="row",
)
MATCHES = pl.DataFrame(
    {
        "creator_id": ["a", "a", "b"],
        "record_id": ["r1", "r2", "r3"],
        "probability": [0.9, 0.8, 0.3],
        "decision": ["match", "match", "review"],
    }
)


def test_doubted_pairs_are_left_out_and_missing_ones_kept() -> None:
    pairs = judged(LABELS, MATCHES)
    assert pairs["record_id"].to_list() == ["r1", "r2", "r3", "r5"]
    assert pairs["decision"].to_list() == ["match", "match", "review", "left out"]


def test_figures_of_a_known_answer() -> None:
    told = figures(judged(LABELS, MATCHES))
    assert told["precision of match"] == pytest.approx(1 / 2)
    assert told["recall of match"] == pytest.approx(1 / 3)
    assert told["recall of match and review"] == pytest.approx(2 / 3)
    assert told["adverse ones found"] == 1
    assert told["wrong pairs shown for review"] == 0


def test_misses_begin_with_the_wrong_matches() -> None:
    assert misses(judged(LABELS, MATCHES))["miss"].to_list() == ["wrong match", "left out", "review"]


def test_it_prints_what_was_screened_before(tmp_path: Path) -> None:
    (tmp_path / PAIRS).parent.mkdir()
    LABELS.write_csv(tmp_path / PAIRS)
    MATCHES.write_parquet(tmp_path / "matches.parquet")
    told = CliRunner().invoke(main, [str(tmp_path), "--matches", str(tmp_path / "matches.parquet"), "--misses"])
    assert told.exit_code == 0, told.output
    assert "4 sure pairs, 3 about the creator, 1 of them adverse" in told.output
    assert "wrong match" in told.output
