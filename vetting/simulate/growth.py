"""Follower curves: honest growth, what disturbs it, and what was bought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.accounts import PLATFORMS, calmness
from vetting.simulate.draw import Floats, happens, lognormal, remembered
from vetting.simulate.events import Event, fade, spread
from vetting.simulate.following import following
from vetting.simulate.luck import drawn_in
from vetting.simulate.purchases import bought
from vetting.simulate.scene import YEAR_DAYS

if TYPE_CHECKING:
    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes
    from vetting.simulate.style import Growing, Happening

GIVEAWAY_LEAVING_DAYS = 30.0
DORMANT_RATE, AWAY_RATE = -0.2, -0.3
"""What a dormant audience and a posting break do to the yearly rate."""
DAILY_LIMIT = 1.5
SMALLEST = 100.0


@dataclass(frozen=True, slots=True)
class Growth:
    """Per account and day (accounts x days + 1): real followers, those who are not, accounts followed, and as how many
    lively followers the real ones react.
    """  # noqa: D205 # the list of fields is one sentence

    real: Floats
    fake: Floats
    following: Floats
    active: Floats

    @property
    def shown(self) -> Floats:
        """Followers as the platform counts them, before any rounding."""
        return self.real + self.fake


def growth(scene: Scene, accounts: pl.DataFrame, calendar: Calendar, schemes: Schemes, moods: Floats) -> Growth:
    """Curves that end at each account's size and true inflation at `as_of`; `moods` is each post's luck."""
    dice = scene.dice("growth")
    size = accounts["size"].to_numpy()[:, None]
    day = np.arange(scene.days + 1.0)[None, :]
    swept = _purge_days(scene, dice, accounts)
    gained, hollow = _gains(dice, day, schemes.events, scene.style.happening)
    change = _drift(scene, dice, accounts, day, schemes) + gained + _purged(dice, day, schemes, swept)
    change = change + drawn_in(
        scene, calendar, moods, calmness(scene, accounts) * lognormal(dice, *_per_post(scene), accounts.height)
    )
    path = np.clip(change, -DAILY_LIMIT, DAILY_LIMIT).cumsum(axis=1)
    real = np.exp(np.minimum(path - path[:, -1:], np.log(SMALLEST)))
    hit = dice.uniform(*scene.style.growing.purged_bots, swept.shape)
    kept = np.prod(1 - hit[:, :, None] * (day[None] >= swept[:, :, None]), axis=1)
    waves = following(scene, schemes)
    dosed = schemes.dose[:, None] * bought(scene, dice, schemes, kept, waves.rising)
    people = size * (1 - schemes.inflation[:, None]) * real
    bots = schemes.background[:, None] * real * kept / kept[:, -1:]
    slope = np.asarray(scene.style.gathering.slope)[accounts["on"].to_numpy()][:, None]
    tired = _tired(day, schemes.events["dormant"]) / slope
    active = people * np.exp(-hollow.cumsum(axis=1) - tired)
    return Growth(people, size * (bots + dosed), waves.count, active)


def _per_post(scene: Scene) -> tuple[float, float]:
    return max(scene.style.growing.per_post, 1e-9), 0.8


def _drift(scene: Scene, dice: Generator, accounts: pl.DataFrame, day: Floats, schemes: Schemes) -> Floats:
    """Day by day: the account's rate, which swings slowly, its weekday, its noise, and the noise of counting people."""
    style, count = scene.style.growing, accounts.height
    fresh = dice.standard_t(style.tail, (count, day.shape[1])) * np.sqrt((style.tail - 2) / style.tail)
    calm = calmness(scene, accounts)
    restless = (calm * lognormal(dice, *style.restless, count))[:, None]
    counting = np.sqrt(style.churn / accounts["size"].to_numpy())[:, None] * dice.normal(size=fresh.shape)
    together = style.together * dice.normal(size=(len(PLATFORMS), day.shape[1]))[accounts["on"].to_numpy()]
    week = 1 + style.week * np.sin(2 * np.pi * (day / 7 + dice.random((count, 1))))
    bend = 1 + style.bend * dice.uniform(-1, 1, (count, 1)) * (1 - 2 * day / scene.days)
    swings = calm[:, None] * _swings(dice, (count, day.shape[1]), style)
    rate = _rates(dice, calm, schemes, style)[:, None] * bend + swings
    away = schemes.events["posting_break"]
    rate = rate + AWAY_RATE * spread(away, day) * np.ceil(away.length)[:, None]
    drift: Floats = rate / YEAR_DAYS * week + restless * remembered(fresh, style.memory) + counting + together
    return drift


