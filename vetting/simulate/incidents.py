"""How an incident comes about: one account of it, for decisions of the past and for the twelve months after `as_of`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.scene import YEAR_DAYS

if TYPE_CHECKING:
    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.deals import Deals
    from vetting.simulate.draw import Flags, Floats, Ints
    from vetting.simulate.growth import Growth
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes
    from vetting.simulate.style import Harming

CAUSES = ("inflation", "arranged", "hidden_ads", "pushing", "deeds", "temper")
"""What makes an incident likelier, in the order of the columns of `Standing.causes`; all but temper is 0 or more."""
FEW_ADS, FEW_POSTS, USUAL_ADS = 2.0, 5.0, 0.15
"""Shares of the year's ads and posts are drawn towards 0 where these are few; beyond the usual, ads are pushing."""
MOST_DEEDS = 3.0
LONG = 1e6
"""More days than any world has: creator and day as one number that sorts."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is true of the creators: on each day of the window (creators x days + 1), and throughout (creators)."""

    harming: Harming
    inflation: Floats
    hidden_ads: Floats
    """Share of the ads of the year before that did not say so."""
    pushing: Floats
    """Share of the posts of the year before that were ads, beyond the usual."""
    arranged: Floats
    """1 where likes, comments or a pod are arranged on some account."""
    temper: Floats
    unseen: Floats
    """What else makes incidents likelier and shows nowhere."""
    deeds: Floats
    """Sorted: each thing done, as `creator * LONG + day`."""

    def causes(self, row: Ints, day: Floats, earlier: Floats) -> Floats:
        """What there is of each of `CAUSES` (rows x causes) for creators on days; a day outside is the nearest inside.

        `earlier` counts the incidents that they had before, beside the things done that records tell of.
        """
        last = self.inflation.shape[1] - 1
        within = np.clip(np.floor(day), 0, last).astype(np.int64)
        a_year = np.maximum(within, min(YEAR_DAYS, last))
        deeds = np.minimum(self._done(row, day) + earlier, MOST_DEEDS)
        shares = [self.inflation[row, within], self.arranged[row], self.hidden_ads[row, a_year]]
        return np.column_stack([*shares, self.pushing[row, a_year], deeds, self.temper[row]])

    def probability(self, row: Ints, day: Floats, earlier: Floats) -> Floats:
        """That the twelve months after the day bring an incident."""
        return _sigmoid(self._odds(row, day, earlier) + self._usual())

    def _odds(self, row: Ints, day: Floats, earlier: Floats) -> Floats:
        odds: Floats = self.causes(row, day, earlier) @ weights(self.harming) + self.unseen[row]
        return odds

    def _usual(self) -> float:
        """What brings the mean over all creators at the end of the window to the world's base rate."""
        count, days = self.inflation.shape
        odds = self._odds(np.arange(count), np.full(count, days - 1.0), np.zeros(count))
        low, high = -40.0, 40.0
        for _ in range(60):
            middle = (low + high) / 2
            rarer = _sigmoid(odds + middle).mean() < self.harming.base_rate
            low, high = (middle, high) if rarer else (low, middle)
        return low

    def _done(self, row: Ints, day: Floats) -> Floats:
        """How many things each had done by that day."""
        until = np.searchsorted(self.deeds, row * LONG + day, side="right")
        done: Floats = (until - np.searchsorted(self.deeds, (row - 0.5) * LONG)).astype(np.float64)
        return done


def weights(harming: Harming) -> Floats:
    """Log-odds for each of `CAUSES`."""
    return np.array([getattr(harming, name) for name in CAUSES])


def standing(  # noqa: PLR0913, PLR0917 # each is one part of the world that causes come from
    scene: Scene,
    creators: pl.DataFrame,
    accounts: pl.DataFrame,
    calendar: Calendar,
    schemes: Schemes,
    growth: Growth,
    agreed: Deals,
    deeds: tuple[Ints, Floats],
) -> Standing:
    """Read off the world what the causes are; `agreed` are the deals of all posts, `deeds` creators' rows and days."""
    dice = scene.dice("standing")
    owner, count = accounts["owner"].to_numpy(), creators.height
    ads, hidden, written = (
        _year(owner[calendar.account[which]], calendar.day[which], (count, scene.days + 1))
        for which in (agreed.paid, agreed.paid & ~agreed.disclosed, np.full(len(calendar.day), fill_value=True))
    )
    arranged = (schemes.likes > 0) | (schemes.comments > 0) | (schemes.ring >= 0)
    return Standing(
        harming=scene.style.harming,
        inflation=_summed(owner, growth.fake, count) / _summed(owner, growth.shown, count),
        hidden_ads=hidden / (ads + FEW_ADS),
        pushing=np.maximum(ads / (written + FEW_POSTS) - USUAL_ADS, 0.0),
        arranged=(np.bincount(owner, arranged, count) > 0).astype(np.float64),
        temper=creators["temper"].to_numpy(),
        unseen=dice.normal(0, scene.style.harming.unseen, count),
        deeds=np.sort(deeds[0] * LONG + deeds[1]),
    )


def as_many(dice: Generator, probability: Floats) -> Flags:
    """Draw with these probabilities, and as many in all as they say (systematic sampling in a random order)."""
    order = dice.permutation(len(probability))
    counted = np.floor(probability[order].cumsum() + dice.random())
    drawn = np.empty(len(probability), dtype=np.bool_)
    drawn[order] = np.diff(counted, prepend=0.0) > 0
    return drawn


def _summed(owner: Ints, curves: Floats, count: int) -> Floats:
    """Accounts' curves as their creators'."""
    sums = np.zeros((count, curves.shape[1]))
    np.add.at(sums, owner, curves)
    return sums


def _year(row: Ints, day: Floats, shape: tuple[int, int]) -> Floats:
    """How many of these posts each creator (row) wrote in the year up to the end of each day."""
    daily = np.zeros(shape)
    np.add.at(daily, (row, np.minimum(np.ceil(day).astype(np.int64), shape[1] - 1)), 1.0)
    counted = daily.cumsum(axis=1)
    counted[:, YEAR_DAYS:] -= counted[:, :-YEAR_DAYS].copy()
    return counted


def _sigmoid(odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-odds))
