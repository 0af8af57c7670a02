"""Which rule decided, told from what the decision stands on."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from vetting.match.decide import DEFAULT
from vetting.match.whatif import LEFT_OUT, others, rule

ROW: dict[str, Any] = {
    "decision": "match", "alone": 0.9, "handle_equal": False, "birth_equal": False, "beyond": 0, "rare": False,
    "conflict": False, "tied": 1, "corroborated": True, "needed": 0.7,
}  # fmt: skip
REVIEW = ROW | {"decision": "review"}


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (ROW | {"handle_equal": True, "beyond": 4}, ["by_handle"]),
        (ROW | {"birth_equal": True, "beyond": 4}, ["by_birth"]),
        (ROW | {"beyond": 2}, ["by_several"]),
        (ROW | {"beyond": 1}, ["by_one"]),
        (ROW | {"beyond": 0, "rare": True}, ["by_rare_name"]),
        (REVIEW | {"conflict": True}, ["conflict"]),
        (REVIEW | {"tied": 2, "corroborated": False}, ["tied", "not_corroborated"]),
        (REVIEW | {"alone": 0.5}, ["below_match"]),
        (REVIEW | {"alone": 0.01, "corroborated": False}, ["shown_for_the_name", "not_corroborated", "below_match"]),
        (ROW | {"decision": LEFT_OUT}, ["below_review"]),
    ],
)
def test_the_rule_is_named(row: dict[str, Any], codes: list[str]) -> None:
    assert rule(row, DEFAULT) == codes


def test_others_are_those_who_are_shown() -> None:
    decided = pl.DataFrame(
        {
            "creator_id": list("abcd"), "probability": [0.9, 0.2, 0.4, 0.01],
            "decision": ["match", "review", "review", LEFT_OUT],
        }
    )  # fmt: skip
    assert [one["creator_id"] for one in others(decided, "a")] == ["c", "b"]
