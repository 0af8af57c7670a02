"""The model card: plain JSON, the strongest signal first, and by whose word it scores."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from vetting.errors import RefusalError
from vetting.score.card import card, weighed
from vetting.score.curve import LEARNERS, curve
from vetting.score.registry import Decision
from vetting.score.yardstick import judged, recentred
from vetting.settings import Settings

from .conftest import made_up

if TYPE_CHECKING:
    from vetting.score.model import Model


def test_a_card_is_plain_json_and_the_same_twice(model: Model) -> None:
    told = card(model)
    assert json.loads(json.dumps(told)) == told == card(model)
    assert told["model"] == model.fingerprint
    assert told["trained_on"] == "outcomes"
    assert told["decided"] is None


def test_a_card_says_by_whose_word_it_scores(model: Model) -> None:
    said = Decision(datetime(2026, 7, 1, 9), "A. Martin", "better by 0.03", "abcd")
    told = card(model, decision=said, because="It scores in place of another.")
    assert told["decided"] == {
        "by": "A. Martin", "at": "2026-07-01T09:00:00Z", "reason": "better by 0.03", "against": "abcd"
    }  # fmt: skip
    assert told["because"] == "It scores in place of another."


def test_what_moves_the_score_most_stands_first_and_its_points_are_the_model_s(model: Model) -> None:
    signals = weighed(model)
    assert signals[0]["signal"] in {"alpha", "beta"}
    assert signals[-1]["signal"] == "gamma"
    alpha = next(one for one in signals if one["signal"] == "alpha")
    for reading, added in alpha["points"]:
        row = np.full((1, 3), np.nan)
        row[0, model.features.index("alpha")] = reading
        assert model.contributions(row)[0, model.features.index("alpha")] == pytest.approx(added, abs=2e-3)
    assert all(one["silent"] <= 0 for one in signals)


def test_readings_stand_in_the_model_s_order_and_what_is_not_there_is_missing() -> None:
    rows = made_up(20)
    turned = rows.picked(("gamma", "new", "alpha"))
    np.testing.assert_array_equal(turned[:, 0], rows.readings[:, 2])
    assert np.isnan(turned[:, 1]).all()


def test_a_model_is_judged_on_what_is_known_of_a_made_up_world(model: Model) -> None:
    rows = made_up(400, seed=9)
    honest = rows.readings[:, 0] < 1
    facts = judged(model, rows, Settings.read().score, chance=rows.incident * 0.9, honest=honest, draws=20)
    assert facts["limit"]["auc"] == 1.0
    assert facts["parts"]["honest"]["decisions"] == honest.sum()
    assert sum(one["count"] for one in facts["honest"]) == honest.sum()
    assert facts["metrics"]["auc"]["value"] > 0.6


def test_another_base_rate_is_told_from_a_wrong_shape() -> None:
    rng = np.random.default_rng(3)
    odds = rng.normal(-2, 1.5, 4000)
    happened = (rng.random(4000) < 1 / (1 + np.exp(-odds - 1))).astype(float)
    told = recentred(happened, 1 / (1 + np.exp(-odds)))
    assert told
    assert told["shift"] == pytest.approx(1, abs=0.1)
    assert told["ece"] < 0.03
    bent = recentred(happened, 1 / (1 + np.exp(-3 * odds)))
    assert bent
    assert bent["ece"] > 0.05
    assert recentred(np.zeros(5), np.full(5, 0.1)) is None


def test_too_few_incidents_are_refused(model: Model) -> None:
    rows = made_up(200)
    few = rows.take(np.flatnonzero(rows.incident == 0))
    with pytest.raises(RefusalError, match="0 of them with an incident, are too few"):
        judged(model, few, Settings.read().score)


def test_the_curve_of_few_labels_holds_every_learner_at_every_size() -> None:
    told = curve(made_up(500), sizes=(50, 400), draws=2)
    assert [one["size"] for one in told] == [50] * len(LEARNERS)
    assert min(one["behind"] for one in told) == 0.0
    assert all(0 < one["log_loss"] < 5 for one in told)
    assert told == curve(made_up(500), sizes=(50,), draws=2)
