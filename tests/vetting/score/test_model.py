"""The risk model's laws: additive, monotone, silent on silence, the same for the same, and no stranger's file."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
import skops.io
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

from vetting.errors import RefusalError
from vetting.score.model import Model
from vetting.score.score import DEFAULT, declared, matrix
from vetting.score.train import MINIMUM_INCIDENTS, Examples, train
from vetting.signals import read_signals

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vetting.score.model import Floats

NAMES = ("alpha", "beta", "gamma")
KNOWN = {name: name for name in NAMES}
WORSE = np.array([1.0, -1.0, 1.0])


def examples(rows: int = 800, seed: int = 1) -> Examples:
    rng = np.random.default_rng(seed)
    readings = rng.normal(size=(rows, 3))
    odds = 2.5 * np.maximum(readings[:, 0], 0) + 2 * np.maximum(-readings[:, 1], 0) - 2.5
    incident = (rng.random(rows) < 1 / (1 + np.exp(-odds))).astype(float)
    readings[rng.random((rows, 3)) < 0.15] = np.nan
    return Examples(NAMES, WORSE, readings, incident)


@pytest.fixture(scope="module")
def model() -> Model:
    """A model of three features."""
    return train(examples(), KNOWN, about={"trained_on": "simulated"})


def risk(model: Model, readings: Sequence[float] | Floats) -> Floats:
    odds: Floats = model.base + model.contributions(np.atleast_2d(np.array(readings, dtype=float))).sum(axis=1)
    return odds


def test_it_learns_what_there_is_to_learn(model: Model) -> None:
    assert model.about["auc"] > 0.65
    assert model.weights[0] > 0
    assert model.weights[1] > 0


READING = st.one_of(st.floats(-1e6, 1e6), st.just(float("nan")))


@settings(deadline=None, max_examples=150)
@given(readings=st.tuples(READING, READING, READING), which=st.integers(0, 2), more=st.floats(0, 1e6))
def test_worsening_a_signal_never_lowers_the_risk(
    readings: tuple[float, float, float], which: int, more: float, model: Model
) -> None:
    worse = list(readings)
    worse[which] += more * WORSE[which]
    assert risk(model, worse) >= risk(model, readings)


@settings(deadline=None, max_examples=100)
@given(readings=st.tuples(READING, READING, READING), which=st.integers(0, 2))
def test_a_missing_reading_never_raises_the_risk(
    readings: tuple[float, float, float], which: int, model: Model
) -> None:
    silent = list(readings)
    silent[which] = float("nan")
    assert risk(model, silent) <= risk(model, readings)


def test_the_order_of_rows_and_columns_changes_nothing() -> None:
    features = pl.DataFrame(
        {"creator_id": ["x", "y", "x"], "signal": ["alpha", "beta", "gamma"], "reading": [1.0, 2.0, 3.0]}
    )
    straight = matrix(features, ["x", "y"], NAMES)
    np.testing.assert_array_equal(straight, matrix(features[::-1], ["x", "y"], NAMES))
    np.testing.assert_array_equal(straight[:, ::-1], matrix(features, ["x", "y"], NAMES[::-1]))


def test_the_same_examples_give_the_same_bytes(model: Model, tmp_path: Path) -> None:
    again = train(examples(), KNOWN, about={"trained_on": "simulated"})
    model.save(tmp_path / "one.skops")
    again.save(tmp_path / "two.skops")
    assert again.fingerprint == model.fingerprint
    assert (
        Model.load(tmp_path / "one.skops").fingerprint
        == Model.load(tmp_path / "two.skops").fingerprint
        == model.fingerprint
    )


def test_a_saved_model_scores_as_before(model: Model, tmp_path: Path) -> None:
    model.save(tmp_path / "m.skops")
    readings = examples(50, seed=9).readings
    np.testing.assert_array_equal(
        Model.load(tmp_path / "m.skops").contributions(readings), model.contributions(readings)
    )


def test_too_few_incidents_are_refused() -> None:
    few = examples()
    few.incident[:] = 0
    few.incident[: MINIMUM_INCIDENTS - 1] = 1
    with pytest.raises(RefusalError, match="too few"):
        train(few, KNOWN, about={})


def test_a_signal_that_was_changed_or_lost_is_refused(model: Model) -> None:
    with pytest.raises(RefusalError, match=r"beta.*not declared any more"):
        model.refuse_strangers({name: name for name in NAMES if name != "beta"})
    with pytest.raises(RefusalError, match=r"gamma.*declared otherwise"):
        model.refuse_strangers(KNOWN | {"gamma": "new"})
    model.refuse_strangers(KNOWN | {"delta": "a newcomer is ignored"})


def test_a_strangers_file_is_refused_before_anything_of_it_runs(tmp_path: Path) -> None:
    stranger = tmp_path / "m.skops"
    for content in (
        pickle.dumps(print),
        b"",
        skops.io.dumps({"format": 1, "x": np.random.default_rng(1)}),
        b"PK\x03\x04junk",
    ):
        stranger.write_bytes(content)
        with pytest.raises(RefusalError):
            Model.load(stranger)
    stranger.write_bytes(skops.io.dumps({"format": 99}))
    with pytest.raises(RefusalError, match="another version"):
        Model.load(stranger)
    stranger.write_bytes(skops.io.dumps(LogisticRegression()))
    with pytest.raises(RefusalError):
        Model.load(stranger)
    with pytest.raises(RefusalError, match="no model at"):
        Model.load(tmp_path / "none.skops")


def test_the_shipped_model_knows_todays_signals_and_says_what_it_was_trained_on() -> None:
    shipped = Model.load(DEFAULT)
    shipped.refuse_strangers(declared(read_signals()))
    assert shipped.about["trained_on"] == "simulated"
    assert (shipped.weights >= 0).all()
    assert json.dumps(shipped.about)


def test_worse_everywhere_stands_highest(model: Model) -> None:
    worst, best = 9e9 * WORSE, -9e9 * WORSE
    assert model.place(risk(model, worst))[0] == 100
    assert model.place(risk(model, best))[0] <= 50
    assert replace(model, weights=model.weights * 0).contributions(worst[None]).sum() == 0
