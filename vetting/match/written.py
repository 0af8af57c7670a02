"""Pairs of names and places that are the same, or nearly so, once each is written together."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from vetting.match.names import core

MOST_CORES = 3
"""Handles that may have one core; what more of them share (`goldennomad12`, `goldennomad7`) is no name."""
LONG_CORE = 10
"""Letters from which the cores of two handles may be held against each other."""
LONGEST_GRAM = 4
SHORTEST_WRITTEN = 3
MORE, FEWER = 4, 2
"""Letters at one end and at the other by which names that are nearly the same find each other."""
LEAST_LONG = 9
MOST_ENDS = 40
"""Names that may share both ends before they lead nowhere."""
EDITS = 3


@dataclass(frozen=True, slots=True)
class Written:
    """Names written together, `whole` (`name`, `key`, `inner`, `ends`), and their `ends` (`name`, `ours`, `end`)."""

    whole: pl.DataFrame
    ends: pl.DataFrame


def writings(spelled: pl.DataFrame, people: pl.DataFrame) -> Written:
    """Of the tokens of all names, and of those that are no handles."""
    whole = _whole(people).filter(pl.col("size") > 1).select("passage", "key").unique()
    ends = _by_ends(whole.rename({"passage": "name", "key": "ours"}), "ours")
    return Written(_our_writings(spelled), ends.filter(pl.len().over("end") <= MOST_ENDS))


def written_alike(ours: Written, marked: pl.DataFrame) -> pl.DataFrame:
    """Pairs `name`, `passage`, `start`, `size`, `how` that are the same, written together.

    `how`: `exact`; `core` inside a handle; `fuzzy` where only first and last word of a longer name are met, or where
    the name of a structured subject has more words.
    """
    theirs = _their_writings(marked, ours.whole)
    inside = pl.col("inner") & pl.col("inner_right")  # then neither is known to be a name: only what is long tells
    met = ours.whole.join(theirs, on="key").filter(~inside | (pl.col("key").str.len_chars() >= LONG_CORE))
    part = pl.col("ends") | ~pl.col("full")
    core = pl.col("inner") | pl.col("inner_right")
    how = pl.when(core).then(pl.lit("core")).when(part).then(pl.lit("fuzzy")).otherwise(pl.lit("exact"))
    return met.select("name", "passage", "start", "size", how=how)


def nearly_written(ours: Written, marked: pl.DataFrame) -> pl.DataFrame:
    """Pairs `name`, `passage`, `start`, `size` that begin or end alike and are a few letters apart in all.

    This finds names whose words were cut or joined in the wrong place.
    """
    listed = marked.filter(pl.col("where") != "text")
    subjects = _whole(listed).select("passage", "key", "size", start=pl.lit(0, pl.Int32))
    running = pl.concat([_grams(marked.filter(pl.col("where") == "text"), size) for size in (2, 3)])
    theirs = pl.concat([subjects, running.select("passage", "key", "size", "start")], how="vertical_relaxed")
    met = ours.ends.join(_by_ends(theirs.rename({"key": "theirs"}), "theirs"), on="end").drop("end").unique()
    return met.filter(_few_edits(met)).select("name", "passage", "start", "size")


def _few_edits(met: pl.DataFrame) -> pl.Series:
    pairs = met.select("ours", "theirs").unique()
    apart = cpdist(pairs["ours"].to_list(), pairs["theirs"].to_list(), scorer=OSA.distance, score_cutoff=EDITS)
    near = pairs.filter(pl.Series(apart) <= EDITS).with_columns(near=pl.lit(value=True))
    return met.join(near, on=["ours", "theirs"], how="left", maintain_order="left")["near"].fill_null(value=False)


def _by_ends(rows: pl.DataFrame, written: str) -> pl.DataFrame:
    """Rows of long names under their ends, more of the one or more of the other."""
    long = rows.filter(pl.col(written).str.len_chars() >= LEAST_LONG)
    name = pl.col(written)
    head = long.with_columns(end="^" + name.str.slice(0, MORE) + name.str.slice(-FEWER))
    tail = long.with_columns(end="$" + name.str.slice(0, FEWER) + name.str.slice(-MORE))
    return pl.concat([head, tail])


def _whole(spelled: pl.DataFrame) -> pl.DataFrame:
    return spelled.group_by("passage", maintain_order=True).agg(
        key=pl.col("token").str.join(""),
        ends=pl.col("token").first() + pl.col("token").last(),
        size=pl.len().cast(pl.Int32),
    )


def _our_writings(spelled: pl.DataFrame) -> pl.DataFrame:
    """Names written together; first and last word alone of longer ones; the core of handles."""
    kinds = spelled.select("passage", "kind").unique("passage")
    whole = _whole(spelled).join(kinds, on="passage", maintain_order="left")
    handle = pl.col("kind") == "handle"
    yes, no = pl.lit(value=True), pl.lit(value=False)
    plain = whole.select("passage", "key", inner=no, ends=no)
    long = whole.filter((pl.col("size") > 2) & ~handle).select("passage", key="ends", inner=no, ends=yes)  # noqa: PLR2004 - more than two words
    inner = whole.filter(handle).select("passage", key=core(pl.col("key")), inner=yes, ends=no)
    telling = inner.filter(pl.len().over("key") <= MOST_CORES)
    every = pl.concat([plain, long, telling]).filter(pl.col("key").str.len_chars() >= SHORTEST_WRITTEN)
    return every.unique().sort("passage", "key", "inner", "ends").rename({"passage": "name"})


def _their_writings(marked: pl.DataFrame, ours: pl.DataFrame) -> pl.DataFrame:
    """Runs of words written together, and the core of what looks like a handle, as far as a creator has them."""
    wanted = ours["key"].unique().implode()
    grams = [_grams(marked, size).filter(pl.col("key").is_in(wanted)) for size in range(1, LONGEST_GRAM + 1)]
    looks = marked.filter(pl.col("handle_like") | (pl.col("where") == "handle"))
    inner = looks.select(
        "passage",
        key=core(pl.col("token")),
        full=pl.lit(value=True),
        start="pos",
        size=pl.lit(1, pl.Int32),
        inner=pl.lit(value=True),
    )
    return pl.concat([*grams, inner.filter(pl.col("key").is_in(wanted))])


def _grams(marked: pl.DataFrame, size: int) -> pl.DataFrame:
    """Runs of `size` words whose first has a capital, written together."""
    ahead = [pl.col("token").shift(-step) for step in range(size)]
    within = pl.col("passage") == pl.col("passage").shift(-(size - 1))
    capital = pl.col("capital") | pl.col("handle_like") | (pl.col("where") != "text") | (size == 1)
    alone = (pl.col("pos") == 0) & (pl.col("passage") != pl.col("passage").shift(-size)).fill_null(value=True)
    full = alone | (pl.col("where") == "text")
    return marked.with_columns(key=pl.concat_str(ahead), full=full).filter(within & capital).select(
        "passage", "key", "full", start="pos", size=pl.lit(size, pl.Int32), inner=pl.lit(value=False)
    )  # fmt: skip
