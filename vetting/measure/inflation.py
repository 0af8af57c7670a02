"""`audience_inflation`: what share of a follower count is not a real, reachable person, or that we can't know.

A first, honest version. It speaks in two cases and abstains in all others:

- people judged at least `LABELS` followers of this very audience: Jeffreys' beta interval of their share; a sample that
  was not drawn uniformly counts half, because lists are newest first and newest is not typical;
- a sizable part of today's followers came in sudden jumps with no rise in likes and no other account jumping that day:
  a wide interval around that part, since some of those who came are real and some purchases leave no jump.

No jump proves nothing: slow purchases leave none, and those before the window can't be seen.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.stats import beta  # type: ignore[import-untyped] # scipy ships no types

Floats = NDArray[np.float64]
LABELS = 30
HISTORY_DAYS = 60
JUMP = 0.05
TAIL = 0.05
REAL_IN_JUMP, LEAST, MOST, UNSEEN = 0.2, 0.25, 1.1, 0.10
"""Of a jump's followers: share taken to be real, fake at the least, fake at the most, and what came unseen."""


def estimate(evidence: pl.DataFrame) -> pl.DataFrame:
    """Evidence (one row per account, see `inflation_evidence.sql`) -> account_id, share, low, high, basis, silence."""
    labelled = pl.col("labelled").fill_null(0) >= LABELS
    jumped = (
        (pl.col("days").fill_null(0) >= HISTORY_DAYS) & ~pl.col("untold") & (pl.col("jump_share").fill_null(0) >= JUMP)
    )
    ways = evidence.with_columns(
        pl.when(labelled).then(pl.lit("labels")).when(jumped).then(pl.lit("jumps")).alias("way")
    )
    parts = [
        _from_labels(ways.filter(pl.col("way") == "labels")),
        _from_jumps(ways.filter(pl.col("way") == "jumps")),
        _abstain(ways.filter(pl.col("way").is_null())),
    ]
    return pl.concat(parts).sort("account_id")


def _rows(of: pl.DataFrame, share: Floats, low: Floats, high: Floats, basis: pl.Expr) -> pl.DataFrame:
    return of.select(
        "account_id",
        pl.Series("share", share, dtype=pl.Float64),
        pl.Series("low", low, dtype=pl.Float64),
        pl.Series("high", high, dtype=pl.Float64),
        basis.cast(pl.Int64).alias("basis"),
        pl.lit(None, dtype=pl.String).alias("silence"),
    )


def _from_labels(of: pl.DataFrame) -> pl.DataFrame:
    trust = np.where(of["uniform"].fill_null(value=False).to_numpy(), 1.0, 0.5)
    fake = of["fake"].to_numpy() * trust
    real = (of["labelled"] - of["fake"]).to_numpy() * trust
    curve = beta(fake + 0.5, real + 0.5)
    return _rows(of, curve.mean(), curve.ppf(TAIL), curve.ppf(1 - TAIL), pl.col("labelled"))


def _from_jumps(of: pl.DataFrame) -> pl.DataFrame:
    part = of["jump_share"].clip(0, 1).to_numpy()
    share = part * (1 - REAL_IN_JUMP)
    return _rows(of, share, part * LEAST, np.minimum(1.0, part * MOST + UNSEEN), pl.col("days"))


def _abstain(of: pl.DataFrame) -> pl.DataFrame:
    return of.select(
        "account_id",
        *(pl.lit(None, dtype=pl.Float64).alias(name) for name in ("share", "low", "high")),
        pl.col("days").fill_null(0).cast(pl.Int64).alias("basis"),
        pl.lit("not_enough_data").alias("silence"),
    )
