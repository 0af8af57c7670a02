"""The risk model's laws: additive, monotone, silent on silence, and the same for the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vetting.score.conftest import KNOWN, NAMES, WORSE, made_up
from vetting.errors import RefusalError
from vetting.score.model import Model
from vetting.score.score import DEFAULT, declared, matrix
from vetting.settings import Settings
from vetting.signals import read_signals

if TYPE_CHECKING:
    from collections.abc import Sequence


BANDS = ("low", "medium", "high")
READING = st.one_of(st.floats(-1e6, 1e6), st.floats(-4, 4), st.just(float("nan")), st.just(float("inf")))
READINGS = st.tuples(READING, READING, READING)


@pytest.fixture(params=["smooth", "trees"])
def either(request: pytest.FixtureRequest, model: Model, grown: Model) -> Model:
    """Each law holds for both kinds of model."""
    return model if request.param == "smooth" else grown


def risk(model: Model, readings: Sequence[float]) -> tuple[float, float, float]:
    """Log-odds, chance and place of one creator."""
    odds = model.logits(np.array([readings], dtype=float))
    return float(odds[0]), float(model.probability(odds)[0]), float(model.place(odds)[0])


@settings(deadline=None, max_examples=150)
@given(readings=READINGS, which=st.integers(0, 2), more=st.floats(0, 1e6))
def test_worsening_a_signal_never_lowers_the_risk(
    readings: tuple[float, float, float], which: int, more: float, model: Model, grown: Model
) -> None:
    worse = list(readings)
    worse[which] += more * WORSE[which]
    for one in (model, grown):
        before, after = risk(one, readings), risk(one, worse)
        assert all(new >= old for old, new in zip(before, after, strict=True))


@settings(deadline=None, max_examples=150)
@given(readings=READINGS, which=st.integers(0, 2))
def test_a_missing_reading_never_raises_the_risk(
    readings: tuple[float, float, float], which: int, model: Model, grown: Model
) -> None:
    silent = list(readings)
    silent[which] = float("nan")
    for one in (model, grown):
        assert all(new <= old for old, new in zip(risk(one, readings), risk(one, silent), strict=True))


@settings(deadline=None, max_examples=100)
@given(readings=READINGS)
def test_contributions_add_up_to_the_log_odds_and_the_interval_holds_them(
    readings: tuple[float, float, float], model: Model, grown: Model
) -> None:
    told = np.array([readings])
    for one in (model, grown):
        assert one.base + one.contributions(told).sum() == pytest.approx(one.logits(told)[0], abs=1e-9)
        low, high = one.interval(told)
        assert low[0] <= one.logits(told)[0] + 1e-9
        assert high[0] >= one.logits(told)[0] - 1e-9
        assert low[0] < high[0]


def test_many_rows_are_scored_as_one_by_one(either: Model) -> None:
    readings = np.tile(made_up(500, seed=4).readings, (10, 1))
    alone = np.concatenate([either.logits(readings[at : at + 1]) for at in range(40)])
    np.testing.assert_allclose(either.logits(readings)[:40], alone, rtol=0, atol=1e-12)
    assert len(either.interval(readings)[0]) == len(readings)
    assert either.contributions(np.zeros((0, 3))).shape == (0, 3)


def test_the_order_of_rows_and_columns_changes_nothing() -> None:
    features = pl.DataFrame(
        {"creator_id": ["x", "y", "x"], "signal": ["alpha", "beta", "gamma"], "reading": [1.0, 2.0, 3.0]}
    )
    straight = matrix(features, ["x", "y"], NAMES)
    np.testing.assert_array_equal(straight, matrix(features[::-1], ["x", "y"], NAMES))
    np.testing.assert_array_equal(straight[:, ::-1], matrix(features, ["x", "y"], NAMES[::-1]))


def test_a_signal_that_was_changed_or_lost_is_refused_and_a_new_one_is_ignored(model: Model) -> None:
    with pytest.raises(RefusalError, match=r"beta.*not declared any more"):
        model.refuse_strangers({name: name for name in NAMES if name != "beta"})
    with pytest.raises(RefusalError, match=r"gamma.*declared otherwise"):
        model.refuse_strangers(KNOWN | {"gamma": "new"})
    model.refuse_strangers(KNOWN | {"delta": "new"})
    newcomer = pl.DataFrame({"creator_id": ["x", "x"], "signal": ["alpha", "delta"], "reading": [1.0, 99.0]})
    with_it, without = (matrix(one, ["x"], model.features) for one in (newcomer, newcomer[:1]))
    np.testing.assert_array_equal(model.logits(with_it), model.logits(without))


@settings(deadline=None, max_examples=100)
@given(
    readings=READINGS,
    which=st.integers(0, 2),
    more=st.floats(0, 1e6),
    size=st.sampled_from(["nano", "mega", "", "new"]),
)
def test_worse_never_lowers_a_band_and_a_hidden_count_never_raises_it(
    readings: tuple[float, float, float], which: int, more: float, size: str, model: Model, grown: Model
) -> None:
    costs, worse = Settings.read().score, list(readings)
    worse[which] += more * WORSE[which]
    for one in (model, grown):

        def placed(told: Sequence[float], named: str, one: Model = one) -> int:
            return BANDS.index(one.band(one.logits(np.array([told], dtype=float)), np.array([named]), costs)[0])

        assert placed(worse, size) >= placed(readings, size)
        assert placed(readings, "") <= placed(readings, size)


def test_worse_everywhere_stands_highest_and_knowing_nothing_stands_low(either: Model) -> None:
    worst, best, none = (either.logits(np.array([row])) for row in (9e9 * WORSE, -9e9 * WORSE, np.full(3, np.nan)))
    assert either.place(worst)[0] == 100
    assert none[0] <= best[0] < worst[0]


def test_the_shipped_model_knows_todays_signals_and_says_what_it_was_trained_on() -> None:
    shipped = Model.load(DEFAULT)
    shipped.refuse_strangers(declared(read_signals()))
    assert shipped.about["trained_on"] == "simulated"
    assert (shipped.weights >= 0).all()
    assert (shipped.silent <= 0).all()
