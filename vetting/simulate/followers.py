"""The exchange table `follower_samples`: a few hundred followers of some accounts, and what a person said of some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.accounts import INSTAGRAM, PLATFORMS
from vetting.simulate.draw import Flags, Floats, Ints, happens, pseudonyms, ragged, texts, weighted
from vetting.simulate.follower_profiles import (
    AGED,
    COPIED,
    CRUDE,
    FOLLOW_BACK,
    HIDDEN,
    SPAMMER,
    TYPICAL,
    Habit,
    habit,
    kinds,
    profiles,
)
from vetting.simulate.schemes import FOLLOW_BACK as BY_FOLLOWING_BACK

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.growth import Growth
    from vetting.simulate.scene import Scene
    from vetting.simulate.schemes import Schemes

DRAWN = ("uniform", "newest_first", "unknown")
RECENT_DAYS = 45
POOL, FARM_POOL, STRANGERS, SELLERS, CROWD = 1024, 1024, 2**60, 2**58, 2**57
"""How many numbers a sample and a seller have; where those of strangers, sellers' accounts and shared fans begin."""
FROM_STOCK, SHARED_FANS, CROWD_SIZE = 0.7, 0.04, 2**14
BATCHES, BATCH_DAYS = 6, 5.0


@dataclass(frozen=True, slots=True)
class Manners:
    """How a world's samples were drawn and labelled. Shares, but `sizes` and `labels`, which count followers."""

    sampled: float = 1 / 3
    sizes: tuple[int, int] = (100, 301)
    order: tuple[float, float, float] = (0.55, 0.3, 0.15)
    """How often a sample was drawn in each way of `DRAWN`."""
    labelled: float = 0.45
    labels: int = 60
    slips: float = 0.05
    batched: float = 0.5


def follower_samples(scene: Scene, accounts: pl.DataFrame, schemes: Schemes, growth: Growth) -> pl.DataFrame:
    """One row per sampled follower. Samples of the newest hold what came in lately, not what the audience is.

    An account is sampled at most once, at some pull.
    """
    dice = scene.dice("followers")
    manners = Manners() if scene.typical else _manners(dice)
    ways = [TYPICAL if scene.typical else habit(dice) for _ in PLATFORMS]
    turn = scene.dice("sampling").choice(scene.pulls, accounts.height)
    parts = [
        _sampled(scene, dice, accounts, schemes, growth, day, turn == day, manners, ways)
        for day in reversed(scene.pulls)
    ]
    return pl.concat(parts)


