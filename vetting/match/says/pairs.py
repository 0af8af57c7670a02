"""What records say of the creators that they may be about: all that stored.matches keeps of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.match.people import complete
from vetting.match.says.affairs import affairs
from vetting.match.says.plain import story
from vetting.match.says.read import read
from vetting.match.says.roles import LONGEST, roles
from vetting.match.says.same import same_text

if TYPE_CHECKING:
    from warehouse import Warehouse

MET = r'(?s)^.*? ~ "(.*)"$'
"""The record's words in `matched_on`."""
COLUMNS = (
    "category", "severity", "role", "words", "adverse", "status_said", "called_false", "role_words", "same_text",
    "affair",
)  # fmt: skip
NAMES = """
SELECT creator_id, name FROM seen.creators(getvariable('as_of')) WHERE name IS NOT NULL
UNION SELECT coalesce(creator_id, account_id), display_name FROM seen.accounts(getvariable('as_of'))
WHERE display_name IS NOT NULL ORDER BY ALL"""
SPREAD = "misinformation"
KEY = ["creator_id", "record_id"]
TOLD = ("record_id", "title", "text", "published_at", "observed_at")


def said_of(pairs: pl.DataFrame, records: pl.DataFrame, warehouse: Warehouse) -> pl.DataFrame:
    """The pairs (`creator_id`, `record_id`, `matched_on`, ...) with `COLUMNS`, in their order.

    Read with config.taxonomy, which `Settings.apply` wrote. Roles, copies and affairs are looked for where a record has
    a category. A creator who spread what a fact-check calls false is not cleared by it.
    """
    names = warehouse.frame(NAMES) if pairs.height else None
    return say(pairs, records, warehouse.frame("SELECT * FROM config.taxonomy"), names)


def say(
    pairs: pl.DataFrame, records: pl.DataFrame, taxonomy: pl.DataFrame, names: pl.DataFrame | None = None
) -> pl.DataFrame:
    """`said_of`, with the rows of config.taxonomy and the creators' names (`creator_id`, `name`)."""
    about = complete(records.join(pairs.select("record_id").unique(), on="record_id", how="semi"), "records")
    told = pairs.join(read(about, taxonomy), on="record_id", how="left", maintain_order="left")
    adverse = told.filter(pl.col("category").is_not_null())
    known = about.join(adverse.select("record_id").unique(), on="record_id", how="semi")
    met = adverse.select(*KEY, "category", met=pl.col("matched_on").str.extract(MET))
    placed = (
        met.join(roles(_named(met, known, names), known), on=KEY, how="left", maintain_order="left")
        .join(known.select(TOLD), on="record_id", how="left", maintain_order="left")
        .join(same_text(known), on="record_id", how="left", maintain_order="left")
        .join(taxonomy.select("category", "family"), on="category", how="left", maintain_order="left")
    )
    grouped = placed.join(affairs(placed), on=KEY, how="left", maintain_order="left")
    chosen = grouped.select(*KEY, "role", "role_words", "same_text", "affair")
    return _settled(told.join(chosen, on=KEY, how="left", maintain_order="left"))


def _named(met: pl.DataFrame, records: pl.DataFrame, names: pl.DataFrame | None) -> pl.DataFrame:
    """With `also`: where a handle met, the longest of the creator's names that the record writes, `A. Name` as well."""
    if names is None:
        return met
    initial = pl.col("name").str.replace(r"^(\p{Lu}).*\s(\S+)$", "$1. $2")
    names = pl.concat([names, names.with_columns(initial)]).unique()
    texts = records.select("record_id", story=story().str.slice(0, LONGEST))
    handles = met.filter(~pl.col("met").str.contains(" ")).join(names, on="creator_id").join(texts, on="record_id")
    written = handles.filter(
        pl.col("name").str.contains(" ") & pl.col("story").str.contains(pl.col("name"), literal=True)
    )
    longest = written.sort(pl.col("name").str.len_chars(), "name", descending=True).unique(
        KEY, keep="first", maintain_order=True
    )
    return met.join(longest.select(*KEY, also="name"), on=KEY, how="left", maintain_order="left")


def _settled(told: pl.DataFrame) -> pl.DataFrame:
    spread = (pl.col("role") == "did") & (pl.col("category") == SPREAD) & pl.col("called_false")
    own = told.with_columns(spread=spread.fill_null(value=False), role=pl.col("role").fill_null("named"))
    return own.with_columns(
        called_false=pl.col("called_false").fill_null(value=False) & ~pl.col("spread"),
        adverse=pl.col("adverse").fill_null(value=False) | pl.col("spread"),
        role_words=pl.col("role_words").fill_null(pl.lit([], dtype=pl.List(pl.String))),
    ).drop("spread", "cleared")
