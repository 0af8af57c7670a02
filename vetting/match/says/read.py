"""What a record says: its category, severity and status, with the words that made them.

A category's own words say it alone, its weak ones only beside another word of the taxonomy. Harmless phrases don't say
it at all, nor does what never was, what is feared, fought or filmed. What somebody denies of themselves was said of
them, and stays.
"""

from __future__ import annotations

import polars as pl

from vetting.match.people import complete
from vetting.match.says.hits import affirmed, hits
from vetting.match.says.plain import plain, story
from vetting.match.says.status import SAID, status

RULING = ("regulator", "court")
"""Kinds of sources whose records are adverse even where no word says how."""
OTHER = "other"


def read(records: pl.DataFrame, taxonomy: pl.DataFrame) -> pl.DataFrame:
    """Read records with the rows of config.taxonomy; one row per record, sorted by id.

    `record_id`, `category`, `severity` (1-5; both null: nothing is said), `words` that made it, `status_said` (just
    with a category), `called_false` (by a fact-check, or a report taken back), `cleared`, `adverse` (said, and
    neither). A record's own category counts where it is one of ours; what a regulator or a court published is at least
    `other`.
    """
    rows = complete(records, "records").select(
        "record_id", "source_kind", own=pl.col("category"), title=plain(pl.col("title")), text=plain(story())
    )
    met = hits(affirmed(rows, taxonomy), taxonomy)
    chosen = _chosen(met)
    ruled = pl.when(pl.col("source_kind").is_in(RULING)).then(pl.lit(OTHER))
    own = pl.when(pl.col("own").is_in(taxonomy["category"].implode())).then("own")
    named = rows.join(chosen, on="record_id", how="left").with_columns(category=pl.coalesce(own, "category", ruled))
    words = met.group_by("record_id", "category").agg(words=pl.col("hit").unique().sort())
    told = named.filter(pl.col("category").is_not_null()).select("record_id", "source_kind", "title", "text")
    every = (
        named.join(words, on=["record_id", "category"], how="left")
        .join(taxonomy.select("category", "severity"), on="category", how="left")
        .join(status(told), on="record_id", how="left")
    )
    stands = pl.col("category").is_not_null() & ~pl.col("called_false") & ~pl.col("cleared")
    filled = every.with_columns(
        pl.col("words").fill_null(pl.lit([], dtype=pl.List(pl.String))),
        pl.col("severity").cast(pl.Int32),
        pl.col("called_false", "cleared").fill_null(value=False),
    )
    return filled.select(
        "record_id", "category", "severity", "words", *SAID, adverse=stands.fill_null(value=False)
    ).sort("record_id")


def _chosen(met: pl.DataFrame) -> pl.DataFrame:
    """The category of each record: the gravest that a word says alone, else one of two words; `other` last.

    Where only weak words stand it is the category with most of them, and the least grave of equals.
    """
    counted = met.with_columns(words=pl.col("hit").n_unique().over("record_id"), other=pl.col("category") == OTHER)
    said = counted.filter(~pl.col("weak") | (pl.col("words") > 1))
    ranked = said.group_by("record_id", "category", "other").agg(
        weak=pl.col("weak").all(), severity=pl.col("severity").first(), hits=pl.len()
    )
    order = pl.when("weak").then(pl.col("severity")).otherwise(-pl.col("severity"))
    many = pl.when("weak").then(-pl.col("hits").cast(pl.Int64)).otherwise(0)
    first = ranked.with_columns(order=order, many=many).sort("record_id", "other", "weak", "many", "order", "category")
    return first.unique("record_id", keep="first", maintain_order=True).select("record_id", "category")
