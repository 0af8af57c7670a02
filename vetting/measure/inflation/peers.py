"""How far an account's posts are from those of its platform's accounts of the same size."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

Floats = NDArray[np.float64]
SLOPE, STRENGTH = 0.75, 8.0
"""Log likes rise by about so much per log follower; a platform's own slope counts by its sum of squares."""
ROUNDS, NEAR = 12, 0.2
FEWEST = 5


def beyond_peers(size: pl.Series, value: pl.Series, platform: pl.Series) -> tuple[pl.Series, pl.Series]:
    """What a log count has beyond the median line over log size among its platform's accounts, also by their spread.

    Null where the value is unknown or fewer than `FEWEST` accounts of the platform show theirs.
    """
    x, y = (column.cast(pl.Float64).fill_null(np.nan).to_numpy() for column in (size, value))
    place = platform.fill_null("").rank("dense").to_numpy().astype(np.int64)
    told = np.isfinite(x) & np.isfinite(y)
    beyond, spread = np.full(len(y), np.nan), np.full(len(y), np.nan)
    for number in np.unique(place[told]):
        rows = np.flatnonzero(told & (place == number))
        if len(rows) >= FEWEST:
            beyond[rows] = _beyond_line(x[rows], y[rows])
            spread[rows] = 0.05 + 1.4826 * np.median(np.abs(beyond[rows])) * len(rows) / (len(rows) - 2)
    return pl.Series(beyond).fill_nan(None), pl.Series(beyond / spread).fill_nan(None)


def _beyond_line(x: Floats, y: Floats) -> Floats:
    """Residuals of the line of least absolute deviations (by reweighting), shrunk to the usual slope."""
    x = x - np.median(x)
    slope, level = SLOPE, float(np.median(y - SLOPE * x))
    for _ in range(ROUNDS):
        weight = 1 / np.maximum(np.abs(y - level - slope * x), NEAR)
        level = float(weight @ (y - slope * x) / weight.sum())
        slope = float((weight @ (x * (y - level)) + SLOPE * STRENGTH) / (weight @ (x * x) + STRENGTH))
    left: Floats = y - level - slope * x
    return left
