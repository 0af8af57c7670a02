"""How old a text says that somebody is."""

from __future__ import annotations

import polars as pl

AGES = (
    r"(?i)\b(\d{1,2})[- ]years?[- ]old\b", r"(?i)\baged? (\d{1,2})\b", r"(?i)\b(\d{1,2}) ans\b",
    r"(?i)\b(\d{1,2}) años\b", r"(?i)\b(\d{1,2}) Jahre", r"(?i)\b(\d{1,2})-jährig",
    r"\p{L}, (\d{2}),", r"\p{L} \((\d{2})\)",
)  # fmt: skip
"""Where a number is an age: `34-year-old`, `aged 34`, `34 ans`, `34 años`, `34 Jahre`, `Diaz, 34,`, `Diaz (34)`."""
YOUNGEST = 10
SLACK = 1
"""Years by which an age may be off: a birthday between the deed and the record, a source that did not check."""


def age(text: pl.Expr) -> pl.Expr:
    """The age that a text gives; null where it gives none, or more than one."""
    every = pl.concat_list([text.str.extract_all(pattern) for pattern in AGES]).list.eval(
        pl.element().str.extract(r"(\d{1,2})").cast(pl.Int32, strict=False)
    )
    told = every.list.eval(pl.element().filter(pl.element() >= YOUNGEST)).list.unique()
    return pl.when(told.list.len() == 1).then(told.list.first())


def age_flags() -> dict[str, pl.Expr]:
    """`age_fits`, `age_differs`: the told `age` against `birth_date` at `published_at`; false where unknown."""
    year = pl.col("published_at").dt.year() - pl.col("birth_date").dt.year()
    apart = (year - pl.col("age") - 0.5).abs()  # the birthday is still to come in half of all cases
    return {"age_fits": apart <= SLACK, "age_differs": apart > SLACK + 1}
