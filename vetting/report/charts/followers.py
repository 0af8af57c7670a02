"""Followers of one account over time, with the days marked on which they broke and why, as far as that was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from vetting.report.charts import sample
from vetting.report.charts.events import Event, Jump, events, head, told
from vetting.report.charts.frame import Frame, Scale, Tick, days, median, nice_ticks, time_ticks
from vetting.report.charts.labels import Points, path, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vetting.report.words import Words

POINTS = 240
BREAKS = 6
PURGES = 4
NOTHING = 1e-3
_FRAME = Frame(left=50, top=22)
_CROWDED = 16.0

Point = tuple[datetime, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """One event: where it begins and ends, its number in the notes, its words; a crowd shares the first one's label."""

    x: float
    end: float
    number: int
    label: str
    head: str
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
    purges: Points
    months: Points
    summary: str
    notes: list[str]


@dataclass(frozen=True, slots=True)
class Sudden:
    """What happened of a sudden: jumps, days on which the platform removed accounts (and what it cost), records."""

    jumps: Sequence[Jump] = ()
    purges: Sequence[tuple[datetime, float]] = ()
    records: Sequence[dict[str, Any]] = ()


def followers_chart(seen: Sequence[Point], sudden: Sudden, words: Words) -> FollowersChart | None:
    """Give the chart of at least two points in time order, or None where there is nothing to draw."""
    if len(seen) < 2:  # noqa: PLR2004 # a line needs two ends
        return None
    counts = [count for _, count in seen]
    ticks, labels = _ticks(min(counts), max(counts), words)
    across = _FRAME.across(days(seen[0][0]), days(seen[-1][0]))
    up = _FRAME.up(ticks[0], ticks[-1])
    stretches = _stretches(seen)
    found = [event for event in events(sudden.jumps) if seen[0][0] <= event.first and event.last <= seen[-1][0]]
    kept = sorted(sorted(found, key=lambda one: (-abs(one.change), one.first))[:BREAKS], key=lambda one: one.first)
    taken = {jump.when for event in found for jump in event.jumps}
    purges = [(when, lost) for when, lost in sudden.purges if when not in taken and seen[0][0] <= when <= seen[-1][0]]
    return FollowersChart(
        frame=_FRAME,
        paths=[_path(_thin(stretch, len(seen)), across, up) for stretch in stretches],
        bridges=[_path([before[-1], after[0]], across, up) for before, after in pairwise(stretches)],
        x_ticks=time_ticks(across, words.lang),
        y_ticks=[Tick(up.at(value), label) for value, label in zip(ticks, labels, strict=True)],
        marks=_marks(kept, across, sudden, words),
        more_breaks=len(found) - len(kept),
        purges=points("purge-day", [(across.at(days(one[0])), _FRAME.bottom, _lost(*one, words)) for one in purges]),
        months=points(
            "tips", [(across.at(days(when)), up.at(count), _said(when, count, words)) for when, count in _monthly(seen)]
        ),
        summary=_summary(seen, found, words),
        notes=_notes(purges, ticks[0] == 0, words),
    )


def _ticks(low: float, high: float, words: Words) -> tuple[list[float], list[str]]:
    """Round counts around the line; where short labels would cut them (1.25M to 1.2M), a wider axis, a flatter line."""
    for wanted in (4, 5, 6, 3):
        ticks = nice_ticks(low, high, wanted)
        if all(map(_short, ticks)):
            return ticks, [words.compact(value) for value in ticks]
    room = max(high - low, 1.0) / 2
    return _ticks(max(0.0, low - room), high + room, words)


def _short(value: float) -> bool:
    """Whether three figures or so give the whole count."""
    unit = 10.0 ** (3 * ((len(str(int(value))) - 1) // 3))
    return abs(round(value / unit, 1) * unit - value) < NOTHING


def _stretches(seen: Sequence[Point]) -> list[list[Point]]:
    """Split where nothing was seen for longer than three usual steps."""
    steps = [days(after) - days(before) for (before, _), (after, _) in pairwise(seen)]
    usual = 3 * max(1.0, median(steps) or 1.0)
    stretches = [[seen[0]]]
    for step, point in zip(steps, seen[1:], strict=True):
        if step > usual:
            stretches.append([])
        stretches[-1].append(point)
    return stretches


def _thin(stretch: list[Point], of_all: int) -> list[Point]:
    most = max(2, POINTS * len(stretch) // max(POINTS, of_all))
    return sample.extremes(stretch, most, lambda point: point[1])


def _path(stretch: Sequence[Point], across: Scale, up: Scale) -> str:
    places = [(across.at(days(when)), up.at(count)) for when, count in stretch]
    return path(places if len(places) > 1 else places * 2)


def _monthly(seen: Sequence[Point]) -> list[Point]:
    """The first count of each month, and the last of all: what a reader can step through."""
    first = {(when.year, when.month): (when, count) for when, count in reversed(seen)}
    return [*reversed(first.values()), seen[-1]]


def _lost(when: datetime, lost: float, words: Words) -> str:
    return f"{words.date(when)} ({words.signed(lost, 0)})"


def _said(when: datetime, count: float, words: Words) -> str:
    return words.count("charts.followers.point", count, day=words.date(when))


def _marks(kept: Sequence[Event], across: Scale, sudden: Sudden, words: Words) -> list[Mark]:
    """Number the events by date; where they crowd, the first carries the label of all: 2-4."""
    places = [across.at(days(event.first)) for event in kept]
    crowds: list[list[int]] = []
    for place, x in enumerate(places):
        if crowds and x - places[crowds[-1][-1]] < _CROWDED:
            crowds[-1].append(place)
        else:
            crowds.append([place])
    labels = {crowd[0]: "\N{EN DASH}".join(dict.fromkeys((str(crowd[0] + 1), str(crowd[-1] + 1)))) for crowd in crowds}
    purges = {when for when, _ in sudden.purges}
    return [
        Mark(
            x,
            across.at(days(event.last)),
            at + 1,
            labels.get(at, ""),
            head(event, words),
            told(event, purges, sudden.records, words),
        )
        for at, (x, event) in enumerate(zip(places, kept, strict=True))
    ]


def _summary(seen: Sequence[Point], found: Sequence[Event], words: Words) -> str:
    (first_day, first), (last_day, last) = seen[0], seen[-1]
    facts = {
        "first": words.number(first),
        "last": words.number(last),
        "first_day": words.date(first_day),
        "last_day": words.date(last_day),
        "change": words.signed_percent(last / first - 1) if first else words.texts["unknown"],
    }
    breaks = words.count("charts.followers.breaks", len(found)) if found else words.say("charts.break.none")
    return f"{words.say('charts.followers.summary', **facts)} {breaks}"


def _notes(purges: Sequence[tuple[datetime, float]], zero: bool, words: Words) -> list[str]:  # noqa: FBT001 # yes or no
    shown = ", ".join(_lost(*one, words) for one in purges[:PURGES])
    more = ", \N{HORIZONTAL ELLIPSIS}" if len(purges) > PURGES else ""
    notes = [words.count("charts.break.purges", len(purges), days=shown + more)] if shown else []
    return [*notes, *([] if zero else [words.say("charts.not_zero")])]
