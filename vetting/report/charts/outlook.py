"""What the next post may bring: a range for each count, on one axis on which each step is ten times the one before."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report.charts.frame import Frame, Scale, Tick
from vetting.report.shape import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vetting.report.words import Words

COUNTED = ("views", "likes", "comments")
_ROW = 34
_LEFT, _RIGHT = 8, 340
TESTED = 10
"""With fewer forecasts of its past, a share of those that held says little."""
_NEEDED = ("p10", "p50", "p90")


@dataclass(frozen=True, slots=True)
class Range:
    """One count: its words, and where its bar begins, has its middle and ends."""

    y: int
    start: float
    middle: float
    end: float
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class OutlookChart:
    """Everything that the template draws."""

    frame: Frame
    ranges: list[Range]
    x_ticks: list[Tick]
    summary: str
    tested: str


def outlook_chart(rows: Sequence[dict[str, Any]], words: Words) -> OutlookChart | None:
    """Give the chart of one account's rows, one of each count, or None where nothing was forecast."""
    known = {row.get("counted"): row for row in rows if all(number(row.get(key)) is not None for key in _NEEDED)}
    told = [(counted, known[counted]) for counted in COUNTED if counted in known]
    if not told:
        return None
    bottom = _ROW * len(told) + 8
    frame = Frame(height=bottom + 24, left=_LEFT, right=_RIGHT, top=0, bottom=bottom)
    ticks = _ticks([_log(row[key]) for _, row in told for key in ("p10", "p90")])
    across = frame.across(ticks[0], ticks[-1])
    return OutlookChart(
        frame=frame,
        ranges=[_range(place, counted, row, across, words) for place, (counted, row) in enumerate(told)],
        x_ticks=[_tick(power, across, ticks, words) for power in ticks],
        summary=words.say("charts.outlook.summary"),
        tested=_tested(told, words),
    )


def _log(value: float) -> float:
    return math.log10(max(value, 1.0))


def _ticks(logs: Sequence[float]) -> list[int]:
    """Powers of ten around all ranges, at least one step apart."""
    low = math.floor(min(logs))
    return list(range(low, max(math.ceil(max(logs)), low + 1) + 1))


def _tick(power: int, across: Scale, ticks: Sequence[int], words: Words) -> Tick:
    anchor = "start" if power == ticks[0] else "end" if power == ticks[-1] else "middle"
    return Tick(across.at(power), words.compact(10**power), anchor)


def _range(place: int, counted: str, row: dict[str, Any], across: Scale, words: Words) -> Range:
    low, middle, high = (row[key] for key in _NEEDED)
    shown = {
        name: _count(value, words) for name, value in zip(("low", "middle", "high"), (low, middle, high), strict=True)
    }
    name = words.say(f"charts.outlook.{counted}")
    text = words.say("charts.outlook.range", **shown)
    return Range(_ROW * place, across.at(_log(low)), across.at(_log(middle)), across.at(_log(high)), name, text)


def _count(value: float, words: Words) -> str:
    """Two figures are all that a forecast deserves."""
    digits = 2 - len(str(round(abs(value))))
    rounded = round(value, min(0, digits))
    return words.number(rounded)


def _tested(told: Sequence[tuple[str, dict[str, Any]]], words: Words) -> str:
    """How often such ranges held on the account's own earlier posts."""
    held = []
    for counted, row in told:
        inside, tested = number(row.get("inside")), number(row.get("tested"))
        if inside is not None and (tested or 0) >= TESTED:
            name = words.say(f"charts.outlook.{counted}").lower()
            held.append(
                words.say("charts.outlook.held", share=words.percent(inside, 0), name=name, n=words.number(tested))
            )
    return words.say("charts.outlook.tested", held=", ".join(held)) if held else ""
