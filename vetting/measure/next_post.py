"""What an account's next post will do, from its own posts: a level that follows the latest, and a scale of its misses.

Simple exponential smoothing of log counts; the scale is an exponential average of the one-step misses, drawn towards a
usual one where posts are few. Every post but the first few was itself forecast from those before it, and the share that
fell inside its own range is given: the back-test of this very account.
"""

from __future__ import annotations

import polars as pl
from scipy import stats  # type: ignore[import-untyped] # scipy ships no types

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
    told = (
        posts.unpivot(COUNTS, index=("account_id", "place"), variable_name="counted", value_name="count")
        .drop_nulls("count")
        .sort("account_id", "counted", "place", descending=[False, False, True])
        .with_columns(log=pl.col("count").cast(pl.Float64).log1p(), before=pl.int_range(pl.len()).over(_SERIES))
        .with_columns(level=pl.col("log").ewm_mean(alpha=FOLLOW).over(_SERIES))
        .with_columns(miss=pl.col("log") - pl.col("level").shift(1).over(_SERIES))
    )
    missed = told.drop_nulls("miss").with_columns(
        average=pl.col("miss").abs().ewm_mean(alpha=REMEMBER).over(_SERIES) / _MEAN_MISS
    )
    tested = missed.with_columns(
        scale=_scale(pl.col("average").shift(1).over(_SERIES), pl.col("before") - 1),
    ).filter(pl.col("before") >= FIRST_TESTED)
    inside = (pl.col("miss") / pl.col("scale")).abs() <= _Z["p90"]
    latest = (
        told.group_by(_SERIES)
        .agg(pl.col("level").last(), posts=pl.len())
        .join(missed.group_by(_SERIES).agg(pl.col("average").last()), on=_SERIES, how="left")
        .join(tested.group_by(_SERIES).agg(tested=pl.len(), inside=inside.mean()), on=_SERIES, how="left")
        .with_columns(scale=_scale(pl.col("average"), pl.col("posts") - 1), tested=pl.col("tested").fill_null(0))
    )
    quantiles = [(pl.col("level") + z * pl.col("scale")).exp().sub(1).clip(0).alias(name) for name, z in _Z.items()]
    return latest.select(*_SERIES, *quantiles, pl.col("posts", "tested").cast(pl.Int64), "inside").sort(_SERIES)


_SERIES = ["account_id", "counted"]


def _scale(average: pl.Expr, misses: pl.Expr) -> pl.Expr:
    """The average miss, drawn towards the usual one; an exponential average is worth no more than its memory."""
    worth = misses.clip(0, 2 / REMEMBER - 1)
    return (average.fill_null(0) * worth + USUAL_SCALE * USUAL_POSTS) / (worth + USUAL_POSTS)
