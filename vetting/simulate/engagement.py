"""How each post did in the end: likes, comments, views and shares, honest and bought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.accounts import INSTAGRAM, PLATFORMS, TIKTOK
from vetting.simulate.draw import Flags, Floats, Ints, happens, lognormal
from vetting.simulate.events import fade, spread
from vetting.simulate.scene import YEAR_DAYS

if TYPE_CHECKING:
    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.growth import Growth
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

MOST_LIKES_PER_VIEW = 0.6
MOST_LOG_LIKES = 21.0
"""More than a thousand million likes no post has, however lucky a style is."""
LATE_DAYS, PROMPT_DAYS = (2.0, 25.0), (0.0, 0.4)
"""After how long bought likes come, where they come late and where they don't."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """Per post, what it will have gathered once it is old; `views` and `shares` also where nobody shows them. Of the
    likes, `bought` were, and came `delay` days after the post.
    """  # noqa: D205 # the list of fields is one sentence

    likes: Floats
    bought: Floats
    delay: Floats
    comments: Floats
    views: Floats
    shares: Floats


def engagement(
    scene: Scene, accounts: pl.DataFrame, calendar: Calendar, schemes: Schemes, growth: Growth, moods: Floats
) -> Engagement:
    """Likes follow the lively audience of the day and each post's luck, `moods`; what was bought comes on top."""
    dice = scene.dice("engagement")
    style = scene.style.gathering
    who, day = calendar.account, np.floor(calendar.day).astype(np.int64)
    on = accounts["on"].to_numpy()
    lifts = _lifts(calendar, schemes)
    level = np.asarray(style.level)[on][who]
    slope = np.asarray(style.slope)[on][who]
    expected = (
        level
        + _trends(scene, dice, on)[who] * (calendar.day / scene.days - 0.5)
        + accounts["appeal"].to_numpy()[who]
        + lifts["likes"]
        + moods
    )
    lively = np.log(np.maximum(growth.active[who, day], 1.0))
    honest = dice.poisson(np.exp(np.minimum(expected + slope * lively, MOST_LOG_LIKES))).astype(np.float64)
    usual = level + slope * np.log(np.maximum(growth.shown[who, day], 1.0))
    bought, delay = _bought_likes(scene, dice, schemes, calendar, usual)
    per_view = np.asarray(style.likes_per_view)[on] * lognormal(dice, 1.0, style.views[0], len(on))
    per_view = per_view[who] * lognormal(dice, 1.0, style.views[1], len(who))
    with_views = np.maximum(lognormal(dice, 1.4, 0.5, len(on)), 1.0)[who]
    talk = honest * _per_like(scene, dice, calendar, on) * np.exp(lifts["comments"]) / (1 - schemes.comments[who])
    return Engagement(
        likes=honest + bought,
        bought=bought,
        delay=delay,
        comments=dice.poisson(talk + scene.style.inflating.pod * (schemes.ring[who] >= 0)) * 1.0,
        views=np.ceil(
            honest * np.exp(lifts["views"]) / np.minimum(per_view, MOST_LIKES_PER_VIEW) + bought * with_views
        ),
        shares=np.where(on[who] == TIKTOK, dice.poisson(honest * lognormal(dice, 0.02, 0.6, len(who))), np.nan),
    )


def in_giveaway(calendar: Calendar, schemes: Schemes) -> Flags:
    """Which posts belong to a giveaway."""
    prize = schemes.events["giveaway"]
    since = calendar.day - prize.day[calendar.account]
    return np.asarray((since >= 0) & (since < np.ceil(prize.length)[calendar.account]), dtype=np.bool_)


def _per_like(scene: Scene, dice: Generator, calendar: Calendar, on: Ints) -> Floats:
    """Comments per like of each post."""
    between, within = scene.style.gathering.comments_spread
    usual = np.asarray(scene.style.gathering.comments)[on]
    accounts = usual * lognormal(dice, 1.0, between, len(on))
    return accounts[calendar.account] * lognormal(dice, 1.0, within, len(calendar.account))


def _lifts(calendar: Calendar, schemes: Schemes) -> dict[str, Floats]:
    """What events add to a post's log likes, log comments and log views."""
    who, day = calendar.account, np.floor(calendar.day)
    viral, press = _since(schemes, "viral", who, day), _since(schemes, "press", who, day)
    promoted = _since(schemes, "paid_promotion", who, day, even=True)
    prize = in_giveaway(calendar, schemes) * 1.0
    change = schemes.events["format_change"]
    new = np.where(day >= change.day[who], change.size[who], 0.0)
    size = schemes.events["viral"].size[who]
    return {
        "likes": viral * (1.0 + np.log1p(3 * size)) + 0.3 * press + 0.4 * prize + 0.2 * promoted + new,
        "comments": 1.6 * prize - 0.2 * promoted - 0.3 * new,
        "views": 1.0 * promoted + 0.2 * viral - 0.4 * new,
    }


def _since(schemes: Schemes, name: str, who: Ints, day: Floats, *, even: bool = False) -> Floats:
    """An event's presence on each post's day: 1 at its height."""
    event = schemes.events[name]
    theirs = type(event)(event.day[who], event.size[who], event.length[who])
    weight = (spread if even else fade)(theirs, day[:, None])[:, 0]
    return weight * (np.ceil(theirs.length) if even else 1 / (1 - np.exp(-1 / theirs.length)))


def _trends(scene: Scene, dice: Generator, on: Ints) -> Floats:
    """How much each account's log likes change over the window: some with their platform, some alone."""
    together, alone = scene.style.gathering.trend
    yearly = dice.normal(0, together, len(PLATFORMS))[on] + dice.normal(0, alone, len(on))
    return yearly * scene.days / YEAR_DAYS


def _bought_likes(
    scene: Scene, dice: Generator, schemes: Schemes, calendar: Calendar, usual: Floats
) -> tuple[Floats, Floats]:
    """An even portion on most posts, such as a full audience of that size would give, and after how many days."""
    style = scene.style.inflating
    who, count = calendar.account, len(schemes.likes)
    strength = schemes.likes[who]
    began = np.where(happens(dice, style.likes_always, count), 0.0, dice.uniform(0.1, 0.9, count) * scene.days)[who]
    order = dice.random(len(who)) < np.where((strength > 0) & (calendar.day >= began), style.likes_posts, 0.0)
    portion = order * strength * np.exp(usual) * lognormal(dice, 1.0, style.likes_even, len(who))
    late = happens(dice, style.likes_late, count)[who]
    delay = np.where(late, dice.uniform(*LATE_DAYS, len(who)), dice.uniform(*PROMPT_DAYS, len(who)))
    return np.floor(portion), delay


def shows_views(on: Ints, kind: Ints, stills: Ints) -> Flags:
    """Whether the platform shows views of a post: Instagram does not for pictures."""
    shown: Flags = ~((on == INSTAGRAM) & np.isin(kind, stills))
    return shown
