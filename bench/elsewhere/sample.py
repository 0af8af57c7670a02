"""Lists of followers that somebody read, and what a person said about some of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from bench.elsewhere.climate import Climate, Flags, Floats, Ints, Random, identities, moments, often
from bench.elsewhere.crowd import PEOPLE
from bench.elsewhere.looks import known
from bench.elsewhere.words import FIRST, LAST

if TYPE_CHECKING:
    from bench.elsewhere.scene import Scene

_FILE = tomllib.loads(Path(__file__).with_name("profiles.toml").read_text(encoding="utf-8"))
MAKEUP: dict[str, dict[str, float]] = _FILE["makeup"]
FACES: dict[str, dict[str, float]] = _FILE["faces"]
NEWEST: dict[str, float] = _FILE["newest"]


def sample_rows(random: Random, scene: Scene) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The table `follower_samples`; and per account how many were read and how many labelled."""
    climate, cast, crowd = scene.climate, scene.cast, scene.crowd
    has = often(random, cast.habit("sampled"), len(cast))
    size = np.where(has, random.integers(90, 600, len(cast)), 0)
    size = np.minimum(size, crowd.everyone[:, -1].astype(np.int64))
    account = np.repeat(np.arange(len(cast)), size)
    stocks = np.array([crowd.final[name] for name in MAKEUP], np.float64).T
    newest = often(random, climate.newest, len(cast))
    bias = np.where(newest[:, None], [NEWEST.get(name, 1.0) for name in MAKEUP], 1.0)
    stock = drawn(random, stocks * bias, account)
    face = drawn(
        random,
        np.array([[parts.get(face, 0) for face in FACES] for parts in MAKEUP.values()])[stock],
        np.arange(len(account)),
    )
    labelled = chosen_for_labels(random, account, size)
    fake = stock >= len(PEOPLE)
    slip = often(random, climate.slips * np.where(fake, 2.5, 0.6), len(account))
    days = 181 - random.uniform(0.1, 6, len(cast))
    rows = profiles(random, face, climate, days[account])
    label = pl.Series("label", np.where(fake ^ slip, "fake", "real"))
    rows = rows.with_columns(
        pl.Series("account_id", np.array(cast.ids)[account], dtype=pl.String),
        pl.Series("follower_id", identities("follower", account, np.arange(len(account)))),
        known(label, labelled).alias("label"),
        known(rows["is_private"], cast.shows("private")[account]).alias("is_private"),
        known(rows["created_at"], cast.shows("opened")[account]).alias("created_at"),
    )
    count = np.bincount(account[labelled], minlength=len(cast))
    return rows, pl.DataFrame({"sample_size": size, "sample_labelled": count})


def drawn(random: Random, weights: Floats, row: Ints) -> Ints:
    """One column for each of `row`, by that row's weights."""
    edges = np.cumsum(weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-12), axis=1)[row]
    return np.asarray((random.random(len(row))[:, None] > edges[:, :-1]).sum(axis=1), np.int64)


def chosen_for_labels(random: Random, account: Ints, size: Ints) -> Flags:
    """In somewhat less than half of the lists, 50 to 120 were judged, drawn at random."""
    quota = np.where(often(random, 0.45, len(size)), random.integers(50, 121, len(size)), 0)
    order = np.lexsort((random.random(len(account)), account))
    nth = np.arange(len(account)) - (np.cumsum(size) - size)[account]
    chosen = np.zeros(len(account), bool)
    chosen[order] = nth < quota[account]
    return chosen


def profiles(random: Random, face: Ints, climate: Climate, day: Floats) -> pl.DataFrame:
    """What a profile shows, by its type."""
    of = {name: np.array([row[name] for row in FACES.values()])[face] for name in FACES["lively"]}
    count = len(face)
    given, family = random.integers(0, len(FIRST), count), random.integers(0, len(LAST), count)
    tail = np.where(often(random, of["digits"], count), random.integers(10, 99_999, count), 0)
    handles = [
        f"{FIRST[one]}{LAST[two][:size]}{number or ''}".lower()
        for one, two, size, number in zip(given, family, random.integers(0, 8, count), tail, strict=True)
    ]
    age = np.minimum(random.gamma(1.6, of["years"] / 1.6) * 365 + 1, 7000)
    return pl.DataFrame(
        {
            "sampled_at": moments(climate, day),
            "handle": handles,
            "has_avatar": often(random, of["avatar"], count),
            "bio_length": np.where(
                often(random, 0.7, count), random.poisson(of["bio"] * random.gamma(1.5, 1 / 1.5, count)), 0
            ),
            "followers": np.round(np.exp(random.normal(of["fans"], of["fans_sd"]))).astype(np.int64),
            "following": np.minimum(np.round(np.exp(random.normal(of["follows"], of["follows_sd"]))), 7500).astype(
                np.int64
            ),
            "posts_count": random.poisson(of["posts"] * random.gamma(0.6, 1 / 0.6, count)),
            "created_at": moments(climate, np.minimum(day - 0.5, day - age)),
            "is_private": often(random, of["private"], count),
        }
    )
