"""What is true of the world and stands in no exchange table: inflation, its cause, subjects, incidents to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Flags, Floats, texts
from vetting.simulate.habits import ROLES
from vetting.simulate.schemes import MECHANISMS, NONE, Schemes
from vetting.simulate.style import CONFOUNDERS
from vetting.simulate.subjects import ABOUT

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.engagement import Engagement
    from vetting.simulate.scene import Scene

BASE_RATE = 0.18
OF_INFLATION, OF_HIDDEN_ADS, OF_RECORDS, OF_TEMPER, NOISE = 3.0, 1.4, 0.8, 0.35, 0.6
MOST_RECORDS = 3
TAKEN_BACK = ("denied", "retracted")


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


def creator_inflation(accounts: pl.DataFrame, schemes: Schemes) -> Floats:
    """Each creator's inflation over all accounts, larger ones counting more; in the creators' order."""
    owner, size = accounts["owner"].to_numpy(), accounts["size"].to_numpy()
    return np.bincount(owner, size * schemes.inflation) / np.bincount(owner, size)


def true_creators(
    scene: Scene,
    creators: pl.DataFrame,
    accounts: pl.DataFrame,
    schemes: Schemes,
    posts: pl.DataFrame,
    records: pl.DataFrame,
) -> pl.DataFrame:
    """Per creator: honest or not, and whether the twelve months after `as_of` bring an incident."""
    dice = scene.dice("truth")
    count = creators.height
    cheated = np.bincount(accounts["owner"].to_numpy(), schemes.mechanism != NONE) > 0
    logit = (
        OF_INFLATION * creator_inflation(accounts, schemes)
        + OF_HIDDEN_ADS * _hidden_ads(creators, accounts, posts)
        + OF_RECORDS * _did_wrong(scene, creators, records)
        + OF_TEMPER * creators["temper"].to_numpy()
        + dice.normal(0, NOISE, count)
    )
    probability = _at_base_rate(logit)
    return creators.select(
        "creator_id",
        incident=pl.Series(_as_many(dice, probability)),
        incident_probability=pl.Series(probability),
        honest=pl.Series(~cheated),
    )


def _hidden_ads(creators: pl.DataFrame, accounts: pl.DataFrame, posts: pl.DataFrame) -> Floats:
    """The share of each creator's ads that did not say so; 0 without ads."""
    owners = accounts.select("account_id", "creator_id")
    ads = posts.filter("last", "sponsored").select("account_id", "disclosed").join(owners, on="account_id")
    share = ads.group_by("creator_id").agg(share=1 - pl.col("disclosed").mean())
    return creators.join(share, on="creator_id", how="left", maintain_order="left")["share"].fill_null(0.0).to_numpy()


def _did_wrong(scene: Scene, creators: pl.DataFrame, records: pl.DataFrame) -> Floats:
    """How many records, known by `as_of` and not taken back, tell of something that the creator did."""
    known = records.filter(pl.col("observed_at") <= scene.as_of).unique("record_id", keep="last", maintain_order=True)
    standing = ~pl.col("status").fill_null("").is_in(TAKEN_BACK)
    counts = known.filter("adverse", pl.col("role") == "did", standing).group_by("creator_id").len()
    joined = creators.join(counts, on="creator_id", how="left", maintain_order="left")["len"].fill_null(0)
    return joined.clip(0, MOST_RECORDS).cast(pl.Float64).to_numpy()


def _as_many(dice: Generator, probability: Floats) -> Flags:
    """Draw with these probabilities, and as many in all as they say (systematic sampling in a random order)."""
    order = dice.permutation(len(probability))
    counted = np.floor(probability[order].cumsum() + dice.random())
    drawn = np.empty(len(probability), dtype=np.bool_)
    drawn[order] = np.diff(counted, prepend=0.0) > 0
    return drawn


def _at_base_rate(logit: Floats) -> Floats:
    """Probabilities with these differences between creators and `BASE_RATE` as their mean."""
    low, high = -40.0, 40.0
    for _ in range(80):
        middle = (low + high) / 2
        mean = (1 / (1 + np.exp(-(logit + middle)))).mean()
        low, high = (middle, high) if mean < BASE_RATE else (low, middle)
    return 1 / (1 + np.exp(-(logit + low)))
