"""Creators as the matching sees them: the names they go by, and the facts that tell two bearers of a name apart."""

from __future__ import annotations

import polars as pl

from vetting.lexicon import words
from vetting.match.names import shown
from vetting.records import TABLES

POLARS: dict[str, pl.DataType] = {
    "id": pl.String(), "text": pl.String(), "word": pl.String(), "count": pl.Int64(), "time": pl.Datetime("us"),
    "date": pl.Date(), "flag": pl.Boolean(), "list": pl.List(pl.String),
}  # fmt: skip

HOST = r"(?i)\b(?:with|starring|hosted by|featuring|avec|con|mit)\s+(\p{L}+(?:\s+\p{L}+){1,3})\s*$"


def complete(frame: pl.DataFrame, table: str) -> pl.DataFrame:
    """The frame with every column of the exchange table, null where it had none; one row per id, the newest."""
    spec = TABLES[table]
    columns = [
        (pl.col(column.name) if column.name in frame.columns else pl.lit(None))
        .cast(POLARS[column.kind], strict=False)
        .alias(column.name)
        for column in spec.columns
    ]
    key = spec.key[0]
    rows = frame.select(columns).drop_nulls(key)
    if rows[key].is_duplicated().any():
        rows = rows.sort(key, *spec.key[1:], *(c.name for c in spec.columns if c.kind != "list"), nulls_last=False)
        rows = rows.unique(key, keep="last", maintain_order=True)
    return rows.sort(key)


def owned(accounts: pl.DataFrame) -> pl.DataFrame:
    """Complete accounts, each with a creator: its own where none is given."""
    return complete(accounts, "accounts").with_columns(pl.coalesce("creator_id", "account_id").alias("creator_id"))


def facts(creators: pl.DataFrame, accounts: pl.DataFrame) -> pl.DataFrame:
    """One row per creator: `creator_id`, `countries`, `languages`, `birth_date`, `platforms`, `trades`, `begun`.

    Lists are sorted and empty where nothing is known; `begun` is when the first account was made, null where one of
    the accounts does not say.
    """
    account = owned(accounts)
    listed = complete(creators, "creators")
    told = account.group_by("creator_id").agg(
        pl.col("country", "language", "platform", "category").drop_nulls().unique().sort(),
        begun=pl.when(pl.col("created_at").is_null().any()).then(None).otherwise(pl.col("created_at").min()).first(),
    )
    both = listed.join(told, on="creator_id", how="full", coalesce=True).sort("creator_id")
    own = pl.when(pl.col("country").is_not_null()).then(pl.concat_list("country"))
    return both.select(
        "creator_id",
        "birth_date",
        "begun",
        countries=own.otherwise(pl.col("country_right"))
        .list.eval(pl.element().str.to_uppercase())
        .list.unique()
        .list.sort(),
        languages=pl.coalesce("languages", "language")
        .list.eval(pl.element().str.to_lowercase())
        .list.unique()
        .list.sort(),
        platforms=pl.col("platform"),
        trades=pl.col("category").list.eval(pl.element().str.to_lowercase()),
    )


def called(creators: pl.DataFrame, accounts: pl.DataFrame) -> pl.DataFrame:
    """Every name of every creator: `passage`, `creator_id`, `kind` (name, alias, handle), `written`, `text`; sorted.

    `written` is the name as given, `text` what is read of it. Names without a letter or digit are left out.
    """
    account, listed = owned(accounts), complete(creators, "creators")
    given = _kind(listed.select("creator_id", written="name"), "name", shown(pl.col("written")))
    displayed = _kind(account.select("creator_id", written="display_name"), "name", shown(pl.col("written")))
    aliases = _kind(
        listed.select("creator_id", written="aliases").explode("written"), "alias", shown(pl.col("written"))
    )
    handles = _kind(account.select("creator_id", written="handle"), "handle", pl.col("written"))
    names = pl.concat([given, displayed])
    every = pl.concat([given, displayed, aliases, _hosts(names), _shortened(names), handles]).filter(
        pl.col("text").str.contains(r"[\p{L}\p{N}]")
    )
    order = pl.col("kind").replace_strict({"name": 0, "alias": 1, "handle": 2}, return_dtype=pl.Int8)
    once = (
        every.with_columns(order=order)
        .sort("creator_id", "order", "written")
        .unique(["creator_id", "text"], keep="first", maintain_order=True)
    )
    return once.drop("order").with_row_index("passage")


def _kind(names: pl.DataFrame, kind: str, text: pl.Expr) -> pl.DataFrame:
    return names.select("creator_id", "written", kind=pl.lit(kind), text=text.str.slice(0, 200))


def _hosts(names: pl.DataFrame) -> pl.DataFrame:
    """Who stands in front of a show, as another name for it: `The Evening Hour with Ana Diaz`."""
    host = names.with_columns(text=pl.col("written").str.extract(HOST)).drop_nulls("text")
    return host.with_columns(kind=pl.lit("alias")).select(names.columns)


def _shortened(names: pl.DataFrame) -> pl.DataFrame:
    """Shows, papers and labels as people call them: `The Ana Diaz Show` as `Ana Diaz`."""
    title = rf"(?i)^(?:the\s+)?(.{{3,}}?)\s+(?:{'|'.join(words('title_ends'))})$"
    short = names.with_columns(text=pl.col("text").str.extract(title)).drop_nulls("text")
    return short.with_columns(kind=pl.lit("alias")).select(names.columns)


def name_words(tokens: pl.DataFrame) -> pl.DataFrame:
    """Words of names without decoration, unless nothing else is left; `pos` counted anew."""
    decoration = pl.col("token").is_in(words("decorations"))
    kept = tokens.filter(~decoration | decoration.all().over("passage"))
    return kept.with_columns(pos=pl.int_range(pl.len(), dtype=pl.Int32).over("passage"))
