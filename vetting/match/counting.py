"""How often words stand in names and records: counted per record, so that a record can be taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.lexicon import greatest_shares, section, words
from vetting.match import rarity
from vetting.match.rarity import ordinary

if TYPE_CHECKING:
    from vetting.match.reading import Ours, Theirs

STEP = 0.5
"""Nats to which the worth of a word is rounded, so that it seldom changes."""
FREQUENT = 5e-4
"""Share of the records from which it counts how many hold a word. Below that it would change with every load, and with
it the pairs of all who bear the word: one per cent more records would have 16 % of all pairs made again, not 1 %."""


def counted(theirs: Theirs) -> pl.DataFrame:
    """Each word of each record once: `record`, `token`, places in `running` text, and those written `small`."""
    running = pl.col("where") == "text"
    met = theirs.tokens.select("passage", "token", "capital").join(
        theirs.places.select("passage", "record", "where"), on="passage"
    )
    return met.group_by("record", "token").agg(
        running=running.sum().cast(pl.Int32), small=(running & ~pl.col("capital")).sum().cast(pl.Int32)
    )  # fmt: skip


def summed(words: pl.DataFrame) -> pl.DataFrame:
    """What `counted` gave, over all records: `token`, `theirs` (records that hold it), `running`, `small`."""
    return words.group_by("token").agg(
        theirs=pl.len().cast(pl.Int64), running=pl.col("running").sum().cast(pl.Int64),
        small=pl.col("small").sum().cast(pl.Int64),
    )  # fmt: skip


def borne(ours: Ours) -> pl.DataFrame:
    """How many creators have each word in a name: `token`, `ours`."""
    owners = ours.names.select("passage", "creator_id")
    return ours.name_tokens.join(owners, on="passage").group_by("token").agg(
        ours=pl.col("creator_id").n_unique().cast(pl.Int64)
    )  # fmt: skip


def counts(ours: Ours, words: pl.DataFrame) -> pl.DataFrame:
    """Both together, for creators and the words that `counted` gave: `token`, `ours`, `theirs`, `running`, `small`."""
    return borne(ours).join(summed(words), on="token", how="full", coalesce=True).fill_null(0)


def vocabulary(counts: pl.DataFrame, creators: int, records: int) -> pl.DataFrame:
    """Every word: `token`, `word` (its number), `info` (nats that an agreement on it is worth), `ordinary`; sorted.

    A word is worth what the names of the world and of the creators at hand make it worth, or less where the records
    are full of it.
    """
    known = counts.sort("token").select("token", info=_worth(creators, records), ordinary=ordinary())
    return known.with_columns((pl.col("info") / STEP).round() * STEP).with_row_index("word")


def _worth(creators: int, records: int) -> pl.Expr:
    weight = rarity.PRIOR_WEIGHT
    borne = (pl.max_horizontal(pl.col("ours") - 1, 0) + weight * _listed()) / (weight + creators)
    held = pl.col("theirs") / (weight + records)
    share = pl.max_horizontal(borne, pl.when(held >= FREQUENT).then(held)).clip(upper_bound=1.0)
    return pl.when(pl.col("token").is_in(words("particles"))).then(rarity.PARTICLE_INFO).otherwise(-share.log())


def _listed() -> pl.Expr:
    """The share of people who bear a word, as the lists say that come with the project."""
    token, listed = pl.col("token"), greatest_shares()
    named = token.replace_strict(
        listed["token"], listed["share"], default=rarity.UNKNOWN_SHARE, return_dtype=pl.Float64
    )  # fmt: skip
    return pl.max_horizontal(named, pl.when(token.is_in(section("ordinary")["words"])).then(rarity.ORDINARY_SHARE))
