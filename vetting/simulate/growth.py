"""Follower and following curves: honest growth, what disturbs it, and what was bought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.accounts import PLATFORMS
from vetting.simulate.draw import Floats, happens, lognormal
from vetting.simulate.purchases import bought
from vetting.simulate.scene import YEAR_DAYS
from vetting.simulate.schemes import FOLLOW_BACK, Event, Schemes

if TYPE_CHECKING:
    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.scene import Scene

PURGES_EACH = 2
MOST_FOLLOWING = 7_500.0
BY_HAND = 0.1
"""How many accounts follow and unfollow in waves without any automation."""
GIVEAWAY_LEAVERS, LEAVING_DAYS = 0.35, 30.0


@dataclass(frozen=True, slots=True)
class Growth:
    """Per account and day (accounts x days + 1): real followers, those who are not, and accounts followed."""

    real: Floats
    fake: Floats
    following: Floats

    @property
    def shown(self) -> Floats:
        """Followers as the platform counts them, before any rounding."""
        return self.real + self.fake


def growth(scene: Scene, accounts: pl.DataFrame, schemes: Schemes) -> Growth:
    """Curves that end at each account's size and true inflation at `as_of`."""
    dice = scene.dice("growth")
    size = accounts["size"].to_numpy()[:, None]
    day = np.arange(scene.days + 1.0)[None, :]
    swept = _purge_days(scene, dice, accounts)
    change = _drift(dice, day, schemes) + _gains(day, schemes.events) + _purged(dice, day, schemes, swept)
    path = change.cumsum(axis=1)
    real = np.exp(path - path[:, -1:])
    hit = dice.uniform(0.05, 0.35, swept.shape)
    kept = np.prod(1 - hit[:, :, None] * (day[None] >= swept[:, :, None]), axis=1)
    fake = schemes.background[:, None] * real + schemes.dose[:, None] * bought(scene, dice, schemes, kept)
    return Growth(size * (1 - schemes.inflation[:, None]) * real, size * fake, _following(scene, dice, day, schemes))


def spread(event: Event, day: Floats) -> Floats:
    """An event's weight on each day, even over its length, summing to 1."""
    since = day - event.day[:, None]
    length = np.ceil(event.length)[:, None]
    return ((since >= 0) & (since < length)) / length


def fade(event: Event, day: Floats) -> Floats:
    """An event's weight on each day, falling off from its first one, summing to about 1."""
    since = day - event.day[:, None]
    length = event.length[:, None]
    return np.where(since >= 0, np.exp(-np.maximum(since, 0.0) / length) * (1 - np.exp(-1 / length)), 0.0)


def _drift(dice: Generator, day: Floats, schemes: Schemes) -> Floats:
    count = len(schemes.mechanism)
    dormant = schemes.events["dormant"].happened
    yearly = np.where(dormant, dice.normal(-0.04, 0.05, count), dice.normal(0.18, 0.25, count))
    restless = lognormal(dice, 0.0012, 0.6, count) * np.where(dormant, 0.5, 1.0)
    noise = dice.standard_t(4, (count, day.shape[1])) * restless[:, None]
    return yearly[:, None] / YEAR_DAYS + noise


def _gains(day: Floats, events: dict[str, Event]) -> Floats:
    """Daily changes of log followers that innocent events bring, and the giveaway's guests leaving again."""
    prize = events["giveaway"]
    leaving = Event(prize.day + np.ceil(prize.length), prize.size, np.full(len(prize.day), LEAVING_DAYS))
    lift = {name: np.log1p(event.size)[:, None] for name, event in events.items()}
    return (
        lift["viral"] * fade(events["viral"], day)
        + lift["press"] * fade(events["press"], day)
        + lift["giveaway"] * (spread(prize, day) - GIVEAWAY_LEAVERS * spread(leaving, day))
        + lift["paid_promotion"] * spread(events["paid_promotion"], day)
    )


def _purge_days(scene: Scene, dice: Generator, accounts: pl.DataFrame) -> Floats:
    """The days on which each account's platform removes accounts (accounts x purges), the same for all of it."""
    days = np.floor(dice.uniform(0.15, 0.95, (len(PLATFORMS), PURGES_EACH)) * scene.days)
    swept: Floats = days[accounts["on"].to_numpy()]
    return swept


def _purged(dice: Generator, day: Floats, schemes: Schemes, swept: Floats) -> Floats:
    """What purge days take from the real audience: little from all, more from those it is a confounder of."""
    hard = schemes.events["purge"]
    loss = np.where(hard.happened, hard.size, dice.uniform(0.0005, 0.003, len(hard.size)))
    change: Floats = np.log1p(-loss)[:, None] * (day[None] == swept.T[:, :, None]).any(axis=0)
    return change


def _following(scene: Scene, dice: Generator, day: Floats, schemes: Schemes) -> Floats:
    """Accounts followed: nearly still, cut by a clean-up; in teeth under automation, in small ones by hand."""
    count = len(schemes.mechanism)
    base = lognormal(dice, 500.0, 0.9, count)[:, None] * (1 + 0.0004 * dice.random((count, 1)) * day)
    cut = schemes.events["clean_up"]
    base = base * (1 - cut.size[:, None] * (day >= cut.day[:, None]))
    period = dice.uniform(12, 40, (count, 1))
    phase = (day / period + dice.random((count, 1))) % 1.0
    automated = schemes.mechanism == FOLLOW_BACK
    height = np.where(automated, 700.0, 150.0) * lognormal(dice, 1.0, 0.8, count)
    height = height * (automated | happens(dice, BY_HAND, count))
    teeth = np.minimum(phase / 0.75, (1 - phase) / 0.25) * height[:, None]
    running = day >= dice.uniform(-0.3, 0.6, (count, 1)) * scene.days
    jitter = dice.normal(0, 1.5, base.shape)
    followed: Floats = np.clip(base + teeth * running + jitter, 0.0, MOST_FOLLOWING)
    return followed
