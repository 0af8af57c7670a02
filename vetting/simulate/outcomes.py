"""The exchange table `outcomes`: what became of partnerships that a company decided on in the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Flags, Floats, Ints, choose, happens, ragged, texts
from vetting.simulate.incidents import weights
from vetting.simulate.people import NOTE
from vetting.simulate.scene import YEAR_DAYS

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.incidents import Standing
    from vetting.simulate.scene import Scene

REMEMBERED = 0.25
"""The share of the creators on whom a company decided before a window of little more than a year."""
OFTEN = (0.3, 0.4, 0.2, 0.1)
"""How many decisions a creator has had within a longer one: none to three."""
OLDEST_DAYS = 900.0
SOON, LATEST = 15.0, 360.0
AFTERWARDS, AFTER_DAYS = 0.03, (380.0, 700.0)
"""How many partnerships come to harm only when the twelve months are over, and when."""
UNDATED, TWICE = 0.08, 0.02
"""How many incidents stand there without a date, and how many decisions were entered by two people."""
KINDS = ("fake_audience", "fake_audience", "undisclosed_advertising", "undisclosed_advertising", "public_backlash")
LUCK = ("public_backlash", "contract_breach")


def outcomes(scene: Scene, creators: pl.DataFrame, world: Standing) -> pl.DataFrame:
    """Decisions and what was known of them at `as_of`. A year of history lies before each where the window holds two,
    else a decision is a year old or more and lies before most of what is told.

    Beyond the contract: `creator` (row); `incident_day`, the day number of what happened, not a number if nothing was
    known; the `probability` of an incident within twelve months, and whether there is one (`struck`), known or not.
    """  # noqa: D205 # the first sentence needs two lines
    dice = scene.dice("outcomes")
    row, place, decided = _decisions(scene, dice, creators.height)
    day, probability = np.full(len(row), np.nan), np.zeros(len(row))
    for turn in range(int(place.max(initial=-1)) + 1):
        now = np.flatnonzero(place == turn)
        earlier = _earlier(row, day, creators.height, decided[now], row[now])
        probability[now] = world.probability(row[now], decided[now], earlier)
        day[now] = decided[now] + _after(dice, happens(dice, probability[now], len(now)))
    kind = _kinds(dice, world, row, decided)
    known = np.where(day < scene.days, day, np.nan)
    truth = {"probability": pl.Series(probability), "struck": pl.Series(day - decided <= YEAR_DAYS)}
    return _entered(scene, dice, creators, row, decided, known, kind).with_columns(**truth).pipe(_twice, dice)


def incidents(outcomes: pl.DataFrame, count: int) -> Floats:
    """How many incidents each creator has had."""
    happened = outcomes.filter(pl.col("incident_day").is_not_nan()).unique("incident_day")
    return np.bincount(happened["creator"].to_numpy(), minlength=count).astype(np.float64)


def _decisions(scene: Scene, dice: Generator, count: int) -> tuple[Ints, Ints, Floats]:
    """Each decision's creator, its place among that creator's decisions, and its day; in the order of both."""
    if len(scene.pulls) > 1:
        row, place = ragged(dice.permutation(_shared_out(count)))
        day = dice.uniform(YEAR_DAYS, scene.days - 1, len(row))
    else:
        row = np.flatnonzero(dice.permutation(count) < round(REMEMBERED * count))
        place, day = np.zeros(len(row), dtype=np.int64), scene.days - dice.uniform(YEAR_DAYS, OLDEST_DAYS, len(row))
    return row, place, day[np.lexsort((day, row))]


def _shared_out(count: int) -> Ints:
    """Numbers of decisions, each as often as `OFTEN` says."""
    return np.searchsorted(np.cumsum(OFTEN), (np.arange(count) + 0.5) / count, side="right")


def _earlier(row: Ints, day: Floats, count: int, before: Floats, whose: Ints) -> Floats:
    """How many incidents each of `whose` had `before`; at most one an earlier decision."""
    passed = np.zeros(count)
    until = np.full(count, -np.inf)
    until[whose] = before
    np.add.at(passed, row, day < until[row])
    return passed[whose]


def _after(dice: Generator, struck: Flags) -> Floats:
    """Days from a decision to what happened; not a number where nothing did."""
    count = len(struck)
    within, beyond = dice.uniform(SOON, LATEST, count), dice.uniform(*AFTER_DAYS, count)
    late = happens(dice, AFTERWARDS, count)
    return np.where(struck, within, np.where(late, beyond, np.nan))


def _kinds(dice: Generator, world: Standing, row: Ints, decided: Floats) -> pl.Series:
    """What kind each would be: by what there is of its causes, sometimes by bad luck."""
    parts = np.maximum(world.causes(row, decided, np.zeros(len(row))) * weights(world.harming), 0.0)
    odds = np.column_stack([parts[:, : len(KINDS)], parts[:, len(KINDS) :].sum(axis=1), np.full(len(row), 0.4)])
    return texts((*KINDS, *LUCK), choose(dice, odds))


def _entered(  # noqa: PLR0913, PLR0917 # each is a column
    scene: Scene, dice: Generator, creators: pl.DataFrame, row: Ints, decided: Floats, day: Floats, kind: pl.Series
) -> pl.DataFrame:
    """The rows as people enter them: what happened, mostly with its date."""
    happened = np.isfinite(day)
    dated = np.where(happens(dice, UNDATED, len(row)), np.nan, day)
    return pl.DataFrame(
        {
            "creator_id": creators["creator_id"].gather(pl.Series(row)),
            "decided_at": scene.times(decided),
            "incident": pl.Series(happened),
            "incident_at": scene.times(dated),
            "kind": kind.set(pl.Series(~happened), None),
            "note": pl.Series([NOTE.replace("creator", "decision")] * len(row), dtype=pl.String),
            "creator": pl.Series(row),
            "incident_day": pl.Series(day),
        }
    )


def _twice(once: pl.DataFrame, dice: Generator) -> pl.DataFrame:
    """Some decisions stand there twice, entered by somebody else with the day only."""
    again = once.filter(pl.Series(happens(dice, TWICE, once.height)))
    by_day = again.with_columns(pl.col("decided_at").dt.truncate("1d"))
    return pl.concat([once, by_day]).unique(["creator_id", "decided_at"], keep="first", maintain_order=True)
