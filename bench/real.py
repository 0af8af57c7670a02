"""Real sets as small frames: what the made-up world is compared with. Nothing of them is kept, and no name is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from pathlib import Path

MADE_UP = ["f78ac323", "71934fd3"]
"""Two states of the Taiwanese list hold made-up data."""
DAY_SECONDS = 86_400
FACTORS = {"k": 1e3, "m": 1e6, "b": 1e9}


def small_instagram(data: Path) -> pl.DataFrame:
    """One row per post of 700 ordinary Instagram accounts: account, followers, place, likes, comments."""
    told = json.loads((data / "instafake" / "nonautomatedAccountData.json").read_text("utf-8"))
    frame = pl.DataFrame(
        {
            "account": range(len(told)),
            "followers": [one["userFollowerCount"] for one in told],
            "likes": [one["mediaLikeNumbers"] for one in told],
            "comments": [one["mediaCommentNumbers"] for one in told],
        }
    )
    posts = frame.filter(pl.col("likes").list.len() > 0).explode("likes", "comments")
    return posts.with_columns(place=-pl.int_range(pl.len()).over("account"))


def large_youtube(data: Path) -> pl.DataFrame:
    """One row per look at a video of 100 large channels: account, post, age in days, views, likes."""
    looks = pl.read_parquet(data / "taiwan_youtubers" / "video_snapshots.parquet")
    return looks.filter(~pl.col("commit").is_in(MADE_UP)).select(
        "views",
        "likes",
        account="channel_id",
        post="video_id",
        age=(pl.col("last_update") - pl.col("published_at")) / DAY_SECONDS,
    )


def large_youtube_last(data: Path) -> pl.DataFrame:
    """The last look at each of those videos."""
    return large_youtube(data).sort("post", "age").unique("post", keep="last", maintain_order=True)


def large_youtube_days(data: Path) -> pl.DataFrame:
    """One row per day of the same channels: account, day, followers."""
    looks = pl.read_parquet(data / "taiwan_youtubers" / "channel_snapshots.parquet")
    known = looks.filter(~pl.col("commit").is_in(MADE_UP), pl.col("subscribers") > 0).select(
        "last_update", account="channel_id", day=pl.from_epoch("last_update").dt.date(), followers="subscribers"
    )
    return known.sort("account", "last_update").unique(["account", "day"], keep="last", maintain_order=True)


def trending_youtube(data: Path) -> pl.DataFrame:
    """One row per video of a trending list: account (a title), views, likes, comments."""
    path = data / "yt_trending_us_2017_sep" / "USvideos.csv"
    rows = pl.read_csv(path, infer_schema=False, truncate_ragged_lines=True)
    counts = rows.select(
        pl.col("views", "likes").cast(pl.Float64, strict=False),
        comments=pl.col("comment_total").cast(pl.Float64, strict=False),
        account="channel_title",
        post="thumbnail_link",
    )
    return counts.sort("views", "post").unique("post", keep="last", maintain_order=True)


def averages(data: Path, which: str) -> pl.DataFrame:
    """One row per account of a ranking (`instagram`, `tiktok` or `top200`): followers and average counts."""
    columns = {
        "instagram": ("influencers_2022/instagram.csv", {"followers": "Followers", "likes": "Engagement avg"}),
        "tiktok": (
            "influencers_2022/tiktok.csv",
            {"followers": "Subscribers", "likes": "Likes avg", "views": "Views avg", "comments": "Comments avg"},
        ),
        "top200": ("insta_top200/top_insta_influencers_data.csv", {"followers": "followers", "likes": "avg_likes"}),
    }
    path, wanted = columns[which]
    rows = pl.read_csv(data / path, infer_schema=False).select(_number(name).alias(to) for to, name in wanted.items())
    return rows.drop_nulls().filter(pl.all_horizontal(pl.all() > 0)).with_row_index("account")


def _number(column: str) -> pl.Expr:
    """A count such as 48.5M."""
    text = pl.col(column).str.strip_chars().str.to_lowercase()
    factor = text.str.slice(-1).replace_strict(FACTORS, default=1.0)
    return text.str.replace_all("[a-z,]", "").cast(pl.Float64, strict=False) * factor
