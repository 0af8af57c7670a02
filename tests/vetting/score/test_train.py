"""Training: it learns what there is, forgets order, repeats itself to the bit, and refuses what is too little."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from tests.vetting.score.conftest import KNOWN, made_up
from vetting.errors import RefusalError
from vetting.score.fit import TREES_FROM, fit
from vetting.score.train import MINIMUM_INCIDENTS, held_chances, out_of_fold, train

if TYPE_CHECKING:
    from vetting.score.examples import Examples
    from vetting.score.model import Model


def test_it_learns_what_there_is_to_learn(model: Model, grown: Model) -> None:
    fresh = made_up(3000, seed=7)
    for one in (model, grown):
        odds = one.logits(fresh.readings)
        assert roc_auc_score(fresh.incident, odds) > 0.75
        assert abs(one.probability(odds).mean() - fresh.incident.mean()) < 0.04
        strength = one.weights.sum(axis=1)
        assert min(strength[:2]) > 2 * strength[2]


def test_trees_come_in_with_enough_incidents(model: Model, grown: Model) -> None:
    assert model.held_incident.sum() < TREES_FROM <= grown.held_incident.sum()
    assert (model.about["method"]["trees"], grown.about["method"]["trees"]) == (False, True)


def test_the_same_decisions_in_any_order_give_the_same_bytes(model: Model) -> None:
    examples = made_up(240)
    rng = np.random.default_rng(3)
    shuffled, columns = examples.take(rng.permutation(240)), [2, 0, 1]
    names = tuple(examples.features[at] for at in columns)
    turned = replace(shuffled, features=names, worse=shuffled.worse[columns], readings=shuffled.readings[:, columns])
    again = train(turned, KNOWN, about={"trained_on": "outcomes"})
    assert again.fingerprint == model.fingerprint
    assert again.dumps() == model.dumps()


def test_another_seed_draws_other_creators(model: Model) -> None:
    other = train(made_up(240), KNOWN, about={"trained_on": "outcomes"}, seed=2)
    assert (other.drawn_weights != model.drawn_weights).any()


def test_no_creator_is_judged_by_a_model_that_saw_it() -> None:
    examples = made_up(300)
    held, *_ = out_of_fold(examples, 0)
    one = examples.creators == examples.creators[0]
    mirrored = replace(examples, incident=np.where(one, 1 - examples.incident, examples.incident))
    ours = fit(examples.readings[~one], examples.worse, examples.incident[~one])
    assert (out_of_fold(mirrored, 0)[0] != held).any()
    assert np.corrcoef(ours.logits(examples.readings), held)[0, 1] > 0.8


@pytest.mark.parametrize("calibration", ["sigmoid", "venn_abers"])
def test_held_chances_are_calibrated(calibration: str) -> None:
    examples = made_up(1500, seed=5)
    held, *_ = out_of_fold(examples, 0)
    told = held_chances(examples, held, 0, calibration)  # type: ignore[arg-type] # one of the two
    order = np.argsort(told)
    for part in np.array_split(order, 5):
        assert abs(told[part].mean() - examples.incident[part].mean()) < 0.08


def few(incidents: int, rows: int = 400) -> Examples:
    examples = made_up(rows)
    return replace(examples, incident=(np.arange(rows) < incidents).astype(float))


@pytest.mark.parametrize("incidents", [0, 1, MINIMUM_INCIDENTS - 1])
def test_too_few_incidents_are_refused(incidents: int) -> None:
    with pytest.raises(
        RefusalError, match=rf"{incidents} of them with an incident.*{MINIMUM_INCIDENTS - incidents} more"
    ):
        train(few(incidents), KNOWN, about={})


def test_too_few_without_an_incident_are_refused() -> None:
    with pytest.raises(RefusalError, match="0 of them without an incident"):
        train(few(400), KNOWN, about={})


@pytest.mark.parametrize("creators", [1, 4, 9])
def test_too_few_creators_are_refused_however_many_decisions(creators: int) -> None:
    examples = made_up(400)
    names = np.array([f"c{number % creators}" for number in range(400)])
    with pytest.raises(RefusalError, match=f"400 decisions on {creators} creators"):
        train(replace(examples, creators=names), KNOWN, about={})


def test_an_infinite_reading_breaks_nothing() -> None:
    examples = made_up(240)
    readings = examples.readings.copy()
    readings[:5, 0], readings[5:9, 1] = np.inf, -np.inf
    model = train(replace(examples, readings=readings), KNOWN, about={})
    assert np.isfinite(model.knots).all()
    assert np.isfinite(model.logits(readings)).all()


def test_a_feature_that_was_never_read_or_never_varies_is_harmless() -> None:
    examples = made_up(300)
    readings = examples.readings.copy()
    readings[:, 1], readings[:, 2] = np.nan, 3.0
    model = train(replace(examples, readings=readings), KNOWN, about={})
    assert model.contributions(readings)[:, 2].max() == 0
    assert np.isfinite(model.logits(readings)).all()
    assert model.shares[1, -1] == 1.0
    np.testing.assert_allclose(model.shares.sum(axis=1), 1.0)
