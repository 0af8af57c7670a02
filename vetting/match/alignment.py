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
SHAPES = 100
GOOD = 0.72
COMMON_INFO, RARE_INFO = 4.6, 10.0
"""Nats of a word that one in a hundred bears, and of one that one in twenty thousand bears."""
MIDDLE = 0.4
"""What a word that stands neither first nor last counts, where the other side lacks it."""


@dataclass(frozen=True, slots=True)
class Words:
    """All words of all names or passages in a row, as numbers of the vocabulary."""

    numbers: Ints

    def of(self, begin: Ints, size: int) -> Ints:
        """Numbers of the `size` words from each `begin`."""
        words: Ints = self.numbers[begin[:, None] + np.arange(size)]
        return words


def align(pairs: pl.DataFrame, ours: Words, theirs: Words, vocabulary: pl.DataFrame) -> pl.DataFrame:
    """Measure pairs with `our_begin`, `our_size`, `begin`, `size`: the columns of `_measure`, one row per pair.

    Pairs of one shape, so many words against so many, are measured together.
    """
    columns = pairs.select(pl.col("our_begin", "our_size", "begin", "size").cast(pl.Int64))
    our_begin, our_size, begin, size = (column.to_numpy() for column in columns)
    shape = np.minimum(our_size, WIDEST) * SHAPES + np.minimum(size, WIDEST)
    if not pairs.height:
        return _nothing()
    groups = [np.flatnonzero(shape == one) for one in np.unique(shape)]
    words = [
        (ours.of(our_begin[at], int(shape[at[0]]) // SHAPES), theirs.of(begin[at], int(shape[at[0]]) % SHAPES))
        for at in groups
    ]
    codes = [_codes(a, b, vocabulary.height) for a, b in words]
    known, places = _likenesses(codes, vocabulary)
    info = vocabulary["info"].to_numpy()
    parts = [
        _measured(known, place, info[a], info[b]).with_columns(at=pl.Series(at))
        for at, place, (a, b) in zip(groups, places, words, strict=True)
    ]
    return pl.concat(parts).sort("at").drop("at")


def _nothing() -> pl.DataFrame:
    none = np.zeros((0, 1, 1))
    flags = none.astype(np.bool_)
    empty = _measure(none, none[:, :, 0], none[:, :, 0], flags, flags)
    numbers, told = pl.Series([], dtype=pl.Int64), pl.Series([], dtype=pl.Boolean)
    return empty.with_columns(edits=numbers, heard=told, cropped=told)


def _codes(a: Ints, b: Ints, words: int) -> Ints:
    """One number for each pair of words, rows x ours x theirs."""
    return a[:, :, None] * words + b[:, None, :]


def _likenesses(codes: list[Ints], vocabulary: pl.DataFrame) -> tuple[pl.DataFrame, list[Ints]]:
    """How alike the pairs of words are, each looked at once, and for every place in `codes` the row of that."""
    every = pl.Series(np.concatenate([code.ravel() for code in codes]))
    once, token = every.unique().sort(), vocabulary["token"]
    table = likeness(token.gather(once // vocabulary.height), token.gather(once % vocabulary.height))
    rows = every.rank("dense").cast(pl.Int64).to_numpy() - 1
    ends = np.cumsum([code.size for code in codes])[:-1]
    return table, [row.reshape(code.shape) for row, code in zip(np.split(rows, ends), codes, strict=True)]


def _measured(table: pl.DataFrame, at: Ints, a: Floats, b: Floats) -> pl.DataFrame:
    sim, initial, short, edits = (table[name].to_numpy()[at] for name in ("sim", "initial", "short", "edits"))
    measured = _measure(sim, a, b, initial, short)
    heard = _slips(sim, table["heard"].cast(pl.Int32).to_numpy()[at]) > 0
    return measured.with_columns(
        edits=pl.Series(_slips(sim, edits), dtype=pl.Int64),
        heard=pl.Series(heard),
        cropped=pl.Series(_cropped(sim, initial | short)),
    )


def _cropped(sim: Floats, form: Flags) -> Flags:
    """Whether the last word of both is met only as an initial or a short form: family names have none."""
    last = form[:, -1, -1] & (sim[:, -1, -1] >= sim[:, -1, :].max(axis=1))
    cropped: Flags = last & (sim.shape[1] > 1)
    return cropped


def _slips(sim: Floats, edits: NDArray[np.int32]) -> NDArray[np.int32]:
    """Letters by which the words that agree differ in all."""
    best = sim.argmax(axis=2)
    each = np.take_along_axis(edits, best[:, :, None], axis=2)[:, :, 0]
    slips: NDArray[np.int32] = np.where(sim.max(axis=2) >= MIDDLE, each, 0).sum(axis=1)
    return slips


def _measure(sim: Floats, a: Floats, b: Floats, initial: Flags, short: Flags) -> pl.DataFrame:
    """What the best likeness of every word amounts to.

    `cover`: 0-1, the worth of what agrees, of both names; `second`: likeness of the second best word (of the only one,
    where there is one); `met`, `missed`, `extra`: nats that agree, that only the creator's name has, that only the
    record's has; `total`: nats of all the creator's words; `initial`, `short`: whether an initial or a short form was
    needed; `words`: words that agree, and `exact_words` those to the letter; `other_known`: 0-1, how common the most
    common of the record's words is that is like one of the creator's and not it: a name of its own, then, not a slip.
    """
    ours, theirs = sim.max(axis=2), sim.max(axis=1)
    needed = (sim == ours[:, :, None]) & (ours[:, :, None] >= MIDDLE)
    missed, extra = a * (1 - ours) * _place(a), b * (1 - theirs) * _place(b)
    met = a * ours
    full = np.sqrt(_share(met.sum(1), missed.sum(1)) * _share((b * theirs).sum(1), extra.sum(1)))
    form = (initial | short).any(axis=1)
    slip = (theirs >= MIDDLE) & (theirs < 1) & ~form & (b > 0)
    return pl.DataFrame(
        {
            "cover": full,
            "second": _second(ours, a),
            "met": (met * (ours >= GOOD)).sum(1),
            "missed": missed.sum(1),
            "extra": extra.sum(1),
            "total": a.sum(1),
            "initial": (needed & initial).any(axis=(1, 2)),
            "short": (needed & short).any(axis=(1, 2)),
            "words": ((ours >= GOOD) & (a > 1)).sum(1),
            "exact_words": ((ours >= 1) & (a > 1)).sum(1),
            "other_known": np.where(slip, commonness(b), 0.0).max(axis=1, initial=0.0),
        },
    )


def commonness(info: Floats) -> Floats:
    """0 for a word that next to nobody bears, 1 for one that a hundredth bears; by the nats it is worth."""
    return np.clip(1 - (info - COMMON_INFO) / (RARE_INFO - COMMON_INFO), 0, 1)


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
    ordered = np.sort(np.pad(counted, ((0, 0), (1, 0)), constant_values=-1.0), axis=1)
    return np.where(ordered[:, -2] < 0, ordered[:, -1], ordered[:, -2]).clip(0, 1)
