"""From a working frame to an exchange table: the contract's columns, in its order, with its types."""

from __future__ import annotations

import polars as pl

from vetting.records import TABLES, Kind

TYPES: dict[Kind, pl.DataType] = {
    "id": pl.String(),
    "text": pl.String(),
    "word": pl.String(),
    "count": pl.Int64(),
    "time": pl.Datetime("us"),
    "date": pl.Date(),
    "flag": pl.Boolean(),
    "list": pl.List(pl.String()),
}


def schema(table: str) -> dict[str, pl.DataType]:
    """The columns of an exchange table and what each holds in Parquet."""
    return {column.name: TYPES[column.kind] for column in TABLES[table].columns}


def exchange(table: str, working: pl.DataFrame) -> pl.DataFrame:
    """The contract's columns of a working frame, sorted by the table's key; a column that it lacks is unknown."""
    wanted = [
        (pl.col(name) if name in working.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in schema(table).items()
    ]
    return working.select(wanted).sort(TABLES[table].key)
