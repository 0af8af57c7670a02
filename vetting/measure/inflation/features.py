"""What the model reads of an account: numbers about its follower curve, sudden steps, posts, and how much there is.

A name begins with where it comes from: `h`, `g` and `u` the follower curve (habit, shape, surge), `s` its sudden
steps, `e` posts, `n` how large the account and how much evidence there is.
"""

from __future__ import annotations

import polars as pl

from vetting.measure.inflation.peers import beyond_peers
from vetting.measure.inflation.steps import LIKES_PER_FOLLOWER, placed, summed

FEW_DAYS = 7
"""Fewer changes have no habit, so nothing about them is sudden."""
PERIODS = range(1, 6)
COUNTED = ("s_ups", "s_downs", "s_up", "s_seen", "s_unseen", "s_down", "s_shared_down", "s_shared_up")
AS_THEY_ARE = (
    "h_usual", "h_spread", "h_slow", "h_fast", "g_whole", "g_gains", "g_losses", "g_best", "g_lossy", "g_still",
    "g_steady_1", "g_steady_2", "g_steady_3", "g_steady_4", "g_steady_5", "g_steady_6", "g_memory", "g_follow_back",
    "g_following_up", "g_following_down", "u_excess", "u_inside", "u_outside", "u_likes_change", "u_likes_told",
    "e_likes_sd", "e_likes_memory", "e_likes_step", "e_likes_per_view", "e_likes_per_view_sd", "e_comments_per_like",
    "e_comments_per_like_sd", "e_likes_views", "e_likes_comments", "e_followers_sd",
)  # fmt: skip
LOGS = {
    "g_turns": "g_following_turns", "g_following": "g_following", "u_age_days": "u_age_days", "u_days": "u_days",
    "n_followers": "followers", "n_days": "h_days", "n_reach": "g_reach", "n_gap": "g_longest_gap",
    "n_posts": "e_posts", "n_liked": "e_liked", "n_viewed": "e_viewed", "n_cadence": "e_gap_days",
    "n_written": "posts_count",
}  # fmt: skip
AGAINST_ALL = (
    "h_usual", "h_spread", "h_slow", "h_fast", "h_uneven", "g_whole", "g_gains", "g_losses", "g_best", "g_memory",
    "g_by_posts_odd", "g_follow_back", "u_excess", "u_sigmas", "u_uneven_in", "u_likes_change", "s_up", "s_unseen",
    "s_missed", "s0_missed", "e_likes_sd", "e_likes_memory", "e_likes_per_view_sd", "e_comments_per_like_sd",
    "e_rise_likes", "e_missed",
)  # fmt: skip
"""Also told against all accounts of the warehouse: what is usual in one world is odd in another."""
ENOUGH, NARROW = 30, 0.01
GROWTH, POSTS = ("h", "g", "u", "s"), ("e",)
AMOUNTS = {"growth": ("n_days", "n_reach", "n_gap", "n_rounded", "n_step"),
           "posts": ("n_posts", "n_liked", "n_viewed", "n_cadence")}  # fmt: skip


def features(evidence: pl.DataFrame, steps: pl.DataFrame) -> pl.DataFrame:
    """Evidence (`inflation_evidence.sql`, all accounts) and steps (facts.growth_steps) -> account_id and the features.

    One row per row of the evidence, in its order; a feature is a float, or null where it is unknown.
    """
    known = pl.col("h_days") >= FEW_DAYS
    stepped = summed(placed(steps, evidence))
    rows = evidence.with_columns(_beyond(evidence)).join(stepped, on="account_id", how="left", maintain_order="left")
    rows = rows.with_columns(pl.when(known).then(pl.col(name).fill_null(0.0)).alias(name) for name in COUNTED)
    told = [name for name in stepped.columns if name != "account_id"]
    left = [name for name in rows.columns if name.startswith(("e_left_", "e_odd_"))]
    plain = [pl.col(name).cast(pl.Float64) for name in (*AS_THEY_ARE, *left, *told)]
    logs = [_log(pl.col(name)).alias(new) for new, name in LOGS.items()]
    made = rows.select("account_id", *plain, *logs, *_of_growth(), *_of_posts(), *_of_account())
    numbers = pl.exclude("account_id")
    made = made.with_columns(pl.when(numbers.is_finite()).then(numbers)).with_columns(_against_all())
    return made.with_columns(pl.when(numbers.is_finite()).then(numbers))


def alone(table: pl.DataFrame) -> pl.DataFrame:
    """The same features as if too few other accounts were known to compare with."""
    return table.with_columns(pl.lit(None, dtype=pl.Float64).alias(f"{name}_all") for name in AGAINST_ALL)


def only(table: pl.DataFrame, keep: str) -> pl.DataFrame:
    """The same features as if there were only `growth` or only `posts`."""
    lost = "posts" if keep == "growth" else "growth"
    gone = [name for name in table.columns if name[0] in (POSTS if lost == "posts" else GROWTH) and name[1] in "_012"]
    return table.with_columns(pl.lit(None, dtype=pl.Float64).alias(name) for name in (*gone, *AMOUNTS[lost]))


