"""The account classifier: monotone, the same for the same, put right by a hundred labels, and useful elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
from sklearn.metrics import roc_auc_score

from bench.follower_sets import real_sets
from bench.followers import calibration_error
from vetting.errors import RefusalError
from vetting.measure.followers.features import FORMS
from vetting.measure.followers.model import Classifier
from vetting.measure.followers.sample import DEFAULT
from vetting.measure.followers.train import MINIMUM_LABELS, labels, left_out, recalibrated, train
from vetting.simulate.follower_sets import labelled_sets

if TYPE_CHECKING:
    from pathlib import Path

WORST_AUC = 0.94


@pytest.fixture(scope="module")
def shipped() -> Classifier:
    """The classifier that comes with the project."""
    return Classifier.load(DEFAULT)


@pytest.fixture(scope="module")
def sets() -> list[pl.DataFrame]:
    """Made-up sets that the shipped one was not trained on."""
    return labelled_sets(6, 500, seed=77)


def test_no_form_speaks_for_being_real(shipped: Classifier) -> None:
    assert (shipped.weights >= 0).all()
    assert (shipped.weights > 0).sum() >= 6
    assert shipped.forms == tuple(FORMS)
    assert shipped.about["trained_on"] == "simulated"


def test_a_follower_of_whom_nothing_is_known_gets_the_base(shipped: Classifier) -> None:
    assert shipped.logits(pl.DataFrame({"follower_id": ["f"]})).tolist() == [shipped.base]


def test_it_tells_made_up_followers_apart(shipped: Classifier, sets: list[pl.DataFrame]) -> None:
    aucs = [roc_auc_score(labels(one), shipped.logits(one)) for one in sets]
    assert np.mean(aucs) > 0.8


def test_the_same_sets_give_the_same_file(sets: list[pl.DataFrame], tmp_path: Path) -> None:
    for name in ("one", "other"):
        train(sets[:2], trained_on="simulated").save(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    read = Classifier.load(tmp_path / "one")
    assert read.logits(sets[2]) == pytest.approx(train(sets[:2], trained_on="simulated").logits(sets[2]), abs=1e-4)


def test_few_labels_are_refused(sets: list[pl.DataFrame]) -> None:
    with pytest.raises(RefusalError, match="too few"):
        train([sets[0].head(MINIMUM_LABELS)], trained_on="labels")


def test_a_hundred_labels_put_the_probabilities_right(shipped: Classifier, sets: list[pl.DataFrame]) -> None:
    before, after = [], []
    for one in sets:
        near = recalibrated(shipped, one.head(100))
        rest, fake = one.tail(-100), labels(one.tail(-100))
        before.append(calibration_error(1 / (1 + np.exp(-shipped.logits(rest))), fake))
        after.append(calibration_error(1 / (1 + np.exp(-near.logits(rest))), fake))
    assert np.mean(after) < 0.08
    assert np.mean(after) < np.mean(before)


def test_labels_of_one_kind_teach_nothing(shipped: Classifier, sets: list[pl.DataFrame]) -> None:
    assert recalibrated(shipped, sets[0].filter(label="real").head(50)) is shipped


def test_left_out_sets_are_ranked(sets: list[pl.DataFrame]) -> None:
    assert min(left_out(sets[:3])) > 0.6


def test_real_platforms_that_it_never_saw(shared: Path, shipped: Classifier) -> None:
    assert min(left_out(list(real_sets(shared).values()), shipped)) >= WORST_AUC


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x04.",
        b"[]",
        b"{",
        b"[" * 100_000,
        b'{"format": 1, "forms": ["a"], "about": {}, "base": 0, "usual": [0], "scale": [1], "weights": [1]}',
        b'{"format": 99}',
    ],
)
def test_a_strangers_file_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "model.json").write_bytes(content)
    with pytest.raises(RefusalError, match=r"model\.json"):
        Classifier.load(tmp_path / "model.json")


@pytest.mark.parametrize("spoil", ["NaN", "Infinity", "true", '"1"', "null"])
def test_a_number_that_is_none_is_refused(spoil: str, tmp_path: Path) -> None:
    text = DEFAULT.read_text(encoding="utf-8").replace('"base": ', f'"base": {spoil}, "was": ', 1)
    (tmp_path / "model.json").write_text(text, encoding="utf-8")
    with pytest.raises(RefusalError):
        Classifier.load(tmp_path / "model.json")


def test_an_absent_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="no classifier"):
        Classifier.load(tmp_path / "none.json")
