"""Measures of a model: what they are where they are known, their intervals, and that no order matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

from vetting.score.evaluate import auc, brier_skill, evaluate
from vetting.score.groups import by_group, wilson

if TYPE_CHECKING:
    from vetting.score.examples import Floats

ROWS = 1500


def drawn(seed: int = 0, bend: float = 1.0, shift: float = 0.0) -> dict[str, Any]:
    """Decisions whose incidents follow their log-odds; what is said of them is bent and shifted."""
    rng = np.random.default_rng(seed)
    true = rng.normal(-1.5, 1.3, ROWS).round(2)
    said = bend * true + shift
    chance = 1 / (1 + np.exp(-said))
    return {
        "incident": (rng.random(ROWS) < 1 / (1 + np.exp(-true))).astype(float),
        "logits": said,
        "probability": chance,
        "band": np.where(chance > 0.4, "high", np.where(chance > 0.15, "medium", "low")),
        "creators": np.array([f"c{number // 3}" for number in range(ROWS)]),
        "groups": {"platform": rng.choice(["youtube", "tiktok", ""], ROWS)},
    }


def test_the_measures_are_those_of_the_books() -> None:
    told, facts = drawn(), evaluate(**drawn(), draws=50)["metrics"]
    incident, chance = told["incident"], told["probability"]
    rate = incident.mean()
    assert facts["auc"]["value"] == pytest.approx(roc_auc_score(incident, told["logits"]), abs=1e-4)
    assert facts["log_loss"]["value"] == pytest.approx(log_loss(incident, chance), abs=1e-4)
    skill = 1 - brier_score_loss(incident, chance) / (rate * (1 - rate))
    assert facts["brier_skill"]["value"] == pytest.approx(skill, abs=1e-4)
    assert auc(incident, told["logits"]) == facts["auc"]["value"]
    assert brier_skill(incident, chance) == facts["brier_skill"]["value"]


def test_intervals_hold_what_they_should_and_narrow_with_more() -> None:
    many = (drawn(seed) for seed in range(100, 140))
    real = np.mean([roc_auc_score(one["incident"], one["logits"]) for one in many])
    spreads = [evaluate(**drawn(seed), draws=200)["metrics"]["auc"] for seed in range(12)]
    assert sum(one["low"] <= real <= one["high"] for one in spreads) >= 8
    half: dict[str, Any] = {
        name: value[:300] if name != "groups" else {"platform": value["platform"][:300]}
        for name, value in drawn().items()
    }
    few = evaluate(**half, draws=200)["metrics"]["auc"]
    assert few["high"] - few["low"] > 1.5 * (spreads[0]["high"] - spreads[0]["low"])


def test_decisions_of_one_creator_hang_together() -> None:
    """Every decision copied twice under its creator's name tells nothing new, so the interval must not narrow."""
    one = drawn()
    thrice: dict[str, Any] = {name: np.repeat(value, 3) for name, value in one.items() if name != "groups"}
    thrice["groups"] = {"platform": np.repeat(one["groups"]["platform"], 3)}
    single, copied = (evaluate(**told, draws=300)["metrics"]["auc"] for told in (one, thrice))
    assert copied["high"] - copied["low"] > 0.8 * (single["high"] - single["low"])


@pytest.mark.parametrize(("bend", "shift"), [(3.0, 0.0), (1.0, 1.5)])
def test_a_calibration_error_is_seen_and_chance_is_told_from_it(bend: float, shift: float) -> None:
    good, bad = (evaluate(**drawn(0, *how), draws=50)["metrics"]["ece"] for how in ((1.0, 0.0), (bend, shift)))
    assert good["value"] < 2 * good["by_chance"]
    assert bad["value"] > 3 * bad["by_chance"]
    assert bad["low"] <= bad["value"] <= bad["high"]


def test_the_order_of_rows_changes_nothing() -> None:
    told = drawn()
    order = np.random.default_rng(5).permutation(ROWS)
    turned = {name: value[order] for name, value in told.items() if name != "groups"}
    groups = {"platform": told["groups"]["platform"][order]}
    assert evaluate(**told, draws=40) == evaluate(**turned, groups=groups, draws=40)


def test_one_kind_of_outcome_gives_no_ranking_and_no_error() -> None:
    facts = evaluate(**(drawn() | {"incident": np.zeros(ROWS)}), draws=20)
    assert facts["metrics"]["auc"] == {"value": None, "low": None, "high": None}
    assert facts["metrics"]["brier_skill"]["value"] is None
    assert facts["metrics"]["log_loss"]["value"] > 0


def test_the_bins_and_bands_hold_every_decision_once() -> None:
    facts = evaluate(**drawn(), draws=20)
    assert sum(one["count"] for one in facts["calibration"]) == ROWS
    assert sum(one["decisions"] for one in facts["bands"]) == ROWS
    assert all(one["share_low"] <= one["share"] <= one["share_high"] for one in facts["calibration"])


def apart(rates: tuple[float, float], rows: int = 4000) -> dict[str, Any]:
    rng = np.random.default_rng(1)
    names = rng.choice(["big", "small"], rows)
    flagged = rng.random(rows) < np.where(names == "big", *rates)
    band = np.where(flagged, "high", "low")
    chance: Floats = np.full(rows, 0.1)
    own = (np.zeros(rows), chance, band, np.arange(rows).astype(str), {"tier": names})
    return by_group(*own, rng=np.random.default_rng(0), draws=300)[1][0]


def test_a_group_that_is_flagged_more_often_is_told_from_chance() -> None:
    alike, wronged = apart((0.1, 0.1)), apart((0.2, 0.1))
    assert alike["ratio"] <= alike["by_chance"]
    assert (wronged["highest"], wronged["lowest"]) == ("big", "small")
    assert wronged["low"] > 1.25
    assert wronged["ratio"] > wronged["by_chance"]


def test_wrong_flags_are_counted_among_those_without_an_incident_and_the_unknown_are_no_group() -> None:
    told = drawn()
    facts = evaluate(**told, draws=20)["groups"]
    assert {one["group"] for one in facts} == {"youtube", "tiktok"}
    own = (told["groups"]["platform"] == "tiktok") & (told["incident"] == 0)
    tiktok = next(one for one in facts if one["group"] == "tiktok")
    assert tiktok["flag_rate"] == pytest.approx((told["band"][own] == "high").mean(), abs=1e-4)
    assert tiktok["look_rate"] == pytest.approx((told["band"][own] != "low").mean(), abs=1e-4)


def test_wilson_is_never_sure_of_a_few() -> None:
    assert wilson(0, 0) == (None, None)
    assert wilson(0, 5)[0] == 0.0
    assert wilson(0, 5)[1] == pytest.approx(0.351, abs=0.001)
    assert wilson(5, 5)[1] == 1.0
