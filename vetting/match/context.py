"""Words near a name that say what its bearer does, where they are from, whose relative they are."""

from __future__ import annotations

import polars as pl

from vetting.lexicon import fits, word_kinds
from vetting.match.cues import KIN, PLACE
from vetting.match.names import folded

NEAR = 25
"""Words between a name in a text and a word that still speaks of it."""
OTHERS = 14
"""Words after `no relation to` that speak of the other bearer of the name."""
CLOSE = 3
"""Words between a name and a word for a relative that makes somebody else the subject."""
FLAGS = (
    "trade_equal", "trade_differs", "platform_equal", "platform_differs", "place_equal", "place_differs",
    "creator_word", "outsider_word", "kin", "unrelated", "apposed",
)  # fmt: skip


def near(pairs: pl.DataFrame, cues: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """What stands near `pairs` (`pair`, `creator_id`, `record`, `where`, `start`, `tokens`); a row for each with a cue.

    Columns: `pair` and `FLAGS`. A structured subject has no place in the text: there every word counts. A word that
    stands beside another name speaks of that one.
    """
    placed = pairs.select("pair", "creator_id", "record", "where", "start", "tokens")
    gap = pl.col("at") - pl.col("start").cast(pl.Int64)
    met = placed.join(_own_cues(cues), on="record").with_columns(gap=gap).filter(_speaks())
    own = _own(people)
    known = met.join(own, on=["creator_id", "section", "kind"], how="left")
    told = own.select("creator_id", "section", told=pl.lit(value=True)).unique()
    rows = known.join(told, on=["creator_id", "section"], how="left").with_columns(
        pl.col("own", "told").fill_null(value=False)
    )
    fields = rows.join(_fitting(own), on=["creator_id", "kind"], how="left")
    stranger = (pl.col("section") == "outsiders") & pl.col("fitting").is_null()
    beside = (pl.col("section") == KIN) & pl.col("gap").is_between(-CLOSE, CLOSE) & (pl.col("where") == "text")
    return fields.group_by("pair").agg(
        *_agreement("trades", "trade"),
        *_agreement("platforms", "platform"),
        *_agreement(PLACE, "place"),
        creator_word=(pl.col("section") == "creators").any(),
        outsider_word=stranger.any(),
        kin=beside.any(),
        unrelated=(pl.col("section") == "unrelated").any(),
        apposed=(pl.col("section") == "apposed").any(),
    )


def _own_cues(cues: pl.DataFrame) -> pl.DataFrame:
    """Without the words that tell of another bearer of the name, from whom the subject is told apart."""
    apart = cues.filter(pl.col("section") == "unrelated").select("record", apart="at")
    if apart.is_empty():
        return cues
    after = cues.join(apart, on="record").filter((pl.col("at") - pl.col("apart")).is_between(1, OTHERS))
    return cues.join(after, on=["record", "at", "section", "kind"], how="anti")


def _speaks() -> pl.Expr:
    """Whether a cue is near enough and does not stand beside another name."""
    text = pl.col("where") == "text"
    ours = pl.col("beside").is_null() | pl.col("beside").is_in(pl.col("tokens"))
    return ours & (~text | (pl.col("gap").abs() <= NEAR))


def _agreement(section: str, name: str) -> list[pl.Expr]:
    here = pl.col("section") == section
    equal = (here & pl.col("own")).any()
    other = (here & pl.col("told") & ~pl.col("own") & pl.col("firm")).any()
    return [equal.alias(f"{name}_equal"), (other & ~equal).alias(f"{name}_differs")]


def _fitting(own: pl.DataFrame) -> pl.DataFrame:
    """Fields of work that are no surprise in a creator of such a trade: `creator_id`, `kind`, `fitting` (true)."""
    trades = own.filter(pl.col("section") == "trades").select("creator_id", trade="kind")
    return trades.join(fits(), on="trade").select("creator_id", kind="field", fitting=pl.lit(value=True)).unique()


def _own(people: pl.DataFrame) -> pl.DataFrame:
    """What each creator is known for: `creator_id`, `kind`, `section`, `own` (true)."""
    listed = word_kinds("trades")
    said = people.select("creator_id", raw=pl.col("trades")).explode("raw").drop_nulls("raw")
    parts = said.with_columns(token=pl.col("raw").str.split(" ")).explode("token").with_columns(folded(pl.col("token")))
    trades = parts.join(listed, on="token").select("creator_id", "kind", section=pl.lit("trades"))
    named = parts.join(listed.select("kind").unique(), left_on="token", right_on="kind")
    direct = named.select("creator_id", kind="token", section=pl.lit("trades"))
    platforms, countries = (
        _listed(people, column, section) for column, section in (("platforms", "platforms"), ("countries", PLACE))
    )
    return pl.concat([trades, direct, platforms, countries]).unique().with_columns(own=pl.lit(value=True))


def _listed(people: pl.DataFrame, column: str, section: str) -> pl.DataFrame:
    return people.select("creator_id", kind=column, section=pl.lit(section)).explode("kind").drop_nulls("kind")
