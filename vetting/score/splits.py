"""Earlier decisions to learn from and later ones to be judged on, no creator on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from vetting.score.train import MINIMUM_INCIDENTS, enough

if TYPE_CHECKING:
    from vetting.score.examples import Examples, Flags

YEAR = np.timedelta64(365, "D")
SHARES = (2 / 3, 0.7, 0.75, 0.8, 0.85)
"""Where the later part may begin, as a share of the decisions: the first at which both parts hold enough."""
SHARES_OF_NEW = (1 / 2, 0.0)
"""The same among those that came after what an own model learnt from."""
LEAST_INCIDENTS = 10
"""Incidents that the later part needs: with fewer, luck decides."""


@dataclass(frozen=True, slots=True)
class Split:
    """Rows to learn from, rows to be judged on, and where the later ones begin."""

    early: Flags
    late: Flags
    at: np.datetime64
    strict: bool
    """Whether the 12 months of every early decision were over when the later part began."""

    def facts(self, examples: Examples) -> dict[str, Any]:
        """What is told of it, as plain JSON."""
        late = examples.take(self.late)
        return {
            "from": _day(late.decided.min()),
            "to": _day(late.decided.max()),
            "decisions": len(late),
            "incidents": int(late.incident.sum()),
            "creators": len(np.unique(late.creators)),
            "learnt_from": int(self.early.sum()),
            "strict": self.strict,
        }


@dataclass(frozen=True, slots=True)
class Unfair:
    """Why there is no later part that would be a fair test."""

    why: str

    def __str__(self) -> str:
        """One sentence."""
        return self.why


def split(examples: Examples, learnt_until: np.datetime64 | None) -> Split | Unfair:
    """In time; after `learnt_until`, where the incumbent learnt from decisions up to then, and without its creators."""
    found = in_time(examples, learnt_until)
    if found is not None:
        return found
    if learnt_until is None:
        return Unfair(
            f"No fair test yet: {len(examples):,} decisions with {int(examples.incident.sum()):,} incidents are too "
            f"few for an earlier part with {MINIMUM_INCIDENTS} to learn from and a later one with {LEAST_INCIDENTS}."
        )
    new = _new(examples, learnt_until)
    return Unfair(
        f"No fair test yet: since {_day(learnt_until)}, when what the present model learnt from ends, there are "
        f"{int(new.sum()):,} decisions of other creators with {int(examples.incident[new].sum()):,} incidents; "
        f"{LEAST_INCIDENTS} are needed."
    )


def in_time(examples: Examples, learnt_until: np.datetime64 | None = None) -> Split | None:
    """The first place at which both parts hold enough; if one will do, where the early ones had run their year."""
    decided = np.sort(examples.decided)
    if learnt_until is None:
        places, eligible = [_place(decided, share) for share in SHARES], np.ones(len(examples), dtype=bool)
        ways: tuple[bool, ...] = (True, False)
    else:
        eligible = _new(examples, learnt_until)
        later = np.sort(examples.decided[eligible])
        places = [_place(later, share) for share in SHARES_OF_NEW] if len(later) else []
        ways = (False,)  # the own model learnt from decisions right up to there, and so may its challenger
    for strict in ways:
        for at in places:
            late = eligible & (examples.decided >= at)
            known = examples.decided + YEAR <= at if strict else examples.decided < at
            early = known & ~np.isin(examples.creators, np.unique(examples.creators[late]))
            if _enough(examples, early, MINIMUM_INCIDENTS) and _enough(examples, late, LEAST_INCIDENTS):
                return Split(early, late, at, strict)
    return None


def _new(examples: Examples, learnt_until: np.datetime64) -> Flags:
    """Decisions after that time, of creators who had none before."""
    after: Flags = examples.decided > learnt_until
    return after & ~np.isin(examples.creators, np.unique(examples.creators[~after]))


def _place(decided: Any, share: float) -> np.datetime64:  # noqa: ANN401 - an array of times
    place: np.datetime64 = decided[min(int(share * len(decided)), len(decided) - 1)]
    return place


def _enough(examples: Examples, rows: Flags, least: int) -> bool:
    return enough(examples.incident[rows], examples.creators[rows], least)


def _day(moment: np.datetime64) -> str:
    return str(moment.astype("datetime64[D]"))
