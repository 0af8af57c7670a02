"""Drawing in whole arrays: weighted choices, shares, ragged rows, pseudonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

SPREAD = 0x9E3779B97F4A7C15
"""An odd number: multiplying by it modulo 2**64 gives every whole number a different, unordered-looking one."""


def texts(options: Sequence[str], place: Ints) -> pl.Series:
    """The option at each place, as text."""
    return pl.Series(list(options), dtype=pl.String).gather(pl.Series(place))


def pick(dice: np.random.Generator, options: Sequence[str], size: int) -> pl.Series:
    """`size` texts, each option as likely as the others."""
    return texts(options, dice.integers(0, len(options), size))


def weighted(dice: np.random.Generator, weights: Sequence[float], size: int) -> Ints:
    """`size` places, each as often as its weight says."""
    odds = np.asarray(weights, dtype=np.float64)
    return dice.choice(len(odds), size, p=odds / odds.sum())


def choose(dice: np.random.Generator, weights: Floats) -> Ints:
    """One column's place per row of `weights` (rows x options), by that row's weights."""
    reached = weights.cumsum(axis=1)
    thrown = dice.random(len(weights)) * reached[:, -1]
    passed = (thrown[:, None] >= reached).sum(axis=1)
    chosen: Ints = np.minimum(passed, weights.shape[1] - 1)
    return chosen


def happens(dice: np.random.Generator, chance: Floats | float, size: int) -> Flags:
    """Whether each of `size` things happens; `chance` is one share or one per thing."""
    return np.asarray(dice.random(size) < chance, dtype=np.bool_)


def shares(dice: np.random.Generator, mean: Floats | float, strength: float, size: int) -> Floats:
    """`size` shares between 0 and 1 around `mean`; a larger `strength` keeps them closer to it."""
    return dice.beta(np.multiply(mean, strength), np.multiply(np.subtract(1.0, mean), strength), size)


def lognormal(dice: np.random.Generator, median: float, spread: float, size: int) -> Floats:
    """`size` positive numbers with that median; `spread` is the SD of their logs."""
    return np.exp(dice.normal(np.log(median), spread, size))


def remembered(fresh: Floats, memory: float) -> Floats:
    """Each row's fresh draws with SD 1 (rows x steps) as a series that remembers the step before and keeps the SD."""
    series = fresh.copy()
    for step in range(1, series.shape[1]):
        series[:, step] = memory * series[:, step - 1] + np.sqrt(1 - memory**2) * fresh[:, step]
    return series


def ragged(counts: Ints) -> tuple[Ints, Ints]:
    """For groups of these sizes, in order: each row's group and its place within the group."""
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(len(owner)) - np.repeat(counts.cumsum() - counts, counts)


def pseudonyms(prefix: str, numbers: Ints) -> pl.Series:
    """Equal numbers get equal names, different ones different names, and no name tells its number."""
    scrambled = numbers.astype(np.uint64) * np.uint64(SPREAD)
    return pl.Series([prefix], dtype=pl.String) + pl.Series(scrambled).cast(pl.String)


def numbered(prefix: str, count: int) -> pl.Series:
    """`count` ids in order: the prefix and a number of seven digits, from 1."""
    return pl.Series([prefix], dtype=pl.String) + pl.Series(np.arange(1, count + 1)).cast(pl.String).str.zfill(7)
