"""The exchange table `posts`: each post as it stood on each day that somebody looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.accounts import PLATFORMS
from vetting.simulate.draw import Floats, Ints, choose, happens, lognormal, numbered, texts
from vetting.simulate.engagement import Engagement, shows_views

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.scene import Scene

KINDS = ("video", "short", "image", "carousel")
STILLS = np.array([2, 3])
KIND_SHARES = np.array([[0.72, 0.28, 0.0, 0.0], [0.04, 0.32, 0.36, 0.28], [0.0, 0.96, 0.0, 0.04]])
"""Which kinds a platform has, by `PLATFORMS` and `KINDS`."""
APART_DAYS = 0.05
ORDER_DAYS = 0.3
"""How long an order of bought likes takes to be delivered."""


def posts(
    scene: Scene, accounts: pl.DataFrame, calendar: Calendar, written: pl.DataFrame, gathered: Engagement
) -> pl.DataFrame:
    """One row per post and look at it, one to three each; counts only grow, and no look is after `as_of`.

    `written` and `gathered` have one row per post of the calendar. Beyond the contract: `post`, the post's row there,
    and `last`, whether it is the post's latest look.
    """
    dice = scene.dice("posts")
    kind = choose(dice, KIND_SHARES[accounts["on"].to_numpy()[calendar.account]])
    post, age = _looks(scene, dice, calendar)
    who = calendar.account[post]
    on = accounts["on"].to_numpy()[who]
    pace = np.asarray(scene.style.gathering.ripening)[on] * lognormal(dice, 1.0, 0.3, len(kind))[post]
    ripe = 1 - np.exp(-((age / pace) ** scene.style.gathering.early))
    came = np.clip((age - gathered.delay[post]) / ORDER_DAYS, 0.0, 1.0)
    likes = (gathered.likes - gathered.bought)[post] * ripe + gathered.bought[post] * came
    told = written.with_columns(
        post_id=numbered("p", len(kind)), posted_at=scene.times(calendar.day), kind=texts(KINDS, kind)
    )[post]
    theirs = accounts.select("account_id", "handle", "hides_likes")[who]
    shown = shows_views(on, kind[post], STILLS)
    return told.with_columns(
        account_id=theirs["account_id"],
        url=pl.format("https://{}.example/{}/{}", texts(PLATFORMS, on), theirs["handle"], "post_id"),
        likes=_counted(likes, hidden=theirs["hides_likes"]),
        comments=_counted(gathered.comments[post] * ripe),
        shares=_counted(gathered.shares[post] * ripe),
        views=_counted(gathered.views[post] * ripe, hidden=pl.Series(~shown)),
        observed_at=scene.times(calendar.day[post] + age),
        post=pl.Series(post),
        last=pl.Series(np.diff(post, append=-1) != 0),
    )


def _looks(scene: Scene, dice: Generator, calendar: Calendar) -> tuple[Ints, Floats]:
    """Which post was looked at, at what age in days: perhaps early, perhaps later, and in the last days once more."""
    style = scene.style.pulling
    count = len(calendar.day)
    left = scene.days - calendar.day
    final = left - dice.random(count) * np.minimum(style.last_look, left)
    early = np.where(happens(dice, style.looks[0], count), dice.uniform(0.1, 3.0, count), np.inf)
    again = style.looks[1] if len(scene.pulls) == 1 else 1.0
    later = np.where(happens(dice, again, count), dice.uniform(5.0, 30.0, count), np.inf)
    ages = np.column_stack([early, later, final])
    kept = ages <= (final - APART_DAYS)[:, None]
    kept[:, 2] = True
    post, look = np.nonzero(kept)
    return post, ages[post, look]


def _counted(amount: Floats, hidden: pl.Series | None = None) -> pl.Series:
    """Whole counts; null where the platform does not have them or they are hidden."""
    unknown = ~np.isfinite(amount)
    counts = pl.Series(np.floor(np.where(unknown, 0.0, amount)).astype(np.int64))
    gone = pl.Series(unknown) if hidden is None else pl.Series(unknown) | hidden
    return counts.set(gone, None)
