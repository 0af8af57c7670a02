"""Fitting the additive model: L2 logistic on ramps, and where there are incidents enough, half of it boosted trees.

The prior says what is known before any label: worse is never better (weights of at least 0), and signals that were
chosen because they warn weigh about alike (one common slope is cheap, departing from it costs). With few decisions that
is nearly all there is; with many the data speak.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped] # scipy ships no types
from scipy.special import expit  # type: ignore[import-untyped] # the same
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped] # no types either

from vetting.score.ramps import RAMPS, Ramps

if TYPE_CHECKING:
    from vetting.score.examples import Floats

TREES_FROM = 100
"""Incidents (and non-incidents) from which half of the model is boosted trees: below it they only add noise."""
COMMON, OWN, BEND, SILENT = 0.02, 2.0, 4.0, 8.0
"""Penalties: on the slope that all features share, on a feature's own, on each of its ramps, on its being missing."""
STEPS, RATE, LEAVES, LEAST = 120, 0.05, 6, 20
DIGITS = 6
"""Weights are rounded: sums may differ in their last digits from one machine to the next."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Log-odds = base + heights . weights + missing . silent."""

    ramps: Ramps
    base: float
    weights: Floats
    """Shape (features, RAMPS), at least 0."""
    silent: Floats
    """Shape (features,), at most 0: what a missing reading adds."""
    trees: bool = False
    """Whether half of it is boosted trees."""

    def logits(self, readings: Floats) -> Floats:
        """Shape (rows,)."""
        heights = self.ramps.heights(readings).reshape(len(readings), -1)
        odds: Floats = self.base + heights @ self.weights.ravel() + np.isnan(readings) @ self.silent
        return odds


def fit(
    readings: Floats,
    worse: Floats,
    incident: Floats,
    *,
    seed: int = 0,
    ramps: Ramps | None = None,
    trees: bool | None = None,
) -> Fitted:
    """The model of these readings (rows, features; NaN where missing) and incidents (rows,), uncalibrated.

    `trees`: whether half of it is boosted trees; by default as the number of incidents says. Parts of some decisions
    are fitted as the whole is, so that what calibrates it is of its form.
    """
    ramps = ramps or Ramps.over(readings, worse)
    heights = ramps.heights(readings)
    # One thread: sums come out alike whatever the machine, and threads would only wait for each other.
    with threadpool_limits(1):
        weights, silent, base = _smooth(heights, np.isnan(readings), incident)
        trees = many(incident) if trees is None else trees
        if trees:
            grown, grown_base = _grown(heights, ramps, incident, seed)
            weights, silent, base = (weights + grown) / 2, silent / 2, (base + grown_base) / 2
    return Fitted(ramps, round(base, DIGITS), weights.round(DIGITS), silent.round(DIGITS), trees)


def many(incident: Floats) -> bool:
    """Whether there are incidents, and decisions without, enough for trees."""
    return bool(min(incident.sum(), len(incident) - incident.sum()) >= TREES_FROM)


def _smooth(heights: Floats, missing: Floats, incident: Floats) -> tuple[Floats, Floats, float]:
    """Penalised logistic. Returns weights (features, RAMPS), silent (features,) and the base."""
    rows, features, _ = heights.shape
    line = heights.mean(axis=2)
    columns = np.column_stack(
        [np.ones(rows), line.mean(axis=1) * np.sqrt(features), line, heights.reshape(rows, -1), missing]
    )
    penalty = np.concatenate(
        [[0.0, COMMON], np.full(features, OWN), np.full(features * RAMPS, BEND), np.full(features, SILENT)]
    )
    rate = (incident.sum() + 0.5) / (rows + 1)
    start = np.zeros(columns.shape[1])
    start[0] = np.log(rate / (1 - rate))
    bounds = [(None, None)] + [(0.0, None)] * (columns.shape[1] - 1 - features) + [(None, 0.0)] * features
    found = minimize(
        _loss, start, (columns, incident, penalty), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}
    ).x
    common, own, bends, silent = found[1], found[2 : 2 + features], found[2 + features : -features], found[-features:]
    slope = (own + common / np.sqrt(features)) / RAMPS
    return bends.reshape(features, RAMPS) + slope[:, None], silent, float(found[0])


def _loss(weights: Floats, columns: Floats, incident: Floats, penalty: Floats) -> tuple[float, Floats]:
    """Penalised negative log-likelihood, and its gradient."""
    odds = columns @ weights
    loss = np.logaddexp(0.0, odds).sum() - incident @ odds + penalty @ weights**2 / 2
    return float(loss), columns.T @ (expit(odds) - incident) + penalty * weights


def _grown(heights: Floats, ramps: Ramps, incident: Floats, seed: int) -> tuple[Floats, float]:
    """Boosted trees without interactions, read off at the knots: weights (features, RAMPS) and the base."""
    _, features, _ = heights.shape
    climbed = heights.sum(axis=2)  # where on its ramps each stands, 0 to RAMPS: as far as trees can tell, the reading
    trees = HistGradientBoostingClassifier(
        max_iter=STEPS,
        learning_rate=RATE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=LEAST,
        monotonic_cst=[1] * features,
        interaction_cst="no_interactions",
        early_stopping=False,
        random_state=seed,
    ).fit(climbed, incident)
    probes = np.zeros((features, RAMPS + 1, features))
    probes[np.arange(features), :, np.arange(features)] = np.arange(RAMPS + 1)
    values = trees.decision_function(probes.reshape(-1, features)).reshape(features, RAMPS + 1)
    flat = np.diff(ramps.knots, axis=1) <= 0
    return np.where(flat, 0.0, np.diff(values, axis=1)), float(values[0, 0])
