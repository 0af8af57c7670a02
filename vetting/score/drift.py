"""Whether creators are still like those that a model learnt from: the population stability index, signal by signal.

PSI = sum over bins of (now - then) ln(now / then); the bins are the deciles of training, and one for what is missing.
Few creators fill ten bins unevenly by chance alone: under no drift PSI / (1/now + 1/then) follows a chi-squared law.
So a state other than `ok` needs a PSI beyond what chance reaches anywhere in one of twenty such tables, and only what
is beyond the mean of chance counts. Yurdakul, Statistical properties of the population stability index, 2018.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from scipy.stats import chi2  # type: ignore[import-untyped] # scipy ships no types

if TYPE_CHECKING:
    from vetting.score.examples import Floats
    from vetting.score.model import Model

WATCH, ACT = 0.1, 0.25
ALARM = 0.05
"""Share of tables without any drift that show some."""
SCORE = "score"
"""The row that is no signal."""
HALF = 0.5
"""Added to every bin that held anybody then or now, so that none is empty."""


def drift(model: Model, readings: Floats) -> pl.DataFrame:
    """Readings (creators, features; NaN where missing) against the model's training: a row per signal and the score.

    Columns: what; psi; by_chance, up to where chance explains it; state (ok, watch, act); usual_then and usual_now
    (medians); missing_then and missing_now (shares). Worst first; no rows without creators.
    """
    if not len(readings):
        return pl.DataFrame(schema=COLUMNS)
    counts, then = counted(model.edges, readings), len(model.held_incident)
    edges, shares = _of_score(model)
    logits = model.logits(readings)[:, None]
    known = np.r_[counts, counted(edges, logits)]
    psi, mean, limit = index(np.r_[model.shares, shares] * then, known)
    excess = np.where(psi > limit, psi - mean, 0.0)
    frame = pl.DataFrame(
        {
            "what": [*model.features, SCORE],
            "psi": psi,
            "by_chance": limit,
            "state": np.where(excess >= ACT, "act", np.where(excess >= WATCH, "watch", "ok")).astype(object),
            "usual_then": np.r_[model.edges[:, 4], edges[:, 4]],
            "usual_now": [*_medians(readings), float(np.median(logits))],
            "missing_then": np.r_[model.shares[:, -1], 0.0],
            "missing_now": known[:, -1] / len(readings),
            "excess": excess,
        },
        schema=COLUMNS | {"excess": pl.Float64},
    )
    silent = pl.col("missing_then") >= 1
    frame = frame.with_columns(pl.when(~silent).then("usual_then"), pl.col("usual_now").fill_nan(None))
    return frame.sort("excess", "psi", "what", descending=[True, True, False]).drop("excess")


COLUMNS = {"what": pl.String, "psi": pl.Float64, "by_chance": pl.Float64, "state": pl.String} | dict.fromkeys(
    ("usual_then", "usual_now", "missing_then", "missing_now"), pl.Float64
)


def counted(edges: Floats, readings: Floats) -> Floats:
    """How many readings lie between the edges (features, 9), and how many are missing: shape (features, 11)."""
    bins = edges.shape[1] + 2
    place = np.stack(
        [np.searchsorted(edge, column, side="right") for edge, column in zip(edges, readings.T, strict=True)]
    )
    place = np.where(np.isnan(readings.T), bins - 1, place) + bins * np.arange(len(edges))[:, None]
    counts: Floats = np.bincount(place.ravel(), minlength=bins * len(edges)).reshape(len(edges), bins).astype(float)
    return counts


def index(then: Floats, now: Floats) -> tuple[Floats, Floats, Floats]:
    """Counts then and now, both (rows, bins): the PSI, its mean by chance alone, and up to where chance explains it."""
    held = (then + now) > 0
    spread = 1 / now.sum(axis=1) + 1 / then.sum(axis=1)
    free = np.maximum(held.sum(axis=1) - 1, 1)
    before, after = (np.where(held, side + HALF, 0.0) for side in (then, now))
    before, after = (side / side.sum(axis=1, keepdims=True) for side in (before, after))
    logs = np.log(np.where(held, after, 1.0)) - np.log(np.where(held, before, 1.0))
    psi: Floats = ((after - before) * logs).sum(axis=1)
    limit: Floats = chi2.ppf(1 - ALARM / len(now), free) * spread
    return psi, free * spread, limit


def _of_score(model: Model) -> tuple[Floats, Floats]:
    """Deciles of the log-odds at training, and the share of training between them; equal ones hold nothing between."""
    edges = model.reference[10:100:10]
    below = np.searchsorted(model.reference, edges, side="left") / 100  # of those strictly below the edge
    shares = np.diff(np.r_[0.0, below, 1.0])
    return edges[None], np.r_[shares, 0.0][None]


def _medians(readings: Floats) -> Floats:
    known = ~np.isnan(readings).all(axis=0)
    medians = np.full(readings.shape[1], np.nan)
    medians[known] = np.nanmedian(readings[:, known], axis=0)
    return medians
