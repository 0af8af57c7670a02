"""Engagement of each post of one account over time, against its own median and that of its cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from vetting.report.charts import sample
from vetting.report.charts.frame import Frame, Scale, Tick, days, median, nice_ticks, percent_decimals, time_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from vetting.report.words import Words

POINTS = 400
_FRAME = Frame()
_ROOM = 5
"""The axis reaches this many medians high; what lies above is drawn at its edge and counted."""

_SHAPES = {
    (False, False): '<circle cx="{x}" cy="{y}" r="2.2">{title}</circle>',
    (False, True): '<path d="M{x},{y}m0,-7l3.6,6h-7.2z">{title}</path>',
    (True, False): '<path d="M{x},{y}m0,-5l4.4,5l-4.4,5l-4.4,-5z">{title}</path>',
    (True, True): '<path d="M{x},{y}m0,-8l5,8h-10z">{title}</path>',
}
"""How a post is drawn: whether it is sponsored, whether it lies above the axis."""


class Post(NamedTuple):
    """One post: when, its engagement rate (a share), whether it is known to be sponsored."""

    when: datetime
    rate: float
    sponsored: bool


class PostsChart(NamedTuple):
    """Everything that the template draws; the marks are SVG already, for there are hundreds of them."""

    frame: Frame
    own_marks: Markup
    paid_marks: Markup
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
    paid, others = _thin(posts)
    return PostsChart(
        frame=_FRAME,
        own_marks=_marks(others, across, up, words),
        paid_marks=_marks(paid, across, up, words),
        x_ticks=time_ticks(across, words.lang),
        y_ticks=[Tick(up.at(value), words.percent(value, percent_decimals(ticks))) for value in ticks],
        own_y=up.at(own),
        cohort_y=None if cohort_rate is None else up.at(cohort_rate),
        own=words.percent(own),
        cohort=None if cohort_rate is None else words.percent(cohort_rate),
        summary=_summary(posts, words),
        above=sum(post.rate > ticks[-1] for post in posts),
        left_out=len(posts) - len(paid) - len(others),
    )


def _ceiling(posts: Sequence[Post], own: float, cohort_rate: float | None) -> float:
    highest = max(post.rate for post in posts)
    return max(min(highest, _ROOM * own) if own else highest, cohort_rate or 0.0, 1e-6)


def _thin(posts: Sequence[Post]) -> tuple[list[Post], list[Post]]:
    """Keep sponsored posts before others: they are few, and what the reader looks for."""
    paid = sample.every([post for post in posts if post.sponsored], POINTS // 2)
    return paid, sample.every([post for post in posts if not post.sponsored], POINTS - len(paid))


def _marks(posts: Sequence[Post], across: Scale, up: Scale, words: Words) -> Markup:
    return Markup("\n".join(_mark(post, across, up, words) for post in posts))  # noqa: S704 # each text in it is escaped


def _mark(post: Post, across: Scale, up: Scale, words: Words) -> str:
    title = f"<title>{escape(f'{words.date(post.when)}: {words.percent(post.rate)}')}</title>"
    shape = _SHAPES[post.sponsored, post.rate > up.high]
    return shape.format(x=across.at(days(post.when)), y=up.at(post.rate), title=title)


def _summary(posts: Sequence[Post], words: Words) -> str:
    paid, others = ([post.rate for post in posts if post.sponsored is kind] for kind in (True, False))
    if paid and others:
        return words.say(
            "charts.posts.summary_both",
            paid=words.number(len(paid)),
            paid_rate=words.percent(median(paid)),
            others=words.number(len(others)),
            others_rate=words.percent(median(others)),
        )
    key = "charts.posts.summary_paid" if paid else "charts.posts.summary_none"
    return words.count(key, len(posts), rate=words.percent(median(paid or others)))
