"""How things stand with creators on given days: what builds up, as it truly is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bench.elsewhere.partners.adverts import yearly

if TYPE_CHECKING:
    from bench.elsewhere.climate import Floats, Ints
    from bench.elsewhere.crowd import Crowd
    from bench.elsewhere.deeds import Deeds
    from bench.elsewhere.partners.adverts import Adverts
    from bench.elsewhere.partners.affairs import Affairs
    from bench.elsewhere.partners.era import Character
    from bench.elsewhere.people import Cast
    from bench.elsewhere.schedule import Schedule

LONG = 2.5
"""A pause of so many usual ones is a lapse."""


class State(NamedTuple):
    """One entry per question (creator, day)."""

    inflation: Floats
    """Share of the worst account's followers who are no people."""
    pretence: Floats
    """Bought likes and comments and rings, 0 to about 2."""
    hidden: Floats
    """Advertisements of the last year that did not say so."""
    adverts: Floats
    """All of the last year."""
    boasts: Floats
    """Those of the last year that promised too much."""
    heat: Floats
    """Earlier misdeeds, by severity, faded."""
    lapses: Floats
    """Long pauses within the last year."""
    temper: Floats
    sloppy: Floats
    reach: Floats
    """Logarithm of all followers to the base 10, from 10,000."""


class Past(NamedTuple):
    """All that the state is read from."""

    cast: Cast
    deeds: Deeds
    posts: Schedule
    crowd: Crowd
    adverts: Adverts
    character: Character
    worst: Floats
    """Creator x day: inflation of the worst account."""
    reach: Floats
    """Creator x day: followers in all."""


def past_of(cast: Cast, deeds: Deeds, posts: Schedule, crowd: Crowd, adverts: Adverts, character: Character) -> Past:
    """What happened, with what the state is often asked for."""
    starts = np.flatnonzero(np.diff(cast.creator, prepend=-1))
    inflated = 1 - crowd.people / np.maximum(crowd.everyone, 1)
    worst, reach = np.maximum.reduceat(inflated, starts), np.add.reduceat(crowd.everyone, starts)
    return Past(cast, deeds, posts, crowd, adverts, character, worst, reach)


def state_of(past: Past, affairs: Affairs, creator: Ints, day: Floats) -> State:
    """How it stands with each `creator` (index) at the start of each `day`."""
    cast, posts, adverts = past.cast, past.posts, past.adverts
    who = cast.creator[posts.account]
    when = np.clip(np.floor(day), 0, past.deeds.days).astype(np.int64) - 1
    counts = {
        name: yearly(posts.at[chosen], who[chosen], day, creator)
        for name, chosen in (("hidden", adverts.hidden), ("adverts", adverts.paid), ("boasts", adverts.boast))
    }
    at, whose = _lapses(past)
    return State(
        inflation=past.worst[creator, when],
        pretence=_pretence(past)[creator],
        **counts,
        heat=affairs.heat(creator, day),
        lapses=yearly(at, whose, day, creator),
        temper=past.character.temper[creator],
        sloppy=past.character.sloppy[creator],
        reach=np.log10(np.maximum(past.reach[creator, when], 300)) - 4,
    )


def _pretence(past: Past) -> Floats:
    deeds = past.deeds
    amount = np.minimum(deeds.likes, 2) / 2 + deeds.comments + 0.4 * deeds.uses["pod"]
    starts = np.flatnonzero(np.diff(past.cast.creator, prepend=-1))
    return np.asarray(np.maximum.reduceat(amount, starts))


def _lapses(past: Past) -> tuple[Floats, Ints]:
    """When long pauses ended, and whose they were."""
    posts = past.posts
    gap, same = np.diff(posts.at), np.diff(posts.account) == 0
    count = np.maximum(np.bincount(posts.account[1:][same], minlength=len(past.cast)), 1)
    usual = np.bincount(posts.account[1:][same], weights=gap[same], minlength=len(past.cast)) / count
    long = same & (gap > np.maximum(LONG * usual[posts.account[1:]], 14))
    return posts.at[1:][long], past.cast.creator[posts.account[1:][long]]
