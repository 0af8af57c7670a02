"""From how things stand with a creator to how likely an incident is within a year, by cause.

Causes compete: each has its own hazard, a power of what feeds it, and one more is plain luck. So the log-odds are no
sum of the parts. How steep the hazards are is set so that the true probabilities reach the era's limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import brentq  # type: ignore[import-untyped] # scipy ships no types

from bench.elsewhere.climate import Floats, Ints, Random, often
from bench.elsewhere.partners.era import CAUSES

if TYPE_CHECKING:
    from bench.elsewhere.partners.era import Era
    from bench.elsewhere.partners.state import State

YEAR = 365.0
STEEP = (0.3, 4.0)
"""Between these lies how steep hazards may be."""
MOST = 2.0
"""No cause's hazard comes near more than this per year, whatever feeds it."""
FAR = 20.0
"""Exponents end here, where a hazard has long been at its most."""


@dataclass(frozen=True, slots=True)
class Hazard:
    """How the causes work in one world. Rates are per year."""

    steep: float
    start: Floats
    """Per cause the logarithm of its rate where nothing feeds it, before it comes near its most."""
    luck: float

    def per_year(self, state: State) -> Floats:
        """Shape (questions, causes + 1): the last is luck."""
        grown = _grown(self.steep * feeds(state), self.start)
        return np.column_stack([grown, np.full(len(grown), self.luck)])


def _grown(fed: Floats, start: Floats | float) -> Floats:
    rate = np.exp(np.clip(fed + start, -FAR, FAR))
    return np.asarray(rate / (1 + rate / MOST))


def feeds(state: State) -> Floats:
    """Shape (questions, causes): what feeds each cause, in about the same measure."""
    return np.column_stack(
        [
            state.inflation / 0.2 + 1.5 * state.pretence,
            0.9 * np.log1p(state.hidden) + 0.5 * np.log1p(state.boasts) + 0.2 * state.reach,
            1.1 * np.log1p(state.heat) + 0.25 * state.temper + 0.2 * state.reach,
            0.35 * state.sloppy + 0.8 * np.log1p(state.lapses) + 0.3 * np.log1p(state.hidden),
        ]
    )


def probability(rates: Floats) -> Floats:
    """That anything happens within a year."""
    return np.asarray(1 - np.exp(-rates.sum(axis=1)))


def settle(era: Era, state: State) -> Hazard:
    """The hazard with which these questions have the era's share of incidents and its limit."""
    if era.clean or len(state.heat) < 50:  # noqa: PLR2004 - too few to settle anything by
        return Hazard(1.0, np.full(len(CAUSES), -np.inf if era.clean else -5.0), luck_of(era))
    low, high = (exact_limit(_at(era, state, steep), state) for steep in STEEP)
    aim = float(np.clip(era.limit, low + 1e-4, high - 1e-4))
    steep = brentq(lambda one: exact_limit(_at(era, state, one), state) - aim, *STEEP, xtol=1e-3)
    return _at(era, state, float(steep))


def luck_of(era: Era) -> float:
    """What befalls anybody, per year."""
    return float(-np.log1p(-era.base * era.luck))


def exact_limit(hazard: Hazard, state: State) -> float:
    """What the area under the curve is expected to be: pairs of one who fell and one who did not."""
    chance = np.sort(probability(hazard.per_year(state)))
    falls, holds = chance, 1 - chance
    below = np.cumsum(holds) - holds
    return float((falls * below).sum() / max(falls.sum() * holds.sum() - (falls * holds).sum(), 1e-12))


def _at(era: Era, state: State, steep: float) -> Hazard:
    """The hazard of that steepness with which the era's share of incidents comes about, and each cause's part in it."""
    fed = steep * feeds(state)

    def started(cause: int, aim: float) -> float:
        return float(brentq(lambda start: _grown(fed[:, cause], start).mean() - aim, -FAR * 2, FAR, xtol=1e-6))

    def sized(size: float) -> Hazard:
        start = np.array([started(cause, size * share) for cause, share in enumerate(era.causes)])
        return Hazard(steep, start, luck_of(era))

    size = brentq(lambda one: probability(sized(one).per_year(state)).mean() - era.base, 0.02, 2.0, xtol=1e-4)
    return sized(float(size))


def happen(random: Random, rates: Floats) -> tuple[Floats, Ints]:
    """Days until the first incident (infinite: none within a year), and of which cause (the last is luck)."""
    total, chance = rates.sum(axis=1), probability(rates)
    falls = often(random, chance, len(rates))
    share = random.random(len(rates))
    days = -np.log1p(-share * chance) / np.maximum(total, 1e-12) * YEAR
    edges = np.cumsum(rates / np.maximum(total, 1e-12)[:, None], axis=1)
    cause = (random.random(len(rates))[:, None] > edges[:, :-1]).sum(axis=1)
    return np.where(falls, np.clip(days, 0.05, YEAR - 0.01), np.inf), np.asarray(cause, np.int64)
