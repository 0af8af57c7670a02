"""JSON and JSON lines: records, the texts that dotted headings find in them, and a row per element of a list."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from vetting.errors import RefusalError
from vetting.load.sheet import Sheet, column_names, no_heading, safe_text, text_frame
from vetting.load.values import BETWEEN, LIST_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vetting.load.entries import Shape

ABSENT = object()
ITSELF = "."


@dataclass(frozen=True, slots=True)
class Record:
    """One JSON object: its line (its number in an array), and what is wrong where it is none."""

    line: int
    fields: dict[str, Any] = field(default_factory=dict)
    error: str | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a file, and the object in which they stand, where there is one."""

    records: list[Record]
    top: dict[str, Any]


def read_json(text: str, shape: Shape, file: str) -> Records:
    """The records of one JSON document: an array, the array at `root`, or (`root = "."`) the document itself."""
    try:
        document = _loads(text)
    except (ValueError, RecursionError) as error:
        remedy = 'Export it again, or set format = "jsonl" in [file] if each line is an object.'
        raise RefusalError(f"{file} is no JSON document: {error}.", remedy) from error
    top = document if isinstance(document, dict) else {}
    found = [document] if shape.root == ITSELF else _find(document, shape.root) if shape.root else document
    if not isinstance(found, list):
        lists = [key for key, value in top.items() if isinstance(value, list)]
        raise RefusalError(
            f"{file} has no array at {shape.root or 'its top'}.",
            f"Set root in [file] to one of {', '.join(lists) or 'its arrays'}, or to '.' for the object itself.",
        )
    return Records([_record(number, element) for number, element in enumerate(found, 1)], top)


def read_json_lines(text: str) -> Records:
    """The records of JSON lines; a line that is no JSON object is a record with an error, a blank one is none."""
    return Records([_line(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()], {})


def lay_out(found: Records, wanted: dict[str, bool], each: tuple[str, ...], file: str) -> Sheet:
    """A row per record, or with `each` a row per element of the named lists, in step; the wanted headings as columns.

    A record whose lists differ in length is one row with an error; one without elements gives no row.
    """
    _refuse_absent(found.records, dict.fromkeys(each, False), found.top, file)
    records = [row for record in found.records for row in _elements(record, each)] if each else found.records
    _refuse_absent(records, wanted, found.top, file)
    cells, errors = [], [record.error for record in records]
    for heading in wanted:
        values = [_find(record.fields, heading, found.top) for record in records]
        cells.append([_text(value) for value in values])
        errors = [_object_error(*pair, heading) for pair in zip(errors, values, strict=True)]
    items = [record.item for record in records]
    return Sheet(text_frame([record.line for record in records], cells, items, errors), column_names(wanted))


def _refuse_absent(records: list[Record], wanted: dict[str, bool], top: dict[str, Any], file: str) -> None:
    """A heading that no record has is a slip of the mapping, unless it may be absent."""
    good = [record for record in records if record.error is None]
    for heading, optional in wanted.items():
        if good and not optional and all(_find(record.fields, heading, top) is ABSENT for record in good):
            raise no_heading(heading, list(dict.fromkeys(key for record in good for key in record.fields)), file)


def _elements(record: Record, each: tuple[str, ...]) -> Iterator[Record]:
    lists = [record.fields.get(key) or [] for key in each]
    if record.error or not all(isinstance(given, list) for given in lists) or len({len(given) for given in lists}) > 1:
        yield replace(record, error=record.error or f"{', '.join(each)}: no lists of one length")
        return
    for item, values in enumerate(zip(*lists, strict=True), 1):
        yield replace(record, fields=record.fields | dict(zip(each, values, strict=True)), item=item)


def _find(fields: object, heading: str, top: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - JSON holds anything
    if heading.startswith("/"):
        return _find(top, heading[1:])
    if not isinstance(fields, dict):
        return ABSENT
    if heading in fields:
        return fields[heading]
    head, _, rest = heading.partition(".")
    return _find(fields.get(head), rest) if rest else ABSENT


def _text(cell: object) -> str | None:
    if isinstance(cell, list):
        return LIST_MARK + BETWEEN.join(_text(element) or "" for element in cell)
    if isinstance(cell, bool):
        return str(cell).lower()
    return safe_text(cell) if isinstance(cell, str) else None


def _object_error(error: str | None, cell: object, heading: str) -> str | None:
    cells = cell if isinstance(cell, list) else [cell]
    if error is None and any(isinstance(element, (dict, list)) for element in cells):
        return f"{heading}: an object where a text belongs"
    return error


def _record(number: int, element: object) -> Record:
    return Record(number, element) if isinstance(element, dict) else Record(number, error="no JSON object")


def _line(number: int, line: str) -> Record:
    try:
        return _record(number, _loads(line))
    except (ValueError, RecursionError):
        return Record(number, error="no JSON object")


def _loads(text: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """Parse JSON; numbers stay the text that they were, so that none is rounded."""
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
