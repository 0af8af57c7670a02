"""Low, medium, high: class-conditional conformal prediction for what can be told, two costs for which side is cheaper.

*High* means: of those without an incident at most `error` stand as high; and turning away costs less than what is to be
expected of signing. *Low* is its mirror. Between them, or where the two reasons contradict each other, the model can't
tell, and a person should look: the review band. Vovk, Conditional validity of inductive conformal predictors, 2012.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from vetting.score.examples import Floats, Strings

LOW, MEDIUM, HIGH = "low", "medium", "high"


def bounds(logits: Floats, incident: Floats, error: float) -> tuple[float, float]:
    """Log-odds below which an incident is ruled out at this error, and above which none is; infinite with too few.

    `logits` were worked out of fold. Finite samples are counted in: (share at least as strange) + 1 over (count + 1).
    """
    bad, good = np.sort(logits[incident == 1]), np.sort(logits[incident == 0])
    out, in_ = int(error * (len(bad) + 1)) - 1, int(error * (len(good) + 1)) - 1
    below = float(bad[out]) if out >= 0 else -np.inf
    above = float(good[-1 - in_]) if in_ >= 0 else np.inf
    return below, above


def dearer(cost_incident: float, cost_declined: float) -> float:
    """The chance from which signing costs more than turning away."""
    return cost_declined / (cost_incident + cost_declined)


def bands(logits: Floats, probability: Floats, limits: tuple[float, float], dear: float) -> Strings:
    """`low`, `medium` or `high` for each."""
    below, above = limits
    high = (logits > above) & (logits >= below) & (probability >= dear)
    low = (logits < below) & (logits <= above) & (probability < dear)
    named: Strings = np.where(high, HIGH, np.where(low, LOW, MEDIUM))
    return named
