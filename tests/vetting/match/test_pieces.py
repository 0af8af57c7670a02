"""Small weights become pieces of evidence, and nothing is lost on the way."""

from __future__ import annotations

from math import exp, isclose

import polars as pl
import pytest

from vetting.match.features import FEATURES
from vetting.match.pieces import OF_CODE, OF_FEATURE, PIECES, pieces, strength
from vetting.match.words import AGAINST, FOR

JUDGING = {"confirmed_before", "rejected_before", "nothing_beyond_name", "little_beyond_name"}


def added(**adds: float) -> pl.DataFrame:
    return pl.DataFrame({"feature": list(adds), "adds": list(adds.values())})


def test_every_feature_and_every_code_belongs_to_one_piece() -> None:
    assert set(OF_FEATURE) == set(FEATURES)
    assert sum(len(features) for features, _ in PIECES.values()) == len(FEATURES)
    assert set(OF_CODE) == {*FOR, *AGAINST} - JUDGING


def test_the_sum_is_kept_and_the_greatest_comes_first() -> None:
    told = added(name_score=2.5, one_edit=-0.5, country_differs=-3.0, before_account=0.0, not_ours=0.25)
    found = pieces(told, ["name_close", "letter_differs", "country_differs"])
    assert [row["piece"] for row in found] == ["country", "name", "rest"]
    assert isclose(sum(row["adds"] for row in found), told["adds"].sum())
    assert found[0] == {
        "piece": "country", "side": "against", "adds": -3.0, "factor": exp(-3.0), "strength": "strong",
        "says": ["country_differs"],
    }  # fmt: skip
    assert found[1]["says"] == ["name_close", "letter_differs"]


def test_what_is_said_is_shown_though_it_adds_nothing() -> None:
    assert pieces(added(flanked=0.0), ["flanked"])[0]["side"] == "neither"


@pytest.mark.parametrize(
    ("factor", "word"), [(1.2, "slight"), (2.0, "weak"), (0.2, "moderate"), (50, "strong"), (0.001, "very_strong")]
)
def test_a_factor_weighs_the_same_on_either_side(factor: float, word: str) -> None:
    adds = pl.Series([factor]).log().item()
    assert strength(adds) == strength(-adds) == word
