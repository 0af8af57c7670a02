"""What somebody who looked in now and then wrote down: posts, follower counts, profiles. Counts are as of that look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from bench.elsewhere.climate import DAYS, Flags, Floats, Ints, Random, identities, moments, often, spread
from bench.elsewhere.people import COUNTRIES, HABITS, YOUTUBE
from bench.elsewhere.reception import KINDS
from bench.elsewhere.speech import captions
from bench.elsewhere.words import LANGUAGES, TOPICS

if TYPE_CHECKING:
    from bench.elsewhere.crowd import Crowd
    from bench.elsewhere.deeds import Deeds
    from bench.elsewhere.people import Cast
    from bench.elsewhere.scene import Scene
    from bench.elsewhere.schedule import Schedule

FAMOUS = 500_000


def last_visit(random: Random, accounts: int) -> Floats:
    """When each account was last looked at: in the last hours."""
    return np.asarray(DAYS - random.uniform(0.02, 0.4, accounts))


def post_rows(random: Random, scene: Scene) -> pl.DataFrame:
    """The table `posts`: most posts at the last visit, some early in their life too, a few only then."""
    climate, cast, _, posts, _, got, visit = scene
    post, at = _looks(random, posts, visit)
    who, age = posts.account[post], at - posts.at[post]
    part = 1 - np.exp(-((age / cast.habit("settles")[who]) ** 0.6))
    talked = 1 - np.exp(-((age / cast.habit("settles")[who] * 2) ** 0.5))
    added = got.bought_likes[post] * (1 - np.exp(-np.maximum(age - got.delay[post], 0) * 3))
    likes = np.floor(got.likes[post] * part + added)
    comments = np.floor(got.comments[post] * talked + got.bought_comments[post] + got.pod_comments[post])
    still = np.array([[kind in one.still for kind in KINDS] for one in HABITS])[cast.platform[who], got.kind[post]]
    hidden = often(random, 0.06, len(cast))
    text, tags = captions(random, cast, posts)
    return pl.DataFrame(
        {
            "post_id": np.array(identities("post", posts.account, np.arange(len(posts))))[post],
            "account_id": np.array(cast.ids)[who],
            "posted_at": moments(climate, posts.at)[post],
            "kind": np.array(KINDS)[got.kind[post]],
            "text": text.gather(post),
            "language": np.array(LANGUAGES)[cast.language[who]],
            "tags": tags.gather(post),
            "paid_partnership": known(pl.Series(posts.promoted[post] & (post % 2 == 0)), cast.shows("label")[who]),
            "likes": counts(likes, cast.shows("likes")[who] & ~hidden[who]),
            "comments": counts(comments),
            "shares": counts(np.floor(got.shares[post] * part), cast.shows("shares")[who]),
            "views": counts(
                np.floor(got.views[post] * part + got.bought_views[post]), cast.shows("views")[who] & ~still
            ),
            "observed_at": moments(climate, at),
        }
    )


def _looks(random: Random, posts: Schedule, visit: Floats) -> tuple[Ints, Floats]:
    late = visit[posts.account]
    early = posts.at + random.uniform(0.1, 2.5, len(posts))
    week = posts.at + random.normal(8, 1, len(posts))
    again = often(random, 0.94, len(posts))
    looks = ((late, again), (early, ~again | often(random, 0.16, len(posts))), (week, often(random, 0.1, len(posts))))
    kept = [(at > posts.at + 0.03) & (at <= late) & (at > 0) & chosen for at, chosen in looks]
    post = np.concatenate([np.flatnonzero(keep) for keep in kept])
    at = np.concatenate([at[keep] for (at, _), keep in zip(looks, kept, strict=True)])
    order = np.lexsort((at, post))
    return post[order], at[order]


def counts(values: Floats, shown: Flags | None = None) -> pl.Series:
    """Whole numbers; null where they do not show."""
    series = pl.Series(np.round(values).astype(np.int64))
    return series if shown is None else known(series, shown)


def known(values: pl.Series, shown: Flags) -> pl.Series:
    """Values where they show, null elsewhere."""
    return pl.select(pl.when(pl.Series(shown)).then(values)).to_series()


def snapshot_rows(random: Random, scene: Scene) -> pl.DataFrame:
    """The table `follower_snapshots`: daily for most, seldom, in bursts or once for others; a few counts are wrong."""
    climate, cast, deeds, posts, crowd, _, visit = scene
    account, day = np.nonzero(_watched(random, len(cast)))
    shown = shown_counts(random, cast, deeds, crowd)
    done = np.zeros((len(cast), DAYS))
    np.add.at(done, (posts.account, posts.day), 1)
    before = np.round(spread(random, 300, 1.2, len(cast)))
    count = before[:, None] + np.cumsum(done, axis=1)
    at = np.where(day == DAYS - 1, visit[account], day + random.normal(0.7, 0.04, len(day)))
    return pl.DataFrame(
        {
            "account_id": np.array(cast.ids)[account],
            "observed_at": moments(climate, at),
            "followers": counts(shown[account, day]),
            "following": counts(crowd.following[account, day], cast.shows("following")[account]),
            "posts_count": counts(count[account, day]),
        }
    )


def _watched(random: Random, accounts: int) -> Flags:
    """Account x day: whether it was looked at. The last day always is."""
    shape, day = (accounts, DAYS), np.arange(DAYS)
    daily = random.random(shape) > random.uniform(0.01, 0.2, accounts)[:, None]
    bursts = np.repeat(often(random, 0.3, (accounts, DAYS // 10 + 1)), 10, axis=1)[:, :DAYS]
    ways = {
        "daily": daily,
        "seldom": np.broadcast_to(day % random.integers(2, 9, accounts)[:, None] == 0, shape),
        "in bursts": daily & bursts,
        "of late": daily & (day >= random.integers(0, DAYS - 20, accounts)[:, None]),
        "once": np.zeros(shape, bool),
    }
    way = random.choice(len(ways), accounts, p=(0.64, 0.13, 0.07, 0.1, 0.06))
    seen = np.stack(list(ways.values()))[way, np.arange(accounts)]
    seen[:, -1] = True
    return np.asarray(seen)


def shown_counts(random: Random, cast: Cast, deeds: Deeds, crowd: Crowd) -> Floats:
    """The counts as the platform shows them: YouTube in three figures, and now and then a wrong one."""
    shown = crowd.everyone.copy()
    tube = np.flatnonzero(cast.platform == YOUTUBE)
    unit = 10 ** np.maximum(np.floor(np.log10(np.maximum(shown[tube], 1))) - 2, 0)
    shown[tube] = np.floor(shown[tube] / unit) * unit
    for one in np.flatnonzero(deeds.events["glitch"].has):
        days = random.integers(1, deeds.days - 1, random.integers(1, 4))
        shown[one, days] = np.floor(shown[one, days] * random.choice([0.1, 0.5, 0.97, 1.06, 2.0], len(days)))
    return shown


def account_rows(random: Random, scene: Scene, last: pl.DataFrame) -> pl.DataFrame:
    """The table `accounts`, as seen at the last visit."""
    climate, cast, visit = scene.climate, scene.cast, scene.visit
    topic, language = np.array(TOPICS)[cast.topic], np.array(LANGUAGES)[cast.language]
    creators = identities("creator", cast.creator)
    numbers = random.integers(0, 1000, len(cast))
    opened = random.uniform(250, 4000, len(cast)) * (cast.size / 1e6) ** 0.05
    country = [COUNTRIES[one][number % len(COUNTRIES[one])] for one, number in zip(language, numbers, strict=True)]
    rows = pl.DataFrame(
        {
            "account_id": cast.ids,
            "platform": np.array([one.name for one in HABITS])[cast.platform],
            "creator_id": creators,
            "handle": [f"{word}.{creator[:5]}" for word, creator in zip(topic, creators, strict=True)],
            "display_name": [f"{word} by {creator[:5]}" for word, creator in zip(topic, creators, strict=True)],
            "country": known(pl.Series(country), numbers % 4 > 0),
            "language": known(pl.Series(language), numbers % 10 > 0),
            "category": known(pl.Series(topic), numbers % 9 > 0),
            "verified": (cast.size > FAMOUS) & (numbers % 3 > 0),
            "observed_at": moments(climate, visit),
        }
    )
    created = known(pl.Series(moments(climate, DAYS - opened)), cast.shows("opened")).alias("created_at")
    return rows.with_columns(created).join(last.drop("observed_at"), on="account_id", how="left", maintain_order="left")
