"""Campaigns: who was considered, who was signed, what came of it, and what the company wrote down about that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import polars as pl
from scipy.special import expit  # type: ignore[import-untyped] # scipy ships no types

from bench.elsewhere.climate import Climate, Flags, Floats, Ints, Random, identities, moments, often
from bench.elsewhere.partners.affairs import Affairs, affairs_of
from bench.elsewhere.partners.era import CAUSES, LUCK
from bench.elsewhere.partners.hazard import YEAR, happen, probability, settle
from bench.elsewhere.partners.state import state_of

if TYPE_CHECKING:
    from bench.elsewhere.partners.era import Era
    from bench.elsewhere.partners.hazard import Hazard
    from bench.elsewhere.partners.state import Past, State

KINDS = (*CAUSES, LUCK)
FIRST = 365
"""Days that were watched before the first decision."""
PER_YEAR, ASKED = 10, 0.08
"""Campaigns, and the share of the creators that each considers."""
PUBLIC = (0.7, 0.9, 0.95, 0.3, 0.0)
"""Chance that an incident of each kind becomes an affair that others may write about."""
MATTER = ("fakery", "hidden_ads", "", "breach", "")
STIRRED = ("insult", "hate", "brawl", "crass", "leak", "quackery", "scam")
"""What a backlash may be about."""


class Decisions(NamedTuple):
    """One entry per creator who was considered, in order of time."""

    creator: Ints
    day: Floats
    signed: Flags
    chance: Floats
    """True probability of an incident within a year of the day."""
    after: Floats
    """Days to the incident; infinite where there is none within a year."""
    kind: Ints


def decide(random: Random, past: Past, affairs: Affairs, era: Era) -> tuple[Decisions, Hazard]:
    """Hold the campaigns. A contract runs a year; whoever had an incident is not asked again."""
    creator, day = _asked(random, len(past.character), past.deeds.days)
    state = state_of(past, affairs, creator, day)
    willing = _willing(random, era, state)
    hazard = settle(era, _only(state, _signed(creator, day, willing, np.full(len(day), np.inf))))
    for last in (False, True):  # incidents keep some from a second contract: settle once more on who is left
        rates = hazard.per_year(state)
        after, kind = happen(random, rates)
        signed = _signed(creator, day, willing, after)
        if not last:
            hazard = settle(era, _only(state, signed))
    return Decisions(creator, day, signed, probability(rates), after, kind), hazard


def _asked(random: Random, creators: int, days: int) -> tuple[Ints, Floats]:
    """Campaigns fall anywhere; decisions of one are made within two weeks."""
    count = max(1, round((days - FIRST) / 365 * PER_YEAR))
    starts = np.sort(random.uniform(FIRST, days - 16, count))
    campaign, creator = np.nonzero(random.random((count, creators)) < ASKED * random.gamma(4, 0.25, (count, 1)))
    day = starts[campaign] + random.gamma(2.0, 2.0, len(campaign)).clip(0, 14)
    order = np.lexsort((creator, day))
    return creator[order], np.minimum(day[order], days - 0.5)


def _willing(random: Random, era: Era, state: State) -> Flags:
    """Who looks bad by crude signs is signed less often."""
    crude = 3 * np.clip(state.inflation + random.normal(0, 0.08, len(state.heat)), 0, 0.6)
    crude += 0.6 * np.log1p(state.heat) + 0.4 * np.log1p(state.hidden)
    return often(random, expit(1.6 - era.caution * crude), len(crude))


def _signed(creator: Ints, day: Floats, willing: Flags, after: Floats) -> Flags:
    """Those who are willing, under no contract yet, and had no incident."""
    free = np.zeros(int(creator.max(initial=0)) + 1)
    signed = np.zeros(len(creator), bool)
    for place in np.flatnonzero(willing).tolist():
        who = creator[place]
        if day[place] >= free[who]:
            signed[place] = True
            free[who] = np.inf if np.isfinite(after[place]) else day[place] + YEAR
    return signed


def _only(state: State, rows: Flags) -> State:
    return type(state)(*(part[rows] for part in state))


def incidents_as_affairs(random: Random, made: Decisions, days: int) -> Affairs:
    """Incidents that others may write about, on the day that they happened."""
    fell = made.signed & np.isfinite(made.after) & (made.day + made.after < days)
    known = fell & often(random, np.array(PUBLIC)[made.kind], len(fell))
    rows = np.flatnonzero(known)
    stirred = random.integers(0, len(STIRRED), len(rows)).tolist()
    names = [MATTER[kind] or STIRRED[other] for kind, other in zip(made.kind[rows].tolist(), stirred, strict=True)]
    return affairs_of(made.creator[rows], (made.day + made.after)[rows], names)


def outcome_rows(random: Random, climate: Climate, era: Era, made: Decisions) -> pl.DataFrame:
    """The table `outcomes`: some incidents were never entered, some late, some without a date or a kind."""
    rows = np.flatnonzero(made.signed)
    day, after = made.day[rows], made.after[rows]
    fell = np.isfinite(after) & ~often(random, era.forgetful, len(rows))
    late = np.where(often(random, 0.3, len(rows)), random.exponential(20, len(rows)), 0.0)
    at = np.minimum(day + np.where(fell, after, 0) + late, day + YEAR - 0.01)
    fell &= at + random.exponential(12, len(rows)) < climate.days
    dated = fell & ~often(random, 0.03, len(rows))
    named = fell & ~often(random, 0.1, len(rows))
    kind = np.array(KINDS)[made.kind[rows]]
    return pl.DataFrame(
        {
            "creator_id": identities("creator", made.creator[rows]),
            "decided_at": moments(climate, day),
            "incident": fell,
            "incident_at": pl.select(pl.when(pl.Series(dated)).then(pl.Series(moments(climate, at)))).to_series(),
            "kind": pl.select(pl.when(pl.Series(named)).then(pl.Series(kind))).to_series(),
            "note": pl.select(pl.when(pl.Series(fell & (late > 0))).then(pl.lit("entered later"))).to_series(),
        }
    )


def outcome_truth(climate: Climate, made: Decisions) -> pl.DataFrame:
    """What was true of each decision, before anybody wrote it down."""
    rows = np.flatnonzero(made.signed)
    return pl.DataFrame(
        {
            "creator_id": identities("creator", made.creator[rows]),
            "decided_at": moments(climate, made.day[rows]),
            "incident_probability": made.chance[rows],
            "incident": np.isfinite(made.after[rows]),
        }
    )
