"""From a foreign file to the exchange format, as a mapping says: every row comes out once, good or with its error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.load.fills import fill_column
from vetting.load.mapping import read_mapping
from vetting.load.sheets import open_sheets
from vetting.load.times import ISO

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.load.entries import Fill, Shape
    from vetting.load.mapping import TablePlan
    from vetting.load.sheet import Sheet


def translate(file: Path, mapping: Path, out: Path) -> list[Path]:
    """Write the exchange tables that a mapping fills from a foreign file as `<table>.parquet` into the folder `out`.

    Their columns are the exchange columns that it fills (String, Int64, Datetime in naive UTC microseconds, Date,
    Boolean, List(String)), and for the loader `_file` (the file's name), `_line` (Int64: the physical line on which
    the row begins, the number of the element in a JSON array, the row of a spreadsheet or Parquet file) and `_error`
    (String; null: the row is good). Each row of the file is one row of each table; with `each`, each element is.

    Raises RefusalError where the mapping is wrong, the file can't be read, or lacks a heading that the mapping names.
    """
    plan = read_mapping(mapping)
    tables = [(table, _exchange_rows(table, sheet, plan.shape, file.name)) for table, sheet in open_sheets(file, plan)]
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for table, rows in tables:
        written.append(out / f"{table.table.name}.parquet")
        rows.write_parquet(written[-1], compression="zstd")
    return written


def _exchange_rows(plan: TablePlan, sheet: Sheet, shape: Shape, file: str) -> pl.DataFrame:
    def cell(heading: str) -> pl.Expr:
        if heading == "_file":
            return pl.lit(file)
        return pl.col(sheet.columns.get(heading, heading)).cast(pl.String)

    values, errors = [], []
    for column in plan.table.columns:
        if column.name in plan.fills:
            fill = _understanding_types(plan.fills[column.name], sheet)
            value, error = fill_column(column, fill, shape, sheet.cells, cell)
            values.append(value.alias(column.name))
            errors.append(error)
    wrong = pl.concat_str(errors, separator="; ", ignore_nulls=True)
    first = pl.coalesce("_error", pl.when(wrong != "").then(wrong)).alias("_error")
    return sheet.cells.select(*values, pl.lit(file).alias("_file"), "_line", first)


def _understanding_types(fill: Fill, sheet: Sheet) -> Fill:
    """Where cells have types, a time may be one already, whatever format its neighbours have as text."""
    return fill.model_copy(update={"format": (*fill.format, ISO)}) if sheet.typed and fill.format else fill
