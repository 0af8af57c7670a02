"""What befell each account: a way of inflating it, in some dose, or an innocent cause of the same traces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vetting.simulate.accounts import calmness
from vetting.simulate.draw import Flags, Floats, Ints, happens, shares
from vetting.simulate.events import Event, events

if TYPE_CHECKING:
    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.calendar import Calendar
    from vetting.simulate.scene import Scene
    from vetting.simulate.style import Inflating

MECHANISMS = ("none", "bulk", "drip", "follow_back", "likes", "pod", "comments")
NONE, BULK, DRIP, FOLLOW_BACK, LIKES, POD, COMMENTS = range(7)
SECOND_ACCOUNT_TOO = 0.5
RING_SIZE = 6
FARMS = 5


@dataclass(frozen=True, slots=True)
class Schemes:
    """Per account: mechanism (place in `MECHANISMS`), shares of the followers that are bought (`dose`) or ordinary bots
    (`background`), how much of the dose came another way (`blend`), how lifelike what was sold is (`quality`, 0-1),
    strength of bought likes, share of bought comments, pod (-1: none), comment seller, and the events.
    """  # noqa: D205 # the list of fields is one sentence

    mechanism: Ints
    dose: Floats
    background: Floats
    blend: Floats
    quality: Floats
    likes: Floats
    comments: Floats
    ring: Ints
    farm: Ints
    events: dict[str, Event]

    @property
    def inflation(self) -> Floats:
        """The share of the followers at `as_of` that are not real, reachable people."""
        return self.dose + self.background


def schemes(scene: Scene, accounts: pl.DataFrame, calendar: Calendar, fraud: float) -> Schemes:
    """Draw them; `fraud` is the share of creators, exact up to rounding, of whom an account is inflated."""
    dice = scene.dice("schemes")
    style = scene.style.inflating
    owner = accounts["owner"].to_numpy()
    count = len(owner)
    cheats = _cheats(dice, owner, fraud)
    mechanism = _mechanisms(dice, cheats, style)
    dose = _doses(dice, mechanism, style)
    likes_too = happens(dice, np.asarray(style.likes_too)[mechanism], count)
    comments_too = happens(dice, np.asarray(style.comments_too)[mechanism], count)
    return Schemes(
        mechanism=mechanism,
        dose=dose,
        background=(1 - dose) * _bots(dice, accounts["size"].to_numpy(), style),
        blend=np.where(happens(dice, style.blend, count), dice.uniform(0.2, 0.7, count), 0.0),
        quality=shares(dice, style.polish, 2.8, count),
        likes=np.where(likes_too, dice.uniform(*style.likes, count), 0.0),
        comments=np.where(comments_too, shares(dice, 0.35, 6.0, count), 0.0),
        ring=_rings(dice, mechanism == POD),
        farm=dice.integers(0, FARMS, count),
        events=events(scene, dice, calendar, calmness(scene, accounts), cheats),
    )


def _cheats(dice: Generator, owner: Ints, fraud: float) -> Flags:
    """Which accounts are inflated: the first of every cheating creator, and half of their second ones."""
    creators = int(owner.max()) + 1
    cheating = dice.permutation(creators) < round(fraud * creators)
    first = np.diff(owner, prepend=-1) > 0
    return cheating[owner] & (first | happens(dice, SECOND_ACCOUNT_TOO, len(owner)))


def _mechanisms(dice: Generator, cheats: Flags, style: Inflating) -> Ints:
    """Each mechanism as often as it is common, up to rounding, so that a small world has them all."""
    cheating = int(cheats.sum())
    level = (dice.permutation(cheating) + dice.random()) / max(cheating, 1)
    common = np.cumsum(style.mechanisms) / np.sum(style.mechanisms)
    mechanism = np.full(len(cheats), NONE)
    mechanism[cheats] = np.minimum(np.searchsorted(common, level, side="right"), COMMENTS)
    return mechanism


def _doses(dice: Generator, mechanism: Ints, style: Inflating) -> Floats:
    """What was bought, as a share of the followers at `as_of`; 0 where a mechanism brings none."""
    mean = np.asarray(style.dose)[mechanism]
    drawn = shares(dice, np.where(mean > 0, mean, 0.5), style.dose_strength, len(mechanism))
    return np.where(mean > 0, np.minimum(drawn, style.dose_limit), 0.0)


def _bots(dice: Generator, size: Floats, style: Inflating) -> Floats:
    """The bots that follow everybody, the large accounts a little more."""
    mean, alike = style.background
    theirs = np.clip(mean * (1 + 0.25 * np.log10(size / 30_000)), mean / 2, 2 * mean)
    return shares(dice, theirs, alike, len(size))


def _rings(dice: Generator, pods: Flags) -> Ints:
    """Pods of at most `RING_SIZE` accounts of the world; -1 for who is in none."""
    rank = dice.permutation(len(pods)).argsort()[np.flatnonzero(pods)].argsort()
    ring = np.full(len(pods), -1)
    ring[pods] = rank // RING_SIZE
    return ring
