"""Which posts are paid for, and how openly: the habits of each account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.draw import Flags, happens, shares

if TYPE_CHECKING:
    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar

ADS, ADS_STRENGTH = 0.13, 10.0
OPEN_STRENGTH = 5.0


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


def deals(dice: Generator, accounts: pl.DataFrame, calendar: Calendar) -> Deals:
    """Draw them: how often and how openly is each account's habit, less open with a hot temper."""
    who = calendar.account
    count = len(who)
    frequent = shares(dice, ADS, ADS_STRENGTH, accounts.height)
    candid = shares(dice, 1 / (1 + np.exp(0.8 * accounts["temper"].to_numpy() - 0.5)), OPEN_STRENGTH, accounts.height)
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
