"""Who comments under a post: regulars, shared fans, spammers, friends, sellers' accounts, pods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Floats, Ints, pseudonyms
from vetting.simulate.habits import ROLES

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.habits import Habits
    from vetting.simulate.schemes import Schemes

REMARK, PRAISE, FANDOM, EMOJI, QUESTION, CRITIC, GUEST, SPAM, BOUGHT, POD, FRIEND, REPLY, ANSWER = range(len(ROLES))
CROWD, SPAMMERS, SELLERS, OUTSIDERS = (2**bits for bits in (52, 54, 56, 58))
"""Where each kind of stranger's numbers begin, so that no two kinds share a pseudonym."""
LARGEST_POOL = 4_096
CIRCLE = 10
FRIENDS = 4


def roles(dice: Generator, schemes: Schemes, manners: Habits) -> Floats:
    """How likely each role is under each account (accounts x `ROLES`): every audience has its own mix."""
    count = len(schemes.mechanism)
    mix = dice.gamma(np.broadcast_to(np.array(manners.mix) * manners.each_own + 1e-9, (count, len(ROLES))), 1.0)
    mix /= mix.sum(axis=1, keepdims=True)
    mix[:, FANDOM] *= dice.choice([0.3, 1.0, 4.0], count)
    mix[:, REPLY] = dice.beta(1.2, 8.0, count)
    mix[:, FRIEND] = dice.beta(1.0, 14.0, count) * (dice.random(count) < manners.friends)
    mix[:, POD] = np.where(schemes.ring >= 0, dice.uniform(*manners.pod, count), 0.0)
    mix /= mix.sum(axis=1, keepdims=True)
    mix *= (1 - schemes.comments)[:, None]
    mix[:, BOUGHT] = schemes.comments
    return mix


@dataclass(frozen=True, slots=True)
class Crowd:
    """A world's creators by account id, what befell them, and the manners of its audiences."""

    ids: pl.Series
    schemes: Schemes
    manners: Habits


def authors(dice: Generator, crowd: Crowd, role: Ints, post: Ints, account: Ints) -> pl.Series:
    """Each comment's author, by its role, post and account (row). Creators stand under their own account id."""
    ids, schemes, manners = crowd.ids, crowd.schemes, crowd.manners
    strangers = _regulars(dice, account)
    shared = dice.random(len(role)) < manners.spread
    strangers = np.where(shared, CROWD + dice.integers(0, 40 * len(ids), len(role)), strangers)
    strangers = np.where(role == SPAM, SPAMMERS + dice.integers(0, 60, len(role)), strangers)
    turn = _turns(dice, role, post, manners)
    seller = SELLERS + schemes.farm[account] * LARGEST_POOL
    strangers = np.where(role == BOUGHT, seller + turn % manners.sellers, strangers)
    circle, outsider = _pod(account, turn, schemes)
    strangers = np.where(role == POD, outsider, strangers)
    known = np.where(role == REPLY, account, np.where(role == FRIEND, _friend(dice, account, len(ids)), -1))
    known = np.where(role == POD, circle, known)
    named = ids.gather(pl.Series(np.maximum(known, 0)))
    return named.zip_with(pl.Series(known >= 0), pseudonyms("u", strangers))


def _turns(dice: Generator, role: Ints, post: Ints, manners: Habits) -> Ints:
    """Whose turn it is under a post: one after the other from a random start, or anybody's."""
    posts = int(post.max(initial=0)) + 1
    start = dice.integers(0, manners.sellers, posts)
    in_order = (dice.random(posts) < manners.pod_turns)[post]
    anybody = dice.integers(0, LARGEST_POOL, len(role))
    return np.where(in_order, start[post] + _rank_within(post * len(ROLES) + role), anybody)


def _regulars(dice: Generator, account: Ints) -> Ints:
    """Some fans comment often, most once."""
    busy = np.bincount(account, minlength=1)
    pool = np.clip(busy[account] * 2, 20, LARGEST_POOL - 1)
    return account * LARGEST_POOL + (pool * dice.random(len(account)) ** 1.8).astype(np.int64)


def _friend(dice: Generator, account: Ints, accounts: int) -> Ints:
    """A few other creators of the world, neighbors in it, some of whom return it; -1 where there is nobody else."""
    step = dice.integers(1, FRIENDS, len(account)) * np.where(account % 3 == 0, dice.choice([-1, 1], len(account)), 1)
    return np.where(accounts > FRIENDS, (account + step) % accounts, -1)


def _pod(account: Ints, turn: Ints, schemes: Schemes) -> tuple[Ints, Ints]:
    """For each row somebody else of the account's circle: a creator of the world (row, else -1), or an outsider."""
    ring = schemes.ring
    members = np.flatnonzero(ring >= 0)
    seats = _rank_within(ring[members])
    circles = np.full((int(ring.max(initial=0)) + 1, CIRCLE), -1)
    circles[ring[members], seats] = members
    own = np.zeros(len(ring), dtype=np.int64)
    own[members] = seats
    seat = (own[account] + 1 + turn % (CIRCLE - 1)) % CIRCLE
    circle = np.maximum(ring[account], 0)
    return circles[circle, seat], OUTSIDERS + circle * CIRCLE + seat


def _rank_within(group: Ints) -> Ints:
    """Each entry's number among those of its group, in order."""
    order = np.argsort(group, kind="stable")
    ordered = group[order]
    rank = np.empty(len(group), dtype=np.int64)
    rank[order] = np.arange(len(group)) - np.searchsorted(ordered, ordered)
    return rank
