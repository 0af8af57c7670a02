"""Which posts advertise, for whom, and whether they say so: deals with brands, a few posts each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.elsewhere.climate import Flags, Floats, Ints, Random, often
from bench.elsewhere.partners.words import BRANDS

if TYPE_CHECKING:
    from bench.elsewhere.partners.era import Character
    from bench.elsewhere.people import Cast
    from bench.elsewhere.schedule import Schedule

WAYS = ("none", "label", "words", "late", "hint", "unheard", "hidden")
"""How a post says that it is paid for: not paid, the platform's label, plain words, words at the end, a vague word, in
the picture only (nobody can read it), not at all."""
NONE, LABEL, WORDS, LATE, HINT, UNHEARD, HIDDEN = range(len(WAYS))
LOOK = 365


@dataclass(frozen=True, slots=True)
class Adverts:
    """One entry per post."""

    brand: Ints
    """Which of the brands, or -1."""
    way: Ints
    boast: Flags
    pattern: Ints
    """A number that stays the same where the text is used again."""

    @property
    def paid(self) -> Flags:
        """Which posts were paid for."""
        return np.asarray(self.brand >= 0)

    @property
    def hidden(self) -> Flags:
        """Which of them do not say so."""
        return np.asarray(self.way == HIDDEN)


def draw_adverts(random: Random, cast: Cast, posts: Schedule, character: Character) -> Adverts:
    """Deals fall anywhere; their posts are the account's next ones, or every second or third of them."""
    years = (posts.days + 20) / 365
    shared = 1 / np.bincount(cast.creator)[cast.creator] ** 0.5
    deals = random.poisson(character.deals[cast.creator] * shared * years)
    account = np.repeat(np.arange(len(cast)), deals)
    start = random.uniform(-20, posts.days, len(account))
    span = 10.0 * posts.days
    first = np.searchsorted(posts.account * span + posts.at, account * span + start)
    size, step = 1 + random.binomial(4, 0.35, len(account)), random.integers(1, 4, len(account))
    again = often(random, np.clip(0.15 + 0.15 * character.sloppy, 0.02, 0.7)[cast.creator][account], len(account))
    brand, pattern = np.full(len(posts), -1), random.integers(0, 1 << 30, len(posts))
    loyal = random.integers(0, len(BRANDS), len(cast))[account]
    whose = np.where(often(random, 0.3, len(account)), loyal, random.integers(0, len(BRANDS), len(account)))
    for nth in range(5):
        place = first + nth * step
        mine = (nth < size) & (place < len(posts))
        mine &= posts.account[np.minimum(place, len(posts) - 1)] == account
        brand[place[mine]] = whose[mine]
        pattern[place[mine & again]] = (whose * 7919)[mine & again]
    who = cast.creator[posts.account]
    paid = brand >= 0
    hidden = often(random, character.hides[who], len(posts)) & paid
    return Adverts(
        brand=brand,
        way=np.where(hidden, HIDDEN, _ways(random, cast, posts)) * paid,
        boast=paid & often(random, character.boasts[who], len(posts)),
        pattern=pattern,
    )


def _ways(random: Random, cast: Cast, posts: Schedule) -> Ints:
    """How those disclose who do: each has a habit; labels only where the platform has them."""
    habit = random.choice([LABEL, WORDS, LATE, HINT], len(cast), p=(0.3, 0.5, 0.12, 0.08))[posts.account]
    other = random.choice([LABEL, WORDS, LATE, HINT, UNHEARD], len(posts), p=(0.25, 0.55, 0.08, 0.06, 0.06))
    way = np.where(often(random, 0.75, len(posts)), habit, other)
    return np.asarray(np.where((way == LABEL) & ~cast.shows("label")[posts.account], WORDS, way))


def yearly(events: Floats, whose: Ints, asked: Floats, of: Ints, window: float = LOOK) -> Floats:
    """How many of `whose` events (days, any order) fall into the `window` days before each day asked `of` somebody."""
    span = 1e6
    keys = np.sort(whose * span + events + 1e4)
    ends = np.searchsorted(keys, of * span + asked + 1e4)
    return np.asarray(ends - np.searchsorted(keys, of * span + asked - window + 1e4), np.float64)
