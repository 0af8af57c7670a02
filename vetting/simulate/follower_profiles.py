"""What followers' profiles show, by the kind of follower, and how that differs from platform to platform.

Kinds are guesses from experience, not fitted to anything. So that nothing leans on one guess, a `Habit` moves every
level and every habit at random, and takes away the columns that a platform doesn't give.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Flags, Floats, Ints, happens, pick
from vetting.simulate.names import NAMES, STAGE

if TYPE_CHECKING:
    from numpy.random import Generator

KINDS = {
    # kind: medians of followers, following, posts, bio length and age in days; chances of picture, bio, private, digits
    "lively": (300, 380, 90, 50, 1900, 0.97, 0.75, 0.35, 0.06),
    "dormant": (70, 190, 3, 25, 1700, 0.80, 0.35, 0.45, 0.10),
    "newcomer": (25, 110, 4, 25, 120, 0.85, 0.35, 0.40, 0.15),
    "fan": (130, 700, 25, 45, 900, 0.96, 0.75, 0.20, 0.15),
    "business": (1200, 700, 220, 110, 1600, 0.99, 0.97, 0.02, 0.05),
    "crude": (10, 900, 0.4, 20, 150, 0.50, 0.20, 0.15, 0.55),
    "aged": (60, 1100, 6, 30, 1100, 0.85, 0.50, 0.20, 0.25),
    "copied": (110, 1300, 14, 45, 500, 0.97, 0.75, 0.15, 0.20),
    "hidden": (25, 700, 0.8, 20, 350, 0.80, 0.30, 0.90, 0.35),
    "spammer": (120, 3200, 20, 70, 250, 0.90, 0.85, 0.03, 0.30),
    "follow_back": (1900, 2700, 110, 70, 1000, 0.97, 0.90, 0.03, 0.10),
}
LIVELY, DORMANT, NEWCOMER, FAN, BUSINESS, CRUDE, AGED, COPIED, HIDDEN, SPAMMER, FOLLOW_BACK = range(len(KINDS))
FAKE = np.arange(len(KINDS)) >= CRUDE
LEVELS = np.log(np.array([row[:5] for row in KINDS.values()]))
CHANCES = np.array([row[5:] for row in KINDS.values()])
SPREAD = np.array([1.1, 0.8, 1.2, 0.7, 0.7])
"""SD of the logs within a kind, in the order of the levels."""
REAL_MIX, FAKE_MIX = (5.0, 3.0, 1.0, 1.2, 0.6), (4.0, 1.5, 1.5, 1.0, 1.0, 0.6)
MISSING = {
    "has_avatar": 0.1,
    "bio_length": 0.1,
    "posts_count": 0.05,
    "created_at": 0.5,
    "is_private": 0.3,
    "handle": 0.1,
}
"""How often a platform doesn't give a column."""
LONGEST_BIO, OLDEST = 160, 5000.0


@dataclass(frozen=True, slots=True)
class Habit:
    """One platform's ways. `levels` (kinds x 5, logs) and `chances` (kinds x 4) as in `KINDS`; what it never gives."""

    levels: Floats
    chances: Floats
    most_following: float
    missing: tuple[str, ...] = ()


TYPICAL = Habit(LEVELS, CHANCES, 7500.0)


def habit(dice: Generator) -> Habit:
    """A platform drawn at random: levels shared by all kinds and each kind's own move, some columns are not there."""
    shared = dice.normal(0.0, (0.5, 0.4, 0.9, 0.3, 0.4))
    levels = LEVELS + shared + dice.normal(0.0, 0.45, LEVELS.shape)
    odds = np.log(CHANCES / (1 - CHANCES)) + dice.normal(0.0, 0.6, 4) + dice.normal(0.0, 0.6, CHANCES.shape)
    missing = tuple(name for name, chance in MISSING.items() if dice.random() < chance)
    return Habit(levels, 1 / (1 + np.exp(-odds)), float(dice.choice([2000.0, 5000.0, 7500.0])), missing)


def kinds(dice: Generator, fake: Flags, real_mix: Floats | None = None, fake_mix: Floats | None = None) -> Ints:
    """A kind for each follower; the mixes are weights over the real and the fake kinds."""
    real = dice.choice(CRUDE, len(fake), p=_shares(REAL_MIX if real_mix is None else real_mix))
    machine = CRUDE + dice.choice(len(KINDS) - CRUDE, len(fake), p=_shares(FAKE_MIX if fake_mix is None else fake_mix))
    return np.where(fake, machine, real).astype(np.int64)


def profiles(dice: Generator, kind: Ints, ways: Habit = TYPICAL) -> pl.DataFrame:
    """One row per follower: the exchange columns of its profile, and `age` in days in place of `created_at`."""
    count = len(kind)
    drawn = np.exp(ways.levels[kind] + SPREAD * dice.normal(size=(count, 5)))
    drawn[:, 4] = np.where(kind == LIVELY, np.maximum(drawn[:, 4], 60), drawn[:, 4])
    picture, written, private, digits = (dice.random((count, 4)) < ways.chances[kind]).T
    frame = pl.DataFrame(
        {
            "handle": handles(dice, digits),
            "has_avatar": picture,
            "bio_length": np.where(written, np.clip(drawn[:, 3], 1, LONGEST_BIO), 0).astype(np.int64),
            "followers": drawn[:, 0].astype(np.int64),
            "following": np.minimum(drawn[:, 1], ways.most_following).astype(np.int64),
            "posts_count": drawn[:, 2].astype(np.int64),
            "is_private": private,
            "age": np.where(drawn[:, 4] < OLDEST, drawn[:, 4], dice.uniform(0.6 * OLDEST, OLDEST, count)),
        }
    )
    gone = ["age" if name == "created_at" else name for name in ways.missing]
    return frame.with_columns(pl.lit(None, dtype=frame.schema[name]).alias(name) for name in gone)


def handles(dice: Generator, generated: Flags) -> pl.Series:
    """Made-up handles; the generated ones end in many digits."""
    count = len(generated)
    given = tuple(name.lower().replace(" ", "") for parts in NAMES.values() for name in parts[0])
    first = pick(dice, given, count).zip_with(pl.Series(dice.random(count) < 1 / 2), pick(dice, STAGE[0], count))
    sign = pick(dice, ("", "", ".", "_"), count)
    few = pl.Series(dice.integers(1, 100, count)).cast(pl.String)
    none = pl.Series([""], dtype=pl.String).gather(pl.Series(np.zeros(count, dtype=np.int64)))
    tail = few.zip_with(pl.Series(happens(dice, 0.35, count)), none)
    many = pl.Series((10 ** dice.uniform(4, 8, count)).astype(np.int64)).cast(pl.String)
    return (first + sign + pick(dice, STAGE[1], count)).str.to_lowercase() + many.zip_with(pl.Series(generated), tail)


def _shares(weights: Floats | tuple[float, ...]) -> Floats:
    array = np.asarray(weights, dtype=np.float64)
    shares: Floats = array / array.sum()
    return shares
