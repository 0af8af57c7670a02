"""How likely the evidence makes each share of an audience, with what stands between: slips, and the order of a list.

Labels slip: a few in a hundred are wrong, either way, and nobody knows how many. A list that is not known to be drawn
uniformly may hold the newest followers, among whom the share is another. Both widen, and slips also pull down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit  # type: ignore[import-untyped] # scipy ships no types

if TYPE_CHECKING:
    import polars as pl

Floats = NDArray[np.float64]
ODDS = np.linspace(-7.0, 4.5, 116)
GRID: Floats = expit(ODDS)
"""The shares on which everything is worked out, closer near 0."""
SLIPS = np.array([0.0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.065, 0.08])
SLIP_ODDS = np.log(np.array([5.0, 4.0, 3.0, 2.5, 2.0, 1.2, 0.6, 0.2]))
"""Shares of labels that are wrong, either way, and how likely each is before any label was seen."""
AUDIENCES = ((0.5, 80.0), (1.2, 30.0), (1.2, 12.0), (1.6, 3.5))
"""Kinds of audiences, as beta distributions of their share of fakes: next to none, few, some, many."""
KIND_COUNTS = np.array([2.0, 3.0, 3.0, 2.0])
"""How many of each kind were seen, so to speak, before any."""
CAUTION = 0.35
"""What audiences say of slips counts so much: their kinds are a judgement."""
ROUNDS = 40
NONE_AT_ALL = -1.35
"""Where no fakes at all are but this much less likely (in logs) than the best share, an interval begins at 0."""
PRIOR = (0.6, 1.6)
"""Beta prior of an audience that has labels of its own."""


def log_likelihood(samples: pl.DataFrame, grid: Floats) -> Floats:
    """Rows of `estimate` -> log-likelihood of each share in `grid`, shape (accounts, grid); the best share has 0.

    Needs the columns effective_fake, effective_real, slip, slip_spread and spread.
    """
    fine = on_grid(samples)
    odds = logit(np.clip(grid, GRID[0], GRID[-1]))
    at = np.clip(np.searchsorted(ODDS, odds) - 1, 0, len(ODDS) - 2)
    part = (odds - ODDS[at]) / (ODDS[at + 1] - ODDS[at])
    told: Floats = fine[:, at] * (1 - part) + fine[:, at + 1] * part
    told -= told.max(axis=1, keepdims=True, initial=-np.inf)
    return told


def on_grid(samples: pl.DataFrame) -> Floats:
    """The same on `GRID`."""
    fake, real, slip, around, spread = (
        samples[name].to_numpy().astype(np.float64)
        for name in ("effective_fake", "effective_real", "slip", "slip_spread", "spread")
    )
    parts = [_counted(fake, real, np.clip(slip + step * around, 0.0, 0.4)) for step in (-1.22, 0.0, 1.22)]
    logs = _log_mean(parts, (0.3, 0.4, 0.3))
    for width in np.unique(spread[spread > 0]):
        rows = spread == width
        logs[rows] = np.log(np.exp(logs[rows]) @ blur(float(width)) + 1e-300)
        logs[rows] -= logs[rows].max(axis=1, keepdims=True)
    return logs


def slips(fake: Floats, real: Floats) -> tuple[float, float]:
    """Labels of all labelled audiences -> the share of labels that slip, and its standard deviation.

    Where many audiences hold as many labels "fake" as slips alone would make, slips made them; an audience with fewer
    speaks against. How common each kind of audience is gets estimated along.
    """
    kinds = np.array([_beta(a, b) for a, b in AUDIENCES])
    told = [_marginal(np.exp(_counted(fake, real, np.full(len(fake), slip))) @ kinds.T) for slip in SLIPS]
    logs = CAUTION * np.array(told) + SLIP_ODDS
    odds = np.exp(logs - logs.max())
    odds /= odds.sum()
    mean = float(odds @ SLIPS)
    return mean, float(np.sqrt(odds @ (SLIPS - mean) ** 2))


def at_large() -> Floats:
    """Weights of shares on `GRID` among audiences of all kinds."""
    kinds: Floats = KIND_COUNTS @ np.array([_beta(a, b) for a, b in AUDIENCES]) / KIND_COUNTS.sum()
    return kinds


def _marginal(likely: Floats) -> float:
    """How likely each kind makes each audience (audiences x kinds) -> best log-likelihood over how common kinds are."""
    common = KIND_COUNTS / KIND_COUNTS.sum()
    for _ in range(ROUNDS):
        belongs = likely * common + 1e-300
        belongs /= belongs.sum(axis=1, keepdims=True)
        common = belongs.sum(axis=0) + KIND_COUNTS
        common /= common.sum()
    return float(np.log(likely @ common + 1e-300).sum() + KIND_COUNTS @ np.log(common))


def summary(logs: Floats, labelled: NDArray[np.bool_]) -> dict[str, Floats]:
    """Log-likelihoods on `GRID` -> share (median), low, high (90 %) and se of each row.

    Labels speak for themselves, under a prior that hardly matters; scores are held against audiences at large.
    """
    prior = np.where(labelled[:, None], _beta(*PRIOR), at_large())
    weight = np.exp(logs) * prior
    weight /= weight.sum(axis=1, keepdims=True)
    edges = weight.cumsum(axis=1) - weight / 2
    mean = weight @ GRID
    spread = np.sqrt(np.maximum(weight @ GRID**2 - mean**2, 0.0))
    low, share, high = (_crossing(edges, level) for level in (0.05, 0.5, 0.95))
    low = np.where(logs[:, 0] > NONE_AT_ALL, 0.0, low)
    return {"share": share, "low": low, "high": high, "se": spread}


def _counted(fake: Floats, real: Floats, slip: Floats) -> Floats:
    """Log-likelihood of effective labels at each share of `GRID`, where `slip` of the labels are wrong; 0 at best."""
    called = slip[:, None] + (1 - 2 * slip[:, None]) * GRID
    total = np.maximum(fake + real, 1e-12)
    best = fake * np.log(np.maximum(fake / total, 1e-12)) + real * np.log(np.maximum(real / total, 1e-12))
    logs: Floats = fake[:, None] * np.log(called) + real[:, None] * np.log1p(-called) - best[:, None]
    return logs


def _log_mean(parts: list[Floats], weights: tuple[float, ...]) -> Floats:
    top = np.max(parts, axis=0)
    mean = sum(weight * np.exp(part - top) for part, weight in zip(parts, weights, strict=True))
    logs: Floats = np.log(mean) + top
    logs -= logs.max(axis=1, keepdims=True, initial=-np.inf)
    return logs


def blur(width: float) -> Floats:
    """Shares (of the list) x shares (of the audience): how log-odds differ by an SD of `width`; columns sum to 1."""
    kernel = np.exp(-(((ODDS[:, None] - ODDS[None, :]) / width) ** 2) / 2)
    blurred: Floats = kernel / kernel.sum(axis=0, keepdims=True)
    return blurred


def _beta(a: float, b: float) -> Floats:
    """Weights of a beta distribution on `GRID`, which is even in log-odds: density x share x (1 - share)."""
    logs = a * np.log(GRID) + b * np.log1p(-GRID)
    weight = np.exp(logs - logs.max())
    shares: Floats = weight / weight.sum()
    return shares


def _crossing(reached: Floats, level: float) -> Floats:
    """The share at which each row's cumulative weight reaches `level`, between two of `GRID` where it falls between."""
    after = np.clip((reached < level).sum(axis=1), 1, len(GRID) - 1)
    rows = np.arange(len(reached))
    low, high = reached[rows, after - 1], reached[rows, after]
    part = np.clip((level - low) / np.maximum(high - low, 1e-12), 0, 1)
    crossed: Floats = expit(ODDS[after - 1] + part * (ODDS[after] - ODDS[after - 1]))
    return crossed
