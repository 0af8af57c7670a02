"""A foreign file as text cells: what every reader gives, and how it finds the headings that a mapping names."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from vetting.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LOST = "\ufdd0"
"""Stands for a byte that the encoding does not know, until its row is marked: a code point that text never holds."""

SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of a foreign file.

    `cells` holds `_line` (Int64, from 1), `_item` (Int64, the element of a list, or null), `_error` (String, or null)
    and for each wanted heading a String column, whose name `columns` tells. `typed`: times stand there in ISO form.
    """

    cells: pl.DataFrame
    columns: dict[str, str]
    typed: bool = False


def safe_text(text: str) -> str:
    """The text without half characters, which neither Parquet nor polars can hold."""
    return text if text.isascii() else SURROGATE.sub(LOST, text)


def column_names(wanted: Iterable[str]) -> dict[str, str]:
    """For each heading a column name of ours: polars would take some headings for patterns."""
    return {heading: f"c{number}" for number, heading in enumerate(wanted)}


def text_frame(
    lines: Sequence[int],
    cells: Sequence[Sequence[str | None] | pl.Series],
    items: Sequence[int | None] | None = None,
    errors: Sequence[str | None] | None = None,
) -> pl.DataFrame:
    """The `cells` of a sheet: `_line`, `_item`, `_error`, and a column for each list of texts."""
    named = {f"c{number}": texts for number, texts in enumerate(cells)}
    meta = {"_line": lines, "_item": items or [None] * len(lines), "_error": errors or [None] * len(lines)}
    schema = {"_line": pl.Int64, "_item": pl.Int64, "_error": pl.String} | dict.fromkeys(named, pl.String)
    return pl.DataFrame(meta | named, schema=schema)


def squeeze(heading: str) -> str:
    """A heading without line breaks and needless spaces."""
    return " ".join(heading.split())


def locate(names: Sequence[str], wanted: dict[str, bool], file: str) -> list[int | None]:
    """Where each wanted heading stands among the file's; None where it is absent and may be.

    Raises RefusalError for one that is absent and may not be, or stands there twice.
    """
    squeezed = [squeeze(name) for name in names]
    return [_place(squeezed, squeeze(heading), optional=optional, file=file) for heading, optional in wanted.items()]


def _place(names: list[str], heading: str, *, optional: bool, file: str) -> int | None:
    match names.count(heading):
        case 1:
            return names.index(heading)
        case 0 if optional:
            return None
        case 0:
            raise no_heading(heading, names, file)
    raise RefusalError(f"{file} has the heading {heading!r} twice.", "Rename one of them in the file.")


def no_heading(heading: str, names: Sequence[str], file: str) -> RefusalError:
    """What to say where the file lacks a heading that the mapping names."""
    near = difflib.get_close_matches(heading, names, 1, 0.5)
    guess = f"Perhaps {near[0]!r} is meant; it" if near else "It"
    there = ", ".join(repr(name) for name in names[:40])
    return RefusalError(f"{file} has no heading {heading!r}.", f"{guess} has {there}: mend the mapping.")


def mark_broken_text(sheet: Sheet, encoding: str) -> Sheet:
    """Give rows whose cells hold lost bytes or NUL their error, and the cells the sign for a lost character."""
    cells = [pl.col(name) for name in sheet.columns.values()]
    if not cells:
        return sheet
    lost, nul = (pl.any_horizontal(cell.str.contains(sign, literal=True) for cell in cells) for sign in (LOST, "\0"))
    reason = pl.when(lost).then(pl.lit(f"holds bytes that are not {encoding}")).when(nul).then(pl.lit("holds a NUL"))
    marked = sheet.cells.with_columns(pl.coalesce("_error", reason).alias("_error")).with_columns(
        cell.str.replace_all(f"[{LOST}\0]", "\ufffd") for cell in cells
    )
    return Sheet(marked, sheet.columns, sheet.typed)
