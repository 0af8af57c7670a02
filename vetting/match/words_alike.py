"""How alike two words of names are, and in what way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from vetting.match.lexicon import nicknames
from vetting.match.names import sound

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST = 0.72
"""Likeness below which two words are two words."""
INITIAL, BEGINNING, SHORT_FORM, SAME_SOUND = 0.6, 0.8, 0.9, 0.9


def likeness(ours: pl.Series, theirs: pl.Series) -> pl.DataFrame:
    """For words side by side: `sim` (0-1), and whether one is an `initial` or a `short` form of the other."""
    left, right = ours.to_list(), theirs.to_list()
    edits = cpdist(left, right, scorer=OSA.normalized_similarity, dtype=np.float32)
    starts = cpdist(left, right, scorer=JaroWinkler.similarity, dtype=np.float32)
    mean: NDArray[np.float32] = (edits + starts) / 2
    rows = pl.DataFrame({"a": ours, "b": theirs, "mean": mean}).with_columns(
        sa=sound(pl.col("a")), sb=sound(pl.col("b")), short=_short(ours, theirs)
    )  # fmt: skip
    return rows.select(sim=_similar(), initial=_initial(), short="short")


def _short(ours: pl.Series, theirs: pl.Series) -> pl.Series:
    known = pl.DataFrame(sorted(nicknames()), {"a": pl.String, "b": pl.String}, orient="row")
    pairs = pl.DataFrame({"a": ours, "b": theirs}).with_row_index("row")
    met = pairs.join(known, on=["a", "b"], how="semi")["row"]
    return pairs["row"].is_in(met.implode())


def _similar() -> pl.Expr:
    kept = pl.when(pl.col("mean") >= LEAST).then(pl.col("mean")).otherwise(0.0)
    heard = (pl.col("sa") == pl.col("sb")) & (pl.col("sa").str.len_chars() > 1) & (pl.col("mean") > 0.6)  # noqa: PLR2004 - vowels make up to 40 % of a word
    return pl.max_horizontal(
        kept,
        pl.when(heard).then(SAME_SOUND).otherwise(0.0),
        pl.when("short").then(SHORT_FORM).otherwise(0.0),
        pl.when(_beginning()).then(BEGINNING).otherwise(0.0),
        pl.when(_initial()).then(INITIAL).otherwise(0.0),
    ).cast(pl.Float32)


def _initial() -> pl.Expr:
    one = (pl.col("a").str.len_chars() == 1) != (pl.col("b").str.len_chars() == 1)
    return one & (pl.col("a").str.slice(0, 1) == pl.col("b").str.slice(0, 1))


def _beginning() -> pl.Expr:
    a, b = pl.col("a"), pl.col("b")
    long = (a.str.len_chars() > 2) & (b.str.len_chars() > 2) & (a != b)  # noqa: PLR2004 - two letters begin too many names
    return long & (a.str.starts_with(b) | b.str.starts_with(a))
