"""Gives a dossier the full shape that the templates expect: every key there, every value of its kind or None."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vetting.report.safe import clean

Leaf = Callable[[object], object]


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
    """Give a finite number, else None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if math.isfinite(value) else None


def flag(value: object) -> bool | None:
    """Give true or false, else None: unknown is not false."""
    return value if isinstance(value, bool) else None


def raw(value: object) -> str | None:
    """Give an id unchanged; it is only compared, never shown."""
    return value if isinstance(value, str) else None


def settle(value: object, shape: object) -> Any:  # noqa: ANN401 # the shape says what comes back
    """Give `value` the `shape`: a dict of shapes, a list of one shape, a `Keyed`, or a leaf that reads one value."""
    if isinstance(shape, dict):
        given = value if isinstance(value, dict) else {}
        return {key: settle(given.get(key), inner) for key, inner in shape.items()}
    if isinstance(shape, list):
        items = value if isinstance(value, list | tuple) else ()
        return [settled for item in items if (settled := settle(item, shape[0])) is not None]
    if isinstance(shape, Keyed):
        return _keyed(value, shape)
    return shape(value) if callable(shape) else None


def _keyed(value: object, shape: Keyed) -> dict[str, Any]:
    given = value if isinstance(value, dict) else {}
    return {key: settle(inner, shape.each) for key, inner in given.items() if isinstance(key, str)}
