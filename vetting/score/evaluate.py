"""How well risks fit what happened: four measures with intervals, calibration, bands, and groups held side by side.

Intervals hold 90 %. Those of the measures come from a bootstrap that draws creators, not decisions: those of one
creator hang together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from vetting.score.examples import INTERVAL
from vetting.score.groups import BANDS, by_group, shares, wilson

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vetting.score.examples import Floats, Strings

Facts = dict[str, Any]
BINS = 10
"""Of equal size, for the calibration error and the table; equal probabilities share one."""
LEAST = 1e-9
"""Probabilities are held this far from 0 and 1, so that one mistake doesn't cost without bound."""
CELLS = 2_000_000
"""Rows times draws held at once."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """Decisions in an order of their own, so that the order in which they came changes nothing."""

    incident: Floats
    logits: Floats
    chance: Floats
    band: Strings
    creators: Strings
    groups: Mapping[str, Strings]


def evaluate(  # noqa: PLR0913 - each is a column of the same table
    incident: Floats,
    logits: Floats,
    probability: Floats,
    band: Strings,
    creators: Strings,
    groups: Mapping[str, Strings],
    *,
    seed: int = 0,
    draws: int = 400,
) -> Facts:
    """Measure how well risks fit; every array has one entry per decision.

    Returns `metrics`, `calibration`, `bands`, `groups` and `flags` as plain JSON. A measure that needs incidents and
    their absence is None where there is only one of them; `by_chance` is what a perfect model would show on as many.
    """
    order = np.lexsort((band, probability, logits, incident, creators))
    held = {name: names[order] for name, names in groups.items()}
    own = _Judged(incident[order], logits[order], probability[order], band[order], creators[order], held)
    rng = np.random.default_rng(seed)
    points = _measures(own, np.ones((1, len(order))))
    drawn = _drawn(own, rng, draws)
    metrics = {name: _spread(float(points[name][0]), drawn[name]) for name in points}
    metrics["ece"]["by_chance"] = _by_chance(own.chance, rng, draws)
    told, flags = by_group(own.incident, own.chance, own.band, own.creators, held, rng=rng, draws=draws)
    return {
        "metrics": metrics,
        "calibration": calibration(own.incident, own.chance),
        "bands": [_band(own, name) for name in BANDS],
        "groups": told,
        "flags": flags,
    }


def calibration(incident: Floats, chance: Floats) -> list[Facts]:
    """Predicted against happened, in bins of equal size; intervals of the shares by Wilson."""
    bins = _bins(chance)
    rows = [(chance[bins == one], incident[bins == one]) for one in np.unique(bins)]
    return [
        {"low": _round(said.min()), "high": _round(said.max()), "predicted": _round(said.mean())} | shares(happened)
        for said, happened in rows
    ]


def auc(incident: Floats, logits: Floats) -> float | None:
    """How often an incident ranks above none, ties counted half; None where there is only one of them."""
    value = float(_auc(incident, logits, np.ones((1, len(incident))))[0])
    return None if np.isnan(value) else round(value, 4)


def brier_skill(incident: Floats, chance: Floats) -> float | None:
    """How much smaller the squared error is than that of always saying the rate of these data; None as above."""
    value = float(_brier_skill(incident, chance, np.ones((1, len(incident))))[0])
    return None if np.isnan(value) else round(value, 4)


def ece(incident: Floats, chance: Floats) -> float:
    """Mean distance of predicted from happened over bins of equal size."""
    return _round(_ece(incident, chance, np.ones((1, len(incident))))[0])


def log_losses(incident: Floats, chance: Floats) -> Floats:
    """The log-loss of each decision."""
    said = np.clip(chance, LEAST, 1 - LEAST)
    return -np.where(incident > 0, np.log(said), np.log1p(-said))


def _drawn(own: _Judged, rng: np.random.Generator, draws: int) -> dict[str, Floats]:
    """Every measure on every draw of creators with replacement."""
    _, whose = np.unique(own.creators, return_inverse=True)
    many, at_once = int(whose.max()) + 1, max(1, CELLS // len(whose))
    parts = []
    for start in range(0, draws, at_once):
        rows = min(at_once, draws - start)
        picked = rng.integers(0, many, (rows, many)) + many * np.arange(rows)[:, None]
        times = np.bincount(picked.ravel(), minlength=rows * many).reshape(rows, many)
        parts.append(_measures(own, times[:, whose].astype(float)))
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _measures(own: _Judged, weights: Floats) -> dict[str, Floats]:
    """The four measures under weights of shape (draws, decisions)."""
    return {
        "auc": _auc(own.incident, own.logits, weights),
        "brier_skill": _brier_skill(own.incident, own.chance, weights),
        "ece": _ece(own.incident, own.chance, weights),
        "log_loss": _mean(log_losses(own.incident, own.chance), weights),
    }


def _auc(incident: Floats, logits: Floats, weights: Floats) -> Floats:
    order = np.argsort(logits, kind="stable")
    _, first = np.unique(logits[order], return_index=True)
    bad = np.add.reduceat((weights * incident)[:, order], first, axis=1)
    good = np.add.reduceat((weights * (1 - incident))[:, order], first, axis=1)
    above: Floats = (bad * (np.cumsum(good, axis=1) - good / 2)).sum(axis=1)
    return _over(above, bad.sum(axis=1) * good.sum(axis=1))


def _brier_skill(incident: Floats, chance: Floats, weights: Floats) -> Floats:
    rate = _mean(incident, weights)
    return 1 - _over(_mean((chance - incident) ** 2, weights), rate * (1 - rate))


def _ece(incident: Floats, chance: Floats, weights: Floats) -> Floats:
    bins = _bins(chance)
    within = (bins[:, None] == np.unique(bins)[None, :]).astype(float)
    apart: Floats = np.abs((weights * (chance - incident)) @ within).sum(axis=1) / weights.sum(axis=1)
    return apart


def _by_chance(chance: Floats, rng: np.random.Generator, draws: int) -> float:
    """The calibration error of these probabilities if they were true, by mere chance."""
    once = np.ones((1, len(chance)))
    drawn = [_ece((rng.random(len(chance)) < chance).astype(float), chance, once)[0] for _ in range(min(draws, 100))]
    return _round(np.mean(drawn))


def _bins(chance: Floats) -> Floats:
    _, place, equal = np.unique(chance, return_inverse=True, return_counts=True)
    middle = (np.cumsum(equal) - equal / 2)[place] / len(chance)
    bins: Floats = np.minimum(BINS - 1, np.floor(BINS * middle))
    return bins


def _mean(values: Floats, weights: Floats) -> Floats:
    means: Floats = weights @ values / weights.sum(axis=1)
    return means


def _over(above: Floats, below: Floats) -> Floats:
    """A quotient; not a number where there is nothing to divide by."""
    quotient: Floats = np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)
    return quotient


def _spread(value: float, drawn: Floats) -> Facts:
    """A measure with its interval, which always holds it."""
    known = drawn[~np.isnan(drawn)]
    if np.isnan(value) or not len(known):
        return dict.fromkeys(("value", "low", "high"))
    low, high = np.quantile(known, INTERVAL)
    return {"value": _round(value), "low": _round(min(low, value)), "high": _round(max(high, value))}


def _band(own: _Judged, name: str) -> Facts:
    within = own.incident[own.band == name]
    low, high = wilson(within.sum(), len(within))
    share = _round(within.mean()) if len(within) else None
    facts = {"decisions": len(within), "incidents": int(within.sum()), "share": share}
    return {"band": name} | facts | {"share_low": low, "share_high": high}


def _round(value: float | np.floating[Any]) -> float:
    return round(float(value), 4)
