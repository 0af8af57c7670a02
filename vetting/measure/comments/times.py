"""When comments come, and in whose order: bursts against the creator's own other posts, and authors in a row."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.stats import poisson  # type: ignore[import-untyped] # scipy ships no types

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
WITHIN = 180
"""Seconds on either side."""
CROWDED = 0.27
"""The most that honest comments crowd: 0.27 / t of them in any second, t seconds after the post. A log-normal delay of
spread 1.5 reaches no higher, wherever its middle lies."""
LEAST, RARE = 3, 1e-3
SEVERAL = 2
"""Posts, and times that two authors stand in a row."""
FIRST_PLACES = 30
FAR = np.int64(2**40)


def bursts(rows: pl.DataFrame) -> pl.DataFrame:
    """Comments (`post`, `account` as numbers, `lag` seconds after the post or null) -> `close`, `expected`, `burst`.

    `close`: other comments under the post within three minutes; `expected`: as many as the account's other posts, or
    any honest post at that age, would have had. Null without times.
    """
    known = rows["lag"].is_not_null().to_numpy()
    lag = np.clip(rows["lag"].fill_null(0).to_numpy(), 0, FAR // 4)[known]
    post, account = rows["post"].to_numpy()[known], rows["account"].to_numpy()[known]
    under, around = _neighbors(post, lag), _neighbors(account, lag)
    size, whole = np.bincount(post, minlength=1)[post], np.bincount(account, minlength=1)[account]
    elsewhere = np.maximum(whole - size, 1)
    own = (around - under) / elsewhere * size
    most = np.minimum(1.0, 2 * WITHIN * CROWDED / np.maximum(lag, 1)) * size
    expected = np.maximum(own, most)
    burst = (under - 1 >= LEAST) & (poisson.sf(under - 2, expected) < RARE)
    return pl.DataFrame(
        {
            "close": _spread(known, (under - 1).astype(np.float64)),
            "expected": _spread(known, expected),
            "burst": pl.Series(_spread(known, burst.astype(np.float64)).cast(pl.Boolean)),
        }
    )


def _spread(known: NDArray[np.bool_], values: Floats) -> pl.Series:
    """Values of the known rows, null in the others."""
    whole = np.full(len(known), np.nan)
    whole[known] = values
    return pl.Series(whole).fill_nan(None)


def _neighbors(group: Ints, lag: Ints) -> Ints:
    """For each row, how many of its group (itself included) lie within `WITHIN` seconds."""
    key = group.astype(np.int64) * FAR + lag
    ordered = np.sort(key)
    low = np.searchsorted(ordered, key - WITHIN, side="left")
    high = np.searchsorted(ordered, key + WITHIN, side="right")
    return high - low


def same_order(rows: pl.DataFrame) -> pl.Series:
    """Comments in the order of `account`, `post` and time -> whether the author follows the same author as elsewhere.

    Elsewhere is under another post of the account. Only authors who come back count, and only a post's first
    `FIRST_PLACES`: what strangers write in between is no gap. Null without times, or under one post.
    """
    numbered = rows.select("account", "post", "author", "lag", "by_creator").with_row_index("row")
    posts = pl.col("post").n_unique().over("account")
    usable = numbered.filter(pl.col("lag").is_not_null(), ~pl.col("by_creator"), posts >= SEVERAL)
    early = usable.filter(pl.int_range(pl.len()).over("post") < FIRST_PLACES)
    once = early.unique(["post", "author"], keep="first", maintain_order=True)
    back = once.filter(pl.col("post").n_unique().over("account", "author") >= SEVERAL)
    pairs = back.with_columns(before=pl.col("author").shift(1).over("post"))
    led = pairs.filter(
        pl.col("before").is_not_null(), pl.col("post").n_unique().over("account", "before", "author") >= SEVERAL
    )
    in_row = numbered["row"].is_in(led["row"].implode())
    return in_row.set(~numbered["row"].is_in(usable["row"].implode()), None)
