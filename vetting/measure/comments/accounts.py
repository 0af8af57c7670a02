"""What an account's comments tell together: how much is arranged, how much comes from a ring, who comes back."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.stats import beta  # type: ignore[import-untyped] # scipy ships no types

from vetting.measure.comments.arranged import Weights, weighed

Floats = NDArray[np.float64]
OF_COMMENTS = {
    "alike": 1,
    "alike_short": 1,
    "everywhere": 1,
    "everywhere_short": 1,
    "generic": 1,
    "spam": 1,
    "burst": 1,
    "crowded": 1,
    "foreign": 1,
    "visitor": 1,
    "together": 1,
    "ring": 1,
    "liked": -1,
    "at_once": 1,
    "substantive": -1,
    "on_topic": -1,
    "question": -1,
}
"""The signs of a comment, each with its direction."""
OF_ACCOUNTS = {**{sign: way for sign, way in OF_COMMENTS.items() if sign != "at_once"}, "arranged": 1}
OF_TIES = {"returned": 1, "common": 1, "prompt": 1, "regular": 1, "times": 1}
PRIOR = 6.0
"""As many comments of the usual kind are added to each account's, so that few comments say little."""
COVERED = 0.5
LONG, ALIKE, ADVERT, CROWD = 3, 2, 0.5, 10
"""Words of a longer comment, others who wrote alike, probability of spam, and which part of the authors is busiest."""
TAIL = 0.05
TABLE = """\
One row per account with comments of other people: what they tell together.
account_id: the account
comments: comments of other people
authors: how many wrote them
covered: share of the comments with words whose language config/comments.toml covers
arranged: estimated share of them that is arranged: paid for, automatic, from a ring; null: silence says why
arranged_low: lower end of the 90 % interval
arranged_high: upper end
ring: estimated share of them that a ring of creators wrote, who comment under each other's posts
ring_low: lower end of the 90 % interval
ring_high: upper end
near_duplicate_share: share of those with three words and more that two other authors wrote nearly alike
generic_share: share that is praise fit for any post
spam_share: share that advertises something else
burst_share: share that came in a burst
busiest_share: share of the comments that the busiest tenth of the authors wrote
silence: why arranged is null"""


def gathered(among: pl.DataFrame, usual: dict[str, float]) -> pl.DataFrame:
    """Comments with signs and `arranged` (see `kin.py`) -> per account `comments` and the mean of each sign, drawn to
    the usual one where comments are few.
    """  # noqa: D205 # one sentence
    means = [
        (
            (pl.col(sign).cast(pl.Float64).fill_null(0.0).sum() + PRIOR * usual.get(sign, 0.0)) / (pl.len() + PRIOR)
        ).alias(sign)
        for sign in OF_ACCOUNTS
    ]
    return among.group_by("account_id").agg(*means, comments=pl.len().cast(pl.Int64)).sort("account_id")


def read_accounts(among: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """Comments with signs and `arranged` -> facts.comment_accounts."""
    usual = {sign.removeprefix("usual_"): value for sign, value in weights.account.items() if sign.startswith("usual_")}
    share = gathered(among, usual).select(
        "account_id", share=weighed({sign: w for sign, w in weights.account.items() if not sign.startswith("usual_")})
    )
    told = _told(among).join(share, on="account_id").sort("account_id")
    count, ring = told["comments"].to_numpy(), told["ringed"].to_numpy()
    points = np.array(weights.curve).T
    low, mean, high = (np.interp(told["share"].to_numpy(), points[0], curve) for curve in points[1:])
    ring_low, ring_high = _interval(ring / np.maximum(count, 1), np.maximum(count, 1).astype(np.float64))
    silent = pl.when(pl.col("covered").is_null() | (pl.col("covered") < COVERED)).then(pl.lit("not_available"))
    heard = pl.col("silence").is_null()
    return told.with_columns(
        silent.alias("silence"),
        ring=pl.Series((ring + 0.02) / (count + 1.0)),
        arranged=pl.Series(mean),
        arranged_low=pl.Series(low),
        arranged_high=pl.Series(high),
        ring_low=pl.Series(ring_low),
        ring_high=pl.Series(ring_high),
    ).select(
        "account_id",
        "comments",
        "authors",
        "covered",
        pl.when(heard).then("arranged").alias("arranged"),
        pl.when(heard).then(pl.min_horizontal("arranged_low", "arranged")).alias("arranged_low"),
        pl.when(heard).then(pl.max_horizontal("arranged_high", "arranged")).alias("arranged_high"),
        "ring",
        pl.min_horizontal("ring_low", "ring").alias("ring_low"),
        pl.max_horizontal("ring_high", "ring").alias("ring_high"),
        "near_duplicate_share",
        "generic_share",
        "spam_share",
        "burst_share",
        "busiest_share",
        "silence",
    )


def _interval(share: Floats, strength: Floats) -> tuple[Floats, Floats]:
    """Jeffreys' beta interval of a share that was seen in so many comments."""
    curve = beta(share * strength + 0.5, (1.0 - share) * strength + 0.5)
    return curve.ppf(TAIL), curve.ppf(1.0 - TAIL)


def _told(among: pl.DataFrame) -> pl.DataFrame:
    """Plain shares, and how many comments a ring wrote, by what is known of the ties."""
    worded = pl.col("words") > 0
    long = pl.col("words") >= LONG
    shares = among.group_by("account_id").agg(
        comments=pl.len().cast(pl.Int64),
        authors=pl.col("author").n_unique().cast(pl.Int64),
        covered=pl.col("language").is_not_null().filter(worded).mean(),
        ringed=pl.col("ringed").sum(),
        near_duplicate_share=(pl.col("near_duplicates") >= ALIKE).filter(long).mean(),
        generic_share=pl.col("generic").mean(),
        spam_share=(pl.col("spam") >= ADVERT).mean(),
        burst_share=pl.col("burst").mean(),
    )
    each = (
        among.group_by("account_id", "author")
        .len("wrote")
        .sort("account_id", "wrote", "author", descending=[False, True, False])
    )
    place = pl.int_range(pl.len()).over("account_id")
    tenth = (pl.len().over("account_id") / CROWD).ceil()
    busiest = (
        each.with_columns(top=place < tenth)
        .group_by("account_id")
        .agg(busiest_share=pl.col("wrote").filter("top").sum() / pl.col("wrote").sum())
    )
    return shares.join(busiest, on="account_id")
