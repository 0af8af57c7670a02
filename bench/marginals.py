"""`python -m bench.marginals SHARED_DATA_DIR`: the made-up worlds' marginals beside the real ones, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np
import polars as pl

from bench import figures, real
from vetting.simulate.drawn import drawn_style
from vetting.simulate.scene import Scene
from vetting.simulate.style import TYPICAL
from vetting.simulate.world import AS_OF, draw

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.figures import Figures

DAYS = 400
TYPICAL_CREATORS, DRAWN_CREATORS, DRAWN_WORLDS = 1500, 200, 30
LARGE = 1_000_000
"""Followers from which a made-up account is set beside the largest channels; there are few above."""

Tables = dict[str, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A real set, its made-up counterpart, and the figures of either."""

    title: str
    real: Callable[[Path], pl.DataFrame]
    made_up: Callable[[Tables], pl.DataFrame]
    figures: Callable[[pl.DataFrame], Figures]


def honest(world: Tables, platform: str, least: int = 0) -> pl.DataFrame:
    """The platform's accounts that nobody inflated or miscounted, of at least so many followers."""
    clean = (
        world["truth"].filter(~pl.col("confounders").list.contains("miscount"), mechanism="none").select("account_id")
    )
    theirs = world["accounts"].filter(pl.col("platform") == platform, pl.col("followers") >= least)
    return theirs.join(clean, on="account_id").select("followers", account="account_id")


def looks(world: Tables, platform: str, least: int = 0) -> pl.DataFrame:
    """Every look at their posts: account, followers, post, age, likes, comments, views, place."""
    age = (pl.col("observed_at") - pl.col("posted_at")).dt.total_seconds() / real.DAY_SECONDS
    posts = world["posts"].rename({"account_id": "account", "post_id": "post"}).with_columns(age=age)
    return posts.join(honest(world, platform, least), on="account").with_columns(place="posted_at")


def latest(world: Tables, platform: str, least: int = 0) -> pl.DataFrame:
    """Their posts as last seen."""
    return looks(world, platform, least).sort("post", "age").unique("post", keep="last", maintain_order=True)


def means(world: Tables, platform: str) -> pl.DataFrame:
    """Their averages: followers, likes, views, comments; what a platform never shows is left out."""
    each = (
        latest(world, platform)
        .group_by("account")
        .agg(pl.col("followers").first(), pl.col("likes", "views", "comments").mean())
    )
    return each.drop_nulls("likes").filter(pl.col("likes") > 0, pl.col("comments") > 0)


def counts(world: Tables, least: int) -> pl.DataFrame:
    """Daily follower counts of YouTube accounts: account, day, followers."""
    kept = world["follower_snapshots"].select("account_id", "followers", day=pl.col("observed_at").dt.date())
    theirs = honest(world, "youtube", least).select(account_id="account")
    return kept.join(theirs, on="account_id").rename({"account_id": "account"}).filter(pl.col("followers") > 0)


COMPARISONS = (
    Comparison(
        "Instagram, ordinary accounts (instafake)",
        real.small_instagram,
        partial(latest, platform="instagram"),
        figures.dispersion,
    ),
    Comparison(
        "YouTube, 100 large channels (taiwan_youtubers)",
        real.large_youtube_days,
        partial(counts, least=LARGE),
        figures.subscribers,
    ),
    Comparison(
        "The same, their videos", real.large_youtube_last, partial(latest, platform="youtube"), figures.per_view
    ),
    Comparison("The same, videos growing", real.large_youtube, partial(looks, platform="youtube"), figures.ripening),
    Comparison(
        "YouTube, trending videos (yt_trending)",
        real.trending_youtube,
        partial(latest, platform="youtube"),
        lambda posts: figures.per_view(posts) | figures.talk(posts),
    ),
    Comparison(
        "Instagram, large accounts (influencers_2022)",
        partial(real.averages, which="instagram"),
        partial(means, platform="instagram"),
        figures.level,
    ),
    Comparison(
        "Instagram, the largest (insta_top200)",
        partial(real.averages, which="top200"),
        partial(means, platform="instagram"),
        figures.level,
    ),
    Comparison(
        "TikTok, large accounts (influencers_2022)",
        partial(real.averages, which="tiktok"),
        partial(means, platform="tiktok"),
        figures.rates,
    ),
)


def made(scene: Scene, creators: int) -> Tables:
    """A world's tables, and the truth about its accounts."""
    world, truth = draw(scene, creators, 0.35)
    return {**world, "truth": truth["accounts"]}


def table(data: Path) -> list[str]:
    """The lines of the table: real, the typical world, and the 10th to 90th percentile of worlds in drawn styles."""
    typical = made(Scene(1, AS_OF, DAYS, TYPICAL), TYPICAL_CREATORS)
    typically = [one.figures(one.made_up(typical)) for one in COMPARISONS]
    drawn = []
    for seed in range(DRAWN_WORLDS):
        world = made(Scene(seed, AS_OF, DAYS, drawn_style(seed)), DRAWN_CREATORS)
        drawn.append([one.figures(one.made_up(world)) for one in COMPARISONS])
    lines = ["| | real | typical world | drawn worlds |", "|---|---|---|---|"]
    for place, one in enumerate(COMPARISONS):
        lines.append(f"| **{one.title}** | | | |")
        for name, value in one.figures(one.real(data)).items():
            low, high = np.nanquantile([figures[place][name] for figures in drawn], (0.1, 0.9))
            lines.append(f"| {name} | {value:.3g} | {typically[place][name]:.3g} | {low:.3g} to {high:.3g} |")
    return lines


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(data: Path) -> None:
    """Compare the made-up worlds with the real sets in DATA."""
    click.echo("\n".join(table(data)))


if __name__ == "__main__":
    main()
