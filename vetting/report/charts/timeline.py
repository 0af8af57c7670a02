"""Controversies on a time line: when published, how probably about this creator, and in what state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from vetting.report import forms
from vetting.report.charts.frame import WIDTH, Frame, Scale, Tick, days, time_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vetting.report.words import Words

SHOWN = 40
_FRAME = Frame()
_LEAST = timedelta(days=365)
_STATUSES = ("alleged", "denied", "confirmed", "resolved", "retracted")
_CROWDED = 13.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One record: its place, its number in the list, its status (the shape), what it says, where its number stands."""

    x: float
    y: float
    number: int
    status: str
    text: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Everything that the template draws; `statuses` are those that occur."""

    frame: Frame
    marks: list[Mark]
    x_ticks: list[Tick]
    y_ticks: list[Tick]
    statuses: list[str]
    undated: int
    summary: str


def timeline_chart(numbered: Sequence[dict[str, Any]], as_of: datetime | None, words: Words) -> TimelineChart | None:
    """Give the chart of the controversies, each with its `number`, or None where none has a date and a probability."""
    drawn = [(when, one) for one in numbered if (when := _when(one)) is not None]
    if not drawn:
        return None
    across, up = _across([when for when, _ in drawn], as_of), _FRAME.up(0, 1)
    marks = [_mark(when, one, (across, up), words) for when, one in drawn[:SHOWN]]
    return TimelineChart(
        frame=_FRAME,
        marks=_apart(marks),
        x_ticks=time_ticks(across, words.lang),
        y_ticks=[Tick(up.at(share), words.percent(share, 0)) for share in (0.0, 0.25, 0.5, 0.75, 1.0)],
        statuses=[status for status in (*_STATUSES, "unknown") if any(mark.status == status for mark in marks)],
        undated=len(numbered) - len(marks),
        summary=words.count("charts.timeline.summary", len(marks)),
    )


def _when(one: dict[str, Any]) -> datetime | None:
    return None if one["probability"] is None else forms.moment(one["published_at"])


def _across(times: Sequence[datetime], as_of: datetime | None) -> Scale:
    last = max([*times, as_of] if as_of else times)
    first = min([*times, last - _LEAST])
    room = (days(last) - days(first)) * 0.04
    return _FRAME.across(days(first) - room, days(last) + room)


def _mark(when: datetime, one: dict[str, Any], scales: tuple[Scale, Scale], words: Words) -> Mark:
    across, up = scales
    status = one["status"] if one["status"] in _STATUSES else "unknown"
    text = words.say(
        "charts.timeline.mark",
        number=one["number"],
        day=words.day(one["published_at"]),
        status=words.known("status", status),
        source=words.known("source_kind", one["source_kind"]),
        probability=words.percent(one["probability"]),
    )
    x, y = across.at(days(when)), up.at(one["probability"])
    ends = x + _CROWDED * 2 > WIDTH
    return Mark(x, y, one["number"], status, text, x - 8 if ends else x + 8, y, "end" if ends else "start")


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """Move a number up or down where it would cover another; the marks stay where they are."""
    placed: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.x, one.number)):
        placed.append(_free(mark, placed))
    return sorted(placed, key=lambda one: one.number)


def _free(mark: Mark, placed: Sequence[Mark]) -> Mark:
    near = [one.label_y for one in placed if mark.x - one.x < _CROWDED * 1.8]
    offers = [mark.y + way * _CROWDED * step for step in range(5) for way in (1, -1)]
    inside = [y for y in offers if _FRAME.top - 8 <= y <= _FRAME.bottom]
    free = next((y for y in inside if all(abs(y - other) >= _CROWDED for other in near)), mark.y)
    return replace(mark, label_y=round(free, 1))
