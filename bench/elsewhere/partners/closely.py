"""What is read closely before a decision, and at the end: comments, and lists of followers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from bench.elsewhere.climate import Floats, Random, identities, moments, often
from bench.elsewhere.crowd import PEOPLE
from bench.elsewhere.looks import known
from bench.elsewhere.partners.affairs import SUFFERED
from bench.elsewhere.partners.feed import Visits
from bench.elsewhere.partners.words import SAID
from bench.elsewhere.sample import FACES, MAKEUP, NEWEST, chosen_for_labels, drawn, profiles
from bench.elsewhere.speech import pick
from bench.elsewhere.talk import Read, comment_rows

if TYPE_CHECKING:
    from bench.elsewhere.partners.affairs import Affairs
    from bench.elsewhere.partners.decisions import Decisions
    from bench.elsewhere.partners.era import Character
    from bench.elsewhere.scene import Scene
    from bench.elsewhere.schedule import Schedule

POSTS = 6
"""Latest posts of which the comments are read."""
STORM = 30.0
"""Days for which people write about what a creator did."""


def draw_visits(random: Random, scene: Scene, made: Decisions) -> Visits:
    """Every account of who was considered, some days before; at the end most accounts."""
    cast, days = scene.cast, scene.climate.days
    accounts = np.bincount(cast.creator)
    starts = np.cumsum(accounts) - accounts
    each = accounts[made.creator]
    nth = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
    account = starts[np.repeat(made.creator, each)] + nth
    day = np.maximum(np.repeat(made.day, each) - random.uniform(0.2, 12, len(account)), 1)
    last = np.flatnonzero(often(random, 0.75, len(cast)))
    days_last = days - random.uniform(0.1, 9, len(last))
    return Visits(np.concatenate([account, last]), np.concatenate([day, days_last]))


def stirred(scene: Scene, affairs: Affairs) -> Scene:
    """The same scene with more comments after affairs."""
    calm = 1 + 2.5 * _storm(scene.posts, scene, affairs)
    return scene._replace(got=replace(scene.got, comments=np.round(scene.got.comments * calm).astype(np.int64)))


def _storm(posts: Schedule, scene: Scene, affairs: Affairs) -> Floats:
    """Per post 1 on the day of an affair, fading within weeks, 0 without one."""
    mine = affairs.role != SUFFERED
    keys = np.sort(affairs.creator[mine] * 1e6 + affairs.day[mine] + 1e4)
    asked = scene.cast.creator[posts.account] * 1e6 + posts.at + 1e4
    since = asked - np.concatenate([[-1e9], keys])[np.searchsorted(keys, asked)]
    return np.asarray(np.where(since < STORM, np.exp(-since / 10), 0.0))


def read_comments(
    random: Random, scene: Scene, visits: Visits, affairs: Affairs, character: Character
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The table `comments` and how many were bots': under the latest posts at each visit, some of each post's."""
    posts, at = scene.posts, np.full(len(scene.posts), np.inf)
    keys = posts.account * 1e5 + posts.at
    ends = np.searchsorted(keys, visits.account * 1e5 + visits.day - 0.5)
    for back in range(1, POSTS + 1):
        place = np.maximum(ends - back, 0)
        mine = (posts.account[place] == visits.account) & (visits.day - posts.at[place] < 150)  # noqa: PLR2004 - recent
        np.minimum.at(at, place[mine], visits.day[mine])
    chosen = np.flatnonzero(np.isfinite(at))
    got = scene.got
    total = got.comments[chosen] + got.bought_comments[chosen] + got.pod_comments[chosen]
    most = random.gamma(1.3, 10, len(scene.cast))[posts.account[chosen]] + 4
    rows, counted = comment_rows(random, scene, Read(chosen, np.minimum(1, most / np.maximum(total, 1)), at))
    return _heated(random, rows, scene, affairs, character), counted


def _heated(random: Random, rows: pl.DataFrame, scene: Scene, affairs: Affairs, character: Character) -> pl.DataFrame:
    """Hostile answers of the hot-headed, and an audience that is angry after an affair."""
    posts, cast = scene.posts, scene.cast
    ids = identities("post", posts.account, np.arange(len(posts)))
    place = rows.join(pl.DataFrame({"post_id": ids, "place": np.arange(len(posts))}), on="post_id", how="left")
    post = place["place"].to_numpy()
    account = posts.account[post]
    language = cast.language[account]
    answers = rows["in_reply_to"].is_not_null().to_numpy()
    hostile = answers & often(random, character.snaps[cast.creator[account]], len(post))
    angry = ~answers & often(random, 0.4 * _storm(posts, scene, affairs)[post], len(post))
    text = (
        pl.when(pl.Series(hostile))
        .then(pick(random, SAID["hostile"], language))
        .when(pl.Series(angry))
        .then(pick(random, SAID["angry"], language))
        .otherwise(rows["text"])
    )
    return rows.with_columns(text.alias("text"))


def sample_rows(random: Random, scene: Scene, visits: Visits) -> pl.DataFrame:
    """The table `follower_samples`: of some accounts, at each visit, from those who followed then."""
    climate, cast, crowd = scene.climate, scene.cast, scene.crowd
    has = often(random, cast.habit("sampled"), len(cast))[visits.account]
    size = np.where(has, random.integers(90, 400, len(has)), 0)
    when = visits.day.astype(np.int64)
    stocks = np.array([crowd.stocks[name][visits.account, when] for name in MAKEUP], np.float64).T
    size = np.minimum(size, stocks.sum(axis=1).astype(np.int64))
    visit = np.repeat(np.arange(len(size)), size)
    newest = often(random, climate.newest, len(size))
    bias = np.where(newest[:, None], [NEWEST.get(name, 1.0) for name in MAKEUP], 1.0)
    stock = drawn(random, stocks * bias, visit)
    shares = np.array([[parts.get(face, 0) for face in FACES] for parts in MAKEUP.values()])
    face = drawn(random, shares[stock], np.arange(len(visit)))
    labelled = chosen_for_labels(random, visit, size)
    slip = often(random, climate.slips * np.where(stock >= len(PEOPLE), 2.5, 0.6), len(visit))
    label = pl.Series("label", np.where((stock >= len(PEOPLE)) ^ slip, "fake", "real"))
    rows = profiles(random, face, climate, visits.day[visit])
    account = visits.account[visit]
    return rows.with_columns(
        pl.Series("account_id", np.array(cast.ids)[account], dtype=pl.String),
        pl.Series("follower_id", identities("follower", visit, np.arange(len(visit))), dtype=pl.String),
        pl.Series("sampled_at", moments(climate, visits.day)[visit]),
        known(label, labelled).alias("label"),
        known(rows["is_private"], cast.shows("private")[account]).alias("is_private"),
        known(rows["created_at"], cast.shows("opened")[account]).alias("created_at"),
    )
