"""Thins long series for drawing, always in the same way; what is computed from them is computed before."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")


def every(rows: Sequence[Row], most: int) -> list[Row]:
    """Keep at most `most` rows, evenly spaced, the first and the last among them."""
    if len(rows) <= most:
        return list(rows)
    last = len(rows) - 1
    return [rows[round(place * last / (most - 1))] for place in range(most)]


def extremes(rows: Sequence[Row], most: int, value: Callable[[Row], float]) -> list[Row]:
    """Keep at most about `most` rows: the lowest and the highest of each stretch, so that no spike is lost."""
    if len(rows) <= most:
        return list(rows)
    stretches = max(1, (most - 2) // 2)
    kept = {0, len(rows) - 1}
    for place in range(stretches):
        inside = range(place * len(rows) // stretches, (place + 1) * len(rows) // stretches)
        kept |= {min(inside, key=lambda at: value(rows[at])), max(inside, key=lambda at: value(rows[at]))}
    return [rows[at] for at in sorted(kept)]
