"""Low, medium, high: conditional conformal prediction for what can be told, two costs for which side is cheaper.

*High* means: of those of this size without an incident at most `error` stand as high; and turning away costs less than
what is to be expected of signing. *Low* is its mirror. Between them, or where the two reasons contradict each other,
the model can't tell, and a person goes by the findings: the review band. Vovk, Conditional validity of inductive
conformal predictors, 2012.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from vetting.score.examples import Floats, Strings

LOW, MEDIUM, HIGH = "low", "medium", "high"


FEWEST = 30
"""Decisions of either kind that a size needs for bounds of its own."""


def bounds(logits: Floats, incident: Floats, error: float) -> tuple[float, float]:
    """Log-odds below which an incident is ruled out at this error, and above which none is; infinite with too few.

    `logits` were worked out of fold. Finite samples are counted in: (share at least as strange) + 1 over (count + 1).
    """
    bad, good = np.sort(logits[incident == 1]), np.sort(logits[incident == 0])
    out, in_ = int(error * (len(bad) + 1)) - 1, int(error * (len(good) + 1)) - 1
    below = float(bad[out]) if out >= 0 else -np.inf
    above = float(good[-1 - in_]) if in_ >= 0 else np.inf
    return below, above


def bounds_by_size(
    logits: Floats, incident: Floats, sizes: Floats, error: float
) -> tuple[tuple[float, float], dict[int, tuple[float, float]]]:
    """Bounds for each size (a number of at least 0), and those for whoever has none.

    The upper one holds within each size: of the famous more is written and more is measured, and without a bound of
    their own they would be flagged in error more often. Where a size has too few decisions it is that of all. For an
    unknown size (below 0) the kindest holds: hiding a count must not raise anything. The lower one is that of all.
    """
    below, above = bounds(logits, incident, error)
    own = {size: bounds(logits[sizes == size], incident[sizes == size], error)[1] for size in _enough(incident, sizes)}
    known = {int(size): (below, own.get(size, above)) for size in np.unique(sizes[sizes >= 0])}
    return (below, max([above, *own.values()])), known


def _enough(incident: Floats, sizes: Floats) -> list[float]:
    kinds = {size: incident[sizes == size] for size in np.unique(sizes[sizes >= 0])}
    return [size for size, own in kinds.items() if min(own.sum(), len(own) - own.sum()) >= FEWEST]


def dearer(cost_incident: float, cost_declined: float) -> float:
    """The chance from which signing costs more than turning away."""
    return cost_declined / (cost_incident + cost_declined)


def bands(
    logits: Floats, probability: Floats, limits: tuple[float, float] | tuple[Floats, Floats], dear: float
) -> Strings:
    """`low`, `medium` or `high` for each; limits for all of them, or one pair for each."""
    below, above = limits
    high = (logits > above) & (logits >= below) & (probability >= dear)
    low = (logits < below) & (logits <= above) & (probability < dear)
    named: Strings = np.where(high, HIGH, np.where(low, LOW, MEDIUM))
    return named
