"""What the risk model learns from: one row per decision, as it was known then, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Strings = NDArray[Any]
Times = NDArray[np.datetime64]
INTERVAL = (0.05, 0.95)
"""The ends of every interval of this room: it holds 90 %."""
GROUPS = ("platform", "tier", "language")
"""By what a model is held to account: of the creator's largest account, "" where unknown."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Decisions in any order; arrays have one entry per decision unless said otherwise."""

    features: tuple[str, ...]
    worse: Floats
    """Per feature: 1 where higher is worse, -1 where lower is."""
    readings: Floats
    """Shape (decisions, features), as known at the decision; NaN where there was no reading."""
    incident: Floats
    """1 where an incident followed within 12 months, else 0."""
    creators: Strings
    """Whose they are. A creator is never on both sides of a split."""
    decided: Times
    groups: Mapping[str, Strings]
    """One array of names for each of `GROUPS`."""

    def __len__(self) -> int:
        """How many decisions."""
        return len(self.incident)

    def take(self, rows: NDArray[Any]) -> Examples:
        """Those rows, by place or by mask."""
        groups = {name: names[rows] for name, names in self.groups.items()}
        own = (self.readings[rows], self.incident[rows], self.creators[rows], self.decided[rows])
        return Examples(self.features, self.worse, *own, groups)

    def picked(self, features: tuple[str, ...]) -> Floats:
        """The readings of these features, in their order; NaN for one that there is none of."""
        place = {name: at for at, name in enumerate(self.features)}
        readings = np.full((len(self), len(features)), np.nan)
        known = [at for at, name in enumerate(features) if name in place]
        readings[:, known] = self.readings[:, [place[features[at]] for at in known]]
        return readings

    def canonical(self) -> Examples:
        """The same in one order: rows by creator, time and what was read, columns by name."""
        columns = np.argsort(np.array(self.features))
        ordered = self.readings[:, columns]
        keys = (*np.nan_to_num(ordered, nan=np.inf).T, self.incident, self.decided, self.creators)
        rows = np.lexsort(keys)
        groups = {name: self.groups[name][rows] for name in sorted(self.groups)}
        own = (ordered[rows], self.incident[rows], self.creators[rows], self.decided[rows])
        return Examples(tuple(self.features[at] for at in columns), self.worse[columns], *own, groups)
