"""What was done to an audience, and what merely befell it. Both are drawn here and act elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bench.elsewhere.climate import DAYS, Climate, Flags, Floats, Ints, Random, often

if TYPE_CHECKING:
    from bench.elsewhere.people import Cast

MEANS = ("bulk", "before", "drip", "follow_back", "like_bots", "comments", "pod")
RECIPES: tuple[tuple[tuple[str, ...], float], ...] = (
    (("bulk",), 0.2), (("drip",), 0.13), (("follow_back",), 0.12), (("before",), 0.12), (("like_bots",), 0.06),
    (("comments",), 0.06), (("pod",), 0.09), (("bulk", "like_bots"), 0.06), (("bulk", "drip"), 0.04),
    (("before", "drip"), 0.03), (("drip", "comments"), 0.03), (("before", "like_bots", "comments"), 0.03),
    (("bulk", "pod"), 0.03),
)  # fmt: skip
EVENTS = {"breakout": 0.11, "press": 0.07, "giveaway": 0.09, "paid_promotion": 0.08, "dormant": 0.09,
          "posting_break": 0.08, "glitch": 0.07, "clean_up": 0.04}  # fmt: skip

MOSTLY = 0.6
"""Nothing befalls more of the accounts than this, however long one watches."""
DELIVERED = 12
"""Days within which a lot has come."""


class Event(NamedTuple):
    """One kind of event, one entry per account: whether, from which day, how many days, how strong."""

    has: Flags
    start: Ints
    days: Ints
    size: Floats


@dataclass(frozen=True, slots=True)
class Deeds:
    """Who did what, at which dose; and the events of everybody."""

    uses: dict[str, Flags]
    target: Floats
    """Share of today's count that the bought part is meant to make up."""
    likes: Floats
    """Bought likes per post, against the account's usual."""
    comments: Floats
    """Share of the comments that are bought."""
    ring: Ints
    """Which pod, or -1."""
    deliveries: Floats
    """Account x day: when bought accounts arrive, as shares of all of them."""
    lifelike: Floats
    """Share of the bought accounts that look in like people: dear ones do."""
    waves: Floats
    """Account x day: accounts followed, or dropped again, in the hope of a follow back, against the size."""
    events: dict[str, Event]

    @property
    def days(self) -> int:
        """How many days anybody watched."""
        return int(self.deliveries.shape[1])

    @property
    def honest(self) -> Flags:
        """Who did nothing."""
        return np.asarray(~np.any(list(self.uses.values()), axis=0))

    def mechanism(self) -> list[str]:
        """Per account what was used, joined by +, or `none`."""
        table = np.array([self.uses[name] for name in MEANS])
        return ["+".join(np.array(MEANS)[column].tolist()) or "none" for column in table.T]


def draw_deeds(random: Random, cast: Cast, climate: Climate) -> Deeds:
    """Whole creators are honest or not; one who is not does it on each account with some chance."""
    creators, count = int(cast.creator.max()) + 1, len(cast)
    guilty = random.permutation(creators) < round(climate.fraud * creators)
    recipe = random.choice(len(RECIPES), creators, p=np.array([share for _, share in RECIPES]))
    main = np.diff(cast.creator, prepend=-1) > 0
    acts = guilty[cast.creator] & (main | often(random, 0.7, count))
    uses = {name: acts & np.array([name in means for means, _ in RECIPES])[recipe[cast.creator]] for name in MEANS}
    uses["follow_back"] &= cast.shows("following")
    events = _events(random, count, climate)
    target = np.clip(random.beta(1.1, 1.1 / climate.dose - 1.1, count), 0.02, 0.85) * np.where(
        uses["follow_back"], 0.5, 1
    )
    return Deeds(
        uses=uses,
        target=np.where(uses["bulk"] | uses["before"] | uses["drip"] | uses["follow_back"], target, 0),
        likes=np.where(uses["like_bots"], random.gamma(2.0, 0.6, count), 0),
        comments=np.where(uses["comments"], random.uniform(0.1, 0.75, count), 0),
        ring=_rings(random, cast, uses["pod"]),
        deliveries=_deliveries(random, uses, events, climate),
        lifelike=np.where(often(random, 0.3, count), random.uniform(0, 0.15, count), 0),
        waves=_waves(random, uses["follow_back"], target, climate.days),
        events=events,
    )


