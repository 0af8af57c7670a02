"""Which posts are paid for, and how openly: the habits of each account."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.draw import Flags, Floats, happens, shares

if TYPE_CHECKING:
    import polars as pl

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.scene import Scene

ADS, ADS_STRENGTH, OF_TEMPER = 0.12, 10.0, 0.35
OPEN, OPEN_STRENGTH, LESS_OPEN = 0.65, 5.0, 1.0
"""How often posts are paid for and ads say so, in log-odds the latter, how alike accounts are in it, and what a hot
temper does to either."""


@dataclass(frozen=True, slots=True)
class Deals:
    """Per post: paid for or not; disclosed, by the platform's flag, opening words or a hashtag; else perhaps a vague
    hashtag; with a discount code; or a brand named without money.
    """  # noqa: D205 # the list of fields is one sentence

    paid: Flags
    flagged: Flags
    opening: Flags
    tagged: Flags
    vague: Flags
    coded: Flags
    unpaid: Flags

    @property
    def disclosed(self) -> Flags:
        """Whether a clear word or the platform's own label says so."""
        return self.flagged | self.opening | self.tagged

    def only(self, kept: Flags) -> Deals:
        """Those of these posts alone."""
        return Deals(*(getattr(self, field.name)[kept] for field in fields(self)))


def deals(scene: Scene, accounts: pl.DataFrame, calendar: Calendar) -> Deals:
    """Draw them: how often and how openly is each account's habit, more often and less openly with a hot temper."""
    dice = scene.dice("deals")
    who, temper = calendar.account, accounts["temper"].to_numpy()
    count = len(who)
    often: Floats = np.minimum(ADS * np.exp(OF_TEMPER * temper), 0.6)
    frequent = shares(dice, often, ADS_STRENGTH, accounts.height)
    candid = shares(dice, 1 / (1 + np.exp(LESS_OPEN * temper - OPEN)), OPEN_STRENGTH, accounts.height)
    paid = happens(dice, frequent[who], count)
    disclosed = paid & happens(dice, candid[who], count)
    flagged = disclosed & happens(dice, 0.45, count)
    worded = disclosed & (~flagged | happens(dice, 0.4, count))
    opening = worded & happens(dice, 0.45, count)
    return Deals(
        paid=paid,
        flagged=flagged,
        opening=opening,
        tagged=worded & ~opening,
        vague=paid & ~disclosed & happens(dice, 0.3, count),
        coded=paid & happens(dice, np.where(disclosed, 0.35, 0.8), count),
        unpaid=~paid & happens(dice, 0.02, count),
    )
