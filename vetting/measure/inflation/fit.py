"""Training on made-up worlds whose truth is known: small networks that learn the chances of each share."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from vetting.measure.inflation.features import alone, only
from vetting.measure.inflation.grid import MIDDLES, Floats, Ints, bins
from vetting.measure.inflation.model import Model, bent

if TYPE_CHECKING:
    from collections.abc import Sequence

NETWORKS, HIDDEN, EPOCHS, BATCH, DECAY, PACE = 4, (48, 48), 16, 512, 0.3, 1.5e-3
KEPT_WORLDS = 0.85
"""How many of the worlds each network sees."""
JITTER = (0.004, 0.05)
"""Noise of the shares learnt, plain and by the share: neighbouring bins lend each other what they learn."""
FLOOR = 1e-3
RARE = 0.005


def fit(tables: Sequence[pl.DataFrame], shares: Sequence[Floats], about: dict[str, Any]) -> Model:
    """One table of features and one array of true shares per world -> a model. Same input, same model."""
    table = pl.concat(tables)
    names = tuple(name for name in table.columns if name != "account_id")
    world = np.repeat(np.arange(len(tables)), [len(part) for part in tables])
    share = np.concatenate(shares)
    raw = _numbers(table, names)
    middle, spread, marked = _scales(raw)
    inputs, which = [bent(raw, middle, spread, marked)], [np.arange(len(raw))]
    for place, keep in enumerate(("growth", "posts")):
        some = np.arange(place, len(raw), 4)
        left = only(alone(table[some]) if place else table[some], keep)
        inputs.append(bent(_numbers(left, names), middle, spread, marked))
        which.append(some)
    some = np.arange(2, len(raw), 4)
    inputs.append(bent(_numbers(alone(table[some]), names), middle, spread, marked))
    which.append(some)
    order = np.concatenate(which)
    learnt = np.vstack(inputs).astype(np.float32)
    networks = tuple(_network(learnt, share[order], world[order], seed) for seed in range(NETWORKS))
    return Model(names, middle, spread, marked, networks, about)


def _numbers(table: pl.DataFrame, names: tuple[str, ...]) -> Floats:
    return table.select(names).fill_null(float("nan")).to_numpy().astype(np.float64)


def _scales(raw: Floats) -> tuple[Floats, Floats, Ints]:
    """Median and spread of each feature, and the features whose absence tells: one of those absent together."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a feature that no world gives stays unknown
        middle = np.nan_to_num(np.nanmedian(raw, axis=0))
        low, high = np.nan_to_num(np.nanquantile(raw, [0.1, 0.9], axis=0))
    spread = np.maximum((high - low) / 2.56, FLOOR * np.maximum(1.0, np.abs(middle)))
    absent = np.isnan(raw)
    rate = absent.mean(axis=0)
    _, first = np.unique(np.packbits(absent, axis=0), axis=1, return_index=True)
    marked = np.sort(first[(rate[first] > RARE) & (rate[first] < 1 - RARE)])
    return middle, spread, marked.astype(np.int64)


def _network(inputs: np.ndarray[Any, Any], share: Floats, world: Ints, seed: int) -> tuple[Floats, ...]:
    dice = np.random.default_rng(seed)
    worlds = np.unique(world)
    kept = np.isin(world, dice.permutation(worlds)[: max(1, round(KEPT_WORLDS * len(worlds)))])
    moved = share[kept] + dice.normal(0, 1, int(kept.sum())) * (JITTER[0] + JITTER[1] * share[kept])
    every = np.arange(len(MIDDLES))  # one row of nothing for each bin, so that every network knows them all
    learnt = np.vstack([inputs[kept], np.zeros((len(every), inputs.shape[1]), dtype=inputs.dtype)])
    target = np.concatenate([bins(np.clip(moved, 0.0, 0.999)), every])
    network = MLPClassifier(
        HIDDEN, alpha=DECAY, batch_size=min(BATCH, len(learnt)), max_iter=EPOCHS, learning_rate_init=PACE,
        random_state=seed, n_iter_no_change=EPOCHS,
    )  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # it stops early on purpose
        network.fit(learnt, target)
    pairs = zip(network.coefs_, network.intercepts_, strict=True)
    return tuple(np.asarray(layer, dtype=np.float64) for pair in pairs for layer in pair)
