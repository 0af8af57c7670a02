"""What a mapping asks for that its column can't hold: refused before a row is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.errors import RefusalError
from vetting.load.fills import fill_column
from vetting.load.times import lacks_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vetting.load.entries import Fill, Source
    from vetting.load.mapping import Mapping
    from vetting.records import Column

TIMES = ("time", "date")


def refuse_misfits(mapping: Mapping) -> None:
    """Raise RefusalError for the first entry that no row could satisfy."""
    for plan in mapping.tables:
        columns = {column.name: column for column in plan.table.columns}
        for name, fill in plan.fills.items():
            for what, remedy in _misfits(columns[name], fill, mapping):
                raise RefusalError(f"In {mapping.name}, tables.{plan.table.name}.{name} {what}.", remedy)


def _misfits(column: Column, fill: Fill, mapping: Mapping) -> Iterator[tuple[str, str]]:
    """What is wrong with an entry, and what to do about it."""
    if column.kind != "list" and any(len(each.source) > 1 and each.join is None for each in _sources(fill)):
        yield "reads several headings without saying how", 'Add join = "-" or what should stand between them.'
    if fill.format and column.kind not in TIMES:
        yield f"has a format, but holds a {column.kind} and no time", "Take the format out."
    if lacks_year(fill.format) and mapping.shape.year is None:
        yield "has a format without a year", "Write year = ... into [file]."
    if fill.value is not None and (error := _constant_error(column, fill, mapping)):
        yield f"has a value that does not fit: {error}", "Mend the value."
    if fill.words and column.words and (strange := [w for w in fill.words.values() if w not in column.words]):
        yield f"gives the word {strange[0]!r}", f"Use {', '.join(column.words)}."


def _sources(fill: Source) -> Iterator[Source]:
    yield fill
    if fill.otherwise:
        yield from _sources(fill.otherwise)


def _constant_error(column: Column, fill: Fill, mapping: Mapping) -> str | None:
    _, error = fill_column(column, fill, mapping.shape, pl.DataFrame({"_line": [1]}), pl.col)
    found: str | None = error.item()
    return found
