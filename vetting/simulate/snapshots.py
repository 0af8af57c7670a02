"""Follower counts as pulls would have kept them: each account's rhythm, gaps, late starts, rounding, wrong counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.accounts import YOUTUBE, rounded
from vetting.simulate.draw import Flags, Floats, Ints, happens, weighted

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.growth import Growth
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

OUTAGE_DAYS = 8
DAILY, FEW, WEEKLY, MONTHLY, IRREGULAR, ONCE, NEVER = range(7)
EVERY = np.array([1, 3, 7, 30, 1, 1, 1])
SPELL_DAYS = 20
"""Irregular pulls come in spells of about this many days."""


def snapshots(
    scene: Scene, accounts: pl.DataFrame, calendar: Calendar, schemes: Schemes, growth: Growth
) -> pl.DataFrame:
    """The exchange table `follower_snapshots`: one row per account and day that was kept, none after `as_of`."""
    dice = scene.dice("snapshots")
    row, day = np.nonzero(_kept(scene, dice, accounts.height))
    on = accounts["on"].to_numpy()[row]
    hour = dice.uniform(0.02, 0.2, accounts.height)[row] + dice.uniform(0, 0.02, len(row))
    shown = np.maximum(day - happens(dice, scene.style.pulling.stale, len(row)), 0)
    counts = growth.shown[row, shown] * _miscounted(schemes, row, day)
    return pl.DataFrame(
        {
            "account_id": accounts["account_id"].gather(pl.Series(row)),
            "observed_at": scene.times(day - hour),
            "followers": rounded(counts, np.asarray(scene.style.pulling.rounded)[on]),
            "following": _following(scene, growth.following[row, shown], on),
            "posts_count": _posts_count(scene, calendar.written(scene.days)[row, shown], accounts, row),
        }
    )


def profiles(scene: Scene, accounts: pl.DataFrame, calendar: Calendar, growth: Growth) -> pl.DataFrame:
    """The accounts with the counts that their profile showed at each pull."""
    on, row = accounts["on"].to_numpy(), np.arange(accounts.height)
    written = calendar.written(scene.days)
    looks = [
        accounts.with_columns(
            followers=pl.Series(rounded(growth.shown[:, day], np.asarray(scene.style.pulling.rounded)[on])),
            following=_following(scene, growth.following[:, day], on),
            posts_count=_posts_count(scene, written[:, day], accounts, row),
            observed_at=pl.col("observed_at") - pl.duration(days=scene.days - day),
        )
        for day in scene.pulls
    ]
    return pl.concat(looks).filter(pl.col("observed_at") > pl.col("created_at"))


def _following(scene: Scene, followed: Floats, on: Ints) -> pl.Series:
    """YouTube does not show it."""
    return pl.Series(np.floor(followed)).set(pl.Series((on == YOUTUBE) | scene.style.pulling.hides_following), None)


def _posts_count(scene: Scene, written: Ints, accounts: pl.DataFrame, row: Ints) -> pl.Series:
    unknown = np.full(len(row), scene.style.pulling.hides_posts_count)
    return pl.Series(written + accounts["older_posts"].to_numpy()[row]).set(pl.Series(unknown), None)


def _miscounted(schemes: Schemes, row: Ints, day: Ints) -> Floats:
    """The factor by which a count is wrong: 1 but for the few days of a miscount."""
    wrong = schemes.events["miscount"]
    since = day - wrong.day[row]
    inside = (since >= 0) & (since < wrong.length[row])
    return np.exp(np.where(inside, wrong.size[row], 0.0))


def _kept(scene: Scene, dice: Generator, accounts: int) -> Flags:
    """Which days were pulled: in each account's rhythm, some from a late start, without lost days and an outage."""
    style = scene.style.pulling
    day = np.arange(scene.days + 1)[None, :]
    rhythm = weighted(dice, style.cadences, accounts)[:, None]
    start = scene.days * (1 - dice.uniform(*style.shorter, accounts))
    start = np.where(happens(dice, style.whole, accounts), 0, start)[:, None]
    outage = np.where(happens(dice, style.outage, accounts), dice.uniform(0, 1, accounts) * scene.days, np.inf)[:, None]
    out = (day >= outage) & (day < outage + dice.integers(2, OUTAGE_DAYS, (accounts, 1)))
    lost = dice.random((accounts, scene.days + 1)) < dice.uniform(0.0, style.lost, (accounts, 1))
    due = (day + dice.integers(0, 30, (accounts, 1))) % EVERY[rhythm] == 0
    due &= (rhythm != IRREGULAR) | _spells(dice, (accounts, scene.days + 1))
    regular = (day >= start) & due & ~out & ~lost
    single = day == scene.days - dice.integers(0, 3, (accounts, 1))
    return np.asarray((regular & (rhythm < ONCE)) | (single & (rhythm == ONCE)), dtype=np.bool_)


def _spells(dice: Generator, shape: tuple[int, int]) -> Flags:
    """Days on which somebody happened to look: many in some spells, few or none in others."""
    spells = shape[1] // SPELL_DAYS + 1
    often = np.repeat(dice.beta(0.4, 1.2, (shape[0], spells)), SPELL_DAYS, axis=1)[:, : shape[1]]
    return np.asarray(dice.random(shape) < often, dtype=np.bool_)
