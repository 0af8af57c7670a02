"""Comments that say nearly the same: MinHash over runs of four characters, banded, without comparing all pairs.

Every text meets the first text of each bucket that it falls into, and joins it where their signatures agree enough. So
half a million comments that are nearly equal cost half a million comparisons a band. Texts under `SHORTEST` characters
are alike only if they are equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from scipy.sparse import coo_array  # type: ignore[import-untyped] # scipy ships no types
from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped] # the same

from vetting.measure.comments.text import Hashes, Ints, grams

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIZE, SHORTEST = 4, 12
HASHES, ROWS = 16, 2
ALIKE = 0.65
"""Least share of equal hashes, an estimate of the share of runs that two texts have in common."""
EMPTY = np.uint64(0xFFFFFFFFFFFFFFFF)


def clusters(owner: pl.Series, words: pl.Series) -> Ints:
    """The cluster of each (owner, text): a number, equal for texts of one owner that say nearly the same."""
    key = pl.DataFrame({"owner": owner, "words": words}).with_row_index("row")
    unique = key.group_by("owner", "words", maintain_order=True).agg(pl.col("row").first())
    place = key.join(unique.with_row_index("unique"), on=["owner", "words"], how="left", maintain_order="left")
    long = unique.with_row_index("unique").filter(pl.col("words").str.len_chars() >= SHORTEST)
    first, second = _pairs(long["owner"].rank("dense").to_numpy().astype(np.uint64), signatures(long["words"]))
    name = long["unique"].to_numpy().astype(np.int64)
    edges = (np.ones(len(first), dtype=np.int8), (name[first], name[second]))
    _, label = connected_components(coo_array(edges, shape=(unique.height, unique.height)), directed=False)
    found: Ints = label.astype(np.int64)[place["unique"].to_numpy()]
    return found


def signatures(words: pl.Series) -> Hashes:
    """MinHash signatures (texts x `HASHES`)."""
    signed = np.full((len(words), HASHES), EMPTY)
    dice = np.random.default_rng(20)
    factors = dice.integers(1, 2**63, HASHES, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    for first, hashes, starts in grams(words, SIZE):
        for place, factor in enumerate(factors):
            mixed = hashes * factor
            mixed ^= mixed >> np.uint64(31)
            signed[first : first + len(starts), place] = np.minimum.reduceat(mixed * factor, starts)
    return signed


def _pairs(owner: Hashes, signed: Hashes) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Each text with the first of its bucket, band by band, where the two signatures agree."""
    none = np.empty(0, dtype=np.intp)
    kept = [(none, none)]
    for band in range(0, HASHES, ROWS):
        bucket = owner
        for place in range(band, band + ROWS):
            bucket = (bucket ^ signed[:, place]) * np.uint64(0xFF51AFD7ED558CCD)
        order = np.argsort(bucket, kind="stable")
        ordered = bucket[order]
        head = np.r_[True, ordered[1:] != ordered[:-1]] if len(ordered) else np.empty(0, dtype=np.bool_)
        leader = order[np.maximum.accumulate(np.where(head, np.arange(len(order)), 0))]
        met = (leader != order) & (owner[leader] == owner[order])
        first, second = leader[met], order[met]
        agree = (signed[first] == signed[second]).mean(axis=1) >= ALIKE
        kept.append((first[agree], second[agree]))
    return np.concatenate([pair[0] for pair in kept]), np.concatenate([pair[1] for pair in kept])
