"""Puts made-up words together: captions, and what commenters say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from bench.elsewhere.climate import often
from bench.elsewhere.words import GIVEAWAY, LANGUAGES, PAID, POSTS, TAILS, TALK, THINGS, TOPICS

if TYPE_CHECKING:
    from bench.elsewhere.climate import Ints, Random
    from bench.elsewhere.people import Cast
    from bench.elsewhere.schedule import Schedule


def thing(random: Random, topic: Ints) -> pl.Series:
    """A thing of each topic."""
    table = pl.Series([word for name in TOPICS for word in THINGS[name]])
    each = len(THINGS[TOPICS[0]])
    return table.gather(topic * each + random.integers(0, each, len(topic)))


def pick(random: Random, phrases: dict[str, list[str]], language: Ints) -> pl.Series:
    """A phrase in each language."""
    table = pl.Series([phrase for name in LANGUAGES for phrase in phrases[name]])
    sizes = np.array([len(phrases[name]) for name in LANGUAGES])
    starts = np.cumsum(sizes) - sizes
    return table.gather(starts[language] + np.floor(random.random(len(language)) * sizes[language]).astype(np.int64))


def filled(patterns: pl.Series, things: pl.Series, numbers: Ints) -> pl.Series:
    """Patterns with `{x}` and `{n}` filled in."""
    frame = pl.DataFrame({"pattern": patterns, "x": things, "n": numbers})
    text = pl.col("pattern").str.replace("{x}", pl.col("x"), literal=True)
    return frame.select(text.str.replace("{n}", pl.col("n").cast(pl.String), literal=True).alias("text")).to_series()


def remark(random: Random, language: Ints, topic: Ints) -> pl.Series:
    """Something about the matter; two of three go on with something else."""
    count = len(language)
    said = filled(pick(random, TALK, language), thing(random, topic), random.integers(2, 60, count))
    more = filled(pick(random, TAILS, language), thing(random, topic), random.integers(2, 60, count))
    on = pl.Series(often(random, 2 / 3, count))
    return pl.select(pl.when(on).then(said + " " + more).otherwise(said)).to_series()


def captions(random: Random, cast: Cast, posts: Schedule) -> tuple[pl.Series, pl.Series]:
    """Text and tags of every post: giveaways and half of the advertisements say so."""
    language, things = cast.language[posts.account], thing(random, cast.topic[posts.account])
    numbers = random.integers(2, 30, len(posts))
    usual = pick(random, POSTS, language)
    giveaway = pl.Series([GIVEAWAY[name] for name in LANGUAGES]).gather(language)
    paid = pl.Series([PAID[name] for name in LANGUAGES]).gather(language)
    patterns = pl.select(
        pl.when(pl.Series(posts.giveaway))
        .then(giveaway)
        .when(pl.Series(posts.promoted & (numbers % 2 == 0)))
        .then(usual + " " + paid)
        .otherwise(usual)
    ).to_series()
    topic = pl.Series(TOPICS).gather(cast.topic[posts.account])
    tags = pl.DataFrame({"topic": topic, "x": things}).select(pl.concat_list("topic", "x")).to_series()
    return filled(patterns, things, numbers), tags