def _against_all() -> list[pl.Expr]:
    """By how many spreads a feature is beyond the median of all accounts that have it; null where they are few."""
    exprs = []
    for name in AGAINST_ALL:
        column = pl.col(name)
        spread = (column.quantile(0.84) - column.quantile(0.16)) / 2
        odd = (column - column.median()) / (spread + NARROW * column.abs().mean() + 1e-6)
        exprs.append(pl.when(column.count() >= ENOUGH).then(odd.clip(-50, 50)).alias(f"{name}_all"))
    return exprs


def _log(count: pl.Expr) -> pl.Expr:
    return count.cast(pl.Float64).clip(0).log1p()


def _beyond(evidence: pl.DataFrame) -> list[pl.Series | pl.Expr]:
    """Log counts against the platform's accounts of the same size, and ratios against its accounts."""
    columns: list[pl.Series | pl.Expr] = []
    for name in ("likes", "comments", "views", "shares"):
        left, odd = beyond_peers(evidence["e_followers_then"], evidence[f"e_{name}"], evidence["platform"])
        columns += [left.alias(f"e_left_{name}"), odd.alias(f"e_odd_{name}")]
    for name in ("likes_per_view", "comments_per_like"):
        columns.append((pl.col(f"e_{name}") - pl.col(f"e_{name}").median().over("platform")).alias(f"e_left_{name}"))
    return columns


def _of_growth() -> list[pl.Expr]:
    by_posts, spread = pl.col("g_on_posts") - pl.col("g_off_posts"), pl.col("h_spread")
    up, down = pl.col("h_fast") - pl.col("h_usual"), pl.col("h_usual") - pl.col("h_slow")
    posted = (pl.col("u_posts_inside") + 0.02) / (pl.col("u_posts_outside") + 0.02)
    return [
        (spread / (pl.col("h_usual").abs() + 1e-4)).log().clip(-6, 6).alias("h_uneven"),
        (spread * (pl.col("followers") + 1).sqrt()).log1p().alias("h_noise"),
        ((up + 1e-5) / (down + 1e-5)).log().alias("h_skew"),
        by_posts.alias("g_by_posts"),
        (by_posts / (spread + 1e-5)).clip(-9, 9).alias("g_by_posts_odd"),
        (_log(pl.col("g_following")) - _log(pl.col("followers"))).alias("g_following_ratio"),
        pl.col("u_sigmas").log().clip(-3, 4).alias("u_sigmas"),
        (pl.col("u_days") / (pl.col("u_days") + pl.col("u_others"))).alias("u_share"),
        (pl.col("u_likes_change") - 3 * pl.col("u_excess")).alias("u_missed"),
        ((pl.col("u_inside_sd") + 1e-6) / (pl.col("u_outside_sd") + 1e-6)).log().clip(-5, 5).alias("u_sd_change"),
        (pl.col("u_inside_sd") / (pl.col("u_inside").abs() + 1e-5)).log().clip(-6, 6).alias("u_uneven_in"),
        (pl.col("u_outside_sd") / (pl.col("u_outside").abs() + 1e-5)).log().clip(-6, 6).alias("u_uneven_out"),
        posted.log().clip(-4, 4).alias("u_posts_change"),
    ]


def _of_posts() -> list[pl.Expr]:
    posts = pl.sum_horizontal(f"e_n_{period}" for period in PERIODS)
    level = pl.sum_horizontal(pl.col(f"e_likes_{p}").fill_null(0) * pl.col(f"e_n_{p}") for p in PERIODS) / posts
    now = _log(pl.col("followers"))
    likes = [pl.when(pl.col(f"e_n_{p}") >= 2).then(pl.col(f"e_likes_{p}") - level) for p in PERIODS]  # noqa: PLR2004 # two posts have a mean
    size = [pl.col(f"e_followers_{p}") - now for p in PERIODS]
    rise, growth = (_newest(name) - _oldest(name) for name in ("likes", "followers"))
    spread = pl.col("e_likes_spread").list
    return [
        *(expr.alias(f"e_dlikes_{p}") for p, expr in zip(PERIODS, likes, strict=True)),
        *(expr.alias(f"e_dfollowers_{p}") for p, expr in zip(PERIODS, size, strict=True)),
        rise.alias("e_rise_likes"),
        growth.alias("e_rise_followers"),
        (rise - LIKES_PER_FOLLOWER * growth).alias("e_missed"),
        (pl.col("e_follows") / (pl.col("e_followers_sd") ** 2 + 1e-3)).clip(-9, 9).alias("e_slope"),
        (spread.get(2, null_on_oob=True) - spread.get(1, null_on_oob=True)).alias("e_upper"),
        (spread.get(1, null_on_oob=True) - spread.get(0, null_on_oob=True)).alias("e_lower"),
    ]


def _newest(name: str) -> pl.Expr:
    return pl.coalesce(_told(name, period) for period in (1, 2))


def _oldest(name: str) -> pl.Expr:
    return pl.coalesce(_told(name, period) for period in (5, 4, 3))


def _told(name: str, period: int) -> pl.Expr:
    return pl.when(pl.col(f"e_n_{period}") >= 3).then(pl.col(f"e_{name}_{period}"))  # noqa: PLR2004 # three tell a level


def _of_account() -> list[pl.Expr]:
    return [
        pl.col("h_rounded").cast(pl.Float64).alias("n_rounded"),
        pl.col("h_step").log().alias("n_step"),
        pl.col("verified").cast(pl.Float64).alias("n_verified"),
    ]
