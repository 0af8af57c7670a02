"""Scales, ticks and the plot area that the charts share. Units are those of a viewBox 360 wide."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from vetting.report import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 360
_STEPS_IN_MONTHS = (1, 2, 3, 6, 12, 24, 48, 120)
_LAST_DAY = date.max.toordinal()
_TICK_LABEL = 71.0
"""Room for a month and a year where type is largest."""


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
    first, last = (date.fromordinal(min(max(int(edge), 1), _LAST_DAY)) for edge in (across.low, across.high))
    days = _month_starts(first, last, across)
    fields = "y" if all(when.month == 1 for when in days) else "yMMM"
    ticks = [_tick(across, when, forms.skeleton(lang, when, fields)) for when in days]
    if len(ticks) > 1 and _reach(ticks[-2])[1] >= _reach(ticks[-1])[0]:
        ticks.pop()
    if len(ticks) > 1:
        return ticks
    fields = "MMMd" if first.year == last.year else "yMMMd"  # an axis needs two labels
    return [_tick(across, when, forms.skeleton(lang, when, fields)) for when in sorted({first, last})]


def _month_starts(first: date, last: date, across: Scale) -> list[date]:
    """As many first days of months as have room for their labels, from January on or half a step later; else none."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    starts = [date(month // 12, month % 12 + 1, 1) for month in months]
    inside = [when for when in starts if first <= when <= last]
    for step, phase in ((months, start) for months in _STEPS_IN_MONTHS for start in (0, months // 2)):
        chosen = [when for when in inside if (when.year * 12 + when.month - 1) % step == phase]
        places = [across.at(when.toordinal()) for when in chosen]
        if len(chosen) > 1 and all(after - before >= _TICK_LABEL for before, after in pairwise(places)):
            return chosen
    return []


def _tick(across: Scale, when: date, label: str) -> Tick:
    at = across.at(when.toordinal())
    return Tick(at, label, "end" if at + _TICK_LABEL / 2 > WIDTH else "middle")


def _reach(tick: Tick) -> tuple[float, float]:
    """From where to where a label goes."""
    start = {"middle": tick.at - _TICK_LABEL / 2, "end": tick.at - _TICK_LABEL}[tick.anchor]
    return start, start + _TICK_LABEL


def days(moment: datetime) -> float:
    """Give a time as days, as the time scales count them."""
    return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440


def median(values: Sequence[float]) -> float | None:
    """Give the middle value, None of none."""
    return quantile(values, 0.5) if values else None


def quantile(values: Sequence[float], share: float) -> float:
    """Give the value below which `share` of the values lie, between the two that are nearest; asks for one at least."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
