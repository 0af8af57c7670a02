"""Everything that speaks for or against a pair, one row per creator and record."""

from __future__ import annotations

import polars as pl

from vetting.match.context import cues, near
from vetting.match.meetings import meetings, met_words
from vetting.match.reading import Read, read
from vetting.match.together import together

LEAST_COVER = 0.45
"""Name evidence below which a pair is not looked at further."""
CORE_COVER = 0.9
"""What a name inside a handle is worth, against 1 for the name itself."""
FLAGS = ("trade_equal", "trade_differs", "platform_equal", "platform_differs", "creator_word", "outsider_word")
RAW = (
    "creator_id", "record_id", "written", "kind", "met_words", "name_score", "second", "met", "missed", "extra",
    "initial", "short", "words", "whole", "inside_handle", "in_text", "flanked", "small", "ordinary", "handle_equal",
    *FLAGS, "country_equal", "country_differs", "birth_equal", "birth_differs", "language_equal", "language_differs",
    "before_account", "other_subject",
)  # fmt: skip
"""Columns of a pair that are kept."""


def evidence(creators: pl.DataFrame, accounts: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """Pairs of `creator_id` and `record_id` with all their evidence, sorted; see `features` for what it is."""
    return together(meet(read(creators, accounts, records)))


def meet(world: Read) -> pl.DataFrame:
    """What each pair shows by itself, `RAW`, sorted by `creator_id` and `record_id`.

    A row depends on the creator, the record and what the vocabulary says of their words, and on no other pair.
    """
    best = _best(_covered(meetings(world))).with_row_index("pair")
    told = best.join(near(best, cues(world.tokens, world.places), world.people), on="pair", how="left")
    flagged = told.with_columns(pl.col(FLAGS).fill_null(value=False)).sort("pair")
    known = _facts(flagged, world)
    return known.with_columns(met_words=met_words(known, world)).select(RAW).sort("creator_id", "record_id")


def _covered(rows: pl.DataFrame) -> pl.DataFrame:
    """The name evidence alone as `name_score`, and which kind of meeting it was."""
    written = pl.when(pl.col("how") == "exact").then(1.0).when(pl.col("how") == "core").then(CORE_COVER).otherwise(0.0)
    handle = (pl.col("kind") == "handle") & (pl.col("how") == "exact") & pl.col("handle_like")
    scored = rows.with_columns(
        name_score=pl.max_horizontal("cover", written).clip(0, 1),
        handle_equal=handle,
        inside_handle=pl.col("how") == "core",
        whole=pl.col("how") == "exact",
        in_text=pl.col("where") == "text",
    )
    return scored.filter((pl.col("name_score") >= LEAST_COVER) & ~pl.col("second").is_null())


def _best(rows: pl.DataFrame) -> pl.DataFrame:
    """The best meeting of each creator and record."""
    order = ["handle_equal", "name_score", "met", "flanked", "name", "passage", "start", "size"]
    down = [True, True, True, False, False, False, False, False]
    ranked = rows.sort("creator_id", "record", *order, descending=[False, False, *down])
    return ranked.unique(["creator_id", "record"], keep="first", maintain_order=True)


def _facts(rows: pl.DataFrame, world: Read) -> pl.DataFrame:
    """Country, birth date, language and time, told apart as equal, different and unknown."""
    record = world.records.with_row_index("record").select(
        "record", "record_id", "published_at", "language", "subject_birth_date",
        place=pl.col("subject_country").str.to_uppercase(),
        subjects=pl.col("subject_names").list.len().fill_null(0) + pl.col("subject_handles").list.len().fill_null(0),
    )  # fmt: skip
    both = rows.join(record, on="record", maintain_order="left").join(
        world.people, on="creator_id", maintain_order="left"
    )
    inside = pl.col("countries").list.contains(pl.col("place"))
    known = (pl.col("countries").list.len() > 0) & pl.col("place").is_not_null()
    spoken = pl.col("languages").list.contains(pl.col("language").str.to_lowercase())
    said = (pl.col("languages").list.len() > 0) & pl.col("language").is_not_null()
    return both.with_columns(
        country_equal=_yes(known & inside),
        country_differs=_yes(known & ~inside),
        birth_equal=_yes(pl.col("birth_date") == pl.col("subject_birth_date")),
        birth_differs=_yes(pl.col("birth_date") != pl.col("subject_birth_date")),
        language_equal=_yes(said & spoken),
        language_differs=_yes(said & ~spoken),
        before_account=_yes(pl.col("published_at") < pl.col("begun")),
        other_subject=_yes(pl.col("in_text") & (pl.col("subjects") > 0)),
    )


def _yes(flag: pl.Expr) -> pl.Expr:
    return flag.fill_null(value=False)
