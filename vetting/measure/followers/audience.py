"""What share of each audience its labels and the classifier's scores speak for, together.

For each audience a logistic curve from score to label, its slope near 1, is fitted to the labelled followers and read
off for all that were drawn. Where the classifier tells nothing this is the labels' own share; where it tells much, the
followers without a label count almost as if they had one; and a classifier that is wrong about this audience is put
right by its labels. The error of the curve (delta method) and of the draw give an effective number of labels.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit  # type: ignore[import-untyped] # scipy ships no types

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
SHIFT_SPREAD, SLOPE_SPREAD = 4.0, 0.5
STEPS, LONGEST_STEP = 30, 1.0
LEAST = 1e-4


class Evidence(NamedTuple):
    """Per audience: a share, and the effective numbers of fake and real labels that it is as sure as."""

    share: Floats
    fake: Floats
    real: Floats


def from_labels(score: Floats, fake: Floats, audience: Ints, audiences: int) -> Evidence:
    """Scores (log-odds), labels (1, 0, NaN without one) and audience (0 ...) per follower -> the evidence of each.

    An audience without labels gets what the classifier says, and next to no effective labels.
    """
    known = ~np.isnan(fake)
    shift, slope, spread = _curves(score[known], fake[known], audience[known], audiences)
    looks = expit(shift[audience] + slope[audience] * score)
    drawn = np.maximum(np.bincount(audience, minlength=audiences), 1).astype(np.float64)

    def mean(value: Floats) -> Floats:
        total: Floats = np.bincount(audience, value, minlength=audiences) / drawn
        return total

    share = mean(looks)
    steep = looks * (1 - looks)
    by_shift, by_slope = mean(steep), mean(steep * slope[audience] * score)
    of_curve = by_shift**2 * spread[0] + 2 * by_shift * by_slope * spread[1] + by_slope**2 * spread[2]
    of_draw = np.maximum(mean(looks**2) - share**2, 0.0) / drawn
    return effective(share, of_curve + of_draw, drawn)


def effective(share: Floats, variance: Floats, most: Floats) -> Evidence:
    """A share and its variance as so many fake and real labels, no more than `most` together."""
    share = np.clip(share, LEAST, 1 - LEAST)
    count = np.clip(share * (1 - share) / np.maximum(variance, 1e-12), 0.0, most)
    return Evidence(share, share * count, (1 - share) * count)


def _curves(score: Floats, fake: Floats, audience: Ints, audiences: int) -> tuple[Floats, Floats, tuple[Floats, ...]]:
    """Shift and slope of each audience's curve, and their covariance (shift, both, log slope), by Newton's method."""
    shift, log_slope = np.zeros(audiences), np.zeros(audiences)

    def total(value: Floats) -> Floats:
        summed: Floats = np.bincount(audience, value, minlength=audiences).astype(np.float64)
        return summed

    for _ in range(STEPS):
        pull = np.exp(log_slope)[audience] * score
        chance = expit(shift[audience] + pull)
        wrong, steep = chance - fake, chance * (1 - chance)
        first = total(wrong) + shift / SHIFT_SPREAD**2
        second = total(wrong * pull) + log_slope / SLOPE_SPREAD**2
        h11 = total(steep) + SHIFT_SPREAD**-2
        h12 = total(steep * pull)
        h22 = total(steep * pull**2) + SLOPE_SPREAD**-2
        size = h11 * h22 - h12**2
        shift = shift - np.clip((h22 * first - h12 * second) / size, -LONGEST_STEP, LONGEST_STEP)
        log_slope = log_slope - np.clip((h11 * second - h12 * first) / size, -LONGEST_STEP, LONGEST_STEP)
    return shift, np.exp(log_slope), (h22 / size, -h12 / size, h11 / size)
