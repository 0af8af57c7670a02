"""What an account's next post will do, from its own posts: a level that follows the latest, and a scale of its misses.

Simple exponential smoothing of log counts; the scale is an exponential average of the one-step misses, drawn towards a
usual one where posts are few. Every post but the first few was itself forecast from those before it, and the share that
fell inside its own range is given: the back-test of this very account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from scipy import stats  # type: ignore[import-untyped] # scipy ships no types

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

COUNTS = ("likes", "comments", "views")
FOLLOW, REMEMBER = 0.2, 0.05
"""Weight of the newest post in the level, and of the newest miss in the scale."""
FREEDOM = 5.0
USUAL_SCALE, USUAL_POSTS = 0.4, 5.0
"""Scale of a Student t that an unknown account's misses are taken to have, and how many posts that belief is worth."""
FIRST_TESTED = 10
QUANTILES = {"p05": 0.05, "p10": 0.10, "p50": 0.50, "p90": 0.90, "p95": 0.95}
_Z = {name: float(stats.t(FREEDOM).ppf(at)) for name, at in QUANTILES.items()}
_MEAN_MISS = float(stats.t(FREEDOM).expect(abs))

NEXT_POST = """\
One row per account and count: what its next post will get, by its own posts so far.
account_id: the account
counted: likes, comments or views
p05: 5 % quantile
p10: 10 % quantile
p50: median
p90: 90 % quantile
p95: 95 % quantile
posts: settled posts that it stands on
tested: posts that were forecast from those before them
inside: share of these that fell between their p10 and p90"""


def expect(posts: pl.DataFrame) -> pl.DataFrame:
    """Settled posts (account_id, place: 1 the newest, likes, comments, views) -> one row per account and count.

    `counted` names the count, p05 to p95 are quantiles of the next post's, `posts` how many posts they stand on,
    `tested` how many of these were forecast from those before, `inside` the share of them between their p10 and p90.
    """
    told = posts.sort("account_id", "place", descending=[False, True])
    return pl.concat([_one(told, counted) for counted in COUNTS]).sort("account_id", "counted")


def _one(told: pl.DataFrame, counted: str) -> pl.DataFrame:
    """The forecasts of one count; posts that hide it are left out."""
    shown = told.select("account_id", pl.col(counted).cast(pl.Float64).log1p().alias("log")).drop_nulls("log")
    series = shown.group_by("account_id", maintain_order=True).len("posts")
    many = series["posts"].to_numpy().astype(np.int64)
    level, scale, inside = _follow(shown["log"].to_numpy(), many)
    tested = np.maximum(many - FIRST_TESTED, 0)
    share = pl.Series(inside / np.maximum(tested, 1))
    return series.select(
        "account_id",
        pl.lit(counted).alias("counted"),
        *(pl.Series(name, np.maximum(np.expm1(level + z * scale), 0)) for name, z in _Z.items()),
        pl.col("posts").cast(pl.Int64),
        pl.Series("tested", tested),
        pl.when(pl.col("posts") > FIRST_TESTED).then(share).alias("inside"),
    )


def _follow(logs: Numbers, many: NDArray[np.int64]) -> tuple[Numbers, Numbers, Numbers]:
    """Level, scale, and how many tested posts fell inside, of each series; they lie one after another, oldest first.

    All series take a step at once: the k-th post of each that has one.
    """
    first = np.cumsum(many) - many
    level, weight, average, remembered, inside = np.zeros((5, len(many)))
    for step in range(int(many.max(initial=0))):
        on = np.flatnonzero(many > step)
        log = logs[first[on] + step]
        if step:
            miss = np.abs(log - level[on] / weight[on])
            scale = _scale(average[on], remembered[on], step - 1)
            inside[on] += (step >= FIRST_TESTED) & (miss / scale <= _Z["p90"])
            average[on] = average[on] * (1 - REMEMBER) + miss
            remembered[on] = remembered[on] * (1 - REMEMBER) + 1
        level[on] = level[on] * (1 - FOLLOW) + log
        weight[on] = weight[on] * (1 - FOLLOW) + 1
    return level / weight, _scale(average, remembered, many - 1), inside


def _scale(average: Numbers, remembered: Numbers, misses: int | NDArray[np.int64]) -> Numbers:
    """The average miss, drawn towards the usual one; an exponential average is worth no more than its memory."""
    worth = np.clip(misses, 0, 2 / REMEMBER - 1)
    usual = average / np.maximum(remembered, 1) / _MEAN_MISS
    drawn: Numbers = (usual * worth + USUAL_SCALE * USUAL_POSTS) / (worth + USUAL_POSTS)
    return drawn
