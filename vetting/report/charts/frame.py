"""Scales, ticks and the plot area that the charts share. Units are those of a viewBox 360 wide."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from vetting.report import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 360
_STEPS_IN_MONTHS = (1, 2, 3, 6, 12, 24, 48, 120)
_TIME_TICKS = 4
_TICK_LABEL = 52.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from values to places; values outside are held at its ends."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Give the place of a value, to a tenth of a unit."""
        part = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return round(self.start + min(1.0, max(0.0, part)) * (self.end - self.start), 1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis; `anchor` keeps the label inside the picture."""

    at: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot area of a chart, and its height with the labels."""

    height: int = 210
    left: int = 44
    right: int = 352
    top: int = 16
    bottom: int = 186

    def across(self, low: float, high: float) -> Scale:
        """Give the scale from left to right."""
        return Scale(low, high, self.left, self.right)

    def up(self, low: float, high: float) -> Scale:
        """Give the scale from bottom to top."""
        return Scale(low, high, self.bottom, self.top)


def nice_ticks(low: float, high: float, wanted: int = 4) -> list[float]:
    """Give round values that cover `low` to `high`, about `wanted` of them."""
    span = (high - low) or abs(high) or 1.0
    rough = span / wanted
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * part for part in (1, 2, 2.5, 5, 10) if size * part >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(step * count, 12) for count in range(first, max(last, first + 1) + 1)]


def percent_decimals(ticks: Sequence[float]) -> int:
    """How many decimals tell the ticks apart when they are written as percentages."""
    step = (ticks[1] - ticks[0]) * 100
    return next((digits for digits in range(4) if abs(round(step, digits) - step) < step / 1000), 4)


def time_ticks(across: Scale, lang: str) -> list[Tick]:
    """Give the first days of months or years inside the scale, which counts days; its ends where it is too short."""
    first, last = (date.fromordinal(int(edge)) for edge in (across.low, across.high))
    days = _month_starts(first, last)
    if len(days) < 2:  # noqa: PLR2004 # an axis needs two labels
        return [_tick(across, when, forms.skeleton(lang, when, "MMMd")) for when in sorted({first, last})]
    fields = "y" if all(when.month == 1 for when in days) else "yMMM"
    return [_tick(across, when, forms.skeleton(lang, when, fields)) for when in days]


def _month_starts(first: date, last: date) -> list[date]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    starts = [date(month // 12, month % 12 + 1, 1) for month in months]
    inside = [when for when in starts if first <= when <= last]
    for step in _STEPS_IN_MONTHS:
        chosen = [when for when in inside if (when.year * 12 + when.month - 1) % step == 0]
        if len(chosen) <= _TIME_TICKS:
            return chosen
    return inside[:: max(1, len(inside) // _TIME_TICKS)]


def _tick(across: Scale, when: date, label: str) -> Tick:
    at = across.at(when.toordinal())
    return Tick(at, label, "end" if at + _TICK_LABEL / 2 > WIDTH else "middle")


def days(moment: datetime) -> float:
    """Give a time as days, as the time scales count them."""
    return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440


def median(values: Sequence[float]) -> float | None:
    """Give the middle value, None of none."""
    ordered, half = sorted(values), len(values) // 2
    if not ordered:
        return None
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
