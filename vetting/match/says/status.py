"""How it stands with what a record says: alleged, denied, confirmed, resolved or retracted, and whether it is false."""

from __future__ import annotations

import polars as pl

from vetting.match.says.phrases import patterns
from vetting.match.says.plain import EDGE

ORDER = ("retracted", "resolved", "confirmed", "denied", "alleged")
"""The first that is met is the record's: what came last in a case is told together with what came before."""
SAID = ("status_said", "called_false", "cleared")
CHECKS = "fact_check"


def status(rows: pl.DataFrame) -> pl.DataFrame:
    """Read plain `title` and `text` (with the title): `record_id`, `status_said`, `called_false`, `cleared`.

    The title decides where it says anything. `called_false` asks for a fact-check, which its kind or its title says, or
    for a medium that takes its own report back, which is retracted; `cleared` for an acquittal and no conviction.
    """
    title, text = pl.col("title"), pl.col("text")
    check = (pl.col("source_kind") == CHECKS).fill_null(value=False) | _speaks(title, "check").fill_null(value=False)
    withdrawn = _speaks(text, "withdrawn").fill_null(value=False)
    told = rows.select(
        "record_id",
        status_said=pl.when(withdrawn).then(pl.lit("retracted")).otherwise(pl.coalesce(_first(title), _first(text))),
        called_false=(check & _speaks(text, "false")).fill_null(value=False) | withdrawn,
        cleared=(_speaks(text, "cleared") & ~_speaks(text, "confirmed")).fill_null(value=False),
    )
    return told.with_columns(
        status_said=pl.when(pl.col("cleared")).then(pl.lit("resolved")).otherwise("status_said"),
    )


def _first(text: pl.Expr) -> pl.Expr:
    return pl.coalesce(pl.when(_speaks(text, name)).then(pl.lit(name)) for name in ORDER)


def _speaks(text: pl.Expr, key: str) -> pl.Expr:
    return text.str.contains(rf"{EDGE}{patterns('status', key)}{EDGE}")
