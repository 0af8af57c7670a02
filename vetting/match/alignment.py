"""How well a creator's name and the words of a record cover one another, each word by what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from vetting.match.words_alike import likeness

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

WIDEST = 6
"""Words of a name that are looked at."""
CHUNK = 200_000
GOOD = 0.72
MIDDLE = 0.4
"""What a word that stands neither first nor last counts, where the other side lacks it."""


@dataclass(frozen=True, slots=True)
class Words:
    """All words of all names or passages in a row, as numbers of the vocabulary."""

    numbers: Ints

    def of(self, begin: Ints, size: Ints) -> tuple[Ints, Flags]:
        """Numbers of the words from `begin`, padded to `WIDEST`, and which of them are there."""
        at = begin[:, None] + np.arange(WIDEST)
        there = np.arange(WIDEST) < size[:, None]
        return self.numbers[np.where(there, at, 0)], there


def align(pairs: pl.DataFrame, ours: Words, theirs: Words, vocabulary: pl.DataFrame) -> pl.DataFrame:
    """Measure pairs with `our_begin`, `our_size`, `begin`, `size`: the columns of `_measure`, one row per pair."""
    parts = [_chunk(part, ours, theirs, vocabulary) for part in pairs.iter_slices(CHUNK)]
    return pl.concat(parts) if parts else _chunk(pairs, ours, theirs, vocabulary)


def _chunk(pairs: pl.DataFrame, ours: Words, theirs: Words, vocabulary: pl.DataFrame) -> pl.DataFrame:
    columns = pairs.select(pl.col("our_begin", "our_size", "begin", "size").cast(pl.Int64))
    our_begin, our_size, begin, size = (column.to_numpy() for column in columns)
    a, a_there = ours.of(our_begin, our_size)
    b, b_there = theirs.of(begin, size)
    both = a_there[:, :, None] & b_there[:, None, :]
    sim = np.zeros(both.shape, np.float64)
    initial, short = np.zeros(both.shape, np.bool_), np.zeros(both.shape, np.bool_)
    row, i, j = np.nonzero(both)
    codes, back = np.unique(a[row, i] * vocabulary.height + b[row, j], return_inverse=True)
    token = vocabulary["token"]
    table = likeness(token.gather(codes // vocabulary.height), token.gather(codes % vocabulary.height))
    sim[both], initial[both], short[both] = (table[name].to_numpy()[back] for name in ("sim", "initial", "short"))
    info = vocabulary["info"].to_numpy()
    return _measure(sim, np.where(a_there, info[a], 0), np.where(b_there, info[b], 0), initial, short)


def _measure(sim: Floats, a: Floats, b: Floats, initial: Flags, short: Flags) -> pl.DataFrame:
    """What the best likeness of every word amounts to.

    `cover`: 0-1, the worth of what agrees, of both names; `second`: likeness of the second best word (of the only one,
    where there is one); `met`, `missed`, `extra`: nats that agree, that only the creator's name has, that only the
    record's has; `initial`, `short`: whether an initial or a short form was needed; `words`: words that agree.
    """
    ours, theirs = sim.max(axis=2), sim.max(axis=1)
    needed = (sim == ours[:, :, None]) & (ours[:, :, None] >= MIDDLE)
    missed, extra = a * (1 - ours) * _place(a), b * (1 - theirs) * _place(b)
    met = a * ours
    full = np.sqrt(_share(met.sum(1), missed.sum(1)) * _share((b * theirs).sum(1), extra.sum(1)))
    return pl.DataFrame(
        {
            "cover": full,
            "second": _second(ours, a),
            "met": (met * (ours >= GOOD)).sum(1),
            "missed": missed.sum(1),
            "extra": extra.sum(1),
            "initial": (needed & initial).any(axis=(1, 2)),
            "short": (needed & short).any(axis=(1, 2)),
            "words": ((ours >= GOOD) & (a > 1)).sum(1),
        },
    )


def _place(worth: Floats) -> Floats:
    """1 for the first and the last word, less for those between."""
    last = (worth > 0).sum(1) - 1
    at = np.arange(worth.shape[1])
    return np.where((at == 0) | (at == last[:, None]), 1.0, MIDDLE)


def _share(part: Floats, rest: Floats) -> Floats:
    return part / np.maximum(part + rest, 1e-9)


def _second(ours: Floats, worth: Floats) -> Floats:
    """Likeness of the second best of the words that are more than particles."""
    counted = np.where(worth > 1, ours, -1.0)
    ordered = np.sort(counted, axis=1)
    return np.where(ordered[:, -2] < 0, ordered[:, -1], ordered[:, -2]).clip(0, 1)
