"""How each post did in the end: likes, comments, views and shares, honest and bought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.accounts import INSTAGRAM, TIKTOK
from vetting.simulate.draw import Flags, Floats, Ints, lognormal
from vetting.simulate.growth import Growth, fade, spread

if TYPE_CHECKING:
    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

SLOPE = 0.74
LEVEL = np.array([-2.9, -1.4, 0.2])
"""Log likes at no log followers, per platform."""
POST_FREEDOM, POST_SCALE, MEMORY = 5.3, 0.64, 0.88
"""A Student t whose normal part remembers the post before: with this memory the likes' lag-1 correlation is .745."""
COMMENTS_PER_LIKE, COMMENTS_BETWEEN, COMMENTS_WITHIN = 0.024, 0.78, 0.35
LIKES_PER_VIEW, VIEWS_BETWEEN, VIEWS_WITHIN = np.array([0.035, 0.045, 0.08]), 0.87, 0.23
MOST_LIKES_PER_VIEW = 0.6
POD = 5.0
"""Comments that a pod adds to a post."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """Per post, what it will have gathered once it is old; `views` and `shares` also where nobody shows them."""

    likes: Floats
    comments: Floats
    views: Floats
    shares: Floats


def engagement(
    scene: Scene, accounts: pl.DataFrame, calendar: Calendar, schemes: Schemes, growth: Growth
) -> Engagement:
    """Likes follow the real audience of the day; what was bought comes on top."""
    dice = scene.dice("engagement")
    who, day = calendar.account, np.floor(calendar.day).astype(np.int64)
    on = accounts["on"].to_numpy()
    lifts = _lifts(calendar, schemes)
    expected = LEVEL[on][who] + accounts["appeal"].to_numpy()[who] + lifts["likes"] + _mood(dice, calendar)
    honest = dice.poisson(np.exp(expected + SLOPE * np.log(growth.real[who, day]))).astype(np.float64)
    usual = LEVEL[on][who] + SLOPE * np.log(growth.shown[who, day])
    likes = honest + _bought_likes(dice, schemes.likes[who], usual)
    per_view = _per_view(dice, on)[who] * lognormal(dice, 1.0, VIEWS_WITHIN, len(who))
    per_like = _between(dice, COMMENTS_PER_LIKE, COMMENTS_BETWEEN, len(on))[who]
    per_like = per_like * lognormal(dice, 1.0, COMMENTS_WITHIN, len(who)) * np.exp(lifts["comments"])
    return Engagement(
        likes=likes,
        comments=dice.poisson(honest * per_like / (1 - schemes.comments[who]) + POD * (schemes.ring[who] >= 0)) * 1.0,
        views=np.ceil(honest * np.exp(lifts["views"]) / np.minimum(per_view, MOST_LIKES_PER_VIEW) + likes - honest),
        shares=np.where(on[who] == TIKTOK, dice.poisson(honest * lognormal(dice, 0.02, 0.6, len(who))), np.nan),
    )


def in_giveaway(calendar: Calendar, schemes: Schemes) -> Flags:
    """Which posts belong to a giveaway."""
    prize = schemes.events["giveaway"]
    since = calendar.day - prize.day[calendar.account]
    return np.asarray((since >= 0) & (since < np.ceil(prize.length)[calendar.account]), dtype=np.bool_)


def _mood(dice: Generator, calendar: Calendar) -> Floats:
    """Each post's own log luck: heavy-tailed, with a memory of the post before, wider for some accounts than others."""
    count = len(calendar.counts)
    state = dice.normal(size=count)
    walk = np.empty((count, int(calendar.counts.max())))
    for place in range(walk.shape[1]):
        state = MEMORY * state + np.sqrt(1 - MEMORY**2) * dice.normal(size=count)
        walk[:, place] = state
    tail = np.sqrt(POST_FREEDOM / dice.chisquare(POST_FREEDOM, len(calendar.account)))
    width = POST_SCALE * lognormal(dice, 1.0, 0.25, count)
    return width[calendar.account] * walk[calendar.account, calendar.place] * tail


def _lifts(calendar: Calendar, schemes: Schemes) -> dict[str, Floats]:
    """What events add to a post's log likes, log comments and log views."""
    who, day = calendar.account, np.floor(calendar.day)
    viral, press = _since(schemes, "viral", who, day), _since(schemes, "press", who, day)
    promoted = _since(schemes, "paid_promotion", who, day, even=True)
    prize = in_giveaway(calendar, schemes) * 1.0
    tired = np.where(schemes.events["dormant"].happened, schemes.events["dormant"].size, 0.0)[who]
    size = schemes.events["viral"].size[who]
    return {
        "likes": viral * (1.0 + np.log1p(3 * size)) + 0.3 * press + 0.4 * prize + 0.2 * promoted - tired,
        "comments": 1.6 * prize - 0.2 * promoted,
        "views": 1.0 * promoted + 0.2 * viral,
    }


def _since(schemes: Schemes, name: str, who: Ints, day: Floats, *, even: bool = False) -> Floats:
    """An event's presence on each post's day: 1 at its height."""
    event = schemes.events[name]
    theirs = type(event)(event.day[who], event.size[who], event.length[who])
    weight = (spread if even else fade)(theirs, day[:, None])[:, 0]
    return weight * (np.ceil(theirs.length) if even else 1 / (1 - np.exp(-1 / theirs.length)))


def _bought_likes(dice: Generator, strength: Floats, usual: Floats) -> Floats:
    """An even portion on most posts, such as a full audience of that size would give."""
    order = dice.random(len(strength)) < np.where(strength > 0, 0.85, 0.0)
    return np.floor(order * strength * np.exp(usual) * lognormal(dice, 1.0, 0.18, len(strength)))


def _between(dice: Generator, median: float, spread: float, accounts: int) -> Floats:
    return lognormal(dice, median, spread, accounts)


def _per_view(dice: Generator, on: Ints) -> Floats:
    """Likes per view of each account: they differ widely."""
    return LIKES_PER_VIEW[on] * _between(dice, 1.0, VIEWS_BETWEEN, len(on))


def shows_views(on: Ints, kind: Ints, stills: Ints) -> Flags:
    """Whether the platform shows views of a post: Instagram does not for pictures."""
    shown: Flags = ~((on == INSTAGRAM) & np.isin(kind, stills))
    return shown
