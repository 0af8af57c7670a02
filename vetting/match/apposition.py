"""Plain words between two commas after a name: `Ana Diaz, garage owner, has`."""

from __future__ import annotations

import polars as pl

LONGEST = 3
"""Words of an apposition."""
OTHERWISE = """
who whom which that from aged of in on at by and or but also said says wrote has had have is was are were to for with
however though according including accused denied wanted arrested sued not no yes reportedly allegedly
denies contests declined conteste nie dement refuse niega rechaza bestreitet
qui que dont de du des d a au aux en dans et ou mais aussi dit ecrit est sont etait ne nee par pour avec selon
quien del y o pero dijo dice es era con para segun
der die das den dem aus von mit und oder aber auch sagt sagte ist war hat bei fur laut
"""
"""Words with which something else than a trade begins, or goes on."""


def appositions(running: pl.DataFrame, makers: pl.Series) -> pl.DataFrame:
    """Rows (`row`, `size`) of `running` at which an apposition begins that names none of `makers`.

    `running` has `row`, `record`, `token`, `capital` and `pause` of the words of texts, in order.
    """
    stopped = pl.concat([pl.Series(OTHERWISE.split()), makers])
    plain = ~pl.col("capital") & ~pl.col("token").is_in(stopped.implode()) & ~pl.col("token").str.contains("[0-9]")
    words = running.select("row", "record", "pause", "capital", plain=plain)
    columns = {
        f"{name}_{step}": pl.col(name).shift(-step) for name in ("record", "pause", "plain") for step in range(4)
    }
    named = pl.col("capital").shift(1) & (pl.col("record").shift(1) == pl.col("record"))
    rows = words.with_columns(**columns, named=named).filter(pl.col("pause") & pl.col("plain") & pl.col("named"))
    size = pl.coalesce(*[pl.when(_closes(size)).then(pl.lit(size, pl.Int64)) for size in range(1, LONGEST + 1)])
    return rows.select("row", size=size).drop_nulls("size")


def _closes(size: int) -> pl.Expr:
    """Whether so many plain words stand there, and then a pause or the end."""
    here = [pl.col(f"plain_{step}") & (pl.col(f"record_{step}") == pl.col("record")) for step in range(size)]
    apart = [~pl.col(f"pause_{step}") for step in range(1, size)]
    over = (pl.col(f"record_{size}") != pl.col("record")) | pl.col(f"record_{size}").is_null() | pl.col(f"pause_{size}")
    return pl.all_horizontal(*here, *apart, over)
