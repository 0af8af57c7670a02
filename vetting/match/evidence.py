"""Everything that speaks for or against a pair, one row per creator and record."""

from __future__ import annotations

import polars as pl

from vetting.match.ages import age, age_flags
from vetting.match.context import FLAGS, near
from vetting.match.cues import cues
from vetting.match.meetings import meetings, met_words, spans
from vetting.match.reading import Read, read
from vetting.match.together import together

LEAST_COVER = 0.7
"""Name evidence below which a pair is not looked at further."""
CORE_COVER = 0.9
"""What a name inside a handle is worth, against 1 for the name itself."""
LONGEST_READ = 5_000
"""Characters of a text in which an age is looked for."""
CORE_INFO = 16.0
"""Nats that a name inside a handle is worth at most: it was cut out of what might be something else."""
JOINED = 0.85
"""Likeness of two names written together from which they are one name, whatever words it was cut into."""
JOINED_COVER = 0.97
TELLING: dict[str, pl.DataType] = {
    **dict.fromkeys(("creator_id", "record_id", "written", "kind", "met_words"), pl.String()),
    **dict.fromkeys(
        ("name_score", "second", "joined", "met", "missed", "extra", "total", "other_known"), pl.Float64()
    ),
    **dict.fromkeys(("words", "exact_words", "edits"), pl.Int64()),
    **dict.fromkeys(
        (
            "initial", "short", "heard", "cropped", "whole", "inside_handle", "in_text", "flanked", "small", "ordinary",
            "handle_equal", *FLAGS, "country_equal", "country_differs", "birth_equal", "birth_near", "birth_differs",
            "language_equal", "language_differs", "before_account", "other_subject", "age_fits", "age_differs",
        ),
        pl.Boolean(),
    ),
}  # fmt: skip
"""Columns of a pair that are kept, with their types."""


