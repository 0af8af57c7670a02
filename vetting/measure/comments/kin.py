"""Every comment among all others: the same words under other creators, authors who come together, rings, and how likely
it is arranged.
"""  # noqa: D205 # one sentence

from __future__ import annotations

import polars as pl

from vetting.measure.comments.arranged import Weights, weighed
from vetting.measure.comments.rings import lockstep, ties

SEVERAL_WORDS = 3
AT_ONCE_SECONDS = 600
PER = 200.0


def others(kin: pl.DataFrame) -> pl.DataFrame:
    """The comments of other people, with `author` (the creator where one is known) and `posts`, those commented on."""
    own = pl.col("by_creator") | (pl.col("author_creator") == pl.col("creator_id")).fill_null(value=False)
    return kin.filter(~own).with_columns(
        author=pl.coalesce("author_creator", "author_id"),
        posts=pl.col("post_id").n_unique().over("creator_id"),
    )


def tied(met: pl.DataFrame) -> pl.DataFrame:
    """The ties between creators, sorted."""
    return ties(met.filter(pl.col("author_creator").is_not_null()))


def among_all(kin: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """Comments (see `comment_kin.sql`) -> those of others, with `elsewhere`, `visits`, `shared`, `tie` and signs."""
    met = others(kin)
    linked = tied(met).with_columns(tie=weighed(weights.tie)).select("creator_id", "author_creator", "tie")
    return (
        met.join(_elsewhere(met), on="words_hash", how="left", maintain_order="left")
        .join(_visits(met), on="author", how="left", maintain_order="left")
        .join(lockstep(met), on=["creator_id", "author"], how="left", maintain_order="left")
        .join(linked, on=["creator_id", "author_creator"], how="left", maintain_order="left")
        .with_columns(pl.col("shared").fill_null(0))
        .with_columns(signs(met["creator_id"].n_unique()))
    )


def _elsewhere(met: pl.DataFrame) -> pl.DataFrame:
    """Under how many other creators the same words stand."""
    counted = met.drop_nulls("words_hash").group_by("words_hash").agg(pl.col("creator_id").n_unique())
    return counted.select("words_hash", elsewhere=pl.col("creator_id").cast(pl.Int64) - 1)


def _visits(met: pl.DataFrame) -> pl.DataFrame:
    """Under how many other creators each author writes."""
    counted = met.group_by("author").agg(pl.col("creator_id").n_unique())
    return counted.select("author", visits=pl.col("creator_id").cast(pl.Int64) - 1)


def signs(creators: int) -> list[pl.Expr]:
    """What the weights are for; repeats elsewhere count per creator: a small data set reads like a large one."""
    long = pl.col("words") >= SEVERAL_WORDS
    met = (pl.col("elsewhere") * (PER / max(creators, 1))).log1p()
    near = pl.col("near_duplicates").log1p()
    usual = pl.col("language").mode().sort().first().over("account_id")
    return [
        pl.when(long).then(near).alias("alike"),
        pl.when(~long).then(near).alias("alike_short"),
        pl.when(long).then(met).alias("everywhere"),
        pl.when(~long).then(met).alias("everywhere_short"),
        (pl.col("close").log1p() - pl.col("expected").log1p()).clip(0, 3).alias("crowded"),
        (pl.col("language") != usual).alias("foreign"),
        pl.col("visits").clip(0, 20).log1p().alias("visitor"),
        pl.when(pl.col("author_creator").is_null()).then(pl.col("shared").clip(0, 10).log1p()).alias("together"),
        pl.col("tie").alias("ring"),
        pl.col("likes").clip(0, 50).log1p().alias("liked"),
        (pl.col("lag") <= AT_ONCE_SECONDS).alias("at_once"),
    ]
