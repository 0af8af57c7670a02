"""From raw log-odds to chances: a sigmoid (slope and shift), or Venn-Abers, which gives two bounds of any shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped] # scipy ships no types
from scipy.special import expit  # type: ignore[import-untyped] # the same
from sklearn.isotonic import IsotonicRegression

if TYPE_CHECKING:
    from vetting.score.examples import Floats

HELD = 4.0
"""How strongly the logarithm of the slope is held at 0: a few incidents must not turn a ranking steep or flat."""
STEPS = 200
"""At most this many values between which Venn-Abers is worked out; it is a staircase anyhow."""
DIGITS = 6


def sigmoid(logits: Floats, incident: Floats) -> tuple[float, float]:
    """Slope (above 0) and shift by which log-odds that were worked out of fold fit what happened best."""

    def loss(at: Floats) -> float:
        odds = np.exp(at[0]) * logits + at[1]
        return float(np.logaddexp(0.0, odds).sum() - incident @ odds + HELD * at[0] ** 2 / 2)

    found = minimize(loss, np.zeros(2), method="BFGS").x
    return round(float(np.exp(found[0])), DIGITS), round(float(found[1]), DIGITS)


@dataclass(frozen=True, slots=True)
class VennAbers:
    """At `steps` (ascending log-odds) what isotonic regression says if a new one is taken for none, or for one."""

    steps: Floats
    lower: Floats
    upper: Floats

    @classmethod
    def of(cls, logits: Floats, incident: Floats) -> VennAbers:
        """From log-odds worked out of fold. Vovk and Petej, Venn-Abers predictors, 2014."""
        steps = np.unique(np.quantile(logits, np.linspace(0, 1, STEPS), method="nearest"))
        bounds = [[_at(logits, incident, step, label) for step in steps] for label in (0.0, 1.0)]
        return cls(steps, *(np.maximum.accumulate(np.array(side)).round(DIGITS) for side in bounds))

    def probability(self, logits: Floats) -> Floats:
        """One chance from the two bounds, by the rule that regrets least."""
        place = np.clip(np.searchsorted(self.steps, logits, side="right") - 1, 0, len(self.steps) - 1)
        low, high = self.lower[place], self.upper[place]
        chance: Floats = high / (1.0 - low + high)
        return chance


def _at(logits: Floats, incident: Floats, step: float, label: float) -> float:
    fitted = IsotonicRegression(y_min=0.0, y_max=1.0).fit(np.append(logits, step), np.append(incident, label))
    return float(fitted.predict([step])[0])


def chances(logits: Floats, venn_abers: VennAbers | None) -> Floats:
    """Calibrated log-odds to chances."""
    chance: Floats = expit(logits) if venn_abers is None else venn_abers.probability(logits)
    return chance
