"""Made-up labelled followers, one set per made-up platform: what the shipped classifier is trained on."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import polars as pl

from vetting.simulate.draw import happens
from vetting.simulate.follower_profiles import FAKE_MIX, REAL_MIX, habit, kinds, profiles

SAMPLED_AT = datetime(2026, 6, 30)  # noqa: DTZ001 # times are naive UTC throughout
EVEN = 0.6
"""How close the mixes of kinds stay to the usual ones: smaller, wilder."""


def labelled_sets(count: int, size: int, seed: int) -> list[pl.DataFrame]:
    """`count` sets of `size` followers with their true label, in the exchange format; same arguments, same rows.

    Each has ways, mixes of kinds and a base rate of its own, and lacks other columns.
    """
    return [_set(np.random.default_rng([seed, number]), f"simulated:{number}", size) for number in range(count)]


def _set(dice: np.random.Generator, name: str, size: int) -> pl.DataFrame:
    ways = habit(dice)
    fake = happens(dice, float(dice.uniform(0.1, 0.6)), size)
    kind = kinds(dice, fake, dice.dirichlet(np.multiply(REAL_MIX, EVEN)), dice.dirichlet(np.multiply(FAKE_MIX, EVEN)))
    rows = profiles(dice, kind, ways)
    opened = pl.lit(SAMPLED_AT) - pl.duration(days=pl.col("age"))
    return rows.select(
        pl.lit(name).alias("account_id"),
        (pl.lit("f") + pl.int_range(pl.len()).cast(pl.String)).alias("follower_id"),
        pl.lit(SAMPLED_AT).alias("sampled_at"),
        pl.lit("uniform").alias("drawn"),
        pl.all().exclude("age"),
        opened.cast(pl.Datetime("us")).alias("created_at"),
        pl.Series("label", np.where(fake, "fake", "real")),
    )
