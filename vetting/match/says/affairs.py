"""Which records tell of one affair: one creator, one family of categories, near in time, telling words in common."""

from __future__ import annotations

import polars as pl

from vetting.match.says.phrases import listed
from vetting.match.says.plain import plain, story
from vetting.match.says.same import components

READ = 400
"""Characters of title and text that are looked at: what the matter is stands first."""
SHORTEST = 4
TELLING = 6
"""Words of a record that are used, the rarest first."""
NEAR_DAYS = 30
"""Between two records of one category that share one telling word."""
FAR_DAYS = 180
"""Between two records of one family that share two."""
USUAL = 0.02
"""Share of all creators from which a word in their records tells nothing."""
FEW = 3
"""Creators whose records may hold a word that still tells something, however few creators there are."""
OTHER = "other"
"""The category and family that may belong to any other."""


def affairs(matches: pl.DataFrame) -> pl.DataFrame:
    """Group matches: `creator_id`, `record_id`, `affair` (the id of its first record; null without category).

    `matches` has one row per creator and record: both ids, `category`, `family`, `met` (the name in the record),
    `title`, `text`, `published_at`, `observed_at`, `same_text`. The cost grows with the matches, not with their pairs.
    """
    when = pl.coalesce("published_at", "observed_at").dt.epoch("s") // 86_400
    told = matches.filter(pl.col("category").is_not_null()).with_columns(day=when.fill_null(0))
    rows = told.sort("creator_id", "day", "record_id").with_row_index("row")
    copies = _linked(rows.select("row", "creator_id", "day", key="same_text").drop_nulls("key"), None)
    words = _telling(rows)
    near = _linked(_one_word(words), NEAR_DAYS)
    far = _linked(_two_words(words), FAR_DAYS)
    links = pl.concat([copies, near, far])
    first = components(links["one"], links["other"], rows.height)
    named = rows.select("creator_id", "record_id", affair=rows["record_id"].gather(first))
    keys = matches.select("creator_id", "record_id")
    return keys.join(named, on=["creator_id", "record_id"], how="left", maintain_order="left")


def _linked(rows: pl.DataFrame, days: int | None) -> pl.DataFrame:
    """Each row with the one before it under the same creator and key, no more than `days` earlier: `one`, `other`."""
    earlier = rows.sort("creator_id", "key", "day", "row").with_columns(
        pl.col("row", "day").shift(1).over("creator_id", "key").name.suffix("_before")
    )
    linked = earlier.filter(pl.col("row_before").is_not_null())
    if days is not None:
        linked = linked.filter(pl.col("day") - pl.col("day_before") <= days)
    return linked.select(one="row", other="row_before").unique()


def _telling(rows: pl.DataFrame) -> pl.DataFrame:
    """Telling words: `row`, `creator_id`, `day`, `category`, `family`, `word`, `place` (the rarest is 0)."""
    name = plain(pl.col("met")).str.split(" ")
    texts = rows.with_columns(word=plain(story().str.slice(0, READ)).str.split(" ").list.unique(), name=name)
    kept = pl.col("word").list.set_difference("name").list.filter(pl.element().str.len_chars() >= SHORTEST)
    columns = ("row", "creator_id", "day", "category", "family")
    words = texts.select(*columns, word=kept).explode("word").drop_nulls("word")
    usual = pl.Series("word", listed("affairs", "usual"), dtype=pl.String).to_frame()
    spread = words.group_by("word").agg(creators=pl.col("creator_id").n_unique())
    most = max(FEW, int(USUAL * rows["creator_id"].n_unique()))
    rare = words.join(usual, on="word", how="anti").join(spread.filter(pl.col("creators") <= most), on="word")
    placed = rare.sort("row", "creators", "word").with_columns(place=pl.int_range(pl.len()).over("row"))
    return placed.filter(pl.col("place") < TELLING).drop("creators")


def _one_word(words: pl.DataFrame) -> pl.DataFrame:
    key = pl.format("{} {}", "category", "word")
    return words.select("row", "creator_id", "day", key=key)


def _two_words(words: pl.DataFrame) -> pl.DataFrame:
    """Every two telling words of a record, under its family; what is `other`, under every family of its creator."""
    families = words.select("creator_id", "family").unique()
    own = words.filter(pl.col("family") != OTHER).select("row", "creator_id", "day", "family", "word")
    loose = words.filter(pl.col("family") == OTHER).select("row", "creator_id", "day", "word")
    every = pl.concat([own, loose.join(families, on="creator_id").select(own.columns)])
    both = every.join(every.select("row", "family", other="word"), on=["row", "family"])
    ordered = both.filter(pl.col("word") < pl.col("other"))
    return ordered.select("row", "creator_id", "day", key=pl.format("{} {} {}", "family", "word", "other"))
