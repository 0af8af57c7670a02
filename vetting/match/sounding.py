"""Pairs of names and places that share a word, misspelt perhaps, beside a second word that is like another of them.

What the creators' names need of this is made once (`Sounds`); a chunk of records is then held against it. Words are
numbers on both sides, and each pair of neighboring words of the records is looked at once, wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from vetting.lexicon import nicknames, variants, words
from vetting.match.alike import Keyed, alike, keyed
from vetting.match.names import sound
from vetting.match.words_alike import HEARD_LEAST, LEAST

FEW = 3
"""Names that a first word and how the second begins may lead to, before more of the second word has to agree."""
RARE = 3
"""Names that may bear a word before it takes a second one to tell them apart."""
CLOSE = 0.8
"""Likeness from which a second word may be another, beside a first one that is misspelt."""
MISSPELT = 0.7
"""Likeness from which a second word may be another, badly misspelt, beside a first one that few bear."""
MOST_NAMES = 300
"""Names that a first word and the sound of the whole second may lead to."""
LEVELS = (1, 2, 3, 40)
"""Letters of the second word's sound that have to agree: as few as lead to few names."""
REACH = 3
"""How far apart two words of one name may stand in a text."""
WHOLE = f"{LEVELS[-1]}"


@dataclass(frozen=True, slots=True)
class Sounds:
    """Words of names that lead to them (`leading`), all words of names, and the pairs of words of each name.

    `pairs`: `name`, `word` and `other` (rows of `leading.words` and `others`), `alone` (few bear the word), `beside`
    and `heard` (how the other begins, and sounds: rows of `begins`).
    """

    leading: Keyed
    others: pl.Series
    begins: pl.Series
    pairs: pl.DataFrame


def sounds(spelled: pl.DataFrame) -> Sounds:
    """What words of names (`passage`, `pos`, `token`, `capital`) are met by.

    A particle may stand for a word where it has a capital, and leads nowhere by itself: `Van` may be short for Vanja,
    and `D.` for Dolores.
    """
    particle = _particle()
    ours = spelled.filter(pl.col("capital") | ~particle).select("pos", "token", name="passage", leads=~particle)
    leading = ours.filter("leads").select("token").unique().sort("token")["token"]
    called = _also_called(ours)
    others = called.select("other").unique().sort("other")["other"]
    begins = _begun(others)
    pairs = (
        ours.filter("leads")
        .join(called, on="name")
        .filter(pl.col("pos") != pl.col("pos_right"))
        .join(_numbered(leading, "token", "word"), on="token")
        .join(_numbered(others, "other", "second"), on="other")
        .select("name", "word", other="second")
        .unique()
        .with_columns(alone=pl.col("name").n_unique().over("word") <= RARE)
    )
    letters = begins.unpivot(index="word", value_name="begin")["begin"].unique().sort()
    return Sounds(keyed(leading), others, letters, _told_apart(pairs, _coded(begins, letters)))


def _told_apart(pairs: pl.DataFrame, begins: pl.DataFrame) -> pl.DataFrame:
    """Pairs under as few letters of the other word's sound as lead to few names."""
    left, kept = pairs.join(begins.rename({"word": "other"}), on="other"), []
    for level in LEVELS:
        last = level == LEVELS[-1]
        many = pl.col("name").n_unique().over("word", f"{level}") > (MOST_NAMES if last else FEW)
        kept.append(left.filter(~many).select("name", "word", "other", "alone", heard=WHOLE, beside=f"{level}"))
        left = left.filter(many)
    return pl.concat(kept)


def sounding_alike(ours: Sounds, marked: pl.DataFrame) -> pl.DataFrame:
    """Pairs `name`, `passage`, `start`, `size` of names and of words of records (`marked`: tokens with `where`)."""
    particle = _particle()
    written = (pl.col("capital") | ~particle) & (pl.col("capital") | (pl.col("where") != "text"))
    theirs = marked.filter(written).with_columns(leads=~particle)
    tokens = theirs.select("token").unique().sort("token")["token"]
    ties = alike(ours.leading, theirs.select(pl.col("token").filter("leads")).to_series().unique().sort())
    tied = (
        ties.join(_numbered(ours.leading.words, "ours", "word"), on="ours")
        .join(_numbered(tokens, "theirs", "key"), on="theirs")
        .select("word", "key", exact=pl.col("ours") == pl.col("theirs"))
    )
    places = _pairs_of_words(theirs.join(_numbered(tokens, "token", "number"), on="token", maintain_order="left"), tied)
    near = places.select("key", "next").unique()
    begins = _coded(_begun(tokens), ours.begins)
    spoken = near.join(tied, on="key").join(begins.rename({"word": "next"}), on="next")
    met = pl.concat(
        [spoken.with_columns(beside=f"{level}").join(ours.pairs, on=["word", "beside"]) for level in LEVELS]
    ).select(
        "name",
        "other",
        "alone",
        "exact",
        "key",
        "next",
        sounds=(pl.col("heard") == pl.col(WHOLE)).fill_null(value=False),
    )
    kept = _second_alike(met.unique(), ours.others, tokens).select("name", "key", "next").unique()
    return places.join(kept, on=["key", "next"]).select("name", "passage", "start", "size").unique()


