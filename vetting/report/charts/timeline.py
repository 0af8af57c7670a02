"""Controversies on a time line: when published, by whom, how probably about this creator, and in what state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from vetting.report import forms
from vetting.report.charts.frame import WIDTH, Frame, Scale, Tick, days, time_ticks
from vetting.report.charts.labels import LINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vetting.report.words import Words

SHOWN = 40
NAMED = 8
"""Up to so many records, each has its kind of source written beside it."""
FEW = 3
OFFICIAL = frozenset({"regulator", "court"})
_FRAME = Frame(left=66)
_LOW_FRAME = Frame(height=150, left=66, bottom=126)
"""For few records: the same chart, less high."""
_LEAST = timedelta(days=365)
_STATUSES = ("alleged", "denied", "confirmed", "resolved", "retracted")
Box = tuple[float, float, float, float]
_LETTER = 7.0
"""About how wide a letter is where type is largest."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One record: its place, its number in the list, its status (the shape), what it says, where its label stands."""

    x: float
    y: float
    status: str
    official: bool
    text: str
    label: str
    label_x: float
    label_y: float
    anchor: str

    @property
    def box(self) -> Box:
        """From where to where its label goes, from left to right and from top to bottom."""
        wide = _LETTER * len(self.label)
        left = self.label_x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, left + wide, self.label_y - LINE / 2, self.label_y + LINE / 2


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Everything that the template draws; `statuses` are those that occur."""

    frame: Frame
    marks: list[Mark]
    x_ticks: list[Tick]
    y_ticks: list[Tick]
    sides: list[tuple[float, str]]
    statuses: list[str]
    official: bool
    undated: int
    summary: str


def timeline_chart(numbered: Sequence[dict[str, Any]], as_of: datetime | None, words: Words) -> TimelineChart | None:
    """Give the chart of the controversies, each with its `number`, or None where none has a date and a probability."""
    drawn = [(when, one) for one in numbered if (when := _when(one)) is not None][:SHOWN]
    if not drawn:
        return None
    frame = _LOW_FRAME if len(drawn) <= FEW else _FRAME
    across, up = _across([when for when, _ in drawn], as_of, frame), frame.up(0, 1)
    marks = [_mark(when, one, (across, up), len(drawn) <= NAMED, words) for when, one in drawn]
    return TimelineChart(
        frame=frame,
        marks=_apart(marks, frame),
        x_ticks=time_ticks(across, words.lang),
        y_ticks=[Tick(up.at(share), words.percent(share, 0)) for share in (0.0, 0.5, 1.0)],
        sides=_sides(frame, words),
        statuses=[status for status in (*_STATUSES, "unknown") if any(mark.status == status for mark in marks)],
        official=any(mark.official for mark in marks),
        undated=len(numbered) - len(marks),
        summary=_summary([one for _, one in drawn], words),
    )


def _when(one: dict[str, Any]) -> datetime | None:
    return None if one["probability"] is None else forms.moment(one["published_at"])


def _across(times: Sequence[datetime], as_of: datetime | None, frame: Frame) -> Scale:
    last = max([*times, as_of] if as_of else times)
    first = min([*times, last - _LEAST])
    room = (days(last) - days(first)) * 0.04
    return frame.across(days(first) - room, days(last) + room)


def _sides(frame: Frame, words: Words) -> list[tuple[float, str]]:
    """What the ends of the upright axis mean, in words under and above their figures."""
    sure, doubtful = words.say("charts.timeline.sure").split("|"), words.say("charts.timeline.doubtful").split("|")
    upper = [(frame.top + 4 + LINE * line, word) for line, word in enumerate(sure, 1)]
    return upper + [(frame.bottom + 4 - LINE * line, word) for line, word in enumerate(reversed(doubtful), 1)]


def _mark(when: datetime, one: dict[str, Any], scales: tuple[Scale, Scale], named: bool, words: Words) -> Mark:  # noqa: FBT001 # room for words
    across, up = scales
    status = one["status"] if one["status"] in _STATUSES else "unknown"
    source = words.known("source_kind", one["source_kind"])
    text = words.say(
        "charts.timeline.mark",
        number=one["number"],
        day=words.day(one["published_at"]),
        status=words.known("status", status),
        source=source,
        probability=words.percent(one["probability"]),
    )
    known = f"source_kind.{one['source_kind']}" in words.texts
    label = f"{one['number']} {source}" if named and known else str(one["number"])
    x, y = across.at(days(when)), up.at(one["probability"])
    return Mark(x, y, status, one["source_kind"] in OFFICIAL, text, label, x + 9, y, "start")


def _apart(marks: Sequence[Mark], frame: Frame) -> list[Mark]:
    """Put each label beside its mark where it covers neither another nor a mark; the marks stay where they are."""
    shapes = [(one.x - 7, one.x + 7, one.y - 7, one.y + 7) for one in marks]
    placed: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.x, one.y, one.label)):
        taken = [*shapes, *(one.box for one in placed)]
        offers = [
            replace(mark, label_x=round(x, 1), label_y=round(y, 1), anchor=anchor) for x, y, anchor in _offers(mark)
        ]
        inside = [one for one in offers if _inside(one.box, frame)] or offers[:1]
        free = (one for one in inside if not any(_meet(one.box, other) for other in taken))
        placed.append(next(free, inside[0]))
    return placed


def _offers(mark: Mark) -> Iterator[tuple[float, float, str]]:
    """Right of the mark, left of it, above, below, and further and further away; at an edge, away from the edge."""
    yield mark.x + 9, mark.y, "start"
    yield mark.x - 9, mark.y, "end"
    for step in range(12):
        for away in (-14 - LINE * step, 14 + LINE * step):
            yield mark.x, mark.y + away, "middle"
            yield mark.x - 6, mark.y + away, "start"
            yield mark.x + 6, mark.y + away, "end"


def _inside(box: Box, frame: Frame) -> bool:
    return box[0] >= frame.left and box[1] <= WIDTH and box[2] >= 0 and box[3] <= frame.bottom + LINE / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _summary(drawn: Sequence[dict[str, Any]], words: Words) -> str:
    """How many, from when to when, and how many of each status."""
    ordered = sorted(drawn, key=lambda one: str(one["status"]))
    states = {status: len(list(group)) for status, group in groupby(ordered, key=lambda one: one["status"])}
    said = [f"{words.number(states[one])} {words.known('status', one)}" for one in _STATUSES if one in states]
    unknown = len(drawn) - sum(states.get(one, 0) for one in _STATUSES)
    said += [f"{words.number(unknown)} {words.known('status', 'unknown')}"] if unknown else []
    times = sorted(str(one["published_at"]) for one in drawn)
    when = list(dict.fromkeys(words.day(time) for time in (times[0], times[-1])))
    span = words.between(*when) if len(when) > 1 else when[0]
    return words.count("charts.timeline.summary", len(drawn), span=span, states=", ".join(said))
