"""Words that may be one another, misspelt: found through shared keys, so that no two vocabularies are ever crossed."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from vetting.lexicon import variants
from vetting.match.names import bones, sound

SHORTEST = 3
LONG = 7
MOST_PER_KEY = 200
"""Words of one side that may share one key; a key that more share tells too little."""
SEED = 20_240_229


@dataclass(frozen=True, slots=True)
class Keyed:
    """Unique words, sorted, and their keys as far as few share them: `keys` has `word` (the row) and `key`."""

    words: pl.Series
    keys: pl.DataFrame


def keyed(ours: pl.Series) -> Keyed:
    """The creators' words, ready to be met; unique and folded."""
    words = ours.sort()
    return Keyed(words, keys(words, "word").filter(pl.len().over("key") <= MOST_PER_KEY))


def alike(ours: Keyed, theirs: pl.Series) -> pl.DataFrame:
    """Pairs of words `ours`, `theirs` that are equal, nearly so, or sound alike; sorted.

    Nearly: one letter changed, lost, added or swapped; two in words of seven letters and more. `theirs` are unique
    folded words.
    """
    met = ours.keys.join(keys(theirs, "other"), on="key").select("word", "other").unique()
    pairs = pl.DataFrame({"ours": ours.words.gather(met["word"]), "theirs": theirs.gather(met["other"])})
    left, right = pairs["ours"].to_list(), pairs["theirs"].to_list()
    apart = pl.Series(cpdist(left, right, scorer=OSA.distance, score_cutoff=2))
    near = pl.Series(cpdist(left, right, scorer=JaroWinkler.similarity, score_cutoff=0.8))
    allowed = pl.when(pl.col("ours").str.len_chars() >= LONG).then(2).otherwise(1)
    kept = pairs.with_columns(apart=apart, near=near).filter((pl.col("apart") <= allowed) | (pl.col("near") > 0))
    same = theirs.filter(theirs.is_in(ours.words.implode()))
    equal = pl.DataFrame({"ours": same, "theirs": same})
    every = [kept.select("ours", "theirs"), equal, _spelled(ours.words, theirs)]
    return pl.concat(every).unique().sort("ours", "theirs")


def _spelled(ours: pl.Series, theirs: pl.Series) -> pl.DataFrame:
    """Two spellings of one name, and names that one side writes without vowels."""
    known = pl.DataFrame(sorted(variants()), {"ours": pl.String, "theirs": pl.String}, orient="row")
    listed = known.filter(pl.col("ours").is_in(ours.implode()), pl.col("theirs").is_in(theirs.implode()))
    mine, other = (
        words.rename(name).to_frame().with_columns(key=bones(pl.col(name)), bare=~pl.col(name).str.contains("[aeiou]"))
        for name, words in (("ours", ours), ("theirs", theirs))
    )
    long = pl.col("key").str.len_chars() >= SHORTEST
    met = [
        left.filter("bare", long).join(right.filter(long), on="key").select("ours", "theirs")
        for left, right in ((mine, other), (other, mine))
    ]
    return pl.concat([listed, *met])


def keys(words: pl.Series, name: str) -> pl.DataFrame:
    """Each word (`name`: its row) under its sound and under itself with each one letter left out, as hashes (`key`)."""
    table = words.rename("token").to_frame().with_row_index(name).filter(pl.col("token").str.len_chars() >= SHORTEST)
    heard = table.select(name, key="~" + sound(pl.col("token"))).filter(pl.col("key").str.len_chars() > SHORTEST)
    letters = table.with_columns(at=pl.int_ranges(0, pl.col("token").str.len_chars())).explode("at")
    less = pl.col("token").str.slice(0, pl.col("at")) + pl.col("token").str.slice(pl.col("at") + 1)
    every = pl.concat([heard, letters.select(name, key=less), table.select(name, key="token")])
    return every.select(name, pl.col("key").hash(SEED)).unique()
