"""The rest of a record: the fields that a register fills in, its dates, and a second look with another status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Flags, Floats, happens, texts, weighted

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.scene import Scene

LATE = 0.04
OLDEST_DAYS, BEFORE_DAYS = 900, 365
"""How far back records go, or how far beyond the window where that is long."""
CHANGING = 0.2
STATUSES = ("alleged", "denied", "confirmed", "resolved", "retracted")
AT_FIRST, IN_THE_END = (0.45, 0.1, 0.35, 0.07, 0.03), (0.0, 0.15, 0.45, 0.22, 0.18)


def filled_in(dice: Generator, told: pl.DataFrame, structured: Flags) -> dict[str, pl.Expr]:
    """Subject fields, category and status. Only registers name their subject, and they leave much out."""
    count = told.height
    register = pl.lit(pl.Series(structured))

    def sometimes(chance: float, said: str | pl.Expr) -> pl.Expr:
        return pl.when(register & pl.lit(pl.Series(happens(dice, chance, count)))).then(said)

    look_alike = pl.concat_str("given", "family").str.to_lowercase().str.replace_all("[^a-z]", "") + "official"
    handle = pl.coalesce("handle", pl.when(pl.lit(pl.Series(happens(dice, 0.25, count)))).then(look_alike))
    said = pl.lit(pl.Series(happens(dice, np.where(structured, 1.0, 0.15), count)))
    decided = pl.lit(pl.Series(happens(dice, 0.4, count))) & (pl.col("situation") == "did_bad")
    return {
        "subject_names": pl.when(register).then(pl.concat_list("entered")),
        "subject_aliases": sometimes(0.5, pl.when(pl.col("stage").is_not_null()).then(pl.concat_list("stage"))),
        "subject_handles": sometimes(0.45, pl.when(handle.is_not_null()).then(pl.concat_list(handle))),
        "subject_country": sometimes(0.75, "country"),
        "subject_birth_date": sometimes(0.55, "birth_date"),
        "country": sometimes(0.6, pl.when(pl.col("language") == "fr").then(pl.lit("FR")).otherwise(pl.lit("GB"))),
        "category": pl.when(said).then("category"),
        "status": pl.when(decided).then(pl.lit(texts(STATUSES, weighted(dice, AT_FIRST, count)))),
    }


def any_days(scene: Scene, dice: Generator, count: int) -> Floats:
    """Days on which `count` records come out, more of them lately; a few after the window."""
    oldest = max(OLDEST_DAYS, scene.days + BEFORE_DAYS * (len(scene.pulls) > 1))
    published = scene.days - 2 - oldest * dice.random(count) ** 1.4
    late = happens(dice, LATE, count)
    return np.where(late, scene.days + dice.uniform(-20, 40, count), published)


def dated(scene: Scene, dice: Generator, told: pl.DataFrame, published: Floats) -> pl.DataFrame:
    """When each came out (its day) and was seen: what comes out at the end of the window is mostly seen after it, and
    what was alleged is sometimes looked at again.
    """  # noqa: D205 # one sentence about the dates
    count = told.height
    late = published > scene.days - 2
    slow = np.where(told["source_kind"].is_in(["regulator", "court", "list"]).to_numpy(), 15.0, 3.0)
    seen = published + 0.01 + dice.exponential(slow)
    in_time = published + dice.random(count) * (scene.days - published)
    seen = np.where(late, np.maximum(published, scene.days) + 0.5 + dice.exponential(10.0, count), seen)
    seen = np.where(~late & (seen > scene.days), in_time, seen)
    again = seen + 10 + dice.exponential(60.0, count)
    changing = (told["situation"] == "did_bad").to_numpy() & happens(dice, CHANGING, count) & (again < scene.days)
    first = told.with_columns(
        published_at=scene.times(published),
        observed_at=scene.times(seen),
        status=pl.when(pl.lit(pl.Series(changing))).then(pl.lit("alleged")).otherwise("status"),
        day=pl.Series(published),
    )
    second = first.with_columns(
        observed_at=scene.times(again), status=texts(STATUSES, weighted(dice, IN_THE_END, count))
    ).filter(pl.Series(changing))
    return pl.concat([first, second]).sort("record_id", "observed_at")
