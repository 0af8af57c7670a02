"""Daily follower snapshots as a scheduled pull would have kept them: gaps, late starts, rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.accounts import YOUTUBE, rounded
from vetting.simulate.draw import Flags, happens

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.growth import Growth
    from vetting.simulate.scene import Scene

OUTAGE_DAYS = 8


def snapshots(scene: Scene, accounts: pl.DataFrame, calendar: Calendar, growth: Growth) -> pl.DataFrame:
    """The exchange table `follower_snapshots`: one row per account and day that was kept, none after `as_of`."""
    dice = scene.dice("snapshots")
    kept = _kept(scene, dice, accounts.height)
    row, day = np.nonzero(kept)
    on = accounts["on"].to_numpy()[row]
    hour = dice.uniform(0.02, 0.2, accounts.height)[row] + dice.uniform(0, 0.02, len(row))
    written = calendar.written(scene.days)[row, day] + accounts["older_posts"].to_numpy()[row]
    return pl.DataFrame(
        {
            "account_id": accounts["account_id"].gather(pl.Series(row)),
            "observed_at": scene.times(day - hour),
            "followers": rounded(growth.shown[row, day], on),
            "following": pl.Series(np.floor(growth.following[row, day])).set(pl.Series(on == YOUTUBE), None),
            "posts_count": written,
        }
    )


def latest(accounts: pl.DataFrame, calendar: Calendar, growth: Growth) -> pl.DataFrame:
    """The accounts with the counts that their profile showed on the last day."""
    on = accounts["on"].to_numpy()
    return accounts.with_columns(
        followers=pl.Series(rounded(growth.shown[:, -1], on)),
        following=pl.Series(np.floor(growth.following[:, -1])).set(pl.Series(on == YOUTUBE), None),
        posts_count=pl.Series(accounts["older_posts"].to_numpy() + calendar.counts),
    )


def _kept(scene: Scene, dice: Generator, accounts: int) -> Flags:
    """Which days were pulled: from a late start for some, never for a few, without lost days and an outage."""
    day = np.arange(scene.days + 1)[None, :]
    late = happens(dice, 0.2, accounts)
    start = np.where(late, dice.uniform(0.3, 0.9, accounts) * scene.days, 0)
    start = np.where(happens(dice, 0.03, accounts), scene.days + 1, start)[:, None]
    outage = np.where(happens(dice, 0.35, accounts), dice.uniform(0, 1, accounts) * scene.days, np.inf)[:, None]
    out = (day >= outage) & (day < outage + dice.integers(2, OUTAGE_DAYS, (accounts, 1)))
    lost = dice.random((accounts, scene.days + 1)) < dice.uniform(0.0, 0.06, (accounts, 1))
    return np.asarray((day >= start) & ~out & ~lost, dtype=np.bool_)
