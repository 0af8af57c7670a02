"""What the classifier's scores alone say of an audience, and how far that is from what labels say.

The scores of an audience are a mixture of those of fakes and of real people. How likely each share makes them is read
from the odds of a score; that the odds differ from audience to audience (dormant here, lively there) is a random
effect, measured where there are labelled audiences of the platform, and large where there are none.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vetting.measure.followers.audience import Evidence, effective
from vetting.measure.followers.likelihood import GRID, ODDS, blur

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
BINS = np.linspace(-8.0, 8.0, 129)
SPREADS = np.array([0.15, 0.25, 0.35, 0.5, 0.7, 0.95, 1.25])
SPREAD_ODDS = np.log(np.array([0.5, 1.0, 2.0, 3.0, 3.0, 2.0, 1.0]))
"""SDs of log-odds between what scores and labels say of an audience, and how likely each is beforehand."""
TRUST = 0.7
"""What a score is worth: it was not drawn from the classifier's own idea of fakes and real people."""
BORROWED = 1.0
"""SD of log-odds between what a classifier without labels of the platform says of an audience and the truth."""
ENOUGH_AUDIENCES = 8


def from_scores(score: Floats, audience: Ints, audiences: int) -> Evidence:
    """Scores (log-odds at even base rates) and audience (0 ...) per follower -> the evidence of each."""
    logs = _mixtures(score, audience, audiences)
    weight = np.exp(logs - logs.max(axis=1, keepdims=True)) * GRID * (1 - GRID)
    weight /= weight.sum(axis=1, keepdims=True)
    mean = weight @ GRID
    variance = np.maximum(weight @ GRID**2 - mean**2, 1e-9)
    best = GRID[logs.argmax(axis=1)]
    count = np.maximum(mean * (1 - mean) / variance - 3, 0.5)
    drawn = np.maximum(np.bincount(audience, minlength=audiences), 1).astype(np.float64)
    return effective(best, best * (1 - best) / count, drawn)


def disagreement(by_labels: Floats, by_scores: Floats) -> float:
    """Log-likelihoods (audiences x GRID) of labelled audiences by either -> SD of log-odds between the two."""
    if len(by_labels) < ENOUGH_AUDIENCES:
        return BORROWED / 2
    labels = np.exp(by_labels)
    scores = np.exp(by_scores)
    even = np.exp(-np.abs(ODDS) / 50)
    told = [np.log(((scores @ blur(float(width))) * labels * even).sum(axis=1) + 1e-300).sum() for width in SPREADS]
    logs = np.array(told) + SPREAD_ODDS
    odds = np.exp(logs - logs.max())
    return float(np.sqrt(odds @ SPREADS**2 / odds.sum()))


def _mixtures(score: Floats, audience: Ints, audiences: int) -> Floats:
    """Log-likelihood of each share of `GRID` by an audience's scores, in bins."""
    place = np.clip(np.searchsorted(BINS, score) - 1, 0, len(BINS) - 2)
    width = len(BINS) - 1
    counts = np.bincount(audience * width + place, minlength=audiences * width).astype(np.float64)
    ratio = np.exp((BINS[1:] + BINS[:-1]) / 2)
    table = np.log(GRID[None, :] * ratio[:, None] + 1 - GRID[None, :])
    logs: Floats = TRUST * counts.reshape(audiences, width) @ table
    return logs
