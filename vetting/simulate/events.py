"""What befalls an account innocently: when, how large, how long, and how much of it falls on each day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.draw import Flags, Floats, happens, lognormal
from vetting.simulate.style import CONFOUNDERS

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.scene import Scene

LENGTHS = {"viral": (0.4, 5.0), "giveaway": (3.0, 8.0), "paid_promotion": (14.0, 40.0), "miscount": (1.0, 2.2)}
WITH_A_POST = {"viral", "giveaway", "format_change"}
"""These begin on the day of one of the account's posts."""
GAINS = {"viral", "press", "giveaway", "paid_promotion"}
FADING = 0.5
"""How many dormant audiences go quiet within the window rather than before it."""


@dataclass(frozen=True, slots=True)
class Event:
    """Per account: the day it began (not a number where it never did), how large it was, how many days it took."""

    day: Floats
    size: Floats
    length: Floats

    @property
    def happened(self) -> Flags:
        """Which accounts it befell."""
        return np.isfinite(self.day)


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


def events(scene: Scene, dice: Generator, calendar: Calendar, calm: Floats, cheats: Flags) -> dict[str, Event]:
    """The innocent causes, by the names in `CONFOUNDERS`; rarer where the account is inflated.

    `calm` is the factor by which a large account gains less.

    Sizes: of `viral`, `press`, `giveaway` and `paid_promotion` the gain against the audience; of `purge`,
    `clean_up` and `followers_removed` the share lost; of `dormant` and `format_change` a change of log likes; of
    `miscount` the log of a wrong factor.
    """
    count = len(cheats)
    style = scene.style.happening
    sizes = _sizes(dice, count)
    found = {}
    for name in CONFOUNDERS:
        begin = calendar.some_day(dice) if name in WITH_A_POST else dice.uniform(0.03, 0.97, count) * scene.days
        chance = style.odds[name] * np.where(cheats, style.among_inflated, 1.0)
        chance = chance * (name != "purge" or scene.style.growing.purges > 0)
        day = np.where(happens(dice, chance, count), np.floor(begin), np.nan)
        low, high, most = *LENGTHS.get(name, (1.5, 3.0)), LIMITS[name]
        size = sizes[name] * style.size.get(name, 1.0) * (calm if name in GAINS else 1.0)
        size = np.clip(size, -most, most)
        found[name] = Event(day, size, dice.uniform(low, high, count))
    quiet = found["dormant"]
    fading = happens(dice, FADING, count)
    began = np.where(quiet.happened, np.where(fading, quiet.day, -1.0), np.nan)
    found["dormant"] = Event(began, quiet.size, np.where(fading, dice.uniform(30, 200, count), 1.0))
    return found | {"posting_break": calendar.pause}


LIMITS = {
    "viral": 3.0,
    "press": 0.8,
    "giveaway": 1.0,
    "paid_promotion": 1.0,
    "purge": 0.12,
    "dormant": 2.0,
    "clean_up": 0.9,
    "followers_removed": 0.2,
    "format_change": 1.5,
    "posting_break": 1.0,
    "miscount": 7.0,
}


def _sizes(dice: Generator, count: int) -> dict[str, Floats]:
    way = np.where(happens(dice, 0.5, count), 1.0, -1.0)
    return {
        "viral": lognormal(dice, 0.32, 0.9, count),
        "press": lognormal(dice, 0.07, 1.0, count),
        "giveaway": lognormal(dice, 0.13, 0.6, count),
        "paid_promotion": lognormal(dice, 0.15, 0.6, count),
        "purge": dice.uniform(0.01, 0.06, count),
        "dormant": dice.uniform(0.4, 1.2, count),
        "clean_up": dice.uniform(0.2, 0.6, count),
        "followers_removed": np.minimum(lognormal(dice, 0.03, 0.8, count), 0.15),
        "format_change": way * dice.uniform(0.2, 0.8, count),
        "posting_break": np.ones(count),
        "miscount": way * np.where(happens(dice, 0.4, count), np.log(10), dice.gamma(1.2, 0.3, count)),
    }
