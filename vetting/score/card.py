"""The model card: what a model was made from, how well it fits, what it goes by, and who decided that it scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from vetting.score.examples import Floats
    from vetting.score.model import Model
    from vetting.score.registry import Decision

Facts = dict[str, Any]
STRONGEST = 8
"""So many signals are drawn; the others are named with their weight."""


def card(model: Model, *, decision: Decision | None = None, because: str | None = None) -> Facts:
    """What the page says of a model, as plain JSON: its own facts, what it goes by, and how it came to score.

    `because` is a sentence where it scores in place of another. No clock is read: the same model gives the same card.
    """
    decided = decision and {
        "by": decision.by,
        "at": f"{decision.at:%Y-%m-%dT%H:%M:%SZ}",
        "reason": decision.because,
        "against": decision.against,
    }
    own = {"model": model.fingerprint, "base": round(model.base, 4), "decided": decided, "because": because}
    return dict(model.about) | own | {"signals": weighed(model)}


def weighed(model: Model) -> list[Facts]:
    """Every feature, the one that moves the risk most first.

    `weight` is the mean distance, in log-odds, of what it adds from what it adds on average among the creators that the
    model learnt from; `most` is the most that it can add, `silent` what it adds where there is no reading, `missing`
    how often that was so; `points` are (reading, added) along its deciles, for the strongest.
    """
    places = _places(model.edges)
    added = np.stack([_added(model, readings) for readings in places.T], axis=1)
    silent = _added(model, np.full(len(model.features), np.nan))
    every = np.column_stack([added, silent])
    average = (every * model.shares).sum(axis=1, keepdims=True)
    weight = (np.abs(every - average) * model.shares).sum(axis=1)
    order = np.lexsort((np.array(model.features), -weight))
    return [
        {
            "signal": model.features[at],
            "worse": "higher" if model.worse[at] > 0 else "lower",
            "weight": _round(weight[at]),
            "most": _round(added[at].max()),
            "silent": _round(silent[at]),
            "missing": _round(model.shares[at, -1]),
            "points": _points(places[at], added[at]) if rank < STRONGEST else [],
        }
        for rank, at in enumerate(order)
    ]


def _places(edges: Floats) -> Floats:
    """A reading inside each of the ten parts that the deciles cut: shape (features, 10)."""
    between = (edges[:, :-1] + edges[:, 1:]) / 2
    return np.column_stack([edges[:, 0], between, edges[:, -1]])


def _added(model: Model, readings: Floats) -> Floats:
    """What each feature adds at its own reading; one reading per feature."""
    added: Floats = model.contributions(readings[None, :])[0]
    return added


def _points(readings: Floats, added: Floats) -> list[list[float]]:
    """A line through them: one point per reading."""
    known = {float(f"{at:.6g}"): _round(up) for at, up in zip(readings, added, strict=True) if np.isfinite(at)}
    return [[at, up] for at, up in sorted(known.items())]


def _round(value: float | np.floating[Any]) -> float:
    return round(float(value), 4)