def _particle() -> pl.Expr:
    return pl.col("token").is_in(words("particles"))


def _numbered(tokens: pl.Series, column: str, number: str) -> pl.DataFrame:
    return tokens.rename(column).to_frame().with_row_index(number)


def _begun(tokens: pl.Series) -> pl.DataFrame:
    """The first letters of each word's sound, marked by how many they are: `word` (its row) and a column per level."""
    heard = tokens.rename("token").to_frame().with_row_index("word").with_columns(heard=sound(pl.col("token")))
    letters = {f"{level}": pl.concat_str(pl.lit(f"{level}:"), pl.col("heard").str.slice(0, level)) for level in LEVELS}
    return heard.select("word", **letters)


def _coded(begins: pl.DataFrame, known: pl.Series) -> pl.DataFrame:
    """The same as rows of `known`, null where it is not there."""
    numbers = pl.int_range(known.len(), dtype=pl.UInt32, eager=True)
    levels = pl.col([f"{level}" for level in LEVELS])
    return begins.with_columns(levels.replace_strict(known, numbers, default=None, return_dtype=pl.UInt32))


def _second_alike(met: pl.DataFrame, others: pl.Series, tokens: pl.Series) -> pl.DataFrame:
    """Only where the second words, `other` and `next`, are alike, or begin alike beside a first word that few bear.

    Beside a first word that is misspelt itself the second has to be closer, and no initial: else anybody is meant.
    """
    pairs = met.group_by("other", "next").agg(pl.col("sounds").first())
    mine, theirs = _written(pairs, others, tokens)
    near = cpdist(mine, theirs, scorer=JaroWinkler.similarity, score_cutoff=HEARD_LEAST, dtype=np.float32)
    pairs = pairs.with_columns(near=pl.Series(near)).filter(pl.col("near") > 0)
    mine, theirs = _written(pairs, others, tokens)
    edits = cpdist(mine, theirs, scorer=OSA.normalized_similarity, dtype=np.float32)
    pairs = pairs.with_columns(
        edits=pl.Series(edits), mine=pl.Series(mine, dtype=pl.String), theirs=pl.Series(theirs, dtype=pl.String)
    )
    misspelt = (pl.col("near") >= MISSPELT) & _begin_alike()
    told = pairs.select("other", "next", alike=_alike(LEAST, 1), close=_alike(CLOSE, 2), misspelt=misspelt)
    kept = told.filter(pl.col("alike") | pl.col("misspelt"))
    beside = pl.when("exact").then(pl.col("alike") | (pl.col("alone") & pl.col("misspelt"))).otherwise("close")
    return met.join(kept, on=["other", "next"]).filter(beside)


def _written(pairs: pl.DataFrame, others: pl.Series, tokens: pl.Series) -> tuple[list[str], list[str]]:
    return others.gather(pairs["other"]).to_list(), tokens.gather(pairs["next"]).to_list()


def _alike(least: float, letters: int) -> pl.Expr:
    """Nearly the same, or so for the ear, or one of them begins as the other goes, with so many letters at least."""
    mine, theirs, mean = pl.col("mine"), pl.col("theirs"), (pl.col("near") + pl.col("edits")) / 2
    begin = (mine.str.starts_with(theirs) | theirs.str.starts_with(mine)) & (
        pl.min_horizontal(mine.str.len_chars(), theirs.str.len_chars()) >= letters
    )
    return (mean >= least) | ((mean > HEARD_LEAST) & pl.col("sounds")) | begin


def _begin_alike() -> pl.Expr:
    return pl.col("mine").str.slice(0, 1) == pl.col("theirs").str.slice(0, 1)


def _also_called(ours: pl.DataFrame) -> pl.DataFrame:
    short = pl.DataFrame(sorted(nicknames() | variants()), {"token": pl.String, "other": pl.String}, orient="row")
    renamed = ours.join(short, on="token").select("name", "pos", "other")
    return pl.concat([ours.select("name", "pos", other="token"), renamed])


def _pairs_of_words(theirs: pl.DataFrame, tied: pl.DataFrame) -> pl.DataFrame:
    """Pairs of words that stand near each other, one of them known: `key`, `next`, and where, both ways round."""
    met = theirs.select(
        "passage", "pos", "number", known=pl.col("leads") & pl.col("number").is_in(tied["key"].unique().implode())
    )
    pairs = pl.concat([_neighbors(met, step) for step in range(1, REACH + 1)])
    forward = pairs.filter("known").select("passage", "start", "size", key="number", next="number_next")
    backward = pairs.filter("known_next").select("passage", "start", "size", key="number_next", next="number")
    return pl.concat([forward, backward])


def _neighbors(met: pl.DataFrame, step: int) -> pl.DataFrame:
    ahead = pl.all().shift(-step).name.suffix("_next")
    gap = pl.col("pos_next") - pl.col("pos")
    near = (gap <= REACH) & (pl.col("known") | pl.col("known_next")) & (pl.col("passage") == pl.col("passage_next"))
    return met.with_columns(ahead).filter(near).with_columns(start="pos", size=gap + 1)
