"""The audience as a stock of people and of accounts that are none, moved forward day by day.

People arrive, are fresh for some weeks, wake or go quiet, and leave; what makes them come is posts that go well, and
what befalls an account. Bought accounts arrive when they are delivered, leak, and are purged with the spam.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.elsewhere.climate import Climate, Floats, Ints, Random, spread

if TYPE_CHECKING:
    from bench.elsewhere.deeds import Deeds
    from bench.elsewhere.people import Cast

PEOPLE = ("fresh", "awake", "quiet", "visiting")
OTHERS = ("spam", "bought", "automatic")
STEPS = (
    ("fresh", "regrets", None),
    ("fresh", "settles", "awake"),
    ("fresh", "tires", "quiet"),
    ("awake", "fades", "quiet"),
    ("quiet", "wakes", "awake"),
    ("quiet", "leaves", None),
)
"""From, by which hazard, to; None is away."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Per account and day: how many are awake, how many are people, how many follow in all, how many it follows."""

    awake: Floats
    people: Floats
    everyone: Floats
    following: Floats
    final: dict[str, Ints]
    """Per account, who is there on the last day, by kind."""
    stocks: dict[str, Ints]
    """Account x day: who was there, by kind; empty where nobody asked to remember."""

    @property
    def inflated(self) -> Floats:
        """Share of the last day's count that is no reachable person."""
        return np.asarray(1 - self.people[:, -1] / np.maximum(self.everyone[:, -1], 1))


def live(random: Random, cast: Cast, deeds: Deeds, climate: Climate, pull: Floats, *, remember: bool = False) -> Crowd:
    """Move every audience through the days. `pull` (account x day) says how much its posts draw, around 1."""
    stocks = _start(random, cast, deeds, climate)
    coming = _arrivals(random, cast, deeds, climate, pull)
    bought = _bought(random, cast, deeds)
    hazard = _hazards(random, stocks)
    record = {name: np.zeros((len(cast), climate.days)) for name in ("awake", "people", "everyone")}
    names = (*PEOPLE, *OTHERS) if remember else ()
    kept = {name: np.zeros((len(cast), climate.days), np.int64) for name in names}
    for day in range(climate.days):
        _people(random, stocks, hazard, {name: flow[:, day] for name, flow in coming.items()})
        _others(random, stocks, climate, {name: flow[:, day] for name, flow in bought.items()})
        _losses(random, stocks, cast, deeds, climate, day)
        record["awake"][:, day] = stocks["awake"] + stocks["fresh"] + 0.5 * stocks["visiting"]
        record["awake"][:, day] += deeds.lifelike * stocks["bought"]
        record["people"][:, day] = sum(stocks[name] for name in PEOPLE)
        record["everyone"][:, day] = record["people"][:, day] + sum(stocks[name] for name in OTHERS)
        for name, days in kept.items():
            days[:, day] = stocks[name]
    return Crowd(**record, following=_following(random, cast, deeds), final=stocks, stocks=kept)


def _start(random: Random, cast: Cast, deeds: Deeds, climate: Climate) -> dict[str, Ints]:
    awake = np.clip(cast.habit("awake") * cast.liveliness, 0.003, 0.9)
    awake *= np.where(deeds.events["dormant"].has, random.uniform(0.1, 0.4, len(cast)), 1)
    spam = climate.background * random.gamma(1.6, 1 / 1.6, len(cast))
    early = deeds.uses["before"] * deeds.target * np.where(deeds.uses["drip"], 0.5, 1)
    stocks = {
        "fresh": 0.01 * cast.size,
        "awake": awake * cast.size,
        "quiet": (1 - awake) * cast.size,
        "visiting": 0 * cast.size,
        "spam": spam * cast.size,
        "bought": early / (1 - early) * cast.size,
        "automatic": 0.4 * deeds.uses["follow_back"] * deeds.target * cast.size,
    }
    return {name: np.round(stock).astype(np.int64) for name, stock in stocks.items()}


def _arrivals(random: Random, cast: Cast, deeds: Deeds, climate: Climate, pull: Floats) -> dict[str, Floats]:
    """Who comes, per account and day: usual comers, visitors of a giveaway, people who were advertised to."""
    usual = spread(random, climate.boom, 1.0, len(cast)) / 365
    season = 1 + 0.15 * np.sin(2 * np.pi * (np.arange(climate.days) + random.integers(0, 7)) / 7)
    luck = random.gamma(climate.restless, 1 / climate.restless, (len(cast), climate.days))
    fresh = (cast.size * usual)[:, None] * (0.5 + 0.5 * pull) * season * luck
    fresh += cast.size[:, None] * (_surge(deeds, "breakout", 0.14, 5.0) + _surge(deeds, "press", 0.09, 1.3))
    event = deeds.events["giveaway"]
    visiting = cast.size[:, None] * _during(deeds, "giveaway") * (0.05 * event.size / event.days)[:, None]
    promoted = deeds.events["paid_promotion"]
    quiet = cast.size[:, None] * _during(deeds, "paid_promotion") * (0.15 * promoted.size / promoted.days)[:, None]
    return {"fresh": fresh + 0.25 * quiet, "visiting": visiting, "quiet": 0.75 * quiet}


