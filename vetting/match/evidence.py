"""Everything that speaks for or against a pair, one row per creator and record."""

from __future__ import annotations

import polars as pl

from vetting.match.context import cues, near
from vetting.match.meetings import meetings, met_words
from vetting.match.reading import Read, read

LEAST_COVER = 0.45
"""Name evidence below which a pair is not looked at further."""
CORE_COVER = 0.9
"""What a name inside a handle is worth, against 1 for the name itself."""
NEAR_BEST = 0.03
FLAGS = ("trade_equal", "trade_differs", "platform_equal", "platform_differs", "creator_word", "outsider_word")


def evidence(creators: pl.DataFrame, accounts: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """Pairs of `creator_id` and `record_id` with their evidence, sorted; see `features` for what it is."""
    world = read(creators, accounts, records)
    best = _best(_covered(meetings(world))).with_row_index("pair")
    told = best.join(near(best, cues(world.tokens, world.places), world.people), on="pair", how="left")
    flagged = told.with_columns(pl.col(FLAGS).fill_null(value=False)).sort("pair")
    known = _rivals(_facts(flagged, world))
    return known.with_columns(met_words=met_words(known, world)).sort("creator_id", "record_id")


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


def _rivals(rows: pl.DataFrame) -> pl.DataFrame:
    """`rivals`: other creators whose names fit the record at least nearly as well."""
    near_best = pl.col("name_score") >= pl.col("name_score").max().over("record") - NEAR_BEST
    return rows.with_columns(
        rivals=near_best.sum().over("record").cast(pl.Int64) - near_best.cast(pl.Int64),
        outdone=~near_best,
    )
