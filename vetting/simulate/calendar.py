"""When each account posts: its own cadence and hours, more or less regular, some gone silent, some only for a while."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.draw import Flags, Floats, Ints, happens, lognormal, ragged
from vetting.simulate.events import Event
from vetting.simulate.scene import YEAR_DAYS

if TYPE_CHECKING:
    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.scene import Scene

TWO_YEARS = 2 * YEAR_DAYS
LONGEST_PAUSE = 0.35
"""Of a posting break, against the window."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Every post's account (its row) and day number, in the order of both, and how many each account wrote; and the
    break that an account took.
    """  # noqa: D205 # the list of fields is one sentence

    account: Ints
    day: Floats
    counts: Ints
    pause: Event

    @property
    def place(self) -> Ints:
        """Each post's place among its account's posts, oldest first."""
        return ragged(self.counts)[1]

    def some_day(self, dice: Generator) -> Floats:
        """The day of one of each account's own posts: what befalls an account often begins with a post."""
        start = self.counts.cumsum() - self.counts
        return self.day[start + (dice.random(len(self.counts)) * self.counts).astype(np.int64)]

    def written(self, days: int) -> Ints:
        """Posts of the window so far, at the end of each day (accounts x days + 1)."""
        daily = np.zeros((len(self.counts), days + 1), dtype=np.int64)
        np.add.at(daily, (self.account, np.ceil(self.day).astype(np.int64)), 1)
        return daily.cumsum(axis=1)

    def only(self, kept: Flags) -> Calendar:
        """The same with these posts alone."""
        counts = np.bincount(self.account[kept], minlength=len(self.counts))
        return Calendar(self.account[kept], self.day[kept], counts, self.pause)


def calendar(scene: Scene, accounts: pl.DataFrame) -> Calendar:
    """Posts over the window; every account has at least one."""
    dice = scene.dice("calendar")
    count = accounts.height
    silent = happens(dice, 0.08, count)
    until = scene.days * np.where(silent, dice.uniform(0.4, 0.9, count), 1.0)
    pause = _pause(scene, dice, until)
    away = np.where(pause.happened, pause.length, 0.0)
    counts = np.maximum(dice.poisson(accounts["cadence"].to_numpy() * (until - away)), 1)
    account, place = ragged(counts)
    unsteady = lognormal(dice, 0.8, 0.8, count)[account]
    share = ((place + dice.random(len(account)) * unsteady) / counts[account]) % 1.0
    day = np.floor(share * (until - away - 1)[account])
    day = day + np.where(day >= pause.day[account], np.ceil(away[account]), 0.0) + _hours(dice, account, count)
    order = np.lexsort((day, account))
    return Calendar(account, day[order], counts, pause)


def reached(scene: Scene, calendar: Calendar) -> Flags:
    """Which posts some pull gets to see: those not too far back, and not too many an account; its last in any case."""
    window, most = scene.style.pulling.reach
    back = window * min(scene.days, TWO_YEARS)
    seen = calendar.counts[calendar.account] - 1 == calendar.place
    written = calendar.written(scene.days)
    for pull in scene.pulls:
        from_end = written[calendar.account, pull] - 1 - calendar.place
        seen |= (calendar.day >= pull - back) & (from_end >= 0) & (from_end < most)
    return np.asarray(seen, dtype=np.bool_)


def _pause(scene: Scene, dice: Generator, until: Floats) -> Event:
    """The break that some take; they come back before they would go silent."""
    count = len(until)
    length = np.minimum(dice.uniform(21, 120, count), LONGEST_PAUSE * until - 2)
    day = np.floor(dice.uniform(0.05, 0.6, count) * until)
    took = happens(dice, scene.style.happening.odds["posting_break"], count)
    return Event(np.where(took, day, np.nan), np.ones(count), length)


def _hours(dice: Generator, account: Ints, count: int) -> Floats:
    """The hour of each post as a share of the day, around its account's usual one."""
    usual = dice.normal(0.7, 0.12, count)[account]
    return np.clip((usual + dice.normal(0, 0.1, len(account))) % 1.0, 0.001, 0.98)
