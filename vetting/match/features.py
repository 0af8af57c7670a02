"""The evidence as numbers for the scorer: each about 0 to 1, each with one meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HIGH = 0.85
FULL_INFO = 20.0
"""Nats at which a name is taken to be as rare as names get."""


def _from(column: str, low: float, high: float) -> pl.Expr:
    """0 up to `low`, 1 from `high`, straight between."""
    return ((pl.col(column) - low) / (high - low)).clip(0, 1)


FLAGS: dict[str, int] = {
    "whole": 1, "initial": 0, "short": 0, "heard": 1, "cropped": -1, "inside_handle": 1, "in_text": 0, "flanked": -1,
    "small": -1, "ordinary": -1, "outdone": -1, "handle_equal": 1, "country_equal": 1, "country_differs": -1,
    "birth_equal": 1, "birth_near": 1, "birth_differs": -1, "age_fits": 1, "age_differs": -1, "place_equal": 1,
    "place_differs": -1, "kin": -1, "unrelated": -1, "language_equal": 1, "language_differs": -1, "trade_equal": 1,
    "trade_differs": -1, "platform_equal": 1, "platform_differs": -1, "creator_word": 1, "outsider_word": -1,
    "apposed": -1, "before_account": -1, "other_subject": -1,
}  # fmt: skip
AMOUNTS: dict[str, tuple[int, pl.Expr]] = {
    "name_score": (1, pl.col("name_score")),
    "name_high": (1, _from("name_score", HIGH, 1)),
    "joined_high": (1, _from("joined", HIGH, 1)),
    "second_word": (1, pl.col("second")),
    "margin": (1, _from("margin", -6, 18)),
    "one_edit": (-1, (pl.col("edits") > 0).cast(pl.Float64)),
    "two_edits": (-1, (pl.col("edits") > 1).cast(pl.Float64)),
    "more_edits": (-1, (pl.col("edits") - 2).clip(0, 3) / 3),
    "missed": (-1, (pl.col("missed") / FULL_INFO).clip(0, 1)),
    "extra": (-1, (pl.col("extra") / FULL_INFO).clip(0, 1)),
    "crossed": (-1, (pl.min_horizontal("missed", "extra") / FULL_INFO).clip(0, 1)),
    "other_known": (-1, pl.col("other_known")),
    "one_word": (-1, (pl.col("words") <= 1).cast(pl.Float64)),
    "exact_words": (1, (pl.col("exact_words").clip(0, 2) / 2)),
    "rivals": (-1, (pl.col("rivals") + 1).log().clip(0, 3)),
    "namesakes": (-1, pl.col("namesakes")),
    "known": (1, pl.col("known")),
    "crowd": (-1, pl.col("crowd")),
}

DIRECTIONS: dict[str, int] = {name: way for name, (way, _) in AMOUNTS.items()} | FLAGS
"""Which way each feature may move the answer: 1 up, -1 down, 0 either way."""
FEATURES = tuple(DIRECTIONS)
"""What the scorer sees, in order; a scorer trained on others is refused."""

NEEDED = sorted({*FLAGS, *(column for _, how in AMOUNTS.values() for column in how.meta.root_names())})
"""Columns of the evidence that the features are made of."""


def matrix(evidence: pl.DataFrame) -> NDArray[np.float64]:
    """Rows of evidence as rows of numbers, one column per feature."""
    amounts = {name: how for name, (_, how) in AMOUNTS.items()}
    return evidence.select(**amounts, **{name: pl.col(name) for name in FLAGS}).cast(pl.Float64).to_numpy()
