"""Sudden steps of a follower curve: which ones many accounts made on that day, which ones a post explains."""

from __future__ import annotations

import polars as pl

CROWD, CROWD_SHARE = 3, 0.06
"""Others of the platform, and their share, from which a day is everybody's: a purge, a recount."""
FEW_PEERS = 20
"""Peers that did not step, added to those there are: one of three is no crowd."""
SEEN = 0.9
"""Log of likes or views against the typical from which a post is a cause."""
COMMENTS_LOOSER = 0.5
LIKES_PER_FOLLOWER = 0.75
FIRST = 3
TOLD = (
    "part", "excess", "peak", "days", "gap_days", "age_days", "week_before", "week_after", "month_after", "posts_then",
    "likes_then", "views_then", "comments_then", "likes_change", "missed", "likes_told", "crowd",
)  # fmt: skip


def placed(steps: pl.DataFrame, accounts: pl.DataFrame) -> pl.DataFrame:
    """Steps (facts.growth_steps) with what part of today's followers each is, whether it is shared, and whether seen.

    `accounts` has account_id, platform and followers of all accounts.
    """
    who = accounts.select("account_id", "platform", pl.col("followers").alias("now"), peers=pl.len().over("platform"))
    rows = steps.join(who, on="account_id").with_columns(way=pl.col("excess").sign())
    rows = rows.join(_crowds(rows), on=["platform", "way", "peak_day"], how="left")
    loudest = pl.max_horizontal("likes_then", "views_then", pl.col("comments_then") - COMMENTS_LOOSER)
    return (
        rows.with_columns(
            crowd=pl.col("others").cast(pl.Float64) / (pl.col("peers") + FEW_PEERS),
            part=(pl.col("gained") / (pl.col("now") + 1)).clip(-2, 1),
            seen=loudest.fill_null(-1.0) > SEEN,
            missed=pl.col("likes_change") - LIKES_PER_FOLLOWER * pl.col("excess"),
        )
        .with_columns(shared=(pl.col("others") >= CROWD) & (pl.col("crowd") >= CROWD_SHARE))
        .sort("account_id", "first_day")
    )


def _crowds(rows: pl.DataFrame) -> pl.DataFrame:
    """How many others of a platform stepped the same way within a day of it."""
    about = [
        rows.select("account_id", "platform", "way", peak_day=pl.col("peak_day") + pl.duration(days=days))
        for days in (-1, 0, 1)
    ]
    return pl.concat(about).unique().group_by("platform", "way", "peak_day").agg(others=pl.len() - 1)


def summed(rows: pl.DataFrame) -> pl.DataFrame:
    """Placed steps -> one row per account: sums by kind (`s_...`), and the three largest of its own (`s0_...`)."""
    up, own = pl.col("way") > 0, ~pl.col("shared")
    unseen = up & own & ~pl.col("seen")

    def weighed(name: str) -> pl.Expr:
        known = unseen & pl.col(name).is_not_null()
        return (pl.col(name) * pl.col("part")).filter(known).sum() / pl.col("part").filter(known).sum()

    whole = rows.group_by("account_id").agg(
        s_ups=(up & own).sum().cast(pl.Float64),
        s_downs=(~up & own).sum().cast(pl.Float64),
        s_up=pl.col("part").filter(up & own).sum(),
        s_seen=pl.col("part").filter(up & own & pl.col("seen")).sum(),
        s_unseen=pl.col("part").filter(unseen).sum(),
        s_down=pl.col("part").filter(~up & own).sum(),
        s_shared_down=pl.col("excess").filter(~up & ~own).sum(),
        s_shared_up=pl.col("excess").filter(up & ~own).sum(),
        s_leak=weighed("month_after"),
        s_missed=weighed("missed"),
    )
    largest = rows.filter(up & own).sort("account_id", "part", "first_day", descending=[False, True, False])
    each = largest.group_by("account_id").agg(
        pl.col(name).cast(pl.Float64).get(place, null_on_oob=True).alias(f"s{place}_{name}")
        for place in range(FIRST)
        for name in TOLD
    )
    return whole.join(each, on="account_id", how="left")
