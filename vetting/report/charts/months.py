"""Sponsored and other posts of one account by month, stacked, and how the sponsored ones do."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from vetting.report import forms
from vetting.report.charts.frame import Frame, Scale, Tick, days, median, time_ticks
from vetting.report.shape import number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from vetting.report.charts.posts import Post
    from vetting.report.words import Words

SHOWN = 24
"""The latest months that are drawn."""
LABELLED = 14
"""With more months than this there is no room for a number above each."""
_FRAME = Frame(height=168, bottom=144)
_NARROW, _YEAR = 27, 364
"""Days of a bar, short of the shortest month, and of an axis at least."""


class Month(NamedTuple):
    """Posts of one month; `unknown`: nobody says whether they are sponsored. `labelled` and `said` may overlap."""

    first: datetime
    posts: int
    sponsored: int
    unknown: int
    labelled: int
    said: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: the left edge, the heights of its parts from below, the number above it, what it says."""

    x: float
    paid: float
    other: float
    unknown: float
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class MonthsChart:
    """Everything that the template draws."""

    frame: Frame
    width: float
    bars: list[Bar]
    x_ticks: list[Tick]
    y_ticks: list[Tick]
    numbered: bool
    unknown: bool
    summary: str
    notes: list[str]


def months(rows: Sequence[dict[str, Any]]) -> list[Month]:
    """Read the rows of a series, in time order; a month without a count of posts is left out."""
    read = []
    for row in rows:
        first = forms.moment(row.get("month"))
        posts, *parts = (
            int(number(row.get(key)) or 0) for key in ("posts", "sponsored", "unknown", "labelled", "said")
        )
        if first and posts > 0:
            read.append(Month(first, posts, *parts))
    return sorted(read)


def months_chart(
    seen: Sequence[Month], posts: Sequence[Post], ratio: dict[str, Any], words: Words
) -> MonthsChart | None:
    """Give the chart of at least one month, or None; `ratio`: the reading of sponsored against other posts."""
    if not seen:
        return None
    drawn = seen[-SHOWN:]
    across = _across(drawn)
    width = round(across.at(across.low + _NARROW) - across.at(across.low), 1)
    ticks = _whole(max(month.posts for month in drawn))
    up = Scale(0, ticks[-1], 0, _FRAME.bottom - _FRAME.top)
    bars = [_bar(month, across, up, len(drawn) <= LABELLED, words) for month in drawn]
    return MonthsChart(
        frame=_FRAME,
        width=width,
        bars=bars,
        x_ticks=time_ticks(across, words.lang),
        y_ticks=[Tick(round(_FRAME.bottom - up.at(tick), 1), words.number(tick)) for tick in ticks],
        numbered=any(bar.label for bar in bars),
        unknown=any(month.unknown for month in drawn),
        summary=_summary(seen, words),
        notes=[note for note in (_engagement(posts, ratio, words), *_notes(seen, words)) if note],
    )


def _across(drawn: Sequence[Month]) -> Scale:
    """From the first day of the first month to the last of the last; one month alone is no wider than twelve."""
    newest = drawn[-1].first
    first, last = days(drawn[0].first), days(newest) + monthrange(newest.year, newest.month)[1] - 1
    return _FRAME.across(max(1.0, min(first, last - _YEAR)), last)


def _whole(most: int) -> list[int]:
    """Round whole numbers from 0 that reach `most`, five of them at most."""
    steps = (part * 10**power for power in range(12) for part in (1, 2, 5))
    step = next(step for step in steps if 4 * step >= most)
    return list(range(0, most + step, step))


def _bar(month: Month, across: Scale, up: Scale, labelled: bool, words: Words) -> Bar:  # noqa: FBT001 # room for numbers
    paid, unknown = min(month.sponsored, month.posts), min(month.unknown, month.posts)
    other = max(0, month.posts - paid - unknown)
    facts = {"paid": words.number(paid), "unknown": words.number(unknown)}
    name = forms.skeleton(words.lang, month.first, "yMMMM")
    text = words.count(
        "charts.months.bar_unknown" if unknown else "charts.months.bar", month.posts, month=name, **facts
    )
    label = words.number(paid) if paid and labelled else ""
    return Bar(across.at(days(month.first)), up.at(paid), up.at(other), up.at(unknown), label, text)


def _summary(seen: Sequence[Month], words: Words) -> str:
    posts, paid, unknown = (sum(column) for column in list(zip(*seen, strict=True))[1:4])
    if not paid:
        said = words.count("charts.months.none", posts)
    else:
        said = words.count("charts.months.summary", paid, posts=words.number(posts), share=words.percent(paid / posts))
    return f"{said} {words.count('charts.months.unknown', unknown)}" if unknown else said


def _engagement(posts: Sequence[Post], ratio: dict[str, Any], words: Words) -> str:
    """Sponsored against other posts: both medians, how many they are, and whether that is enough to say anything."""
    paid, others = ([post.rate for post in posts if post.sponsored is kind] for kind in (True, False))
    if not paid or not others:
        return ""
    medians = words.say(
        "charts.months.medians",
        paid=words.number(len(paid)),
        paid_rate=words.percent(median(paid)),
        others=words.number(len(others)),
        others_rate=words.percent(median(others)),
    )
    return f"{medians} {_verdict(ratio, words)}"


def _verdict(ratio: dict[str, Any], words: Words) -> str:
    value, low, high = ratio.get("reading"), ratio.get("low"), ratio.get("high")
    if ratio.get("outcome") != "measured" or value is None or low is None or high is None:
        return words.say("charts.months.too_few")
    kind = "less" if high < 1 else "more" if low > 1 else "chance"
    spread = {"ratio": words.plain(value), "low": words.plain(low), "high": words.plain(high)}
    return words.say(f"charts.months.{kind}", **spread)


def _notes(seen: Sequence[Month], words: Words) -> list[str]:
    labelled, said = (sum(column) for column in list(zip(*seen, strict=True))[4:6])
    paid = sum(month.sponsored for month in seen)
    how = words.say("charts.months.how", labelled=words.number(labelled), said=words.number(said)) if paid else ""
    both = words.say("charts.months.both") if labelled + said > paid else ""
    return [how, both, words.count("charts.months.older", len(seen) - SHOWN) if len(seen) > SHOWN else ""]
