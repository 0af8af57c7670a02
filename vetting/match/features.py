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

FLAGS: dict[str, int] = {
    "whole": 1, "initial": 0, "short": 0, "inside_handle": 1, "in_text": 0, "flanked": -1, "small": -1, "ordinary": -1,
    "outdone": -1, "handle_equal": 1, "country_equal": 1, "country_differs": -1, "birth_equal": 1, "birth_differs": -1,
    "language_equal": 1, "language_differs": -1, "trade_equal": 1, "trade_differs": -1, "platform_equal": 1,
    "platform_differs": -1, "creator_word": 1, "outsider_word": -1, "before_account": -1, "other_subject": -1,
}  # fmt: skip
AMOUNTS: dict[str, tuple[int, pl.Expr]] = {
    "name_score": (1, pl.col("name_score")),
    "name_high": (1, ((pl.col("name_score") - HIGH) / (1 - HIGH)).clip(0, 1)),
    "second_word": (1, pl.col("second")),
    "met": (1, (pl.col("met") / FULL_INFO).clip(0, 1)),
    "missed": (-1, (pl.col("missed") / FULL_INFO).clip(0, 1)),
    "extra": (-1, (pl.col("extra") / FULL_INFO).clip(0, 1)),
    "one_word": (-1, (pl.col("words") <= 1).cast(pl.Float64)),
    "rivals": (-1, (pl.col("rivals") + 1).log().clip(0, 3)),
}

DIRECTIONS: dict[str, int] = {name: way for name, (way, _) in AMOUNTS.items()} | FLAGS
"""Which way each feature may move the answer: 1 up, -1 down, 0 either way."""
CUES = ("trade_differs", "platform_differs", "outsider_word", "language_differs")
"""Words in passing: they may speak against a pair, but never settle it."""
FEATURES = tuple(DIRECTIONS)
"""What the scorer sees, in order; a scorer trained on others is refused."""

NEEDED = sorted({"rivals", *FLAGS, *(column for _, how in AMOUNTS.values() for column in how.meta.root_names())})
"""Columns of the evidence that the features are made of."""


def matrix(evidence: pl.DataFrame) -> NDArray[np.float64]:
    """Rows of evidence as rows of numbers, one column per feature."""
    amounts = {name: how for name, (_, how) in AMOUNTS.items()}
    return evidence.select(**amounts, **{name: pl.col(name) for name in FLAGS}).cast(pl.Float64).to_numpy()
