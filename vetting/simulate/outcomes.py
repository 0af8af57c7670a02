"""The exchange table `outcomes`: what became of partnerships that a company decided on in the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Floats, happens, pick
from vetting.simulate.people import NOTE
from vetting.simulate.scene import YEAR_DAYS

if TYPE_CHECKING:
    from vetting.simulate.scene import Scene

REMEMBERED = 0.25
DECIDED_DAYS = (365.0, 900.0)
BASE, OF_TEMPER, OF_INFLATION = -2.3, 0.6, 2.5
KINDS = ("undisclosed_advertising", "public_backlash", "fake_audience", "contract_breach")


def outcomes(scene: Scene, creators: pl.DataFrame, inflation: Floats) -> pl.DataFrame:
    """At most one decision per creator, a year or more before `as_of`, so that its twelve months are over.

    Beyond the contract: `incident_day`, the day number of the incident.
    """
    dice = scene.dice("outcomes")
    count = creators.height
    decided = scene.days - dice.uniform(*DECIDED_DAYS, count)
    logit = BASE + OF_TEMPER * creators["temper"].to_numpy() + OF_INFLATION * inflation + dice.normal(0, 0.5, count)
    incident = happens(dice, 1 / (1 + np.exp(-logit)), count)
    day = np.where(incident, decided + dice.uniform(15, YEAR_DAYS - 5, count), np.nan)
    return creators.select(
        "creator_id",
        decided_at=scene.times(decided),
        incident=pl.Series(incident),
        incident_at=scene.times(day),
        kind=pick(dice, KINDS, count).set(pl.Series(~incident), None),
        note=pl.lit(NOTE.replace("creator", "decision")),
        incident_day=pl.Series(day),
    ).filter(pl.Series(dice.permutation(count) < round(REMEMBERED * count)))