def evidence(creators: pl.DataFrame, accounts: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """Pairs of `creator_id` and `record_id` with all their evidence, sorted; see `features` for what it is."""
    return together(meet(read(creators, accounts, records)).filter(pl.col("name_score") >= LEAST_COVER))


def meet(world: Read) -> pl.DataFrame:
    """What each pair shows by itself, `TELLING`, sorted by `creator_id` and `record_id`.

    A row depends on the creator, the record and what the vocabulary says of their words, and on no other pair.
    """
    best = _best(_covered(meetings(world))).with_row_index("pair")
    spelled = best.with_columns(tokens=spans(best, world))
    told = best.join(near(spelled, cues(world.tokens, world.places), world.people), on="pair", how="left")
    flagged = told.with_columns(pl.col(FLAGS).fill_null(value=False)).sort("pair")
    known = _facts(flagged, world)
    return (
        known.with_columns(met_words=met_words(known, world))
        .select(pl.col(name).cast(kind) for name, kind in TELLING.items())
        .sort("creator_id", "record_id")
    )


def _covered(rows: pl.DataFrame) -> pl.DataFrame:
    """The name evidence alone as `name_score`, and which kind of meeting it was."""
    exact, core = pl.col("how") == "exact", pl.col("how") == "core"
    written = pl.when(exact).then(1.0).when(core).then(CORE_COVER).otherwise(pl.col("joined") * JOINED_COVER)
    together = exact | (pl.col("joined") >= JOINED)  # then it is the whole name, wherever it was cut into words
    size = pl.col("our_size").cast(pl.Int64)
    scored = rows.with_columns(
        name_score=pl.max_horizontal("cover", pl.when(exact | core | together).then(written)).clip(0, 1),
        met=pl.when(together)
        .then(pl.max_horizontal("met", pl.col("total") * pl.col("joined")))
        .when(core)
        .then(pl.max_horizontal("met", pl.col("total").clip(upper_bound=CORE_INFO)))
        .otherwise("met"),
        missed=pl.when(together).then(0.0).otherwise("missed"),
        extra=pl.when(exact).then(0.0).otherwise("extra"),
        second=pl.when(together).then(pl.max_horizontal("second", "joined")).otherwise("second"),
        words=pl.when(together).then(pl.max_horizontal("words", size)).otherwise("words"),
        exact_words=pl.when(exact).then(pl.max_horizontal("exact_words", size)).otherwise("exact_words"),
        edits=pl.when(together & ~core).then(pl.min_horizontal("edits", "apart")).otherwise("edits"),
        handle_equal=(pl.col("kind") == "handle") & exact & pl.col("handle_like"),
        inside_handle=core,
        whole=exact,
        in_text=pl.col("where") == "text",
    )
    return scored.filter(~pl.col("second").is_null())


def _best(rows: pl.DataFrame) -> pl.DataFrame:
    """The best meeting of each creator and record: in what a source says of the subject before what a text holds."""
    order = ["handle_equal", "in_text", "name_score", "of_handle", "met", "flanked", "name", "passage", "start", "size"]
    down = [True, False, True, False, True, False, False, False, False, False]
    # `ana.diaz` is one word, and tells less than the name that it spells
    told = rows.with_columns(of_handle=pl.col("kind") == "handle")
    ranked = told.sort("creator_id", "record", *order, descending=[False, False, *down])
    return ranked.unique(["creator_id", "record"], keep="first", maintain_order=True)


def _facts(rows: pl.DataFrame, world: Read) -> pl.DataFrame:
    """Country, birth date, language and time, told apart as equal, different and unknown."""
    record = world.records.with_row_index("record").select(
        "record", "record_id", "published_at", "language", "subject_birth_date",
        place=pl.col("subject_country").str.to_uppercase(),
        age=age(pl.concat_str("title", "text", separator="\n", ignore_nulls=True).str.slice(0, LONGEST_READ)),
        subjects=pl.col("subject_names").list.len().fill_null(0) + pl.col("subject_handles").list.len().fill_null(0),
    )  # fmt: skip
    both = rows.join(record, on="record", maintain_order="left").join(
        world.people, on="creator_id", maintain_order="left"
    )
    inside = pl.col("countries").list.contains(pl.col("place"))
    known = (pl.col("countries").list.len() > 0) & pl.col("place").is_not_null()
    spoken = pl.col("languages").list.contains(pl.col("language").str.to_lowercase())
    said = (pl.col("languages").list.len() > 0) & pl.col("language").is_not_null()
    same_day, near_day = pl.col("birth_date") == pl.col("subject_birth_date"), _nearly_born()
    return both.with_columns(
        country_equal=_yes(known & inside),
        country_differs=_yes(known & ~inside),
        birth_equal=_yes(same_day),
        birth_near=_yes(~same_day & near_day),
        birth_differs=_yes(~same_day & ~near_day),
        language_equal=_yes(said & spoken),
        language_differs=_yes(said & ~spoken),
        **{name: _yes(flag) for name, flag in age_flags().items()},
        before_account=_yes(pl.col("published_at") < pl.col("begun")),
        other_subject=_yes(pl.col("in_text") & (pl.col("subjects") > 0)),
    )


def _nearly_born() -> pl.Expr:
    """The same day but for a slip, day and month turned round, or a source that knows the year alone."""
    ours, theirs = pl.col("birth_date"), pl.col("subject_birth_date")
    year = ours.dt.year() == theirs.dt.year()
    new_year = [(born.dt.month() == 1) & (born.dt.day() == 1) for born in (ours, theirs)]
    turned = (ours.dt.month() == theirs.dt.day()) & (ours.dt.day() == theirs.dt.month())
    parts = [year, ours.dt.month() == theirs.dt.month(), ours.dt.day() == theirs.dt.day()]
    one_off = pl.sum_horizontal(part.cast(pl.Int8) for part in parts) == len(parts) - 1
    years_apart = (ours.dt.year() - theirs.dt.year()).abs()
    return (year & (turned | new_year[0] | new_year[1] | one_off)) | (one_off & (years_apart % 10 == 0))


def _yes(flag: pl.Expr) -> pl.Expr:
    return flag.fill_null(value=False)
