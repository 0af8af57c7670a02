"""The exchange table `comments`: some of what stands under the latest posts of some accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.crowd import BOUGHT, FRIEND, GUEST, POD, REPLY, SPAM, Crowd, authors, roles
from vetting.simulate.draw import Floats, Ints, choose, happens, lognormal, numbered, ragged
from vetting.simulate.engagement import in_giveaway
from vetting.simulate.habits import habits
from vetting.simulate.wording import said

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.habits import Habits
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

PULLED = 0.75
LATEST_POSTS = (6, 16)
EACH_POST = (8, 26)
OLD_ENOUGH_DAYS = 1.0


def comments(
    scene: Scene, accounts: pl.DataFrame, calendar: Calendar, schemes: Schemes, posts: pl.DataFrame
) -> pl.DataFrame:
    """At most as many rows per post as its latest look counted; written after the post and before `as_of`."""
    dice = scene.dice("comments")
    latest = posts.filter("last").sort("post")
    taken, pulled = _taken(scene, dice, calendar, latest["comments"].to_numpy())
    post, slot = ragged(taken)
    account, until = calendar.account[post], pulled[post]
    manners = habits(scene)
    crowd = Crowd(accounts["account_id"], schemes, manners)
    role = choose(dice, roles(dice, schemes, manners)[account])
    guest = in_giveaway(calendar, schemes)[post] & happens(dice, 0.5, len(post))
    role = np.where(guest & (role < REPLY), GUEST, role)
    first = slot == 0
    role = np.where(first & (role >= REPLY), 0, role)
    target = _target(dice, role, slot)
    lag = _lags(dice, role, post, manners)
    day = _days(dice, calendar.day[post], lag, target, until - 0.5)
    ids = numbered("m", len(post))
    return pl.DataFrame(
        {
            "comment_id": ids,
            "post_id": latest["post_id"].gather(pl.Series(post)),
            "author_id": authors(dice, crowd, role, post, account),
            "posted_at": scene.times(day),
            "text": said(dice, crowd, role, account, accounts),
            "likes": np.floor(lognormal(dice, 0.6, 1.4, len(post)) * _liked(role, manners)).astype(np.int64),
            "in_reply_to": ids.gather(pl.Series(np.maximum(target, 0))).set(pl.Series(target < 0), None),
            "observed_at": scene.times(until - dice.uniform(0.01, 0.5, accounts.height)[account]),
            "role": pl.Series(role),
            "account": pl.Series(account),
        }
    )


def _taken(scene: Scene, dice: Generator, calendar: Calendar, counted: Ints) -> tuple[Ints, Floats]:
    """How many comments of each post were pulled, none for many accounts, and only under their latest posts; and on
    which day.
    """  # noqa: D205 # one sentence
    accounts = len(calendar.counts)
    pulled = happens(dice, PULLED, accounts)
    posts_each = np.where(pulled, dice.integers(*LATEST_POSTS, accounts), 0)
    limit = dice.integers(*EACH_POST, accounts)
    until, written = np.full(len(counted), np.inf), calendar.written(scene.days)
    for day in reversed(scene.pulls):
        from_end = written[calendar.account, day] - 1 - calendar.place
        old = (calendar.day < day - OLD_ENOUGH_DAYS) & (from_end >= 0)
        until[(from_end < posts_each[calendar.account]) & old] = day
    return np.where(np.isfinite(until), np.minimum(counted, limit[calendar.account]), 0), until


def _target(dice: Generator, role: Ints, slot: Ints) -> Ints:
    """The row that a reply answers, an earlier one under its post that is no reply itself; -1 for the others."""
    row = np.arange(len(slot))
    earlier = row - slot + (dice.random(len(slot)) * slot).astype(np.int64)
    open_ = np.where(role[earlier] >= REPLY, row - slot, earlier) if len(slot) else earlier
    return np.where(role >= REPLY, open_, -1)


def _liked(role: Ints, manners: Habits) -> Floats:
    """Nobody likes what was written to order as much."""
    return np.where(np.isin(role, (SPAM, BOUGHT)), manners.liked_less, 1.0)


def _lags(dice: Generator, role: Ints, post: Ints, manners: Habits) -> Floats:
    """Days after the post: colleagues of a pod come sooner, bought ones mostly in one burst."""
    count = len(post)
    lag = lognormal(dice, *manners.delay, count)
    lag = np.where(role == POD, lognormal(dice, *manners.pod_delay, count), lag)
    lag = np.where(role == FRIEND, lognormal(dice, 0.15, 1.2, count), lag)
    burst = lognormal(dice, 0.08, 1.2, int(post.max(initial=0)) + 1)[post]
    at_once = (role == BOUGHT) & happens(dice, manners.bought_at_once, count)
    return np.where(at_once, burst + dice.exponential(0.006, count), lag)


def _days(dice: Generator, posted: Floats, lag: Floats, target: Ints, until: Floats) -> Floats:
    """When each was written: after its post or the comment that it answers, and before the pull."""
    left = until - posted
    day = posted + np.where(lag < left, lag, left * dice.random(len(lag)))
    answered = day[np.maximum(target, 0)] if len(lag) else day
    wait = np.minimum(lognormal(dice, 0.1, 1.2, len(lag)), (until - answered) * dice.random(len(lag)))
    return np.where(target >= 0, answered + wait, day)
