"""A scorer's many small weights, brought together into pieces of evidence that a reader knows."""

from __future__ import annotations

from math import exp
from typing import Any, Protocol

import polars as pl

REST = "rest"
PIECES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "handle": (("handle_equal",), ("handle_equal",)),
    "birth": (("birth_equal", "birth_near", "birth_differs"), ("birth_equal", "birth_near", "birth_differs")),
    "name": (
        (
            "whole", "initial", "short", "heard", "cropped", "inside_handle", "ordinary", "name_score", "name_high",
            "joined_high", "second_word", "margin", "crossed", "one_edit", "two_edits", "more_edits",
            "missed", "extra", "other_known", "one_word", "exact_words",
        ),
        (
            "name_equal", "rare_name", "name_close", "inside_handle", "alias_met", "heard", "name_partly",
            "missing_words", "extra_words", "cropped", "initial", "short_form", "letters_differ", "letter_differs",
            "other_known", "look_alike", "ordinary_word", "one_word", "common_name",
        ),
    ),
    "country": (("country_equal", "country_differs"), ("country_equal", "country_differs")),
    "age": (("age_fits", "age_differs"), ("age_fits", "age_differs")),
    "trade": (
        ("trade_equal", "trade_differs", "creator_word", "outsider_word", "apposed"),
        ("trade_equal", "creator_word", "outsider_word", "apposed", "trade_differs"),
    ),
    "bearers": (
        ("rivals", "outdone", "namesakes", "known", "crowd", "unrelated", "kin", "other_subject"),
        (
            "known", "better_bearer", "other_bearers", "unrelated", "kin", "namesakes", "crowd", "other_subject",
        ),
    ),
    "place": (("place_equal", "place_differs"), ("place_equal", "place_differs")),
    "platform": (("platform_equal", "platform_differs"), ("platform_equal", "platform_differs")),
    "language": (("language_equal", "language_differs"), ("language_equal", "language_differs")),
    "setting": (("in_text", "flanked", "small"), ("flanked", "small")),
    "time": (("before_account",), ("before_account",)),
}  # fmt: skip
"""Each piece with its features and its codes. What the judging adds to the codes belongs to the decision, not here."""
OF_FEATURE = {feature: piece for piece, (features, _) in PIECES.items() for feature in features}
OF_CODE = {code: piece for piece, (_, codes) in PIECES.items() for code in codes}
LEAST = 1e-9
"""Log odds below which a feature adds nothing."""
STRENGTHS = ((100.0, "very_strong"), (10.0, "strong"), (3.0, "moderate"), (1.25, "weak"))
"""Factors from which a piece of evidence is called so; below the last it hardly counts."""
SLIGHT = "slight"


class Additive(Protocol):
    """A scorer whose log odds are `base` and what each feature adds."""

    @property
    def base(self) -> float:
        """Log odds when nothing is known."""

    def contributions(self, rows: pl.DataFrame) -> pl.DataFrame:
        """`row`, `feature`, `value`, `adds` (log odds), for each row and feature."""


def pieces(told: pl.DataFrame, codes: list[str]) -> list[dict[str, Any]]:
    """What each piece adds to the log odds of one pair, greatest first; the sum is that of `told`, exactly.

    `told` has `feature` and `adds`; `codes` is what is said of the pair. A piece about which nothing is known, which
    adds nothing and says nothing, is left out.
    """
    piece = pl.col("feature").replace_strict(OF_FEATURE, default=REST, return_dtype=pl.String)
    summed = told.group_by(piece.alias("piece"), maintain_order=True).agg(pl.col("adds").sum())
    found = dict(summed.iter_rows())
    said = {name: [code for code in codes if OF_CODE.get(code) == name] for name in (*PIECES, REST)}
    rows = [_piece(name, found.get(name, 0.0), said[name]) for name in (*PIECES, REST)]
    return sorted((row for row in rows if abs(row["adds"]) > LEAST or row["says"]), key=lambda row: -abs(row["adds"]))


def _piece(name: str, adds: float, says: list[str]) -> dict[str, Any]:
    side = "for" if adds > LEAST else "against" if adds < -LEAST else "neither"
    return {"piece": name, "side": side, "adds": adds, "factor": exp(adds), "strength": strength(adds), "says": says}


def strength(adds: float) -> str:
    """How much a piece weighs, as a word: slight, weak, moderate, strong, very_strong."""
    return next((word for least, word in STRENGTHS if exp(abs(adds)) >= least), SLIGHT)
