"""Engagement of each post of one account over time, against its own median and that of its cohort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from vetting.report.charts import sample
from vetting.report.charts.frame import Frame, Scale, Tick, days, median, nice_ticks, time_ticks
from vetting.report.words import Words

POINTS = 400
_FRAME = Frame()
_ROOM = 5
"""The axis reaches this many medians high; what lies above is drawn at its edge and counted."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post: when, its engagement rate (a share), whether it is known to be sponsored."""

    when: datetime
    rate: float
    sponsored: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One drawn post; `shape` is `paid`, `own`, or either with `-above` where it lies beyond the axis."""

    x: float
    y: float
    shape: str
    text: str


@dataclass(frozen=True, slots=True)
class PostsChart:
    """Everything that the template draws."""

    frame: Frame
    marks: list[Mark]
    x_ticks: list[Tick]
    y_ticks: list[Tick]
    own_y: float
    cohort_y: float | None
    own: str
    cohort: str | None
    summary: str
    above: int
    left_out: int


def posts_chart(posts: Sequence[Post], cohort_rate: float | None, words: Words) -> PostsChart | None:
    """Give the chart of at least two posts in time order, or None where there is nothing to draw."""
    if len(posts) < 2:  # noqa: PLR2004 # one post is no course
        return None
    own = median([post.rate for post in posts]) or 0.0
    ticks = nice_ticks(0, _ceiling(posts, own, cohort_rate))
    across = _FRAME.across(days(posts[0].when), days(posts[-1].when))
    up = _FRAME.up(0, ticks[-1])
    drawn = _thin(posts)
    return PostsChart(
        frame=_FRAME,
        marks=[_mark(post, across, up, words) for post in drawn],
        x_ticks=time_ticks(across, words.lang),
        y_ticks=[Tick(up.at(value), words.percent(value)) for value in ticks],
        own_y=up.at(own),
        cohort_y=None if cohort_rate is None else up.at(cohort_rate),
        own=words.percent(own),
        cohort=None if cohort_rate is None else words.percent(cohort_rate),
        summary=_summary(posts, words),
        above=sum(post.rate > ticks[-1] for post in posts),
        left_out=len(posts) - len(drawn),
    )


def _ceiling(posts: Sequence[Post], own: float, cohort_rate: float | None) -> float:
    highest = max(post.rate for post in posts)
    return max(min(highest, _ROOM * own) if own else highest, cohort_rate or 0.0, 1e-6)


def _thin(posts: Sequence[Post]) -> list[Post]:
    """Keep sponsored posts first: they are few, and what the reader looks for."""
    paid = sample.every([post for post in posts if post.sponsored], POINTS // 2)
    own = sample.every([post for post in posts if not post.sponsored], POINTS - len(paid))
    return sorted([*own, *paid], key=lambda post: (post.sponsored, post.when, post.rate))


def _mark(post: Post, across: Scale, up: Scale, words: Words) -> Mark:
    shape = ("paid" if post.sponsored else "own") + ("-above" if post.rate > up.high else "")
    kind = words.say("charts.posts.paid_short") if post.sponsored else ""
    text = f"{words.day(post.when.date().isoformat())}: {words.percent(post.rate)}{kind}"
    return Mark(across.at(days(post.when)), up.at(post.rate), shape, text)


def _summary(posts: Sequence[Post], words: Words) -> str:
    paid, others = ([post.rate for post in posts if post.sponsored is kind] for kind in (True, False))
    if paid and others:
        return words.say(
            "charts.posts.summary_both",
            paid=len(paid),
            paid_rate=words.percent(median(paid)),
            others=words.number(len(others)),
            others_rate=words.percent(median(others)),
        )
    key = "charts.posts.summary_paid" if paid else "charts.posts.summary_none"
    return words.count(key, len(posts), rate=words.percent(median(paid or others)))
