"""Followers of one account over time, with the days marked on which they broke."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from vetting.report.charts import sample
from vetting.report.charts.frame import Frame, Scale, Tick, days, median, nice_ticks, time_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vetting.report.words import Words

POINTS = 300
BREAKS = 6
_FRAME = Frame(top=22)
_CROWDED = 16.0

Point = tuple[datetime, float]
Break = tuple[datetime, float, bool | None]


@dataclass(frozen=True, slots=True)
class Mark:
    """One break: its place, its number in the notes, and what it says; neighbors share the first one's label."""

    x: float
    number: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FollowersChart:
    """Everything that the template draws."""

    frame: Frame
    paths: list[str]
    bridges: list[str]
    x_ticks: list[Tick]
    y_ticks: list[Tick]
    marks: list[Mark]
    more_breaks: int
    summary: str
    starts_at_zero: bool


def followers_chart(points: Sequence[Point], breaks: Sequence[Break], words: Words) -> FollowersChart | None:
    """Give the chart of at least two points in time order, or None where there is nothing to draw."""
    if len(points) < 2:  # noqa: PLR2004 # a line needs two ends
        return None
    counts = [count for _, count in points]
    ticks = nice_ticks(min(counts), max(counts))
    across = _FRAME.across(days(points[0][0]), days(points[-1][0]))
    up = _FRAME.up(ticks[0], ticks[-1])
    stretches = _stretches(points)
    kept = _largest(breaks)
    return FollowersChart(
        frame=_FRAME,
        paths=[_path(_thin(stretch, len(points)), across, up) for stretch in stretches],
        bridges=[_path([before[-1], after[0]], across, up) for before, after in pairwise(stretches)],
        x_ticks=time_ticks(across, words.lang),
        y_ticks=[Tick(up.at(value), words.compact(value)) for value in ticks],
        marks=_marks(kept, across, words),
        more_breaks=len(breaks) - len(kept),
        summary=_summary(points, words),
        starts_at_zero=ticks[0] == 0,
    )


def _stretches(points: Sequence[Point]) -> list[list[Point]]:
    """Split where nothing was seen for longer than three usual steps."""
    steps = [days(after) - days(before) for (before, _), (after, _) in pairwise(points)]
    usual = 3 * max(1.0, median(steps) or 1.0)
    stretches = [[points[0]]]
    for step, point in zip(steps, points[1:], strict=True):
        if step > usual:
            stretches.append([])
        stretches[-1].append(point)
    return stretches


def _thin(stretch: list[Point], of_all: int) -> list[Point]:
    most = max(2, POINTS * len(stretch) // max(POINTS, of_all))
    return sample.extremes(stretch, most, lambda point: point[1])


def _path(points: Sequence[Point], across: Scale, up: Scale) -> str:
    places = [f"{across.at(days(when)):g},{up.at(count):g}" for when, count in points]
    return "M" + "L".join(places if len(places) > 1 else places * 2)


def _largest(breaks: Sequence[Break]) -> list[Break]:
    return sorted(sorted(breaks, key=lambda one: (-abs(one[1]), one[0]))[:BREAKS])


def _marks(breaks: Sequence[Break], across: Scale, words: Words) -> list[Mark]:
    """Number the breaks by date; where they crowd, the first carries the label of all: 2-4."""
    places = [across.at(days(when)) for when, _, _ in breaks]
    crowds: list[list[int]] = []
    for number, x in enumerate(places):
        if crowds and x - places[crowds[-1][0]] < _CROWDED:
            crowds[-1].append(number)
        else:
            crowds.append([number])
    labels = {crowd[0]: _label(crowd) for crowd in crowds}
    return [
        Mark(places[number], number + 1, labels.get(number, ""), _break_text(one, words))
        for number, one in enumerate(breaks)
    ]


def _label(crowd: list[int]) -> str:
    return f"{crowd[0] + 1}" if len(crowd) == 1 else f"{crowd[0] + 1}\N{EN DASH}{crowd[-1] + 1}"


def _break_text(one: Break, words: Words) -> str:
    when, change, with_engagement = one
    engagement = words.known("charts.break", {True: "with", False: "without", None: "unseen"}[with_engagement])
    day = words.date(when)
    return words.say("charts.break.line", day=day, change=words.signed_percent(change), engagement=engagement)


def _summary(points: Sequence[Point], words: Words) -> str:
    (first_day, first), (last_day, last) = points[0], points[-1]
    return words.say(
        "charts.followers.summary",
        first=words.number(first),
        last=words.number(last),
        first_day=words.date(first_day),
        last_day=words.date(last_day),
    )
