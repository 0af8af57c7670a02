"""The basis of the additive model: for every feature a row of ramps that rise where a reading gets worse.

A reading is turned so that higher is worse. From its usual value on, ramp k of a feature rises from 0 at knot k to 1 at
knot k + 1. Weights of at least 0 make any rising broken line of them, which is 0 up to the usual value and level beyond
the last knot. A missing reading stands on no ramp.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from vetting.score.examples import Floats

RAMPS = 5
PLACES = np.array([0.25, 0.5, 0.75, 0.9, 0.98])
"""Quantiles of what lies beyond the usual, at which the knots after the first stand."""


@dataclass(frozen=True, slots=True)
class Ramps:
    """`worse` (features,) is 1 where higher is worse, -1 where lower is; `knots` (features, RAMPS + 1) are turned."""

    worse: Floats
    knots: Floats

    @classmethod
    def over(cls, readings: Floats, worse: Floats) -> Ramps:
        """Knots from readings (rows, features), NaN where missing: the median, then quantiles of what lies beyond."""
        turned = readings * worse
        knots = [_knots(column[np.isfinite(column)]) for column in turned.T]
        return cls(worse, np.array(knots).reshape(len(worse), RAMPS + 1))

    def heights(self, readings: Floats) -> Floats:
        """Shape (rows, features, RAMPS), each 0 to 1; 0 where there is no reading."""
        low, rise = self.knots[:, :-1], np.diff(self.knots, axis=1)
        turned = np.nan_to_num(readings * self.worse, nan=-np.inf, posinf=np.inf, neginf=-np.inf)
        steep = np.divide(1.0, rise, out=np.zeros_like(rise), where=rise > 0)
        # -inf times 0 is no number: a ramp that is no ramp stays at 0.
        raised = (np.clip(turned, *_ends(self.knots))[:, :, None] - low) * steep
        heights: Floats = np.clip(raised, 0.0, 1.0, out=raised)
        return heights


def _ends(knots: Floats) -> tuple[Floats, Floats]:
    return knots[:, 0], knots[:, -1]


def _knots(known: Floats) -> Floats:
    """One feature's knots, not falling. Where nothing lies beyond the usual they fall together: flat ramps."""
    if not len(known):
        return np.zeros(RAMPS + 1)
    usual = np.quantile(known, 0.5)
    beyond = known[known > usual]
    rest = np.quantile(beyond, PLACES) if len(beyond) else np.full(RAMPS, usual)
    return np.concatenate([[usual], rest])
