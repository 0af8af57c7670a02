"""Fitting the account classifier: logistic, no negative weights, pulled towards what was known before.

From made-up followers first (pulled towards 0, so that no form carries it alone), then from labelled ones (pulled
towards that), then to one platform or audience with as few as a hundred labels. The same fit throughout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped] # scipy ships no types
from scipy.special import expit  # type: ignore[import-untyped] # scipy ships no types
from sklearn.metrics import roc_auc_score

from vetting.errors import RefusalError
from vetting.measure.followers.features import FORMS, Floats, matrix
from vetting.measure.followers.model import Classifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

SET_WEIGHT = 300.0
"""What every set weighs, half of it its fakes: a large set, or one full of fakes, must not drown the others."""
FIRST_PULL, PULL, NEAR_PULL = 1 / 6, 30.0, 1.0
"""How strongly weights are held: of the first fit per weight of its data, of later ones, of a recalibration."""
SLOPE_SPREAD, BASE_SPREAD = 1.0, 5.0
PLACES = 4
"""Decimal places of a recalibration's numbers: beyond them two machines may differ."""
ENOUGH = 8_000
"""Labels that a recalibration reads; from more of them it takes every second, third, ..."""
MINIMUM_LABELS = 20
"""Of each kind, in all sets together; below it training is refused."""


def train(sets: Sequence[pl.DataFrame], prior: Classifier | None = None, *, trained_on: str) -> Classifier:
    """Labelled followers in exchange columns, a frame per set -> a classifier. The same sets give the same, bit by bit.

    `prior` is the classifier that weights are pulled towards. Raises RefusalError for too few labels.
    """
    fakes, reals = _counted(sets)
    about = {"trained_on": trained_on, "sets": len(sets), "fakes": fakes, "reals": reals}
    start = prior or _blank(sets)
    inputs = np.vstack([start.inputs(one) for one in sets])
    fake = np.concatenate([labels(one) for one in sets])
    weight = np.concatenate([_balanced(labels(one)) for one in sets])
    pull = PULL if prior else FIRST_PULL * float(weight.sum())
    weights, base = _fit(inputs, fake, weight, start.weights, pull)
    slope, shift = _sigmoid(inputs @ weights + base, fake, weight)
    return start.with_weights(slope * weights, slope * base + shift, **about)


def recalibrated(model: Classifier, followers: pl.DataFrame) -> Classifier:
    """The classifier made to fit the platform or audience that these labelled followers are from, base rate included.

    First a sigmoid (its slope near 1), then every weight a little. From about 50 labels on it is better than none.
    """
    known = followers.filter(followers["label"].is_not_null())
    known = known.gather_every(max(1, len(known) // ENOUGH))
    return fitted(model, model.inputs(known), labels(known))


def fitted(model: Classifier, inputs: Floats, fake: Floats) -> Classifier:
    """`recalibrated`, from inputs (followers x forms) and labels (1 fake, 0 real)."""
    if len(np.unique(fake)) < 2:  # noqa: PLR2004 # both kinds
        return model
    even = np.ones(len(fake))
    slope, _ = _sigmoid(inputs @ model.weights + model.base, fake, even)
    weights, base = _fit(inputs, fake, even, slope * model.weights, NEAR_PULL)
    return model.with_weights(weights.round(PLACES), round(base, PLACES))


def labels(followers: pl.DataFrame) -> Floats:
    """1 for fake, 0 for real; nothing else may be in it."""
    told: Floats = (followers["label"] == "fake").to_numpy().astype(np.float64)
    return told


def left_out(sets: Sequence[pl.DataFrame], prior: Classifier | None = None) -> list[float]:
    """AUC on each set of a classifier trained on all others: what to expect of a platform that it has not seen."""
    told = []
    for place, one in enumerate(sets):
        others = [*sets[:place], *sets[place + 1 :]]
        model = train(others, prior, trained_on="others")
        told.append(round(float(roc_auc_score(labels(one), model.logits(one))), 3))
    return told


def _counted(sets: Sequence[pl.DataFrame]) -> tuple[int, int]:
    fakes = sum(int(labels(one).sum()) for one in sets)
    reals = sum(len(one) for one in sets) - fakes
    if min(fakes, reals) < MINIMUM_LABELS:
        raise RefusalError(
            f"{fakes} followers labelled fake and {reals} labelled real are too few to learn from.",
            f"Training needs at least {MINIMUM_LABELS} of each; keep the default classifier until then.",
        )
    return fakes, reals


def _blank(sets: Sequence[pl.DataFrame]) -> Classifier:
    """No weights yet; what is usual, and how far apart followers are, in all sets together."""
    values = np.vstack([matrix(one) for one in sets])
    spread = np.nanstd(values, axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    return Classifier(tuple(FORMS), np.nanmedian(values, axis=0), scale, np.zeros(len(FORMS)), 0.0, {})


def _balanced(fake: Floats) -> Floats:
    """Weights of one set's followers: half to the fakes, half to the real ones."""
    fakes = max(fake.sum(), 1.0)
    reals = max(len(fake) - fake.sum(), 1.0)
    weights: Floats = np.where(fake == 1, SET_WEIGHT / 2 / fakes, SET_WEIGHT / 2 / reals)
    return weights


def _fit(inputs: Floats, fake: Floats, weight: Floats, towards: Floats, pull: float) -> tuple[Floats, float]:
    """Weights (at least 0) and base."""

    def loss(point: Floats) -> tuple[float, Floats]:
        logit = inputs @ point[:-1] + point[-1]
        wrong = weight * (expit(logit) - fake)
        off = point[:-1] - towards
        total = weight @ (np.logaddexp(0, logit) - fake * logit) + pull / 2 * off @ off
        total += (point[-1] / BASE_SPREAD) ** 2 / 2
        return float(total), np.append(inputs.T @ wrong + pull * off, wrong.sum() + point[-1] / BASE_SPREAD**2)

    bounds = [(0, None)] * len(towards) + [(None, None)]
    found = minimize(loss, np.append(towards, 0.0), jac=True, method="L-BFGS-B", bounds=bounds)
    return found.x[:-1], float(found.x[-1])


def _sigmoid(logit: Floats, fake: Floats, weight: Floats) -> tuple[float, float]:
    """Slope (near 1, above 0) and shift that fit log-odds to labels."""

    def loss(point: Floats) -> tuple[float, Floats]:
        slope = np.exp(point[0])
        told = slope * logit + point[1]
        wrong = weight * (expit(told) - fake)
        spread = np.array([SLOPE_SPREAD, BASE_SPREAD])
        total = weight @ (np.logaddexp(0, told) - fake * told) + ((point / spread) ** 2).sum() / 2
        return float(total), np.array([wrong @ logit * slope, wrong.sum()]) + point / spread**2

    found = minimize(loss, np.zeros(2), jac=True, method="L-BFGS-B", bounds=[(-3, 3), (None, None)])
    return float(np.exp(found.x[0])), float(found.x[1])
