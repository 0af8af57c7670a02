"""What is true of the world and stands in no exchange table: inflation, its cause, subjects, incidents to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Floats, texts
from vetting.simulate.habits import ROLES
from vetting.simulate.incidents import as_many
from vetting.simulate.outcomes import incidents
from vetting.simulate.schemes import MECHANISMS, NONE, Schemes
from vetting.simulate.style import CONFOUNDERS
from vetting.simulate.subjects import ABOUT

if TYPE_CHECKING:
    from vetting.simulate.calendar import Calendar
    from vetting.simulate.engagement import Engagement
    from vetting.simulate.incidents import Standing
    from vetting.simulate.scene import Scene


def true_accounts(accounts: pl.DataFrame, calendar: Calendar, schemes: Schemes, gathered: Engagement) -> pl.DataFrame:
    """Per account: its true inflation, mechanism and confounders, and what else of it is bought or arranged."""
    befell = np.column_stack([schemes.events[name].happened for name in CONFOUNDERS])
    listed = [pl.when(pl.lit(pl.Series(befell[:, place]))).then(pl.lit(name)) for place, name in enumerate(CONFOUNDERS)]
    return accounts.select(
        "account_id",
        inflation=pl.Series(schemes.inflation),
        dose=pl.Series(schemes.dose),
        background=pl.Series(schemes.background),
        quality=pl.Series(schemes.quality).set(pl.Series(schemes.dose == 0), None),
        mechanism=texts(MECHANISMS, schemes.mechanism),
        confounders=pl.concat_list(listed).list.drop_nulls(),
        likes_bought=pl.Series(schemes.likes > 0),
        bought_likes=pl.Series(_share(calendar, gathered.bought, gathered.likes)),
        bought_comments=pl.Series(schemes.comments),
        pod=pl.Series(schemes.ring).set(pl.Series(schemes.ring < 0), None),
    )


def _share(calendar: Calendar, part: Floats, whole: Floats) -> Floats:
    """What part of each account's likes, say, over all its posts; 0 where there are none."""
    sums = [np.bincount(calendar.account, of, len(calendar.counts)) for of in (part, whole)]
    share: Floats = sums[0] / np.maximum(sums[1], 1.0)
    return share


def true_posts(posts: pl.DataFrame) -> pl.DataFrame:
    """Per post: whether it was paid for, and whether it said so."""
    return posts.filter("last").select("post_id", "sponsored", "disclosed").sort("post_id")


def true_comments(comments: pl.DataFrame) -> pl.DataFrame:
    """Per comment: in which role its author wrote it."""
    return comments.select("comment_id", role=texts(ROLES, comments["role"].to_numpy())).sort("comment_id")


def true_outcomes(outcomes: pl.DataFrame) -> pl.DataFrame:
    """Per decision: whether its twelve months bring an incident, known by `as_of` or not, and how likely that was."""
    told = outcomes.select("creator_id", "decided_at", incident="struck", incident_probability="probability")
    return told.sort("creator_id", "decided_at")


def true_records(creators: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """Per record: the creator whom it is really about, or nobody of the world; whose name it resembles; its matter."""
    named_after = creators["creator_id"].gather(records["named_after"])
    return (
        records.select(
            "record_id",
            "creator_id",
            "adverse",
            "role",
            about=texts(ABOUT, records["about"].to_numpy()),
            named_after=named_after,
        )
        .unique("record_id", keep="first", maintain_order=True)
        .with_columns(named_after=pl.when(pl.col("about") != "nobody").then("named_after"))
        .sort("record_id")
    )


def true_creators(
    scene: Scene,
    creators: pl.DataFrame,
    accounts: pl.DataFrame,
    schemes: Schemes,
    world: Standing,
    outcomes: pl.DataFrame,
) -> pl.DataFrame:
    """Per creator: honest or not, and whether the twelve months after `as_of` bring an incident."""
    count = creators.height
    cheated = np.bincount(accounts["owner"].to_numpy(), schemes.mechanism != NONE) > 0
    probability = world.probability(np.arange(count), np.full(count, float(scene.days)), incidents(outcomes, count))
    return creators.select(
        "creator_id",
        incident=pl.Series(as_many(scene.dice("truth"), probability)),
        incident_probability=pl.Series(probability),
        honest=pl.Series(~cheated),
    )
