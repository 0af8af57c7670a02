"""One world from a seed: tables in the exchange format, and beside them what is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from bench.elsewhere.climate import Climate, Floats, draw_climate
from bench.elsewhere.crowd import Crowd, live
from bench.elsewhere.deeds import Deeds, draw_deeds
from bench.elsewhere.looks import account_rows, last_visit, post_rows, snapshot_rows
from bench.elsewhere.people import HABITS, Cast, creator_rows, draw_cast
from bench.elsewhere.reception import receive
from bench.elsewhere.sample import sample_rows
from bench.elsewhere.scene import Scene
from bench.elsewhere.schedule import draw_schedule
from bench.elsewhere.talk import comment_rows

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

TIERS = (1_000, 10_000, 100_000, 1_000_000)
TIER_NAMES = ("under 1k", "1k-10k", "10k-100k", "100k-1M", "over 1M")


def elsewhere(out: Path, *, creators: int, seed: int, as_of: datetime, fraud: float | None = None) -> pl.DataFrame:
    """Write a world to `out` and its truth to `<out>_truth`; gives back the truth, one row per account.

    `fraud` is the share of the creators who did something; drawn where it is None. The same seed gives the same bytes.
    """
    random = np.random.default_rng(seed)
    climate = draw_climate(random, as_of=as_of, platforms=len(HABITS), fraud=fraud)
    cast = draw_cast(random, creators)
    deeds = draw_deeds(random, cast, climate)
    posts = draw_schedule(random, cast, deeds)
    crowd = live(random, cast, deeds, climate, posts.pull(len(cast)))
    got = receive(random, cast, deeds, crowd, posts)
    scene = Scene(climate, cast, deeds, posts, crowd, got, last_visit(random, len(cast)))
    snapshots = snapshot_rows(random, scene)
    last = snapshots.group_by("account_id", maintain_order=True).last()
    comments, talked = comment_rows(random, scene)
    samples, sampled = sample_rows(random, scene)
    tables = {
        "creators": creator_rows(random, cast),
        "accounts": account_rows(random, scene, last),
        "follower_snapshots": snapshots,
        "posts": post_rows(random, scene),
        "comments": comments,
        "follower_samples": samples,
    }
    truth = pl.concat([_truth(cast, deeds, crowd, climate), sampled, talked], how="horizontal")
    home = out.with_name(f"{out.name}_truth")
    for folder in (out, home):
        folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        rows.write_parquet(out / f"{name}.parquet")
    truth.write_parquet(home / "truth.parquet")
    return truth


def _truth(cast: Cast, deeds: Deeds, crowd: Crowd, climate: Climate) -> pl.DataFrame:
    final = crowd.everyone[:, -1]
    spam = crowd.final["spam"] / np.maximum(final, 1)
    return pl.DataFrame(
        {
            "account_id": cast.ids,
            "inflated_share": crowd.inflated,
            "background": spam,
            "honest": deeds.honest,
            "mechanism": deeds.mechanism(),
            "platform": np.array([one.name for one in HABITS])[cast.platform],
            "tier": _tiers(final),
            "honest_confounder": pl.Series(_confounders(cast, deeds, climate), dtype=pl.List(pl.String)),
            "pod_member": deeds.uses["pod"],
            "bought_likes": deeds.likes,
        }
    )


def _tiers(followers: Floats) -> list[str]:
    return [TIER_NAMES[place] for place in np.searchsorted(TIERS, followers, side="right")]


def _confounders(cast: Cast, deeds: Deeds, climate: Climate) -> list[list[str]]:
    """What befell each account; a purge befalls a whole platform."""
    table = {name: event.has for name, event in deeds.events.items()} | {
        "purge": climate.purge_days[cast.platform] >= 0
    }
    names = np.array(list(table))
    return [names[row].tolist() for row in np.array(list(table.values())).T]
