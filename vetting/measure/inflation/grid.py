"""Shares of an audience as bins, finer near none, and what can be said of a distribution over them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

EDGES: Floats = np.concatenate([np.arange(16) / 100, 0.16 + np.arange(12) / 50, 0.4 + np.arange(16) / 25])
"""From 0 to 1 by 1, 2 and 4 hundredths."""
MIDDLES: Floats = (EDGES[1:] + EDGES[:-1]) / 2
WIDTHS: Floats = np.diff(EDGES)


def bins(share: Floats) -> Ints:
    """The bin of each share."""
    return np.clip(np.searchsorted(EDGES, share, side="right") - 1, 0, len(MIDDLES) - 1)


def scaled(weights: Floats) -> Floats:
    """Rows that sum to 1."""
    rows: Floats = weights / weights.sum(axis=1, keepdims=True)
    return rows


def quantile(chances: Floats, level: float) -> Floats:
    """The share below which `level` of each row's chances lie; chances are spread evenly within a bin."""
    reached = np.hstack([np.zeros((len(chances), 1)), chances.cumsum(axis=1)])
    reached /= reached[:, -1:]
    after = np.clip((reached < level).sum(axis=1), 1, len(MIDDLES))
    rows = np.arange(len(chances))
    low, high = reached[rows, after - 1], reached[rows, after]
    part = np.clip((level - low) / np.maximum(high - low, 1e-12), 0.0, 1.0)
    share: Floats = EDGES[after - 1] + part * WIDTHS[after - 1]
    return share


def mean(chances: Floats) -> Floats:
    """The mean share of each row."""
    share: Floats = chances @ MIDDLES
    return share


def tempered(chances: Floats, power: float) -> Floats:
    """Each row's density raised to a power: below 1 it widens, and what it deems likeliest stays so."""
    density = np.maximum(chances / WIDTHS, 1e-12)
    return scaled(density**power * WIDTHS)
