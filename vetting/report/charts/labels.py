"""Labels beside what they name, moved apart where they would cover each other, and points with their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE = 12.5
"""Height of a line of type where it is largest: on a phone and on paper."""
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Label:
    """Words at the end of a line: `at` is the height of what they name, `y` the baseline of their first line."""

    at: float
    lines: tuple[str, ...]
    kind: str
    y: float = 0.0

    @property
    def middle(self) -> float:
        """The height of their middle, which a thin line joins to what they name."""
        return round(self.y + LINE * (len(self.lines) - 1) / 2 - 4, 1)

    @property
    def moved(self) -> bool:
        """Whether they stand too far away to be understood without that line."""
        return abs(self.middle - self.at) > LINE / 2


def apart(labels: Sequence[Label], top: float, bottom: float) -> list[Label]:
    """Give the labels from the highest to the lowest, each as near to its place as the others allow."""
    ordered = sorted(labels, key=lambda one: one.at)
    heights = [LINE * len(one.lines) + 2 for one in ordered]
    tops = [one.at - height / 2 for one, height in zip(ordered, heights, strict=True)]
    free = top
    for place, height in enumerate(heights):
        tops[place] = max(tops[place], free)
        free = tops[place] + height
    free = bottom
    for place in reversed(range(len(tops))):
        tops[place] = min(tops[place], free - heights[place])
        free = tops[place]
    return [replace(one, y=round(start + LINE - 1.5, 1)) for one, start in zip(ordered, tops, strict=True)]


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one shape and what each says: one path and one attribute, for there are hundreds of them."""

    kind: str
    d: str
    tips: str


def points(kind: str, marks: Sequence[tuple[float, float, str]]) -> Points:
    """Join points (x, y, words) into one path; `kind` is the class that says how they are drawn."""
    tips = SEPARATOR.join(text.replace(SEPARATOR, "/") for _, _, text in marks)
    return Points(kind, path([(x, y) for x, y, _ in marks]), tips)


def path(places: Sequence[tuple[float, float]]) -> str:
    """Give the path through places that were rounded to a tenth, each as steps from the last one, which is short."""
    tenths = [(round(10 * x), round(10 * y)) for x, y in places]
    before = [(0, 0), *tenths]
    steps = [(x - was_x, y - was_y) for (x, y), (was_x, was_y) in zip(tenths, before, strict=False)]
    return "m" + " ".join(f"{_tenth(x)},{_tenth(y)}" for x, y in steps) if steps else ""


def _tenth(value: int) -> str:
    """Write tenths as short as can be: -4 is -.4, 120 is 12."""
    whole, part = divmod(abs(value), 10)
    digits = f"{whole or ''}.{part}" if part else str(whole)
    return f"-{digits}" if value < 0 else digits
