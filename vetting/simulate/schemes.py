"""What befell each account: a way of inflating it, in some dose, or an innocent cause of the same traces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.draw import Flags, Floats, Ints, happens, lognormal, shares

if TYPE_CHECKING:
    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.scene import Scene

MECHANISMS = ("none", "bulk", "drip", "follow_back", "likes", "pod")
NONE, BULK, DRIP, FOLLOW_BACK, LIKES, POD = range(6)
HOW_COMMON = (0.0, 0.28, 0.22, 0.18, 0.17, 0.15)
DOSE = np.array([0.0, 0.28, 0.22, 0.28, 0.15, 0.0])
DOSE_STRENGTH, LARGEST_DOSE = 7.0, 0.7
LIKES_TOO = np.array([0.0, 0.45, 0.4, 0.15, 1.0, 0.0])
COMMENTS_TOO = np.array([0.0, 0.4, 0.35, 0.1, 0.6, 0.0])
SECOND_ACCOUNT_TOO = 0.5
RING_SIZE = 6
FARMS = 5

CONFOUNDERS = {
    "viral": 0.20,
    "press": 0.16,
    "giveaway": 0.20,
    "paid_promotion": 0.16,
    "purge": 0.20,
    "dormant": 0.20,
    "clean_up": 0.08,
}
"""How often each befalls an honest account; half as often one that is inflated."""


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


@dataclass(frozen=True, slots=True)
class Schemes:
    """Per account: mechanism (place in `MECHANISMS`), shares of the followers that are bought (`dose`) or ordinary bots
    (`background`), strength of bought likes, share of bought comments, pod (-1: none), comment seller, and the events.
    """  # noqa: D205 # the list of fields is one sentence

    mechanism: Ints
    dose: Floats
    background: Floats
    likes: Floats
    comments: Floats
    ring: Ints
    farm: Ints
    events: dict[str, Event]

    @property
    def inflation(self) -> Floats:
        """The share of the followers at `as_of` that are not real, reachable people."""
        return self.dose + self.background


def schemes(scene: Scene, accounts: pl.DataFrame, calendar: Calendar, fraud: float) -> Schemes:
    """Draw them; `fraud` is the share of creators, exact up to rounding, of whom an account is inflated."""
    dice = scene.dice("schemes")
    owner = accounts["owner"].to_numpy()
    count = len(owner)
    cheats = _cheats(dice, owner, fraud)
    mechanism = _mechanisms(dice, cheats)
    dosed = DOSE[mechanism] > 0
    dose = np.where(dosed, shares(dice, np.where(dosed, DOSE[mechanism], 0.5), DOSE_STRENGTH, count), 0.0)
    dose = np.minimum(dose, LARGEST_DOSE)
    likes_too = happens(dice, LIKES_TOO[mechanism], count)
    comments_too = happens(dice, COMMENTS_TOO[mechanism], count)
    return Schemes(
        mechanism=mechanism,
        dose=dose,
        background=(1 - dose) * _bots(dice, accounts["size"].to_numpy()),
        likes=np.where(likes_too, dice.uniform(0.3, 1.6, count), 0.0),
        comments=np.where(comments_too, shares(dice, 0.35, 6.0, count), 0.0),
        ring=_rings(dice, mechanism == POD),
        farm=dice.integers(0, FARMS, count),
        events=_events(scene, dice, calendar, np.where(cheats, 0.5, 1.0)),
    )


def _cheats(dice: Generator, owner: Ints, fraud: float) -> Flags:
    """Which accounts are inflated: the first of every cheating creator, and half of their second ones."""
    creators = int(owner.max()) + 1
    cheating = dice.permutation(creators) < round(fraud * creators)
    first = np.diff(owner, prepend=-1) > 0
    return cheating[owner] & (first | happens(dice, SECOND_ACCOUNT_TOO, len(owner)))


def _mechanisms(dice: Generator, cheats: Flags) -> Ints:
    """Each mechanism as often as it is common, up to rounding, so that a small world has them all."""
    cheating = int(cheats.sum())
    level = (dice.permutation(cheating) + dice.random()) / max(cheating, 1)
    mechanism = np.full(len(cheats), NONE)
    mechanism[cheats] = np.minimum(np.searchsorted(np.cumsum(HOW_COMMON), level, side="right"), POD)
    return mechanism


def _bots(dice: Generator, size: Floats) -> Floats:
    """The bots that follow everybody, the large accounts a little more."""
    mean = np.clip(0.06 + 0.015 * np.log10(size / 30_000), 0.03, 0.12)
    return shares(dice, mean, 22.0, len(size))


def _rings(dice: Generator, pods: Flags) -> Ints:
    """Pods of at most `RING_SIZE` accounts of the world; -1 for who is in none."""
    rank = dice.permutation(len(pods)).argsort()[np.flatnonzero(pods)].argsort()
    ring = np.full(len(pods), -1)
    ring[pods] = rank // RING_SIZE
    return ring


def _events(scene: Scene, dice: Generator, calendar: Calendar, often: Floats) -> dict[str, Event]:
    """The innocent causes; those that start with a post begin on the day of one."""
    count = len(often)
    size = {
        "viral": np.minimum(lognormal(dice, 0.32, 0.9, count), 3.0),
        "press": np.minimum(lognormal(dice, 0.07, 1.0, count), 0.8),
        "giveaway": np.minimum(lognormal(dice, 0.13, 0.6, count), 1.0),
        "paid_promotion": np.minimum(lognormal(dice, 0.15, 0.6, count), 1.0),
        "purge": dice.uniform(0.01, 0.06, count),
        "dormant": dice.uniform(0.4, 1.2, count),
        "clean_up": dice.uniform(0.2, 0.6, count),
    }
    length = {"viral": (1.0, 5.0), "giveaway": (3.0, 8.0), "paid_promotion": (14.0, 40.0)}
    started = {"viral", "giveaway"}
    events = {}
    for name, chance in CONFOUNDERS.items():
        day = np.floor(calendar.some_day(dice) if name in started else dice.uniform(0.03, 0.97, count) * scene.days)
        day[~happens(dice, chance * often, count)] = np.nan
        events[name] = Event(day, size[name], dice.uniform(*length.get(name, (1.5, 3.0)), count))
    return events
