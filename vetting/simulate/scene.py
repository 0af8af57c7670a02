"""The frame of a world: when it ends, how many days of it are told, and where its dice come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.style import TYPICAL, Style

if TYPE_CHECKING:
    from datetime import datetime

    from vetting.simulate.draw import Floats

DAY_SECONDS = 86_400
YEAR_DAYS, HALF_YEAR, FIRST_PULL = 365, 183, 60
"""In days; no pull comes earlier than the last of these."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One world: seed, window, style. Day numbers run from 0 (the window begins) to `days` (`as_of`), in fractions."""

    seed: int
    as_of: datetime
    days: int
    style: Style = TYPICAL

    @property
    def typical(self) -> bool:
        """Whether accounts, cheats and pulls behave as usual, however incidents come about."""
        return replace(self.style, harming=TYPICAL.harming) == TYPICAL

    @property
    def pulls(self) -> tuple[int, ...]:
        """The days on which somebody looked at everything: the last, and where that leaves two years, earlier ones."""
        first = FIRST_PULL if self.days >= 2 * YEAR_DAYS else self.days - 1
        return tuple(reversed(range(self.days, first, -HALF_YEAR)))

    def dice(self, name: str) -> np.random.Generator:
        """A generator of its own for each purpose, so that one table can change without stirring the others."""
        return np.random.default_rng([self.seed, *name.encode()])

    def times(self, day: Floats) -> pl.Series:
        """Day numbers as naive UTC times in whole seconds, rounded down; a day that is not a number gives null."""
        known = np.isfinite(day)
        seconds = np.floor((np.where(known, day, 0.0) - self.days) * DAY_SECONDS).astype("timedelta64[s]")
        moments = np.datetime64(self.as_of, "s") + seconds
        return pl.Series(moments.astype("datetime64[us]")).set(pl.Series(~known), None)
