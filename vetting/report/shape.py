"""Gives a dossier the full shape that the templates expect: every key there, every value of its kind or None."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vetting.report.safe import clean

MOST = 1e15
"""Nothing that is counted or measured here comes near it."""
Reader = Callable[[object], Any]


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping whose keys are data (ids of findings or accounts) and whose values all have one shape."""

    each: object


@dataclass(frozen=True, slots=True)
class Text:
    """A text of at most `limit` characters; with `lines`, its line breaks are kept."""

    limit: int
    lines: bool = False

    def __call__(self, value: object) -> str | None:
        """Clean it; numbers become text, anything else and the empty text None."""
        if isinstance(value, str):
            return clean(value, self.limit, lines=self.lines).strip() or None
        return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def number(value: object) -> float | None:
    """Give a number that can be written, else None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if math.isfinite(value) and abs(value) < MOST else None


def flag(value: object) -> bool | None:
    """Give true or false, else None: unknown is not false."""
    return value if isinstance(value, bool) else None


def raw(value: object) -> str | None:
    """Give an id unchanged; it is only compared, never shown."""
    return value if isinstance(value, str) else None


def rows(value: object) -> list[dict[str, Any]]:
    """Give the rows of a long series as they are; who draws them reads each value with `number` or `flag`."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list | tuple) else []


def reader(shape: object) -> Reader:
    """Give the function that reads any value into `shape`: a dict of shapes, a list of one shape, `Keyed`, a leaf."""
    if isinstance(shape, dict):
        return _record({key: reader(inner) for key, inner in shape.items()})
    if isinstance(shape, list):
        return _several(reader(shape[0]))
    if isinstance(shape, Keyed):
        return _keyed(reader(shape.each))
    if callable(shape):
        return shape
    raise TypeError(shape)


def _record(fields: dict[str, Reader]) -> Reader:
    pairs = tuple(fields.items())

    def read(value: object) -> dict[str, Any]:
        given = value if isinstance(value, dict) else {}
        return {key: field(given.get(key)) for key, field in pairs}

    return read


def _several(each: Reader) -> Reader:
    def read(value: object) -> list[Any]:
        items = value if isinstance(value, list | tuple) else ()
        return [item for item in map(each, items) if item is not None]

    return read


def _keyed(each: Reader) -> Reader:
    def read(value: object) -> dict[str, Any]:
        given = value if isinstance(value, dict) else {}
        return {key: each(inner) for key, inner in given.items() if isinstance(key, str)}

    return read
