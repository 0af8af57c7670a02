"""Fitting the risk model: L2 logistic on what lies beyond the usual, calibrated out of fold by a sigmoid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold

from vetting.errors import RefusalError
from vetting.score.model import QUANTILES, Floats, Model

if TYPE_CHECKING:
    from collections.abc import Mapping

MINIMUM_INCIDENTS = 30
"""Fewer can't carry a model of this many features; below it training is refused."""
CAP, STRENGTH, FOLDS, DRAWS = 4.0, 0.3, 5, 60


@dataclass(frozen=True, slots=True)
class Examples:
    """What to learn from: `readings` (creators x features, NaN where missing), `incident` (creators,), by name."""

    features: tuple[str, ...]
    worse: Floats
    readings: Floats
    incident: Floats


def train(examples: Examples, declared: Mapping[str, str], *, about: dict[str, Any], seed: int = 0) -> Model:
    """Fit, calibrate, and draw bootstrap weights. The same examples and seed give the same model, bit by bit.

    Raises RefusalError where there are too few incidents, or nothing else.
    """
    events = int(examples.incident.sum())
    if min(events, len(examples.incident) - events) < MINIMUM_INCIDENTS:
        raise RefusalError(
            f"{events} incidents among {len(examples.incident)} decisions are too few to learn from.",
            f"Training needs at least {MINIMUM_INCIDENTS} with and without; keep the default model until then.",
        )
    usual, scale = _usual(examples)
    blank = _blank(examples, declared, usual, scale)
    excess = blank.excess(examples.readings)
    rng = np.random.default_rng(seed)
    slope, shift, fit = _calibrate(excess, examples.incident, seed)
    weights, base = _monotone(excess, examples.incident)
    draws = [_monotone(excess[rows], examples.incident[rows]) for rows in _resamples(rng, len(excess))]
    logits = slope * (excess @ weights + base) + shift
    return Model(
        **{name: getattr(blank, name) for name in ("features", "declarations", "worse", "usual", "scale", "cap")},
        base=slope * base + shift,
        weights=slope * weights,
        drawn_bases=np.array([slope * b + shift for _, b in draws]),
        drawn_weights=np.array([slope * w for w, _ in draws]),
        reference=np.quantile(logits, QUANTILES),
        about=about | fit | {"creators": len(excess), "incidents": events},
    )


def ranking(incident: Floats, chance: Floats) -> float:
    """AUC: how often an incident ranks above none, ties counted half."""
    return round(float(roc_auc_score(incident, chance)), 3)


def _usual(examples: Examples) -> tuple[Floats, Floats]:
    """The median of each feature, and its distance to the 90th percentile in the worse direction."""
    turned = examples.readings * examples.worse
    middle, far = np.nanquantile(turned, [0.5, 0.9], axis=0)
    spread = np.nanstd(turned, axis=0)
    scale = np.where(far > middle, far - middle, np.where(spread > 0, spread, 1.0))
    return middle * examples.worse, scale


def _blank(examples: Examples, declared: Mapping[str, str], usual: Floats, scale: Floats) -> Model:
    none = np.zeros(len(examples.features))
    fingerprints = tuple(declared[name] for name in examples.features)
    return Model(examples.features, fingerprints, examples.worse, usual, scale, CAP, 0.0, none, none, none, none, {})


def _monotone(excess: Floats, incident: Floats) -> tuple[Floats, float]:
    """L2 logistic without negative weights: a feature that would lower the risk by getting worse is left out."""
    keep = np.ones(excess.shape[1], dtype=bool)
    weights = np.zeros(excess.shape[1])
    while keep.any():
        model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(excess[:, keep], incident)
        weights[:] = 0.0
        weights[keep] = model.coef_[0]
        if (weights >= 0).all():
            return weights, float(model.intercept_[0])
        keep &= weights > 0
    rate = incident.mean()
    return np.zeros(excess.shape[1]), float(np.log(rate / (1 - rate)))


def _calibrate(excess: Floats, incident: Floats, seed: int) -> tuple[float, float, dict[str, float]]:
    """Slope and shift of the sigmoid on out-of-fold log-odds, and how the calibrated ones fit."""
    held = np.zeros(len(incident))
    for rows, rest in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(excess, incident):
        weights, base = _monotone(excess[rows], incident[rows])
        held[rest] = excess[rest] @ weights + base
    sigmoid = LogisticRegression(C=1e6).fit(held[:, None], incident)
    slope, shift = max(float(sigmoid.coef_[0, 0]), 0.0), float(sigmoid.intercept_[0])
    chance = 1 / (1 + np.exp(-(slope * held + shift)))
    rate = incident.mean()
    brier = float(brier_score_loss(incident, chance))
    fit = {"auc": ranking(incident, held), "brier_skill": round(1 - brier / (rate * (1 - rate)), 3)}
    return slope, shift, fit


def _resamples(rng: np.random.Generator, rows: int) -> list[Any]:
    return [rng.integers(0, rows, rows) for _ in range(DRAWS)]
