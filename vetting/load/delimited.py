"""CSV and its relatives: rows with the physical line on which each begins, however badly they are quoted."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict

import polars as pl

from vetting.errors import RefusalError
from vetting.load.sheet import Sheet, column_names, locate, text_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vetting.load.entries import Shape

    Reader = Iterator[list[str]]

LONE_CR = re.compile("\r(?!\n)")
CR_SIGN = "\ufdd1"  # stands for a lone CR while the csv module reads, which would end the row at it
CHUNK = 1 << 16
ANY_SIZE = 2**31 - 1
REREAD = 4  # a line may be read again so many times on average, so that no file can keep us busy for ever


class Dialect(TypedDict):
    """What the csv module has to know."""

    delimiter: str
    quotechar: str | None
    quoting: Literal[0, 3]
    escapechar: str | None


class Row(NamedTuple):
    """One row: the line on which it begins, what is wrong with it as a whole, and its cells."""

    line: int
    error: str | None
    cells: list[str]


class Lines:
    """Hands physical lines to the csv module, knows how far it has read, and can be sent back."""

    def __init__(self, text: str, first: int) -> None:
        self.lines = list(io.StringIO(text, newline="\n"))
        self.at = first - 1
        self.ended = False

    def __iter__(self) -> Lines:
        """Itself: it is read once."""
        return self

    def __next__(self) -> str:
        """The next line with its end."""
        if self.at >= len(self.lines):
            self.ended = True
            raise StopIteration
        self.at += 1
        return self.lines[self.at - 1]


def read_delimited(text: str, shape: Shape, wanted: dict[str, bool], file: str) -> Sheet:
    """Every row of a delimited text, with the wanted headings as columns.

    Blank lines are no rows. A lone CR belongs to its cell, unless the file has no LF at all. A row with too few or
    too many cells, or with a quote that goes astray, is a row with an error, and reading goes on behind its line.
    """
    csv.field_size_limit(ANY_SIZE)
    unix = LONE_CR.sub(CR_SIGN, text) if "\n" in text else text.replace("\r", "\n")
    lines, dialect = Lines(unix, shape.header), _dialect(shape)
    reader = csv.reader(lines, **dialect)
    names = _headings(lines, reader, shape, file)
    places = locate(names, wanted, file)
    rows = _rows(lines, reader, dialect, len(names))
    frames = []
    while chunk := list(islice(rows, CHUNK)):
        frames.append(_frame(chunk, places))
    cells = pl.concat(frames) if frames else _frame([], places)
    return Sheet(cells.with_columns(pl.col("^c[0-9]+$").str.replace_all(CR_SIGN, "\r")), column_names(wanted))


def _dialect(shape: Shape) -> Dialect:
    return {
        "delimiter": shape.delimiter or ("\t" if shape.format == "tsv" else ","),
        "quotechar": shape.quote or None,
        "quoting": csv.QUOTE_MINIMAL if shape.quote else csv.QUOTE_NONE,
        "escapechar": shape.escape,
    }


def _headings(lines: Lines, reader: Reader, shape: Shape, file: str) -> list[str]:
    if shape.headings:
        return list(shape.headings)
    names: list[str] = next((cells for cells in reader if any(cell.strip() for cell in cells)), [])
    if not names or lines.ended:
        raise RefusalError(f"{file} has no headings on line {shape.header}.", "Set `header` or `quote` in [file].")
    if any("\0" in name for name in names):
        raise RefusalError(f"{file} is not {shape.encoding}.", 'Try encoding = "utf-16" in [file].')
    while not names[-1].strip():
        names.pop()
    return names


def _rows(lines: Lines, reader: Reader, dialect: Dialect, width: int) -> Iterator[Row]:
    spare = REREAD * len(lines.lines)
    while True:
        before, lines.ended = lines.at, False
        cells = next(reader, None)
        if cells is None:
            return
        spanned = lines.at - before
        if spanned == 1 and not lines.lines[before].strip():
            continue
        error = _row_error(cells, width)
        if lines.ended:
            error = "a quote is never closed"
        elif spanned > 1 and (error or not _well_quoted(lines.lines[before : lines.at], dialect)):
            error = f"a quote goes astray: {error or 'text stands behind a closed one'}, over {spanned} lines"
        if error and (spanned > 1 or lines.ended) and spare >= spanned:
            spare -= spanned
            lines.at, cells = before + 1, []
        yield Row(before + 1, error, cells)


def _row_error(cells: list[str], width: int) -> str | None:
    if len(cells) != width and (len(cells) < width or any(cells[width:])):
        return f"{len(cells)} cells where {width} belong"
    return None


def _well_quoted(lines: list[str], dialect: Dialect) -> bool:
    """Whether strict rules hold too, which the reader does not insist on: many files break them within a line."""
    try:
        next(csv.reader(lines, strict=True, **dialect))
    except csv.Error:
        return False
    return True


def _frame(rows: list[Row], places: list[int | None]) -> pl.DataFrame:
    """Rows as columns `c0`, `c1`, ... in the order of `places`; a cell that its row lacks is null."""
    cells = [[_cell(row.cells, place) for row in rows] for place in places]
    return text_frame([row.line for row in rows], cells, errors=[row.error for row in rows])


def _cell(cells: list[str], place: int | None) -> str | None:
    return cells[place] if place is not None and place < len(cells) else None
