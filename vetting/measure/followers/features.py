"""What a follower's profile says of it: a few forms that mean the same on every platform.

Each rises with what makes a follower look automated, levels off where platforms differ (everybody with hundreds of
posts is alike), and is missing where the platform doesn't say: a missing one speaks neither for nor against.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

Floats = NDArray[np.float64]
NUMBERS = ("followers", "following", "posts_count", "bio_length")
DAY_SECONDS = 86_400
MOST_FOLLOWERS, MOST_POSTS, MOST_DAYS, LONG_BIO = 400, 150, 1_800, 55
"""Beyond these nobody looks any less automated."""
MANY_FOLLOWED = 1_500


def _log(name: str, most: int | None = None) -> pl.Expr:
    number = pl.col(name).cast(pl.Float64).clip(0, most)
    return (number + 1).log()


def _digits() -> pl.Expr:
    return pl.col("handle").str.count_matches(r"\p{N}").cast(pl.Float64)


def _age() -> pl.Expr:
    days = (pl.col("sampled_at") - pl.col("created_at")).dt.total_seconds() / DAY_SECONDS
    return pl.when(days >= 0).then((days.clip(0, MOST_DAYS) + 1).log())


FORMS: dict[str, pl.Expr] = {
    "follows_more": (_log("following") - _log("followers")).clip(-3, 5),
    "follows_many": (_log("following") - float(np.log1p(MANY_FOLLOWED))).clip(0, 2),
    "few_followers": -_log("followers", MOST_FOLLOWERS),
    "few_posts": -_log("posts_count", MOST_POSTS),
    "no_posts": (pl.col("posts_count") == 0).cast(pl.Float64),
    "no_bio": (pl.col("bio_length") == 0).cast(pl.Float64),
    "short_bio": -_log("bio_length", LONG_BIO),
    "no_picture": 1 - pl.col("has_avatar").cast(pl.Float64),
    "digits": _digits().clip(0, 5),
    "young": -_age(),
}
"""Form -> its value from the exchange columns; null where a column that it needs is."""
EXCHANGE = {name: pl.Int64() for name in NUMBERS} | {"has_avatar": pl.Boolean(), "handle": pl.String()}
TIMES = {name: pl.Datetime("us") for name in ("sampled_at", "created_at")}


def matrix(followers: pl.DataFrame) -> Floats:
    """Followers in exchange columns, any of which may be absent -> followers x `FORMS`, NaN where it is not known."""
    columns = EXCHANGE | TIMES
    absent = [pl.lit(None, dtype=kind).alias(name) for name, kind in columns.items() if name not in followers.columns]
    forms = followers.with_columns(absent).select(form.cast(pl.Float64).alias(name) for name, form in FORMS.items())
    return forms.fill_null(float("nan")).to_numpy().astype(np.float64).reshape(len(followers), len(FORMS))
