"""The better model wins on later decisions, the worse one doesn't, and luck is not enough."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from vetting.score.challenge import challenge, choose
from vetting.score.train import train

from .worlds import NAMES, START, made

if TYPE_CHECKING:
    from vetting.score.model import Model

KNOWN = {name: name for name in NAMES}
DEFAULT = {"trained_on": "simulated", "as_of": "2026-01-01"}


@pytest.fixture(scope="module")
def other() -> Model:
    """A default that learnt that another signal matters."""
    elsewhere = made(240, seed=8)
    turned = replace(elsewhere, readings=elsewhere.readings[:, ::-1].copy())
    return train(turned, KNOWN, about=DEFAULT)


@pytest.fixture(scope="module")
def same() -> Model:
    """A default that learnt from a world like this one."""
    return train(made(260, seed=9), KNOWN, about=DEFAULT)


def test_who_knows_more_wins(other: Model) -> None:
    verdict = challenge(made(400), other, calibration="sigmoid")
    loss = verdict.facts["log_loss"]
    assert verdict.better
    assert 0 < loss["low"] < loss["less"] < loss["high"]
    assert loss["less"] == pytest.approx(loss["incumbent"] - loss["challenger"], abs=1e-5)
    assert verdict.facts["auc"]["challenger"] > verdict.facts["auc"]["incumbent"] + 0.1
    assert "better beyond chance" in verdict.because
    assert json.loads(json.dumps(verdict.facts)) == verdict.facts


def test_who_knows_as_much_does_not_win(same: Model) -> None:
    verdict = challenge(made(400), same, calibration="sigmoid")
    assert not verdict.better
    assert "not better beyond chance" in verdict.because
    assert verdict.facts["log_loss"]["low"] <= 0


def test_a_default_that_is_only_wrong_about_the_rate_is_not_beaten_for_that(same: Model) -> None:
    shy = replace(same, base=same.base - 3.0)
    assert not challenge(made(400), shy, calibration="sigmoid").better


def test_the_same_rows_in_any_order_give_the_same_verdict(other: Model) -> None:
    rows = made(300)
    mixed = rows.take(np.random.default_rng(3).permutation(len(rows))).canonical()
    verdicts = [challenge(one, other, calibration="sigmoid") for one in (rows.canonical(), mixed)]
    assert verdicts[0] == verdicts[1]


def test_an_own_model_is_not_challenged_on_what_it_learnt_from(other: Model) -> None:
    until = str(START + np.timedelta64(880, "D"))
    own = replace(other, about={"trained_on": "outcomes", "period": ["2023-01-01T00:00:00", until]})
    verdict = challenge(made(400), own, calibration="sigmoid")
    assert not verdict.better
    assert verdict.facts["fair"] is False
    assert verdict.because.startswith("No fair test yet")


def test_auto_chooses_by_decisions_that_the_test_does_not_hold(same: Model) -> None:
    assert choose(made(400), "venn_abers", same) == ("venn_abers", "venn_abers, as asked for")
    chosen, why = choose(made(500), "auto", same)
    assert chosen in {"sigmoid", "venn_abers"}
    assert "later decisions" in why
    assert choose(made(100), "auto", same)[0] == "sigmoid"


def test_a_feature_that_was_never_measured_is_missing() -> None:
    rows = made(5)
    held = rows.picked(("silent_post_share", "unheard_of"))
    np.testing.assert_array_equal(held[:, 0], rows.readings[:, 2])
    assert np.isnan(held[:, 1]).all()
