"""The spam reader: shipped weights load, tell the plain cases, survive a round trip, and do what bench/spam.py says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from bench.spam import scores
from vetting.errors import RefusalError
from vetting.measure.comments.spam import SpamModel, train
from vetting.measure.comments.text import prepared

LABELLED = Path(__file__).resolve().parents[5] / "shared" / "data"
SPAM = ("check out my channel please", "abonne-toi à ma chaîne", "earn money from home https://trap.example/win")
FINE = ("the crust looks like my mother's", "so beautiful 😍", "at 3:46 the dog barks", "la lumière est très belle")


def read(*texts: str) -> pl.Series:
    return pl.DataFrame({"text": texts}, schema={"text": pl.String}).select(prepared(pl.col("text"))).to_series()


def test_the_shipped_weights_tell_plain_spam_from_plain_talk() -> None:
    model = SpamModel.read()
    assert (model.probability(read(*SPAM)) > 0.5).all()
    assert (model.probability(read(*FINE)) < 0.5).all()


def test_weights_survive_their_file(tmp_path: Path) -> None:
    model = train(read(*SPAM, *FINE), np.array([1] * len(SPAM) + [0] * len(FINE)), "a test")
    model.save(tmp_path / "spam.json")
    again = SpamModel.read(tmp_path / "spam.json")
    assert again.probability(read(*SPAM, *FINE)) == pytest.approx(model.probability(read(*SPAM, *FINE)), abs=0.01)


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="missing"):
        SpamModel.read(tmp_path / "none.json")
    (tmp_path / "old.json").write_text('{"signs": {"link": 1.0}, "buckets": []}', encoding="utf-8")
    with pytest.raises(RefusalError, match="another version"):
        SpamModel.read(tmp_path / "old.json")


def test_no_text_is_no_error() -> None:
    assert len(SpamModel.read().probability(read())) == 0
    assert np.isfinite(SpamModel.read().probability(pl.Series([None, ""], dtype=pl.String))).all()


@pytest.mark.skipif(not (LABELLED / "youtube_spam").exists(), reason="the labelled comments are not here")
def test_spam_under_a_video_never_seen_is_told() -> None:
    table = scores(LABELLED)
    assert table["learnt"].mean() >= 0.94  # type: ignore[operator] # a mean of numbers is one
    assert table["learnt"].min() >= 0.91  # type: ignore[operator] # the same
    assert table["shipped"].mean() >= 0.90  # type: ignore[operator] # the same