def _rates(dice: Generator, calm: Floats, schemes: Schemes, style: Growing) -> Floats:
    """Each account's mean yearly rate; some rise fast, large ones slowly, dormant audiences shrink."""
    count = len(schemes.mechanism)
    often, much = style.rising
    rising = np.where(happens(dice, often, count), dice.exponential(much, count), 0.0)
    quiet = np.where(schemes.events["dormant"].happened, DORMANT_RATE, 0.0)
    return (dice.normal(*style.drift, count) + rising + quiet) * calm


def _swings(dice: Generator, shape: tuple[int, int], style: Growing) -> Floats:
    size, length = style.swing
    return size * remembered(dice.normal(size=shape), float(np.exp(-1 / length)))


def _gains(dice: Generator, day: Floats, events: dict[str, Event], style: Happening) -> tuple[Floats, Floats]:
    """Daily changes of log followers that innocent events bring, guests leaving again; and how much of it is hollow."""
    prize = events["giveaway"]
    leaving = Event(prize.day + np.ceil(prize.length), prize.size, np.full(len(prize.day), GIVEAWAY_LEAVING_DAYS))
    came = {
        "viral": (fade(events["viral"], day), style.staying[0]),
        "press": (fade(events["press"], day), style.staying[0]),
        "giveaway": (spread(prize, day) - style.leavers * spread(leaving, day), style.staying[1]),
        "paid_promotion": (spread(events["paid_promotion"], day), style.staying[1]),
    }
    gained, hollow = np.zeros((len(prize.day), day.shape[1])), np.zeros((len(prize.day), day.shape[1]))
    for name, (weight, staying) in came.items():
        gain = np.log1p(events[name].size)[:, None] * weight
        gained += gain
        hollow += gain * (1 - dice.beta(4 * staying + 0.1, 4 * (1 - staying) + 0.1, (len(prize.day), 1)))
    # The creator removes followers who never react: fewer, and no less lively.
    removed = events["followers_removed"]
    gone = np.log1p(-removed.size)[:, None] * (day == removed.day[:, None])
    return gained + gone, hollow + gone


def _tired(day: Floats, dormant: Event) -> Floats:
    """What going quiet takes from log likes: at once, or over time."""
    since = (day - dormant.day[:, None]) / dormant.length[:, None]
    return np.where(dormant.happened[:, None], np.clip(since, 0.0, 1.0) * dormant.size[:, None], 0.0)


def _purge_days(scene: Scene, dice: Generator, accounts: pl.DataFrame) -> Floats:
    """The days on which each account's platform removes accounts (accounts x purges), the same for all of it."""
    days = np.floor(dice.uniform(0.15, 0.95, (len(PLATFORMS), scene.style.growing.purges)) * scene.days)
    swept: Floats = days[accounts["on"].to_numpy()]
    return swept


def _purged(dice: Generator, day: Floats, schemes: Schemes, swept: Floats) -> Floats:
    """What purge days take from the real audience: little from all, more from those it is a confounder of."""
    hard = schemes.events["purge"]
    loss = np.where(hard.happened, hard.size, dice.uniform(0.0005, 0.003, len(hard.size)))
    change: Floats = np.log1p(-loss)[:, None] * (day[None] == swept.T[:, :, None]).any(axis=0)
    return change