def _events(random: Random, count: int, climate: Climate) -> dict[str, Event]:
    events = {}
    for name, chance in EVENTS.items():
        lasting = climate.days / DAYS if name != "dormant" else 1.0
        has = often(random, min(chance * climate.stir * lasting, max(chance * climate.stir, MOSTLY)), count)
        days = {"paid_promotion": (25, 70), "posting_break": (20, 75), "giveaway": (3, 10)}.get(name, (1, 9))
        start, length = random.integers(6, climate.days - 12, count), random.integers(*days, count)
        events[name] = Event(has, start, length, random.lognormal(0, 0.9, count))
    return events


def _rings(random: Random, cast: Cast, uses: Flags) -> Ints:
    """Pods of about ten accounts of the same platform; too few of one platform share a pod."""
    ring = np.full(len(cast), -1)
    for platform in np.unique(cast.platform):
        members = random.permutation(np.flatnonzero(uses & (cast.platform == platform)))
        ring[members] = platform * 1000 + np.arange(len(members)) // random.integers(6, 14)
    return ring


def _deliveries(random: Random, uses: dict[str, Flags], events: dict[str, Event], climate: Climate) -> Floats:
    """Bulk comes in one to four lots of a few days each; a drip runs on, nearly the same every day, with pauses."""
    count, ends = len(uses["bulk"]), climate.days
    flow = np.zeros((count, ends))
    alongside = np.where(events["breakout"].has, events["breakout"].start, events["giveaway"].start)
    timed = often(random, climate.disguise, count) & (events["breakout"].has | events["giveaway"].has)
    for lot in range(4):
        chosen = np.flatnonzero(uses["bulk"] & (random.integers(1, 5, count) > lot))
        start = np.where(timed & (lot == 0), alongside, random.integers(3, ends - 3, count))[chosen]
        tempo = random.choice([0.4, 1.5, 4.0], count, p=[0.6, 0.25, 0.15])[chosen]
        amount = random.gamma(2.0, 1.0, count)[chosen]
        for day in range(DELIVERED):
            part = np.exp(-day / tempo) - np.exp(-(day + 1) / tempo)
            on = start + day < ends
            flow[chosen[on], (start + day)[on]] += (amount * part)[on]
    drip = np.flatnonzero(uses["drip"])
    steady = random.gamma(1 / 0.15**2, 0.15**2, (len(drip), ends))
    start, length = random.integers(-60, ends - 40, len(drip)), random.integers(45, 260, len(drip)) * ends // DAYS
    days = np.arange(ends)
    runs = (days >= start[:, None]) & (days < (start + length)[:, None])
    pause = np.repeat(often(random, 0.12, (len(drip), ends // 7 + 1)), 7, axis=1)[:, :ends]
    flow[drip] += steady * runs * ~pause * (random.gamma(2.0, 1.0, len(drip)) / length)[:, None]
    total = flow.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(flow, total, out=np.zeros_like(flow), where=total > 0))


def _waves(random: Random, uses: Flags, target: Floats, days: int) -> Floats:
    """Follow some hundred a day for two or three weeks, then drop them for one or two; again and again."""
    count = len(uses)
    up, down = random.integers(8, 26, count), random.integers(4, 15, count)
    phase = (np.arange(days) + random.integers(0, 40, count)[:, None]) % (up + down)[:, None]
    pushing = phase < up[:, None]
    rate = np.where(pushing, 1 / up[:, None], -random.uniform(0.7, 1.0, count)[:, None] / down[:, None])
    jitter = random.uniform(0.6, 1.4, (count, days))
    return np.asarray(rate * jitter * (uses * target)[:, None])
