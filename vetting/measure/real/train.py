"""Fits the model of bought likes on accounts whose truth is known, as made-up ones are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit  # type: ignore[import-untyped] # scipy ships no types
from sklearn.linear_model import LogisticRegression, Ridge

from vetting.errors import RefusalError
from vetting.measure.real.likes import Floats, Likes

if TYPE_CHECKING:
    from numpy.typing import NDArray

SOME, LEAST, STRENGTH = 0.02, 30, 0.1


def train(signs: Floats, bought: Floats) -> Likes:
    """Signs (accounts x SIGNS) and the true share of each account's likes that is bought -> the model."""
    has: NDArray[np.bool_] = bought > SOME
    if not LEAST <= has.sum() <= len(has) - LEAST:
        raise RefusalError(
            f"{int(has.sum())} of {len(has)} accounts with bought likes are too few or too many to learn from.",
            f"Give at least {LEAST} with and without.",
        )
    whether = LogisticRegression(C=STRENGTH).fit(signs, has)
    odds = np.log(bought[has] / (1 - np.minimum(bought[has], 0.98)))
    much = Ridge(alpha=1.0).fit(signs[has], odds)
    expected = expit(much.predict(signs[has]))
    spread = float(np.mean((bought[has] - expected) ** 2 / (expected * (1 - expected))))
    return Likes(
        (float(whether.intercept_[0]), *map(float, whether.coef_[0])),
        (float(much.intercept_), *map(float, much.coef_)),
        max(1 / spread - 1, 2.0),
    )
