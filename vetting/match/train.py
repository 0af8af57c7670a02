"""Teaching the scorer: pairs of known truth, simulated and judged by people, to trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray

from vetting.errors import RefusalError
from vetting.match.evidence import evidence
from vetting.match.features import DIRECTIONS, FEATURES, NEEDED, matrix
from vetting.match.scorer import Scorer
from vetting.match.trees import planted

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = NDArray[np.float64]

FREE = (
    "whole", "initial", "short", "heard", "cropped", "inside_handle", "name_score", "name_high", "joined_high",
    "second_word", "one_edit", "two_edits", "more_edits", "missed", "extra", "one_word", "exact_words", "in_text",
)  # fmt: skip
"""How a name is written: these say together what one of them can't, and may point either way. Facts may not."""
JUDGED = 20.0
"""A pair that a person judged counts as so many simulated ones."""
TREES, LEAVES, RATE, FEWEST, SHRINKAGE = 150, 15, 0.1, 40, 5.0


def labelled(
    creators: pl.DataFrame, accounts: pl.DataFrame, records: pl.DataFrame, truth: pl.DataFrame
) -> pl.DataFrame:
    """Evidence of a world's pairs with `about`; the pairs left out of which nobody could tell.

    `truth` has `record_id`, `creator_id` and `about` (null: nobody could tell); a pair that it does not have is none.
    """
    told = truth.select("record_id", "creator_id", "about").drop_nulls("creator_id")
    once = told.unique(["record_id", "creator_id"], keep="first", maintain_order=True).with_columns(
        told=pl.lit(value=True)
    )
    rows = evidence(creators, accounts, records).select("creator_id", "record_id", *NEEDED)
    known = rows.join(once, on=["record_id", "creator_id"], how="left", maintain_order="left")
    sure = known.filter(pl.col("told").is_null() | pl.col("about").is_not_null())
    return sure.with_columns(pl.col("about").fill_null(value=False)).drop("told")


def train(pairs: Sequence[pl.DataFrame], judged: pl.DataFrame | None = None) -> Scorer:
    """Fit on frames of evidence with `about`; `judged` are pairs of the operator's own that people decided on.

    What a fact says may move the answer one way only. RefusalError where there is nothing to learn from.
    """
    rows = pl.concat([frame.select(*NEEDED, "about", weight=pl.lit(1.0)) for frame in pairs])
    if judged is not None and judged.height:
        rows = pl.concat([rows, judged.select(*NEEDED, "about", weight=pl.lit(JUDGED))])
    about = rows["about"].to_numpy()
    if len(np.unique(about)) < len((True, False)):
        remedy = "Give worlds whose records are about some creators and not others."
        raise RefusalError("There are no pairs to learn from.", remedy)
    return fit(matrix(rows), about, rows["weight"].to_numpy())


def fit(features: Floats, about: NDArray[np.bool_], weight: Floats | None = None) -> Scorer:
    """Fit on rows of features; the same rows give the same scorer."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415 - slow to load, and only training needs it

    ways = [0 if name in FREE else DIRECTIONS[name] for name in FEATURES]
    model = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=RATE, max_leaf_nodes=LEAVES, min_samples_leaf=FEWEST,
        l2_regularization=SHRINKAGE, monotonic_cst=ways, early_stopping=False, random_state=1,
    )  # fmt: skip
    return Scorer(planted(model.fit(features, about, sample_weight=weight)))
