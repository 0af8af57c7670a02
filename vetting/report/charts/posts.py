"""Engagement of each post of one account over time, against its own history and against its cohort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vetting.report import forms, readings
from vetting.report.charts import sample
from vetting.report.charts.frame import (
    Frame,
    Scale,
    Tick,
    days,
    median,
    nice_ticks,
    percent_decimals,
    quantile,
    time_ticks,
)
from vetting.report.charts.labels import Label, Points, apart, points

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from vetting.report.words import Words

POINTS = 400
BANDED = 10
"""From so many posts on, the range in which eight in ten of them lie is drawn."""
YEAR = 366
_FRAME = Frame(left=48, right=277)
_SPAN = 9
"""Characters of a range that fit beside the drawing; a longer one takes two lines."""
"""Beside the plot there is room for the labels of its lines."""
_ROOM = 5
"""The axis reaches this many medians high; what lies above is drawn at its edge and counted."""


class Post(NamedTuple):
    """One post: when, its engagement rate (a share), whether it is known to be sponsored."""

    when: datetime
    rate: float
    sponsored: bool


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual elsewhere: the median of a cohort, or where its accounts are too few a published band."""

    by: str = "followers"
    rate: float | None = None
    cohort: str = ""
    peers: int = 0
    low: float | None = None
    high: float | None = None
    source: str = ""
    date: str = ""

    @property
    def published(self) -> tuple[float, float] | None:
        """The band, where there is one and no median of peers."""
        return None if self.rate is not None or self.low is None or self.high is None else (self.low, self.high)

    @property
    def top(self) -> float:
        """The highest value that must be on the axis."""
        return max(self.rate or 0.0, self.published[1] if self.published else 0.0)


@dataclass(frozen=True, slots=True)
class Band:
    """A range across the plot: its upper edge and its height."""

    y: float
    height: float


@dataclass(frozen=True, slots=True)
class PostsChart:
    """Everything that the template draws."""

    frame: Frame
    layers: list[Points]
    x_ticks: list[Tick]
    y_ticks: list[Tick]
    own_y: float
    own_band: Band | None
    usual_y: float | None
    usual_band: Band | None
    labels: list[Label]
    paid: bool
    summary: str
    above: int
    left_out: int


def posts_chart(posts: Sequence[Post], usual: Usual, words: Words) -> PostsChart | None:
    """Give the chart of at least two posts in time order, or None where there is nothing to draw."""
    if len(posts) < 2:  # noqa: PLR2004 # one post is no course
        return None
    rates = [post.rate for post in posts]
    own = median(rates) or 0.0
    eight = (quantile(rates, 0.1), quantile(rates, 0.9)) if len(rates) >= BANDED else None
    ticks = nice_ticks(0, _ceiling(max(rates), own, usual, eight))
    across, up = _FRAME.across(days(posts[0].when), days(posts[-1].when)), _FRAME.up(0, ticks[-1])
    paid, others = _thin(posts)
    return PostsChart(
        frame=_FRAME,
        layers=[*_layers(others, "own-post", across, up, words), *_layers(paid, "paid-post", across, up, words)],
        x_ticks=time_ticks(across, words.lang),
        y_ticks=[Tick(up.at(value), words.percent(value, percent_decimals(ticks))) for value in ticks],
        own_y=up.at(own),
        own_band=_band(eight, up),
        usual_y=None if usual.rate is None else up.at(usual.rate),
        usual_band=_band(usual.published, up),
        labels=_labels(own, eight, usual, up, words),
        paid=bool(paid),
        summary=_summary(len(posts), own, eight, usual, words),
        above=sum(rate > ticks[-1] for rate in rates),
        left_out=len(posts) - len(paid) - len(others),
    )


def _ceiling(highest: float, own: float, usual: Usual, eight: tuple[float, float] | None) -> float:
    room = min(highest, _ROOM * own) if own else highest
    return max(room, usual.top, eight[1] if eight else 0.0, 1e-6)


def _thin(posts: Sequence[Post]) -> tuple[list[Post], list[Post]]:
    """Keep sponsored posts before others: they are few, and what the reader looks for."""
    paid = sample.every([post for post in posts if post.sponsored], POINTS // 2)
    return paid, sample.every([post for post in posts if not post.sponsored], POINTS - len(paid))


def _layers(posts: Sequence[Post], kind: str, across: Scale, up: Scale, words: Words) -> list[Points]:
    """Inside the axis and above it: each has its shape."""
    fields = "MMMd" if across.high - across.low < YEAR else "yMMMd"
    parts: dict[str, list[tuple[float, float, str]]] = {kind: [], f"{kind}-above": []}
    for post in posts:
        name = f"{kind}-above" if post.rate > up.high else kind
        parts[name].append((across.at(days(post.when)), up.at(post.rate), _tip(post, fields, words)))
    return [points(name, marks) for name, marks in parts.items() if marks]


def _tip(post: Post, fields: str, words: Words) -> str:
    """What a post says when it is pointed at; the year only where the axis has more than one of each day."""
    day = forms.skeleton(words.lang, post.when.date(), fields)
    key = "charts.posts.paid_tip" if post.sponsored else "charts.posts.tip"
    return words.say(key, day=day, rate=words.percent(post.rate))


def _band(edges: tuple[float, float] | None, up: Scale) -> Band | None:
    if edges is None:
        return None
    low, high = up.at(edges[0]), up.at(edges[1])
    return Band(high, round(max(low - high, 1.0), 1))


def _span(edges: tuple[float, float], words: Words) -> tuple[str, ...]:
    """A range in as few characters as there is room for: 0.3-1.1%, both with the decimals that the higher deserves."""
    digits = forms.percent_digits(edges[1])
    low, high = (words.percent(edge, digits) for edge in edges)
    ends = f"{low.rstrip('%').rstrip()}\N{EN DASH}", high
    return ("".join(ends),) if len("".join(ends)) <= _SPAN else ends


def _labels(own: float, eight: tuple[float, float] | None, usual: Usual, up: Scale, words: Words) -> list[Label]:
    labels = [Label(up.at(own), (words.say("charts.posts.own"), words.percent(own)), "strong")]
    if eight:
        labels.append(Label(up.at(eight[1]), (words.say("charts.posts.eight"), *_span(eight, words)), "quiet"))
    if usual.rate is not None:
        labels.append(Label(up.at(usual.rate), (words.say("charts.posts.peers"), words.percent(usual.rate)), "plain"))
    elif usual.published:
        band = usual.published
        labels.append(Label(up.at(sum(band) / 2), (words.say("charts.posts.published"), *_span(band, words)), "plain"))
    return apart(labels, _FRAME.top - 12, _FRAME.bottom + 8)


def _summary(many: int, own: float, eight: tuple[float, float] | None, usual: Usual, words: Words) -> str:
    facts = {"rate": words.percent(own)}
    if eight:
        low, high = (words.percent(edge) for edge in eight)
        said = words.count("charts.posts.summary", many, low=low, high=high, **facts)
    else:
        said = words.count("charts.posts.summary_few", many, **facts)
    return f"{said} {_compared(usual, words)}"


def _compared(usual: Usual, words: Words) -> str:
    if usual.rate is not None:
        cohort = readings.cohort(usual.cohort, words)
        return words.count("charts.posts.compared", usual.peers, cohort=cohort, rate=words.percent(usual.rate))
    if not usual.published:
        return words.say("charts.posts.no_peers")
    low, high = (words.percent(edge) for edge in usual.published)
    when = words.say("charts.posts.undated") if usual.date in {"", "undated"} else usual.date
    return words.say("charts.posts.benchmark", low=low, high=high, source=usual.source, date=when)