def _surge(deeds: Deeds, name: str, size: float, lasts: float) -> Floats:
    event, since = deeds.events[name], np.arange(deeds.days) - deeds.events[name].start[:, None]
    shape = np.where(since >= 0, np.exp(-np.maximum(since, 0) / lasts), 0) / lasts
    return np.asarray(shape * (event.has * event.size * size)[:, None])


def _during(deeds: Deeds, name: str) -> Floats:
    event, since = deeds.events[name], np.arange(deeds.days) - deeds.events[name].start[:, None]
    return np.asarray(((since >= 0) & (since < event.days[:, None]) & event.has[:, None]) * 1.0)


def _bought(random: Random, cast: Cast, deeds: Deeds) -> dict[str, Floats]:
    """Deliveries are ordered for a target share of the count; automatic accounts answer a wave of follows."""
    late = deeds.target * np.where(deeds.uses["before"], 0.5, 1)
    order = late / (1 - late) * cast.size * 1.4
    answers = np.maximum(deeds.waves, 0) * cast.size[:, None] * random.uniform(0.1, 0.3, (len(cast), 1))
    return {"bought": deeds.deliveries * order[:, None], "automatic": answers}


def _hazards(random: Random, stocks: dict[str, Ints]) -> dict[str, Floats]:
    """Chances per day. As many wake as go quiet, so that the share who is awake stays about what it was."""
    count, share = len(stocks["awake"]), stocks["awake"] / np.maximum(stocks["awake"] + stocks["quiet"], 1)
    fades = spread(random, 0.003, 0.5, count)
    return {
        "fades": fades,
        "leaves": spread(random, 0.0008, 0.7, count),
        "settles": 0.06 * share,
        "tires": 0.06 * (1 - share),
        "regrets": np.clip(spread(random, 0.012, 0.4, count), 0, 0.1),
        "wakes": np.minimum(fades * share / np.maximum(1 - share, 0.05), 0.5),
    }


def _people(random: Random, stocks: dict[str, Ints], hazard: dict[str, Floats], coming: dict[str, Floats]) -> None:
    for name, rate in coming.items():
        stocks[name] = stocks[name] + random.poisson(rate)
    for name, out, to in STEPS:
        move(random, stocks, name, hazard[out], to)
    move(random, stocks, "visiting", 7 * hazard["regrets"], None)
    move(random, stocks, "visiting", hazard["tires"] / 6, "quiet")


def _others(random: Random, stocks: dict[str, Ints], climate: Climate, bought: dict[str, Floats]) -> None:
    for name, rate in bought.items():
        stocks[name] = stocks[name] + random.poisson(rate)
        move(random, stocks, name, np.full(len(rate), climate.leak), None)
    stocks["spam"] = stocks["spam"] + random.poisson(climate.spam_grows * stocks["spam"])


def _losses(random: Random, stocks: dict[str, Ints], cast: Cast, deeds: Deeds, climate: Climate, day: int) -> None:
    """A purge day of the platform, and an account's own clean-up."""
    purge = (climate.purge_days[cast.platform] == day) * climate.purge_strength
    for name, part in (("spam", 1.0), ("bought", 0.5), ("automatic", 0.3), ("quiet", 0.02)):
        move(random, stocks, name, purge * part, None)
    tidy = deeds.events["clean_up"].has & (deeds.events["clean_up"].start == day)
    for name, part in (("quiet", 0.12), ("spam", 0.6), ("bought", 0.1)):
        move(random, stocks, name, tidy * part, None)


def move(random: Random, stocks: dict[str, Ints], name: str, hazard: Floats, to: str | None) -> None:
    """Let each of a stock go with a chance, elsewhere or away."""
    gone = random.binomial(stocks[name], np.clip(hazard, 0, 1))
    stocks[name] = stocks[name] - gone
    if to:
        stocks[to] = stocks[to] + gone


def _following(random: Random, cast: Cast, deeds: Deeds) -> Floats:
    base = np.minimum(spread(random, 450, 0.9, len(cast)), 7000)
    drift = np.cumsum(random.poisson(spread(random, 0.3, 0.8, len(cast))[:, None], (len(cast), deeds.days)), axis=1)
    scale = np.minimum(cast.size, 30_000)[:, None]
    return np.asarray(np.clip(base[:, None] + drift + np.cumsum(deeds.waves, axis=1) * scale, 0, 7500))
