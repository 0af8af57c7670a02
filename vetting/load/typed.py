"""Spreadsheets and Parquet: cells that have a type, brought to text; whole numbers and times lose nothing by it."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from python_calamine import CalamineError, CalamineWorkbook

from vetting.errors import RefusalError
from vetting.load.sheet import Sheet, column_names, locate, safe_text, text_frame
from vetting.load.values import BETWEEN, LIST_MARK

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.load.entries import Shape

EXACT = 2**53


def read_workbook(path: Path, shape: Shape, wanted: dict[str, bool]) -> Sheet:
    """One sheet of a workbook (.xlsx, .xls, .xlsb, .ods); `_line` is the row's number, rows without a cell are none."""
    rows = _worksheet(path, shape)
    names = list(shape.headings) or [_text(cell) or "" for cell in (rows[shape.header - 1 :] or [[]])[0]]
    places = locate(names, wanted, path.name)
    first = shape.header - 1 if shape.headings else shape.header
    filled = [(number, row) for number, row in enumerate(rows[first:], first + 1) if any(cell != "" for cell in row)]
    cells = [[None if place is None else _text(row[place]) for _, row in filled] for place in places]
    return Sheet(text_frame([number for number, _ in filled], cells), column_names(wanted), typed=True)


def _worksheet(path: Path, shape: Shape) -> list[list[object]]:
    try:
        book = CalamineWorkbook.from_path(str(path))
        names = book.sheet_names
        name = shape.sheet or names[0]
        if name in names:
            return [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
    except (CalamineError, LookupError, OSError, ValueError) as error:
        raise RefusalError(f"{path.name} can't be read as a workbook: {error}.", "Save it again as .xlsx.") from error
    sheets = ", ".join(repr(other) for other in names)
    raise RefusalError(f"{path.name} has no sheet {name!r}.", f"Set `sheet` in [file] to one of {sheets}.")


def _text(cell: object) -> str | None:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) <= EXACT:
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ")
    return safe_text(str(cell)) or None


def read_parquet(path: Path, wanted: dict[str, bool]) -> Sheet:
    """A flat Parquet file; `_line` is the row's number, from 1."""
    table = _parquet_table(path)
    places, columns = locate(table.column_names, wanted, path.name), column_names(wanted)
    cells = [
        pl.Series(column, [None] * table.num_rows, pl.String) if place is None else _cast(table, place, path.name)
        for column, place in zip(columns.values(), places, strict=True)
    ]
    frame = text_frame(range(1, table.num_rows + 1), cells)
    return Sheet(frame, columns, typed=True)


def _parquet_table(path: Path) -> pa.Table:
    try:
        table = pq.read_table(path)
        table.validate(full=True)
        return table.rename_columns(table.column_names)  # names that are not UTF-8 fail here
    except (pa.ArrowException, OSError, ValueError) as error:
        raise RefusalError(f"{path.name} can't be read as Parquet.", "Write the file again.") from error


def _cast(table: pa.Table, place: int, file: str) -> pl.Series:
    column, kind = table.column(place), table.schema.types[place]
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        with contextlib.suppress(pa.ArrowNotImplementedError):  # a list of lists or of objects
            return LIST_MARK + pl.Series(column.cast(pa.large_list(pa.large_string()))).list.join(BETWEEN)
    if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        what = f"{file} holds objects or bytes under {table.column_names[place]!r}."
        raise RefusalError(what, "Write that column as text, or map another.")
    return _flat_text(pl.Series(column))


def _flat_text(cells: pl.Series) -> pl.Series:
    kind = cells.dtype
    if isinstance(kind, pl.Datetime) and kind.time_zone:
        return cells.dt.convert_time_zone("UTC").dt.replace_time_zone(None).cast(pl.String) + "Z"
    if kind.is_float():
        whole = cells.is_finite() & (cells == cells.floor()) & (cells.abs() <= EXACT)
        return cells.cast(pl.Int64, strict=False).cast(pl.String).zip_with(whole, cells.cast(pl.String))
    return cells.cast(pl.String)
