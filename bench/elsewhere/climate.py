"""What holds for one whole world and differs between worlds: how common things are, and how strong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from datetime import datetime

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Random = np.random.Generator

DAYS = 181
"""Days that anybody watched, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Climate:
    """One world's own numbers. Shares are 0-1, hazards per day."""

    as_of: datetime
    fraud: float
    """Share of the creators who did something."""
    dose: float
    """How much those order: the mean of the share that they aim at."""
    boom: float
    """How fast audiences usually grow, per year."""
    stir: float
    """How many honest events there are, against the usual number."""
    background: float
    """Usual share of spam accounts in anybody's audience."""
    restless: float
    """How unevenly people arrive: the shape of the gamma that a day's arrivals are drawn with."""
    leak: float
    """Hazard of a bought account in its first four weeks: one of ten is gone after them."""
    purge_days: Ints
    """Per platform the day on which it purged, or -1."""
    purge_strength: float
    """Share of the spam that a purge removes."""
    slips: float
    """Share of hand labels that are wrong."""
    newest: float
    """Share of follower lists that were read from their newest end."""
    disguise: float
    """Share of purchases that were timed to a post that went well."""
    days: int = DAYS
    """How many days anybody watched."""
    spam_grows: float = 0.001
    """Spam accounts that arrive per day, for each that is there."""


def draw_climate(random: Random, *, as_of: datetime, platforms: int, fraud: float | None, days: int = DAYS) -> Climate:
    """One world's climate; `fraud` where it is not to be drawn."""
    purges = np.where(often(random, 0.45, platforms), random.integers(20, days - 15, platforms), -1)
    return Climate(
        as_of=as_of,
        fraud=random.uniform(0.3, 0.6) if fraud is None else fraud,
        dose=random.uniform(0.3, 0.5),
        boom=random.uniform(0.2, 1.0),
        stir=random.uniform(0.7, 1.4),
        background=random.uniform(0.005, 0.04),
        restless=random.uniform(0.6, 5),
        leak=-np.log(random.uniform(0.85, 0.94)) / 28,
        purge_days=purges.astype(np.int64),
        purge_strength=random.uniform(0.2, 0.8),
        slips=random.uniform(0.01, 0.06),
        newest=random.uniform(0.2, 0.7),
        disguise=random.uniform(0.05, 0.3),
        days=days,
    )


def often(random: Random, chance: float | Floats, size: int | tuple[int, ...]) -> Flags:
    """Coins that fall right with a chance."""
    return np.asarray(random.random(size) < chance)


def spread(random: Random, middle: float, logs: float, size: int) -> Floats:
    """Log-normal numbers around a median."""
    return np.asarray(middle * np.exp(random.normal(0, logs, size)), np.float64)


def identities(kind: str, *keys: Ints) -> list[str]:
    """Ids that look random and are the same on every machine: a mix of the keys' bits (splitmix64)."""
    state = np.full(len(keys[0]), sum(ord(sign) << (8 * place) for place, sign in enumerate(kind)), np.uint64)
    for key in keys:
        state = state * np.uint64(0x9E3779B97F4A7C15) + key.astype(np.uint64) + np.uint64(0x632BE59BD9B4E019)
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            state = (state ^ (state >> np.uint64(shift))) * np.uint64(factor)
        state ^= state >> np.uint64(31)
    return [f"{value >> 8:014x}" for value in state.tolist()]


def moments(climate: Climate, days: Floats) -> NDArray[np.datetime64]:
    """Days since the first one, as times; none is as late as as_of."""
    first = np.datetime64(climate.as_of, "us") - np.timedelta64(climate.days, "D")
    steps = (np.clip(days, -np.inf, climate.days - 1e-4) * 86_400e6).astype("timedelta64[us]")
    return first + steps
