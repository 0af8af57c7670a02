"""Figures of small frames, real or made up: how likes vary and follow the followers, views, comments, growth."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

Figures = dict[str, float]
Floats = npt.NDArray[np.float64]

FEWEST = 8
"""Posts of an account whose dispersion is looked at; half as many for its likes per view."""
SPAN_DAYS = 13
WHICH = ("p10", "median", "p90")


def dispersion(posts: pl.DataFrame) -> Figures:
    """Accounts with enough posts, all of them liked. Columns: account, followers, place, likes, comments."""
    liked = posts.filter((pl.col("likes").fill_null(0) > 0).all().over("account"), pl.col("followers") > 0)
    logs = liked.filter(pl.len().over("account") >= FEWEST).with_columns(logged=pl.col("likes").log())
    logs = logs.sort("account", "place").with_columns(rest=pl.col("logged") - pl.col("logged").mean().over("account"))
    pairs = logs.with_columns(after=pl.col("rest").shift(-1).over("account")).drop_nulls("after")
    each = logs.group_by("account").agg(
        pl.col("followers").first().log(), pl.col("logged").median(), sd=pl.col("logged").std()
    )
    return {
        **percentiles("SD of an account's log likes", each["sd"]),
        "correlation with the post before": float(np.corrcoef(pairs["rest"], pairs["after"])[0, 1]),
        **line(each["followers"], each["logged"]),
        **talk(logs),
    }


def per_view(posts: pl.DataFrame) -> Figures:
    """Accounts with at least a few viewed and liked posts. Columns: account, likes, views."""
    rate = (pl.col("likes") / pl.col("views")).log()
    known = posts.filter(pl.col("views") > 0, pl.col("likes") > 0).with_columns(rate=rate)
    enough = known.filter(pl.len().over("account") >= FEWEST // 2)
    each = enough.group_by("account").agg(pl.col("rate").mean(), sd=pl.col("rate").std())
    return {
        "likes per view": np.exp(middle(each["rate"])),
        "likes per view, SD of log between accounts": deviation(each["rate"]),
        "likes per view, SD of log within an account": middle(each["sd"]),
    }


def talk(posts: pl.DataFrame) -> Figures:
    """Comments per like, over all posts of an account. Columns: account, likes, comments."""
    sums = posts.group_by("account").agg(pl.col("likes", "comments").sum())
    rate = sums.filter(pl.col("comments") > 0, pl.col("likes") > 0).select((pl.col("comments") / pl.col("likes")).log())
    logged = rate.to_series()
    return {
        "comments per like": np.exp(middle(logged)),
        "comments per like, SD of log between accounts": deviation(logged),
    }


def line(followers: pl.Series, likes: pl.Series) -> Figures:
    """Log likes on log followers."""
    known = np.column_stack([np.ones(len(followers)), followers.to_numpy()])
    fitted, *_ = np.linalg.lstsq(known, likes.to_numpy(), rcond=None)
    rest = likes.to_numpy() - known @ fitted
    return {"slope on log followers": float(fitted[1]), "residual SD": float(rest.std())}


def level(accounts: pl.DataFrame) -> Figures:
    """How much accounts are liked for their size. Columns: followers, likes (of a usual post)."""
    rate = (accounts["likes"] / accounts["followers"]).log()
    return {
        "followers, median": middle(accounts["followers"]),
        "likes per follower": np.exp(middle(rate)),
        **line(accounts["followers"].log(), accounts["likes"].log()),
    }


def rates(accounts: pl.DataFrame) -> Figures:
    """Averages of accounts. Columns: followers, likes, views, comments."""
    seen = (accounts["likes"] / accounts["views"]).log()
    said = (accounts["comments"] / accounts["likes"]).log()
    return {
        **level(accounts),
        "likes per view": np.exp(middle(seen)),
        "likes per view, SD of log": deviation(seen),
        "comments per like": np.exp(middle(said)),
        "comments per like, SD of log": deviation(said),
    }


def subscribers(days: pl.DataFrame) -> Figures:
    """Rounded counts day by day, and over `SPAN_DAYS`. Columns: account, day (a date), followers."""
    logged = days.sort("account", "day").with_columns(logged=pl.col("followers").log())
    step = logged.select(pl.col("logged").diff().over("account")).to_series().drop_nulls()
    later = logged.with_columns(day=pl.col("day") - pl.duration(days=SPAN_DAYS))
    spans = logged.join(later, on=["account", "day"], suffix="_later")
    gain = spans.select(pl.col("logged_later") - pl.col("logged")).to_series()
    return {
        "days on which the rounded count stood still": average((step == 0).cast(pl.Float64)),
        f"change of log followers in {SPAN_DAYS} days, mean": average(gain),
        **percentiles(f"change of log followers in {SPAN_DAYS} days", gain),
    }


def ripening(looks: pl.DataFrame) -> Figures:
    """What a post had early against what it had later. Columns: post, age (days), views."""

    def views(low: float, high: float) -> pl.Expr:
        return pl.col("views").filter(pl.col("age").is_between(low, high)).mean()

    each = (
        looks.filter(pl.col("views") > 0)
        .group_by("post")
        .agg(early=views(0.2, 0.4), day=views(0.8, 1.2), week=views(5, 8))
    )
    return {
        "views of the first day that were there after 7 hours": middle((each["early"] / each["day"]).drop_nulls()),
        "views of the first week that were there after a day": middle((each["day"] / each["week"]).drop_nulls()),
    }


def spread(values: pl.Series) -> Floats:
    """The 10th, 50th and 90th percentile."""
    return np.quantile(values.to_numpy(), (0.1, 0.5, 0.9)) if len(values) else np.full(3, np.nan)


def percentiles(name: str, values: pl.Series) -> Figures:
    """The same by name."""
    return {f"{name}, {which}": float(value) for which, value in zip(WHICH, spread(values), strict=True)}


def middle(values: pl.Series) -> float:
    """The median; not a number of nothing."""
    return float(spread(values)[1])


def average(values: pl.Series) -> float:
    """The mean; not a number of nothing."""
    return float(values.to_numpy().mean()) if len(values) else float("nan")


def deviation(values: pl.Series) -> float:
    """The standard deviation; not a number of nothing."""
    return float(values.to_numpy().std()) if len(values) else float("nan")
