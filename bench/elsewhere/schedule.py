"""When which account posts, and how much each post appeals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bench.elsewhere.climate import DAYS, Flags, Floats, Ints, Random, often, spread

if TYPE_CHECKING:
    from bench.elsewhere.deeds import Deeds
    from bench.elsewhere.people import Cast

BEFORE, MOST = 20.0, 200
HALO = 14
"""Days for which a post that broke out helps the next ones."""
MEMORY, SURPRISE = 0.95, 0.6
"""How much of a post's appeal the next one keeps, and the spread of its logarithm."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """All posts, one entry each, by account and time."""

    account: Ints
    at: Floats
    """Days since the first one; a little before it for some."""
    appeal: Floats
    giveaway: Flags
    promoted: Flags
    days: int = DAYS

    def __len__(self) -> int:
        """How many posts."""
        return len(self.account)

    @property
    def day(self) -> Ints:
        """The day of each post, within those that were watched."""
        return np.clip(np.floor(self.at), 0, self.days - 1).astype(np.int64)

    def pull(self, accounts: int) -> Floats:
        """Account x day: how much its posts of the last days draw, around 1."""
        fresh = np.zeros((accounts, self.days))
        np.add.at(fresh, (self.account, self.day), np.minimum(self.appeal, 8))
        drawn = fresh.copy()
        for day in range(1, self.days):
            drawn[:, day] += 0.65 * drawn[:, day - 1]
        usual = np.maximum(drawn.mean(axis=1, keepdims=True), 1e-9)
        return np.asarray(drawn / usual)


class Rhythm(NamedTuple):
    """How accounts post, one entry each: days between posts, how even (the gamma's shape), chance of a long pause."""

    usual: Floats
    shape: Floats
    lapses: Floats
    most: int
    """No account has more posts."""


def draw_rhythm(random: Random, accounts: int) -> Rhythm:
    """Every few days, more or less evenly."""
    usual = np.clip(spread(random, 3.2, 0.75, accounts), 0.95, 40)
    return Rhythm(usual, random.uniform(0.8, 5, accounts), np.zeros(accounts), MOST)


def draw_schedule(random: Random, cast: Cast, deeds: Deeds, rhythm: Rhythm | None = None) -> Schedule:
    """Gaps between posts are gamma; appeal is an autoregression with heavy tails; breaks and breakouts fall in."""
    usual, shape, lapses, most = rhythm or draw_rhythm(random, len(cast))
    gaps = random.gamma(shape[:, None], (usual / shape)[:, None], (len(cast), most))
    if lapses.any():
        gaps *= np.where(often(random, lapses[:, None], gaps.shape), random.uniform(4, 14, gaps.shape), 1)
    at = np.cumsum(gaps, axis=1) - BEFORE
    logs = _appeal(random, len(cast), most)
    rest = deeds.events["posting_break"]
    resting = (at >= rest.start[:, None]) & (at < (rest.start + rest.days)[:, None]) & rest.has[:, None]
    kept = (at < deeds.days - 0.05) & ~resting
    appeal = np.exp(logs) * _luck(deeds, at)
    event, promoted = deeds.events["giveaway"], deeds.events["paid_promotion"]
    giveaway = _first_after(at, event.start) & event.has[:, None]
    running = (at >= promoted.start[:, None]) & (at < (promoted.start + promoted.days)[:, None])
    pushed = running & promoted.has[:, None] & often(random, 0.3, at.shape)
    account = np.broadcast_to(np.arange(len(cast))[:, None], at.shape)
    return Schedule(account[kept], at[kept], appeal[kept], giveaway[kept], pushed[kept], deeds.days)


def _appeal(random: Random, count: int, most: int) -> Floats:
    logs = np.zeros((count, most))
    step = SURPRISE * np.sqrt(1 - MEMORY**2)
    shock = random.standard_t(6, (count, most)) / np.sqrt(1.5) * step
    logs[:, 0] = random.normal(0, SURPRISE, count)
    for post in range(1, most):
        logs[:, post] = MEMORY * logs[:, post - 1] + shock[:, post]
    return logs


def _first_after(at: Floats, start: Ints) -> Flags:
    late = at >= start[:, None]
    return np.asarray(late & (np.cumsum(late, axis=1) == 1))


def _luck(deeds: Deeds, at: Floats) -> Floats:
    """One post breaks out; those of the next two weeks gain a little from it."""
    event = deeds.events["breakout"]
    since = at - event.start[:, None]
    halo = np.where((since >= 0) & (since < HALO), 1 + 0.5 * event.size[:, None] * np.exp(-np.maximum(since, 0) / 6), 1)
    burst = np.where(_first_after(at, event.start), 1 + 9 * event.size[:, None], 1)
    return np.asarray(np.where(event.has[:, None], halo * burst, 1))
