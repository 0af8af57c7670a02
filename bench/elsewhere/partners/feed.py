"""What somebody wrote down while it happened: posts within days, counts at every visit, comments before a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import polars as pl

from bench.elsewhere.climate import Flags, Floats, Ints, Random, identities, moments, often, spread
from bench.elsewhere.looks import FAMOUS, counts, known, shown_counts
from bench.elsewhere.partners.adverts import LABEL, WORDS
from bench.elsewhere.partners.captions import caption_columns
from bench.elsewhere.people import COUNTRIES, HABITS
from bench.elsewhere.reception import KINDS
from bench.elsewhere.words import LANGUAGES, TOPICS

if TYPE_CHECKING:
    from bench.elsewhere.partners.adverts import Adverts
    from bench.elsewhere.partners.era import Character
    from bench.elsewhere.partners.persons import Persons
    from bench.elsewhere.scene import Scene
    from bench.elsewhere.schedule import Schedule


class Visits(NamedTuple):
    """When accounts were looked at closely: before a decision, and at the end."""

    account: Ints
    day: Floats


def post_rows(random: Random, scene: Scene, adverts: Adverts, persons: Persons) -> pl.DataFrame:
    """The table `posts`: most are seen within days and again some weeks later."""
    climate, cast, _, posts, _, got, _ = scene
    post, at = _seen(random, posts)
    who, age = posts.account[post], at - posts.at[post]
    part = 1 - np.exp(-((age / cast.habit("settles")[who]) ** 0.6))
    talked = 1 - np.exp(-((age / cast.habit("settles")[who] * 2) ** 0.5))
    added = got.bought_likes[post] * (1 - np.exp(-np.maximum(age - got.delay[post], 0) * 3))
    still = np.array([[kind in one.still for kind in KINDS] for one in HABITS])[cast.platform[who], got.kind[post]]
    hidden = often(random, 0.06, len(cast))
    says = (adverts.way == LABEL) | ((adverts.way == WORDS) & often(random, 0.3, len(posts)))
    likes = np.floor(got.likes[post] * part + added)
    talk = np.floor(got.comments[post] * talked + got.bought_comments[post] + got.pod_comments[post])
    views = np.floor(got.views[post] * part + got.bought_views[post])
    told = caption_columns(random, cast, posts, adverts, persons)
    return pl.DataFrame(
        {
            "post_id": np.array(identities("post", posts.account, np.arange(len(posts))))[post],
            "account_id": np.array(cast.ids)[who],
            "posted_at": moments(climate, posts.at)[post],
            "kind": np.array(KINDS)[got.kind[post]],
            "text": told["text"].gather(post),
            "language": np.array(LANGUAGES)[cast.language[who]],
            "tags": told["tags"].gather(post),
            "mentions": told["mentions"].gather(post),
            "paid_partnership": known(pl.Series(says[post]), cast.shows("label")[who]),
            "likes": counts(likes, cast.shows("likes")[who] & ~hidden[who]),
            "comments": counts(talk),
            "shares": counts(np.floor(got.shares[post] * part), cast.shows("shares")[who]),
            "views": counts(views, cast.shows("views")[who] & ~still),
            "observed_at": moments(climate, at),
        }
    )


def _seen(random: Random, posts: Schedule) -> tuple[Ints, Floats]:
    """Looks at each post: within three days for half of them, after one to three weeks for nearly all."""
    early = posts.at + random.uniform(0.1, 3, len(posts))
    late = posts.at + random.uniform(8, 20, len(posts))
    soon = np.minimum(posts.at + random.uniform(3, 8, len(posts)), posts.days - 0.02)
    last = late < posts.days
    looks = (
        (early, often(random, 0.45, len(posts))),
        (late, last & often(random, 0.93, len(posts))),
        (soon, ~last),
    )
    kept = [(at > posts.at + 0.03) & (at < posts.days) & (at > 0) & chosen for at, chosen in looks]
    post = np.concatenate([np.flatnonzero(keep) for keep in kept])
    at = np.concatenate([at[keep] for (at, _), keep in zip(looks, kept, strict=True)])
    order = np.lexsort((at, post))
    return post[order], at[order]


def snapshot_rows(random: Random, scene: Scene, removed: Floats) -> tuple[pl.DataFrame, Floats]:
    """The table `follower_snapshots`, and the counts as shown on each day; `removed` is what `removals` gives."""
    climate, cast, deeds, posts, crowd, _, _ = scene
    account, day = np.nonzero(_watched(random, len(cast), climate.days))
    shown = shown_counts(random, cast, deeds, crowd)
    done = np.zeros((len(cast), climate.days))
    np.add.at(done, (posts.account, posts.day), 1)
    count = np.round(spread(random, 300, 1.2, len(cast)))[:, None] + np.cumsum(done, axis=1)
    count = np.maximum(count - np.cumsum(np.round(removed * count), axis=1), 1)
    rows = pl.DataFrame(
        {
            "account_id": np.array(cast.ids)[account],
            "observed_at": moments(climate, day + random.normal(0.7, 0.04, len(day))),
            "followers": counts(shown[account, day]),
            "following": counts(crowd.following[account, day], cast.shows("following")[account]),
            "posts_count": counts(count[account, day]),
        }
    )
    return rows, shown


def _watched(random: Random, accounts: int, days: int) -> Flags:
    """Account x day: whether it was looked at. Some only from later on."""
    shape, day = (accounts, days), np.arange(days)
    daily = random.random(shape) > random.uniform(0.02, 0.25, accounts)[:, None]
    seldom = (day + random.integers(0, 9, accounts)[:, None]) % random.integers(2, 8, accounts)[:, None] == 0
    found = np.where(often(random, 0.2, accounts), random.integers(0, 330, accounts), 0)
    way = often(random, 0.3, accounts)[:, None]
    return np.asarray(np.where(way, daily, seldom) & (day >= found[:, None]))


def removals(random: Random, scene: Scene, character: Character) -> Floats:
    """Account x day: share of its posts that an account takes down; the sloppy and the hot-headed do so more often."""
    cast, days = scene.cast, scene.climate.days
    habit = 0.12 * np.exp(0.5 * character.temper + 0.5 * character.sloppy)
    habit = np.where(character.misdeeds > 0, habit, 0.12)[cast.creator]
    times = often(random, habit[:, None] / 365, (len(cast), days))
    return np.asarray(times * np.minimum(random.exponential(0.05, (len(cast), 1)), 0.5))


def account_rows(random: Random, scene: Scene, visits: Visits, shown: Floats, persons: Persons) -> pl.DataFrame:
    """The table `accounts`: at the first look, every half year, and at each visit."""
    climate, cast = scene.climate, scene.cast
    half = np.arange(0, climate.days, 182)
    whole = np.repeat(np.arange(len(cast)), len(half))
    regular = np.tile(half, len(cast)) + random.uniform(0, 20, len(whole))
    account, day = np.concatenate([whole, visits.account]), np.concatenate([regular, visits.day])
    day = np.minimum(day, climate.days - 0.01)
    topic, language = np.array(TOPICS)[cast.topic], np.array(LANGUAGES)[cast.language]
    numbers = random.integers(0, 1000, len(cast))
    opened = random.uniform(-4000, -60, len(cast)) * (cast.size / 1e6) ** 0.05
    creators = cast.creator.tolist()
    country = [COUNTRIES[one][number % len(COUNTRIES[one])] for one, number in zip(language, numbers, strict=True)]
    fixed = pl.DataFrame(
        {
            "account_id": cast.ids,
            "platform": np.array([one.name for one in HABITS])[cast.platform],
            "creator_id": identities("creator", cast.creator),
            "handle": persons.handles,
            "display_name": [persons.names[who] for who in creators],
            "bio": persons.bios,
            "country": known(pl.Series(country), numbers % 4 > 0),
            "language": known(pl.Series(language), numbers % 10 > 0),
            "category": known(pl.Series(topic), numbers % 9 > 0),
            "created_at": known(pl.Series(moments(climate, opened)), cast.shows("opened")),
            "verified": (cast.size > FAMOUS) & (numbers % 3 > 0),
        }
    )
    looks = pl.DataFrame(
        {"followers": counts(shown[account, day.astype(np.int64)]), "observed_at": moments(climate, day)}
    )
    return pl.concat([fixed[account], looks], how="horizontal").unique(
        ["account_id", "observed_at"], keep="first", maintain_order=True
    )
