"""What creators did, what was done to them, and what was wrongly said of them, before anybody writes about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from bench.elsewhere.partners.words import MATTERS

if TYPE_CHECKING:
    from bench.elsewhere.climate import Floats, Ints, Random
    from bench.elsewhere.partners.era import Character, Era

DID, SUFFERED, SLANDERED = range(3)
ROLES = ("did", "suffered", "did")
"""What a record says of each: who is slandered is said to have done it."""
EARLIER = 500.0
"""Days before the first one from which affairs are known."""
FADES = 500.0
"""Days after which a misdeed counts half."""
NAMES = list(MATTERS)


@dataclass(frozen=True, slots=True)
class Affairs:
    """One entry per affair, in no order."""

    creator: Ints
    day: Floats
    matter: Ints
    role: Ints

    def __len__(self) -> int:
        """How many."""
        return len(self.creator)

    def with_more(self, other: Self) -> Self:
        """Both."""
        names = ("creator", "day", "matter", "role")
        return type(self)(*(np.concatenate([getattr(self, name), getattr(other, name)]) for name in names))

    @property
    def severity(self) -> Floats:
        """1 to 5."""
        return np.array([float(MATTERS[name]["severity"]) for name in NAMES])[self.matter]

    def heat(self, creator: Ints, day: Floats) -> Floats:
        """What each creator did before each day, by severity, faded."""
        mine = self.role == DID
        order = np.lexsort((self.day[mine], self.creator[mine]))
        whose, when = self.creator[mine][order], self.day[mine][order]
        weight = self.severity[mine][order] * 2 ** ((when - FADES) / FADES)
        total = np.concatenate([[0.0], np.cumsum(weight)])
        keys = whose * 1e6 + when + 1e4
        ends = np.searchsorted(keys, creator * 1e6 + day + 1e4)
        starts = np.searchsorted(keys, creator * 1e6)
        return np.asarray((total[ends] - total[starts]) * 2 ** ((FADES - day) / FADES))


def draw_affairs(random: Random, character: Character, era: Era, fame: Floats, days: int) -> Affairs:
    """Misdeeds by character; false accusations and bad luck befall anybody, the famous more often."""
    years = (days + EARLIER) / 365
    known = fame / fame.mean()
    per_year = (character.misdeeds, era.rumours * known, 0.8 * era.rumours * known)
    parts = [
        _some(random, random.poisson(np.minimum(rate, 4) * years), role, character, days)
        for role, rate in zip((DID, SLANDERED, SUFFERED), per_year, strict=True)
    ]
    return parts[0].with_more(parts[1]).with_more(parts[2])


def _some(random: Random, counts: Ints, role: int, character: Character, days: int) -> Affairs:
    creator = np.repeat(np.arange(len(counts)), counts)
    traits = np.array([character.greed, character.temper, character.sloppy]).T[creator]
    pulls = np.array([MATTERS[name]["pull"] for name in NAMES], np.float64)
    common = np.log([float(MATTERS[name]["often" if role != SUFFERED else "suffered"]) + 1e-9 for name in NAMES])
    likely = common + (traits @ pulls.T if role == DID else 0.0)
    matter = np.argmax(likely + random.gumbel(size=(len(creator), len(NAMES))), axis=1)
    return Affairs(creator, random.uniform(-EARLIER, days, len(creator)), matter, np.full(len(creator), role))


def affairs_of(creator: Ints, day: Floats, names: list[str]) -> Affairs:
    """Affairs that are known by name, all done by the creator."""
    matter = np.array([NAMES.index(name) for name in names], np.int64)
    return Affairs(creator, day, matter, np.zeros(len(creator), np.int64))
