"""What drives the risk: bars that go up and down from where every creator starts to where this one stands."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report.charts.frame import Scale
from vetting.report.charts.labels import LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vetting.report.words import Words

SHOWN = 8
SLIGHT = 0.05
"""Drivers that move the odds by less than about 5 % stand together in one bar."""
_BAR, _ROOM, _TOP = 10, 9, 22
_LEFT, _RIGHT = 6, 290
_LABEL, _LINES = 50, 3
_NEVER = 700.0
"""Log-odds beyond which no figure could be written."""
TWO, TEN = 1.5, 9.95
"""From these factors on one decimal is enough, and none."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: the lines of its label, where its bar starts and ends, its figure; `way` is `up`, `down` or `stand`."""

    lines: tuple[str, ...]
    y: float
    start: float
    end: float
    figure: str
    way: str
    text: str

    @property
    def x(self) -> float:
        """The left edge of the bar."""
        return min(self.start, self.end)

    @property
    def width(self) -> float:
        """Its width, wide enough to be seen."""
        return round(max(abs(self.end - self.start), 0.8), 1)

    @property
    def bar_y(self) -> float:
        """The upper edge of the bar, under its label."""
        return self.y + LINE * len(self.lines) + 2

    @property
    def height(self) -> float:
        """Height of label, bar and the room under it."""
        return LINE * len(self.lines) + 2 + _BAR + _ROOM


@dataclass(frozen=True, slots=True)
class DriversChart:
    """Everything that the template draws; with no known start, `base_x` is where the bars begin."""

    bars: list[Bar]
    height: float
    base_x: float
    summary: str


def odds(contribution: float, words: Words) -> str:
    """Say by what a contribution in log-odds multiplies the odds: 0.69 about doubles them."""
    factor = math.exp(min(contribution, _NEVER))
    digits = 0 if factor >= TEN or not contribution else 1 if factor >= TWO else 2
    return words.say("charts.drivers.odds", factor=words.number(factor, digits))


def drivers_chart(
    drivers: Sequence[dict[str, Any]], base: float | None, score: float | None, words: Words
) -> DriversChart | None:
    """Give the chart of the drivers (log-odds), the largest first and the small ones in one bar, or None of none."""
    known = [driver for driver in drivers if driver["contribution"] is not None]
    if not known:
        return None
    rows = _rows(known, words)
    scale = _scale([change for _, change, _ in rows], base or 0.0)
    bars = _bars(rows, base or 0.0, scale, score, words)
    return DriversChart(bars, bars[-1].y + bars[-1].height, scale.at(base or 0.0), _summary(known, score, words))


def _rows(known: Sequence[dict[str, Any]], words: Words) -> list[tuple[str, float, str]]:
    ordered = sorted(known, key=lambda driver: (-abs(driver["contribution"]), driver["signal"] or ""))
    large = [driver for driver in ordered[:SHOWN] if abs(driver["contribution"]) >= SLIGHT]
    shown = large if len(ordered) > len(large) + 1 else ordered[: len(large) + 1]
    rest = [driver["contribution"] for driver in ordered[len(shown) :]]
    rows = [(_label(driver), driver["contribution"], driver["text"] or "") for driver in shown]
    return [*rows, (words.count("charts.drivers.rest", len(rest)), sum(rest), "")] if rest else rows


def _label(driver: dict[str, Any]) -> str:
    return str(driver["label"] or driver["signal"] or "")


def _scale(changes: Sequence[float], base: float) -> Scale:
    places = [base]
    for change in changes:
        places.append(places[-1] + change)
    return Scale(min(places), max(places), _LEFT, _RIGHT)


def _bars(
    rows: Sequence[tuple[str, float, str]], base: float, scale: Scale, score: float | None, words: Words
) -> list[Bar]:
    start = words.say("charts.drivers.base")
    bars = [Bar((start,), _TOP, scale.at(base), scale.at(base), odds(0.0, words), "stand", start)]
    total = base
    for label, change, text in rows:
        bars.append(_bar((label, change, text), bars[-1].y + bars[-1].height, total, scale, words))
        total += change
    end = words.say("charts.drivers.total" if score is None else "charts.drivers.scored", score=words.number(score))
    last = bars[-1].y + bars[-1].height
    return [*bars, Bar((end,), last, scale.at(total), scale.at(total), odds(total - base, words), "stand", end)]


def _bar(row: tuple[str, float, str], y: float, total: float, scale: Scale, words: Words) -> Bar:
    label, change, text = row
    way = "up" if change > 0 else "down"
    lines = tuple(textwrap.wrap(label, _LABEL, max_lines=_LINES, placeholder=" \N{HORIZONTAL ELLIPSIS}"))
    return Bar(lines, y, scale.at(total), scale.at(total + change), odds(change, words), way, text or label)


def _summary(known: Sequence[dict[str, Any]], score: float | None, words: Words) -> str:
    up = sum(driver["contribution"] > 0 for driver in known)
    said = words.say("charts.drivers.summary", up=up, down=len(known) - up)
    return said if score is None else f"{said} {words.say('charts.drivers.stands', score=words.number(score))}"
