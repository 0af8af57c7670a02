"""Learning weights of signs that have a direction: a logistic regression in which none turns against its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped] # scipy ships no types

if TYPE_CHECKING:
    from collections.abc import Mapping

Floats = NDArray[np.float64]
RIDGE = 3e-3


def fitted(table: pl.DataFrame, happened: Floats, directions: Mapping[str, int]) -> dict[str, float]:
    """Columns of `table` (null reads as 0) and shares 0-1 -> log-odds by column, and `base`.

    A column's direction is 1 (never below 0), -1 (never above) or 0 (either).
    """
    names = list(directions)
    signs = table.select(names).cast(dict.fromkeys(names, pl.Float64)).fill_null(0.0).to_numpy()
    scale = np.maximum(signs.std(axis=0), 1e-9)
    design = np.column_stack([signs / scale, np.ones(len(signs))])
    limits = [(None if way < 1 else 0.0, None if way > -1 else 0.0) for way in directions.values()]

    def loss(weights: Floats) -> tuple[float, Floats]:
        logit = design @ weights
        chance = 1.0 / (1.0 + np.exp(-np.clip(logit, -30, 30)))
        cost = np.mean(np.logaddexp(0.0, logit) - happened * logit) + RIDGE * (weights[:-1] ** 2).sum()
        slope = design.T @ (chance - happened) / len(happened)
        slope[:-1] += 2 * RIDGE * weights[:-1]
        return float(cost), slope

    found = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B", bounds=[*limits, (None, None)]).x
    return dict(zip([*names, "base"], [*(found[:-1] / scale).tolist(), float(found[-1])], strict=True))
