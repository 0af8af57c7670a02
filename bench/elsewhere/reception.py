"""How a post is received in the end: seen by those who are awake, liked by some who saw it, and what was added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.elsewhere.climate import Flags, Floats, Ints, Random, often, spread
from bench.elsewhere.people import HABITS

if TYPE_CHECKING:
    from bench.elsewhere.crowd import Crowd
    from bench.elsewhere.deeds import Deeds
    from bench.elsewhere.people import Cast
    from bench.elsewhere.schedule import Schedule

KINDS = ("image", "carousel", "short", "video", "live", "text")
FARTHER = np.array([0.8, 1.0, 1.6, 1.0, 0.5, 0.9])
"""How far a kind carries, against the others."""
POD_TURNOUT = 0.7


@dataclass(frozen=True, slots=True)
class Reception:
    """Per post what it has got when all is counted; `bought_*` is part of neither."""

    kind: Ints
    views: Ints
    likes: Ints
    comments: Ints
    shares: Ints
    bought_likes: Ints
    bought_views: Ints
    bought_comments: Ints
    pod_comments: Ints
    delay: Floats
    """Days after which bought likes come."""


def receive(random: Random, cast: Cast, deeds: Deeds, crowd: Crowd, posts: Schedule) -> Reception:
    """Count every post's views, likes and comments, real and bought."""
    who, size = posts.account, len(posts)
    kind = _kinds(random, cast, posts)
    reach = crowd.awake[who, posts.day] * cast.habit("glance")[who] * posts.appeal
    beyond = crowd.awake[who, posts.day] * cast.habit("outside")[who] * posts.appeal**1.5 * 0.7
    paid = np.where(posts.promoted, random.uniform(2, 6, size), 1)
    mean = (reach + beyond) * FARTHER[kind] * np.where(posts.giveaway, 1.6, 1)
    views = random.poisson(np.minimum(mean * random.gamma(20, 1 / 20, size) * paid, 1e12))
    fond = (cast.habit("like") * spread(random, 1, 0.3, len(cast)))[who] * spread(random, 1, 0.2, size)
    likes = random.binomial(views, np.clip(fond * (1 + 1 / paid) / 2, 0, 0.7))
    chatty = (0.024 * cast.habit("talk") * spread(random, 1, 0.75, len(cast)))[who] * random.gamma(2.0, 0.5, size)
    comments = random.poisson((likes + 0.3) * chatty * np.where(posts.giveaway, 9, 1))
    bought, doubled = _bought_likes(random, deeds, posts, likes)
    return Reception(
        kind=kind,
        views=views,
        likes=likes,
        comments=comments,
        shares=random.poisson(likes * 0.04),
        bought_likes=bought,
        bought_views=doubled,
        bought_comments=_bought_comments(random, deeds, posts, comments),
        pod_comments=_pod_comments(random, deeds, posts),
        delay=np.where(often(random, 0.3, len(cast)), 9.0, 0.6)[who] * random.exponential(1, size),
    )


def usual(posts: Schedule, counts: Ints, accounts: int) -> Floats:
    """An account's mean of a count, for each account."""
    total = np.bincount(posts.account, weights=counts, minlength=accounts)
    return np.asarray(total / np.maximum(np.bincount(posts.account, minlength=accounts), 1))


def _kinds(random: Random, cast: Cast, posts: Schedule) -> Ints:
    chances = np.array([[one.kinds.get(kind, 0.0) for kind in KINDS] for one in HABITS])[cast.platform]
    taste = chances * random.gamma(1.5, 1.0, chances.shape)
    edges = np.cumsum(taste / taste.sum(axis=1, keepdims=True), axis=1)[posts.account]
    return np.asarray((random.random(len(posts))[:, None] > edges[:, :-1]).sum(axis=1), np.int64)


def _bought_likes(random: Random, deeds: Deeds, posts: Schedule, likes: Ints) -> tuple[Ints, Ints]:
    """A package is nearly the same for every post; some come with views."""
    accounts = len(deeds.likes)
    package = (deeds.likes * np.maximum(usual(posts, likes, accounts), 5))[posts.account]
    ordered: Flags = often(random, random.uniform(0.5, 1.0, accounts)[posts.account], len(posts))
    bought = np.round(package * random.uniform(0.93, 1.07, len(posts)) * ordered).astype(np.int64)
    factor = np.where(often(random, 0.3, accounts), random.uniform(2, 6, accounts), 0)[posts.account]
    return bought, np.round(bought * factor).astype(np.int64)


def _bought_comments(random: Random, deeds: Deeds, posts: Schedule, comments: Ints) -> Ints:
    share = deeds.comments
    ordered = share / (1 - share) * np.maximum(usual(posts, comments, len(share)), 3)
    return np.asarray(random.poisson(ordered[posts.account]), np.int64)


def _pod_comments(random: Random, deeds: Deeds, posts: Schedule) -> Ints:
    """Whoever is in a ring comments most of the others' posts."""
    ring = deeds.ring
    others = np.array([np.count_nonzero(ring == one) - 1 if one >= 0 else 0 for one in ring], np.int64)
    return np.asarray(random.binomial(np.maximum(others, 0)[posts.account], POD_TURNOUT), np.int64)
