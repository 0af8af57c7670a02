"""The comments that somebody read: under a few posts of about half of the accounts, not all of each post's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import polars as pl

from bench.elsewhere.climate import Flags, Floats, Ints, Random, identities, moments, often, spread
from bench.elsewhere.reception import POD_TURNOUT
from bench.elsewhere.speech import filled, pick, remark, thing
from bench.elsewhere.words import BOUGHT, FRIENDLY, SHORT

if TYPE_CHECKING:
    from bench.elsewhere.people import Cast
    from bench.elsewhere.scene import Scene

FANS, BOTS, POD, FRIENDS = range(4)
FARMS = 5


class Said(NamedTuple):
    """Comments by one kind of author: under which post, by whom, how many days after it, saying what."""

    post: Ints
    author: list[str]
    after: Floats
    text: pl.Series


class Read(NamedTuple):
    """Which posts' comments somebody read, and how much of each; when (one entry per post of the world)."""

    post: Ints
    share: Floats
    at: Floats


def comment_rows(random: Random, scene: Scene, read: Read | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The table `comments`; and per account how many were seen and which share of them is by bots or a pod."""
    climate, cast, _, posts, _, _, visit = scene
    read = read or Read(*_chosen(random, scene), visit[posts.account])
    rest = (random, scene, read.post, read.share)
    parts = [_fans(*rest), _bots(*rest), _ring(*rest), _friends(*rest)]
    kind = np.repeat(np.arange(len(parts)), [len(part.post) for part in parts])
    post, after = np.concatenate([part.post for part in parts]), np.concatenate([part.after for part in parts])
    author = [one for part in parts for one in part.author]
    text = pl.concat([part.text.alias("text") for part in parts])
    seen = posts.at[post] + after < read.at[post]
    ids = identities("post", posts.account, np.arange(len(posts)))
    rows = pl.DataFrame(
        {
            "comment_id": pl.Series(identities("comment", post, np.arange(len(post))), dtype=pl.String),
            "post_id": np.array(ids)[post],
            "author_id": pl.Series(author, dtype=pl.String),
            "posted_at": moments(climate, posts.at[post] + after),
            "text": text,
            "likes": random.poisson(random.gamma(0.5, 4.0, len(post)) * np.where(kind == FANS, 1, 0.4)),
            "observed_at": moments(climate, read.at)[post],
        }
    ).filter(seen)
    counts = _counted(posts.account[post][seen], kind[seen], len(cast))
    return _with_replies(random, rows, cast, posts.account[post][seen]), counts


def _chosen(random: Random, scene: Scene) -> tuple[Ints, Floats]:
    """Some posts of some accounts, and how much of each post's comments is shown."""
    cast, posts, got, visit = scene.cast, scene.posts, scene.got, scene.visit
    wanted = np.where(often(random, 0.56, len(cast)), random.integers(2, 10, len(cast)), 0)
    order = np.lexsort((random.random(len(posts)), posts.account))
    first = np.searchsorted(posts.account[order], np.arange(len(cast)))
    nth = np.arange(len(posts)) - first[posts.account[order]]
    old = posts.at[order] < visit[posts.account[order]] - 0.5
    chosen = np.sort(order[(nth < wanted[posts.account[order]]) & old])
    total = got.comments[chosen] + got.bought_comments[chosen] + got.pod_comments[chosen]
    most = random.gamma(1.3, 17, len(cast))[posts.account[chosen]] + 3
    return chosen, np.minimum(1, most / np.maximum(total, 1))


def _after(random: Random, count: int) -> Floats:
    return np.minimum(random.lognormal(np.log(0.25), 1.5, count), 60)


def _fans(random: Random, scene: Scene, chosen: Ints, shown: Floats) -> Said:
    """Real people: loyal ones come back; some praise briefly, some have something to say."""
    cast, posts, got = scene.cast, scene.posts, scene.got
    post = np.repeat(chosen, random.binomial(got.comments[chosen], shown))
    who = posts.account[post]
    rank = np.floor(np.maximum(cast.size[who] * 0.1, 20) ** random.random(len(post))).astype(np.int64)
    brief = often(random, random.uniform(0.15, 0.6, len(cast))[who], len(post))
    language = np.where(often(random, 0.9, len(post)), cast.language[who], 0)
    text = _either(brief, pick(random, SHORT, language), remark(random, language, cast.topic[who]))
    return Said(post, identities("fan", who, rank), _after(random, len(post)), text)


def _bots(random: Random, scene: Scene, chosen: Ints, shown: Floats) -> Said:
    """Bought comments: from farms that serve many; most with stock praise, some with words about the matter."""
    cast, posts, got = scene.cast, scene.posts, scene.got
    post = np.repeat(chosen, random.binomial(got.bought_comments[chosen], shown))
    who = posts.account[post]
    farm, pool = random.integers(0, FARMS, len(cast))[who], random.integers(100, 900, FARMS)
    author = np.floor(random.random(len(post)) * pool[farm]).astype(np.int64)
    stock = often(random, random.uniform(0.35, 0.97, len(cast))[who], len(post))
    own = remark(random, np.where(often(random, 0.5, len(post)), cast.language[who], 0), cast.topic[who])
    text = _either(stock, pl.Series(BOUGHT).gather(random.integers(0, len(BOUGHT), len(post))), own)
    hasty = often(random, 0.6, len(cast))[who]
    after = np.where(hasty, random.uniform(0.0005, 0.03, len(post)), _after(random, len(post)))
    return Said(post, identities("farm", farm, author), after, text)


def _ring(random: Random, scene: Scene, chosen: Ints, _shown: Floats) -> Said:
    """Members of a pod, soon after the post: most under their own names, some rings under others."""
    cast, posts, deeds = scene.cast, scene.posts, scene.deeds
    member = {ring: np.flatnonzero(deeds.ring == ring) for ring in np.unique(deeds.ring).tolist() if ring >= 0}
    inside = chosen[deeds.ring[posts.account[chosen]] >= 0]
    pairs = [(post, one) for post in inside.tolist() for one in member[int(deeds.ring[posts.account[post]])].tolist()]
    post, who = np.array(pairs, np.int64).reshape(-1, 2).T
    came = (posts.account[post] != who) & often(random, POD_TURNOUT, len(post))
    post, who = post[came], who[came]
    masked = deeds.ring[who] % 5 == 0
    names = [
        mask if hide else cast.ids[one] for one, hide, mask in zip(who, masked, identities("mask", who), strict=True)
    ]
    return Said(post, names, random.exponential(0.015, len(post)) + 0.0003, _kind_words(random, cast, who))


def _friends(random: Random, scene: Scene, chosen: Ints, _shown: Floats) -> Said:
    """Colleagues of the same topic who comment now and then: no pod."""
    cast, posts, deeds = scene.cast, scene.posts, scene.deeds
    friend = _shuffled_within(random, cast.topic)
    sociable = often(random, 0.3, len(cast))
    post = chosen[sociable[posts.account[chosen]] & often(random, 0.35, len(chosen))]
    post = post[deeds.ring[posts.account[post]] < 0]
    who = friend[posts.account[post]]
    return Said(post, [cast.ids[one] for one in who], _after(random, len(post)), _kind_words(random, cast, who))


def _kind_words(random: Random, cast: Cast, who: Ints) -> pl.Series:
    patterns = pl.Series(FRIENDLY).gather(random.integers(0, len(FRIENDLY), len(who)))
    friendly = filled(patterns, thing(random, cast.topic[who]), random.integers(2, 60, len(who)))
    return _either(often(random, 0.65, len(who)), friendly, remark(random, cast.language[who], cast.topic[who]))


def _shuffled_within(random: Random, groups: Ints) -> Ints:
    """Everybody's next in a random circle of the same group."""
    order = np.lexsort((random.random(len(groups)), groups))
    following = np.empty(len(groups), np.int64)
    following[order] = np.roll(order, -1)
    return following


def _either(first: Flags, one: pl.Series, other: pl.Series) -> pl.Series:
    return pl.select(pl.when(pl.Series(first)).then(one).otherwise(other)).to_series()


def _counted(account: Ints, kind: Ints, accounts: int) -> pl.DataFrame:
    total = np.bincount(account, minlength=accounts)
    share = {one: np.bincount(account[kind == one], minlength=accounts) / np.maximum(total, 1) for one in (BOTS, POD)}
    return pl.DataFrame({"visible_comments": total, "bot_comment_share": share[BOTS], "pod_comment_share": share[POD]})


def _with_replies(random: Random, rows: pl.DataFrame, cast: Cast, account: Ints) -> pl.DataFrame:
    """The creator answers some."""
    habit = np.minimum(spread(random, 0.05, 0.9, len(cast)), 0.6)[account]
    answered = np.flatnonzero(often(random, habit, rows.height))
    later = pl.Series((random.exponential(0.3, len(answered)) * 86_400e6).astype("timedelta64[us]"))
    replies = rows[answered].with_columns(
        pl.col("comment_id").alias("in_reply_to"),
        pl.Series("comment_id", identities("reply", answered), dtype=pl.String),
        pl.Series("author_id", np.array(cast.ids)[account[answered]], dtype=pl.String),
        pick(random, SHORT, cast.language[account[answered]]).alias("text"),
        pl.col("posted_at") + later,
    )
    both = pl.concat([rows.with_columns(pl.lit(None, dtype=pl.String).alias("in_reply_to")), replies])
    return both.filter(pl.col("posted_at") < pl.col("observed_at"))
