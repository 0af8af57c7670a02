"""The exchange table `comments`: some of what stands under the latest posts of some accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate import chatter
from vetting.simulate.crowd import ANSWER, BOUGHT, CRITIC, FRIEND, GUEST, POD, QUESTION, REMARK, REPLY, authors, roles
from vetting.simulate.draw import Floats, Ints, choose, happens, lognormal, numbered, ragged
from vetting.simulate.engagement import in_giveaway
from vetting.simulate.phrases import options, say, topics

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

PULLED = 0.75
LATEST_POSTS = (6, 16)
EACH_POST = (8, 26)
OLD_ENOUGH_DAYS = 1.0
SAID = (
    chatter.REMARKS,
    chatter.PRAISE,
    chatter.FANDOM,
    chatter.EMOJI,
    chatter.QUESTIONS,
    chatter.CRITICISM,
    chatter.GUESTS,
    chatter.SPAM,
    chatter.BOUGHT,
    chatter.COLLEAGUES,
    chatter.COLLEAGUES,
    chatter.ANSWERS,
    chatter.ANSWERS,
)
"""What each of the crowd's roles says."""
OWN_WORDS = (REMARK, QUESTION, CRITIC, REPLY, ANSWER)


def comments(
    scene: Scene, accounts: pl.DataFrame, calendar: Calendar, schemes: Schemes, posts: pl.DataFrame
) -> pl.DataFrame:
    """At most as many rows per post as its latest look counted; written after the post and before `as_of`."""
    dice = scene.dice("comments")
    latest = posts.filter("last").sort("post")
    post, slot = ragged(_taken(scene, dice, calendar, latest["comments"].to_numpy()))
    account = calendar.account[post]
    role = choose(dice, roles(dice, schemes)[account])
    guest = in_giveaway(calendar, schemes)[post] & happens(dice, 0.5, len(post))
    role = np.where(guest & (role < REPLY), GUEST, role)
    first = slot == 0
    role = np.where(first & (role >= REPLY), 0, role)
    target = _target(dice, role, slot)
    day = _days(scene, dice, calendar, post, role, target)
    ids = numbered("m", len(post))
    return pl.DataFrame(
        {
            "comment_id": ids,
            "post_id": latest["post_id"].gather(pl.Series(post)),
            "author_id": authors(dice, role, post, account, schemes, accounts["account_id"]),
            "posted_at": scene.times(day),
            "text": _said(dice, role, account, accounts),
            "likes": np.floor(lognormal(dice, 0.6, 1.4, len(post))).astype(np.int64),
            "in_reply_to": ids.gather(pl.Series(np.maximum(target, 0))).set(pl.Series(target < 0), None),
            "observed_at": scene.times(scene.days - dice.uniform(0.01, 0.5, accounts.height)[account]),
            "role": pl.Series(role),
            "account": pl.Series(account),
        }
    )


def _taken(scene: Scene, dice: Generator, calendar: Calendar, counted: Ints) -> Ints:
    """How many comments of each post were pulled: none for many accounts, and only under their latest posts."""
    accounts = len(calendar.counts)
    pulled = happens(dice, PULLED, accounts)
    posts_each = np.where(pulled, dice.integers(*LATEST_POSTS, accounts), 0)
    limit = dice.integers(*EACH_POST, accounts)
    from_end = calendar.counts[calendar.account] - 1 - calendar.place
    old = calendar.day < scene.days - OLD_ENOUGH_DAYS
    wanted = (from_end < posts_each[calendar.account]) & old
    return np.where(wanted, np.minimum(counted, limit[calendar.account]), 0)


def _target(dice: Generator, role: Ints, slot: Ints) -> Ints:
    """The row that a reply answers, an earlier one under its post that is no reply itself; -1 for the others."""
    row = np.arange(len(slot))
    earlier = row - slot + (dice.random(len(slot)) * slot).astype(np.int64)
    open_ = np.where(role[earlier] >= REPLY, row - slot, earlier) if len(slot) else earlier
    return np.where(role >= REPLY, open_, -1)


def _days(scene: Scene, dice: Generator, calendar: Calendar, post: Ints, role: Ints, target: Ints) -> Floats:
    """When each was written: soon after the post, colleagues of a pod within the hour, bought ones in one burst."""
    count = len(post)
    left = scene.days - 0.5 - calendar.day[post]
    lag = lognormal(dice, 0.25, 1.4, count)
    lag = np.where(role == POD, dice.uniform(0.001, 0.03, count), lag)
    lag = np.where(role == FRIEND, lognormal(dice, 0.15, 1.2, count), lag)
    burst = dice.uniform(0.01, 0.3, len(calendar.day))[post]
    lag = np.where(role == BOUGHT, burst + dice.exponential(0.008, count), lag)
    day = calendar.day[post] + np.where(lag < left, lag, left * dice.random(count))
    answered = day[np.maximum(target, 0)] if count else day
    wait = np.minimum(lognormal(dice, 0.1, 1.2, count), (scene.days - 0.5 - answered) * dice.random(count))
    return np.where(target >= 0, answered + wait, day)


def _said(dice: Generator, role: Ints, account: Ints, accounts: pl.DataFrame) -> pl.Series:
    """The words of each, in the audience's language, some in English; who has something to say says it in own words."""
    count = len(role)
    home = accounts["tongue"].to_numpy()[account]
    tongue = np.where(happens(dice, 0.12, count), 0, home)
    said = {str(place): say(dice, options(phrases), tongue) for place, phrases in enumerate(SAID)}
    frame = pl.DataFrame(said).with_columns(
        role=pl.Series(role),
        before=say(dice, options(chatter.BEFORE), tongue),
        after=say(dice, options(chatter.AFTER), tongue),
        topic=topics(dice, tongue, accounts["subject"].to_numpy()[account]),
        name=pl.coalesce(accounts["stage"], accounts["given"]).gather(pl.Series(account)),
        clock=_clock(dice, count),
    )
    words = pl.coalesce(pl.when(pl.col("role") == place).then(pl.col(str(place))) for place in range(len(SAID)))
    words = pl.when(pl.col("role").is_in(OWN_WORDS)).then(pl.concat_str("before", words, "after")).otherwise(words)
    for hole in ("topic", "name", "clock"):
        words = words.str.replace("{" + hole + "}", pl.col(hole), literal=True)
    return frame.select(words).to_series()


def _clock(dice: Generator, count: int) -> pl.Series:
    """A place in a video, in minutes and seconds."""
    seconds = pl.Series(dice.integers(0, 60, count)).cast(pl.String).str.zfill(2)
    return pl.Series(dice.integers(0, 15, count)).cast(pl.String) + ":" + seconds
