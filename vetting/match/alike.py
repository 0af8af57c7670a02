"""Words that may be one another, misspelt: found through shared keys, so that no two vocabularies are ever crossed."""

from __future__ import annotations

import polars as pl
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from vetting.match.names import sound

SHORTEST = 3
LONG = 7
MOST_PER_KEY = 200
"""Words of one side that may share one key; a key that more share tells too little."""


def alike(ours: pl.Series, theirs: pl.Series) -> pl.DataFrame:
    """Pairs of words `ours`, `theirs` that are equal, nearly so, or sound alike; sorted.

    Nearly: one letter changed, lost, added or swapped; two in words of seven letters and more. Both series hold
    unique folded words.
    """
    mine, other = _keyed(ours, "ours"), _keyed(theirs, "theirs")
    rare = mine.filter(pl.len().over("key") <= MOST_PER_KEY)
    met = rare.join(other, on="key").select("ours", "theirs").unique()
    left, right = met["ours"].to_list(), met["theirs"].to_list()
    apart = pl.Series(cpdist(left, right, scorer=OSA.distance, score_cutoff=2))
    near = pl.Series(cpdist(left, right, scorer=JaroWinkler.similarity, score_cutoff=0.8))
    allowed = pl.when(pl.col("ours").str.len_chars() >= LONG).then(2).otherwise(1)
    kept = met.with_columns(apart=apart, near=near).filter((pl.col("apart") <= allowed) | (pl.col("near") > 0))
    equal = ours.rename("ours").to_frame().join(theirs.rename("theirs").to_frame(), left_on="ours", right_on="theirs")
    return (
        pl.concat([kept.select("ours", "theirs"), equal.select("ours", theirs="ours")]).unique().sort("ours", "theirs")
    )


def _keyed(words: pl.Series, name: str) -> pl.DataFrame:
    """Each word under its sound and under itself with each one letter left out."""
    table = words.rename(name).to_frame().filter(pl.col(name).str.len_chars() >= SHORTEST)
    heard = table.select(name, key="~" + sound(pl.col(name))).filter(pl.col("key").str.len_chars() > SHORTEST)
    letters = table.with_columns(at=pl.int_ranges(0, pl.col(name).str.len_chars())).explode("at")
    less = pl.col(name).str.slice(0, pl.col("at")) + pl.col(name).str.slice(pl.col("at") + 1)
    return pl.concat([heard, letters.select(name, key=less), table.select(name, key=name)]).unique()