def _sampled(  # noqa: PLR0913, PLR0917 # each is a part of the world that a sample shows
    scene: Scene,
    dice: Generator,
    accounts: pl.DataFrame,
    schemes: Schemes,
    growth: Growth,
    day: int,
    due: Flags,
    manners: Manners,
    ways: list[Habit],
) -> pl.DataFrame:
    """The samples of one pull, of the accounts that are due."""
    chosen = happens(dice, manners.sampled, accounts.height) & due
    sizes = np.where(chosen, dice.integers(*manners.sizes, accounts.height), 0)
    sizes = np.minimum(sizes, growth.shown[:, day].astype(np.int64) // 2)
    drawn = weighted(dice, manners.order, accounts.height)
    account, place = ragged(sizes)
    share = np.where(drawn == 1, _recent_share(schemes, growth, day), growth.fake[:, day] / growth.shown[:, day])
    fake = happens(dice, share[account], len(account))
    kind = _kinds(dice, fake, account, schemes)
    on = accounts["on"].to_numpy()[account]
    shown = _shown(dice, kind, on, ways)
    age = np.where(on == INSTAGRAM, np.nan, shown["age"].fill_null(float("nan")).to_numpy())
    age = _batched(dice, age, kind, account, schemes, manners)
    return shown.with_columns(
        account_id=accounts["account_id"].gather(pl.Series(account)),
        follower_id=pseudonyms("f", _numbers(dice, kind, account, place, schemes)),
        sampled_at=scene.times(day - dice.uniform(0.5, 12.0, accounts.height)[account]),
        drawn=texts(DRAWN, drawn[account]),
        created_at=scene.times(day - 13 - age),
        label=_labels(dice, fake, account, place, manners),
    )


def _manners(dice: Generator) -> Manners:
    """Manners of a world that is not the typical one."""
    known = bool(dice.random() < 1 / 2)
    return Manners(
        sampled=float(dice.uniform(0.2, 0.6)),
        sizes=(100, int(dice.choice([201, 301, 401]))),
        order=(0.55, 0.3, 0.15) if known else (0.0, 0.0, 1.0),
        labelled=float(dice.uniform(0.2, 0.8)),
        labels=int(dice.integers(30, 121)),
        slips=float(dice.uniform(0.0, 0.07)),
        batched=float(dice.uniform(0.0, 0.9)),
    )


def _recent_share(schemes: Schemes, growth: Growth, day: int) -> Floats:
    """The share of the last weeks' arrivals that is not real; a shrinking audience still gains some real ones."""
    then = day + 1 - RECENT_DAYS
    arrived = np.maximum(growth.fake[:, day] - growth.fake[:, then], 0.0)
    real = np.maximum(growth.real[:, day] - growth.real[:, then], 0.004 * growth.real[:, day])
    share: Floats = np.clip(arrived / (arrived + real), schemes.background, 0.95)
    return share


def _kinds(dice: Generator, fake: Flags, account: Ints, schemes: Schemes) -> Ints:
    """Each follower's kind. Every inflated audience has its own quality; what follows back does so by a machine."""
    kind = kinds(dice, fake)
    bought = schemes.dose / np.maximum(schemes.inflation, 1e-9)
    machine = fake & happens(dice, bought[account], len(account))
    mutual = machine & (schemes.mechanism[account] == BY_FOLLOWING_BACK)
    polish = dice.beta(1.2, 1.6, len(schemes.dose))[account]
    good = happens(dice, polish, len(account))
    polished = np.where(happens(dice, 0.5, len(account)), AGED, COPIED)
    rest = np.where(happens(dice, 0.5, len(account)), HIDDEN, SPAMMER)
    rough = np.where(happens(dice, 0.75, len(account)), CRUDE, rest)
    return np.where(mutual, FOLLOW_BACK, np.where(machine, np.where(good, polished, rough), kind)).astype(np.int64)


def _shown(dice: Generator, kind: Ints, on: Ints, ways: list[Habit]) -> pl.DataFrame:
    """The profiles, in the ways of each one's platform."""
    parts = [
        profiles(dice, kind[on == platform], its).with_columns(at=pl.Series(np.flatnonzero(on == platform)))
        for platform, its in enumerate(ways)
    ]
    return pl.concat(parts).sort("at").drop("at")


def _batched(dice: Generator, age: Floats, kind: Ints, account: Ints, schemes: Schemes, manners: Manners) -> Floats:
    """Ages in days; a seller opens its crude accounts in a few batches, days apart."""
    opened = dice.uniform(20, 600, (int(schemes.farm.max(initial=0)) + 1, BATCHES))
    batch = opened[schemes.farm[account], dice.integers(0, BATCHES, len(kind))]
    together = (kind == CRUDE) & happens(dice, manners.batched, len(kind))
    return np.where(together & np.isfinite(age), batch + dice.uniform(0, BATCH_DAYS, len(kind)), age)


def _numbers(dice: Generator, kind: Ints, account: Ints, place: Ints, schemes: Schemes) -> Ints:
    """Each follower's number: sellers send the same accounts to many, and some fans follow several creators."""
    number = STRANGERS + account * POOL + place
    start = dice.integers(0, FARM_POOL, int(account.max(initial=0)) + 1)[account]
    stock = SELLERS + schemes.farm[account] * FARM_POOL + (start + place) % FARM_POOL
    bought = (kind == CRUDE) & (schemes.dose[account] > 0) & happens(dice, FROM_STOCK, len(kind))
    fan = CROWD + (start * 29 + place * 1013) % CROWD_SIZE
    shared = happens(dice, SHARED_FANS, len(kind))
    return np.where(bought, stock, np.where(shared, fan, number))


def _labels(dice: Generator, fake: Flags, account: Ints, place: Ints, manners: Manners) -> pl.Series:
    """The hand labels: of the first followers of some samples, now and then wrong."""
    audiences = int(account.max(initial=0)) + 1
    judged = happens(dice, manners.labelled, audiences)[account] & (place < manners.labels)
    wrong = happens(dice, manners.slips, len(fake))
    return texts(("real", "fake"), (fake ^ wrong).astype(np.int64)).set(pl.Series(~judged), None)
