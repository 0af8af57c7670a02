"""Near-identical texts: the same agency copy a hundred times is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cpdist
from scipy.sparse import coo_array  # type: ignore[import-untyped] # scipy ships no types
from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped] # the same

from vetting.match.says.plain import plain, story

if TYPE_CHECKING:
    from numpy.typing import NDArray

READ = 1_500
"""Characters of a text that are compared: an agency's copy is cut from below."""
WORDS = 150
SHINGLE = 3
"""Words in a row that make one piece of a text."""
BANDS, ROWS = 12, 2
"""Texts are compared where two smallest hashes in a row are equal: nearly always, if .7 of their pieces are."""
ALIKE = 85.0
"""Likeness, 0-100, from which two texts are one."""
SEED = 20_240_229


def same_text(records: pl.DataFrame) -> pl.DataFrame:
    """`record_id` and `same_text`, the first id of all records with nearly the same text; its own for an empty one.

    `records` has `record_id` (each once), `title` and `text`. The cost grows with the records, not with their pairs.
    """
    short = story().str.slice(0, READ)
    rows = records.select("record_id", text=plain(short).str.replace_all(r" \|", "").str.strip_chars())
    rows = rows.sort("record_id").with_row_index("row")
    equal = _to_first(rows.filter(pl.col("text") != ""), "text")
    once = rows.join(equal, left_on="row", right_on="one", how="anti").filter(pl.col("text") != "")
    near = _to_first(_banded(once), "band", "key") if once.height else equal.clear()
    linked = pl.concat([equal, _alike(near, rows["text"])])
    first = components(linked["one"], linked["other"], rows.height)
    return rows.select("record_id", same_text=rows["record_id"].gather(first))


def components(one: pl.Series, other: pl.Series, size: int) -> pl.Series:
    """The lowest row that each of `size` rows is linked with, by links `one`-`other`."""
    ones = np.ones(len(one), np.bool_)
    links = coo_array((ones, (one.to_numpy(), other.to_numpy())), shape=(size, size))
    _, part = connected_components(links, directed=False)
    rows = pl.DataFrame({"row": np.arange(size), "part": part})
    return rows.select(pl.col("row").min().over("part").cast(pl.UInt32)).to_series()


def _to_first(rows: pl.DataFrame, *key: str) -> pl.DataFrame:
    """Rows that share a key, each with the first of them: `one`, `other`."""
    first = rows.select("row", other=pl.col("row").min().over(key)).filter(pl.col("row") != pl.col("other"))
    return first.select(one="row", other="other").unique()


def _banded(rows: pl.DataFrame) -> pl.DataFrame:
    """The bands of every text: `row`, `band`, `key`."""
    pieces = (
        rows.select("row", word=pl.col("text").str.split(" ").list.head(WORDS)).explode("word")
        .with_columns(hash=pl.col("word").hash(SEED))
        .with_columns(pl.col("hash").shift(-at).over("row").fill_null(at).alias(f"h{at}") for at in range(SHINGLE))
        .select("row", piece=pl.struct(f"h{at}" for at in range(SHINGLE)).hash(SEED))
    )  # fmt: skip
    begins = np.flatnonzero(np.diff(pieces["row"].to_numpy(), prepend=-1))
    smallest = _smallest(pieces["piece"].to_numpy(), begins)
    keys = [
        pl.DataFrame(smallest[ROWS * band : ROWS * (band + 1)].T).select(
            row=rows["row"], band=pl.lit(band), key=pl.struct(pl.all()).hash(SEED)
        )
        for band in range(BANDS)
    ]
    return pl.concat(keys)


def _smallest(pieces: NDArray[np.uint64], begins: NDArray[np.int64]) -> NDArray[np.uint64]:
    """The smallest hash of every text's pieces under each of `BANDS` times `ROWS` orders."""
    dice = np.random.default_rng(SEED)
    odd = dice.integers(1, 2**63, BANDS * ROWS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    mixed = pieces ^ (pieces >> np.uint64(31))
    return np.stack([np.minimum.reduceat(mixed * factor, begins) for factor in odd])


def _alike(pairs: pl.DataFrame, text: pl.Series) -> pl.DataFrame:
    """Those of the pairs whose texts are alike; the longer one is cut to the shorter, as editors do."""
    both = pairs.with_columns(a=text.gather(pairs["one"]), b=text.gather(pairs["other"]))
    size = pl.min_horizontal(pl.col("a").str.len_chars(), pl.col("b").str.len_chars())
    cut = both.with_columns(pl.col("a", "b").str.slice(0, (size * 1.1).cast(pl.UInt32)))
    score = cpdist(cut["a"].to_list(), cut["b"].to_list(), scorer=ratio, score_cutoff=ALIKE)
    return pairs.filter(pl.Series(score > 0, dtype=pl.Boolean))
