"""Words near a name that say what its bearer does: trade, platform, creator or somebody else."""

from __future__ import annotations

import polars as pl

from vetting.match.lexicon import word_kinds
from vetting.match.names import folded

NEAR = 25
"""Words between a name in a text and a word that still speaks of it."""
SECTIONS = ("trades", "platforms", "creators", "outsiders")


def cues(tokens: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Telling words in titles and texts: `record`, `at`, `section`, `kind`."""
    running = places.filter(pl.col("where") == "text").select("passage", "record")
    listed = pl.concat([word_kinds(name).with_columns(section=pl.lit(name)) for name in SECTIONS])
    met = tokens.select("passage", "pos", "token").join(running, on="passage").join(listed, on="token")
    return met.select("record", "section", "kind", at="pos")


def near(pairs: pl.DataFrame, cues: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """What stands near `pairs` of `pair`, `creator_id`, `record`, `where`, `start`; a row for every pair with a cue.

    Columns: `pair` and the flags `trade_equal`, `trade_differs`, `platform_equal`, `platform_differs`,
    `creator_word`, `outsider_word`. A structured subject has no place in the text: there every word counts.
    """
    placed = pairs.select("pair", "creator_id", "record", "where", "start")
    met = placed.join(cues, on="record").filter(
        (pl.col("where") != "text") | ((pl.col("at") - pl.col("start")).abs() <= NEAR)
    )  # fmt: skip
    known = met.join(_own(people), on=["creator_id", "section", "kind"], how="left")
    told = _own(people).select("creator_id", "section", told=pl.lit(value=True)).unique()
    rows = known.join(told, on=["creator_id", "section"], how="left").with_columns(
        pl.col("own", "told").fill_null(value=False)
    )
    return rows.group_by("pair").agg(
        *_agreement("trades", "trade"),
        *_agreement("platforms", "platform"),
        creator_word=(pl.col("section") == "creators").any(),
        outsider_word=(pl.col("section") == "outsiders").any(),
    )


def _agreement(section: str, name: str) -> list[pl.Expr]:
    here = pl.col("section") == section
    equal, other = (here & pl.col("own")).any(), (here & pl.col("told") & ~pl.col("own")).any()
    return [equal.alias(f"{name}_equal"), (other & ~equal).alias(f"{name}_differs")]


def _own(people: pl.DataFrame) -> pl.DataFrame:
    """What each creator is known for: `creator_id`, `section`, `kind`, `own` (true)."""
    listed = word_kinds("trades")
    said = people.select("creator_id", raw=pl.col("trades")).explode("raw").drop_nulls("raw")
    parts = said.with_columns(token=pl.col("raw").str.split(" ")).explode("token").with_columns(folded(pl.col("token")))
    trades = parts.join(listed, on="token").select("creator_id", "kind", section=pl.lit("trades"))
    named = parts.join(listed.select("kind").unique(), left_on="token", right_on="kind")
    direct = named.select("creator_id", kind="token", section=pl.lit("trades"))
    platforms = (
        people.select("creator_id", kind="platforms", section=pl.lit("platforms")).explode("kind").drop_nulls("kind")
    )
    return pl.concat([trades, direct, platforms]).unique().with_columns(own=pl.lit(value=True))
