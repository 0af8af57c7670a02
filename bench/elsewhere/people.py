"""Who there is: creators, and their accounts on platforms that each show something else."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

from bench.elsewhere.climate import Flags, Floats, Ints, Random, identities, often, spread
from bench.elsewhere.words import FIRST, LANGUAGES, LAST, TOPICS


class Habit(NamedTuple):
    """What a platform is like and what it shows; `platforms.toml` says what each means."""

    name: str
    weight: float
    awake: float
    glance: float
    outside: float
    like: float
    talk: float
    settles: float
    sampled: float
    shows: list[str]
    kinds: dict[str, float]
    still: list[str] = []  # noqa: RUF012 - nobody writes to it


_FILE = Path(__file__).with_name("platforms.toml")
HABITS = tuple(Habit(**row) for row in tomllib.loads(_FILE.read_text(encoding="utf-8"))["platforms"])
YOUTUBE = [one.name for one in HABITS].index("youtube")
COUNTRIES = {"en": ("US", "GB", "CA", "IE"), "fr": ("FR", "BE", "CH"), "es": ("ES", "MX"), "de": ("DE", "AT")}


@dataclass(frozen=True, slots=True)
class Cast:
    """All accounts, one entry each: whose, where, how large at first, how lively."""

    creator: Ints
    platform: Ints
    language: Ints
    topic: Ints
    size: Floats
    liveliness: Floats
    ids: list[str]

    def __len__(self) -> int:
        """How many accounts."""
        return len(self.creator)

    def habit(self, name: str) -> Floats:
        """A number of the account's platform."""
        return np.array([float(getattr(one, name)) for one in HABITS])[self.platform]

    def shows(self, name: str) -> Flags:
        """Whether the account's platform shows something."""
        return np.array([name in one.shows for one in HABITS])[self.platform]


def draw_cast(random: Random, creators: int) -> Cast:
    """Creators with one to three accounts on different platforms, of about the same size."""
    accounts = 1 + random.binomial(2, 0.2, creators)
    creator = np.repeat(np.arange(creators), accounts)
    weights = np.log([one.weight for one in HABITS]) + random.gumbel(size=(creators, len(HABITS)))
    order = np.argsort(-weights, axis=1)
    nth = np.arange(len(creator)) - np.repeat(np.cumsum(accounts) - accounts, accounts)
    fame = 1200 * np.exp(random.gamma(2.0, 1.1, creators))[creator]
    size = np.maximum(300, fame * spread(random, 1, 0.7, len(creator)))
    return Cast(
        creator=creator,
        platform=order[creator, nth],
        language=random.choice(len(LANGUAGES), creators, p=(0.48, 0.34, 0.1, 0.08))[creator],
        topic=random.integers(0, len(TOPICS), creators)[creator],
        size=size,
        liveliness=spread(random, 1, 0.38, len(creator)) * (size / 1e4) ** -0.26,
        ids=identities("account", creator, order[creator, nth]),
    )


def creator_rows(random: Random, cast: Cast) -> pl.DataFrame:
    """The table `creators`."""
    creators = int(cast.creator.max()) + 1
    first = np.flatnonzero(np.diff(cast.creator, prepend=-1))
    names = _names(random, creators)
    languages = np.array(LANGUAGES)[cast.language[first]]
    known = often(random, 0.8, creators).tolist()
    country = [random.choice(COUNTRIES[one]) if told else None for one, told in zip(languages, known, strict=True)]
    return pl.DataFrame(
        {
            "creator_id": identities("creator", np.arange(creators)),
            "name": names,
            "aliases": pl.Series([[] for _ in names], dtype=pl.List(pl.String)),
            "country": pl.Series(country, dtype=pl.String),
            "languages": [[str(one)] for one in languages],
        }
    )


def _names(random: Random, count: int) -> list[str]:
    given, family = random.integers(0, len(FIRST), count), random.integers(0, len(LAST), count)
    return [f"{FIRST[one]} {LAST[two]}" for one, two in zip(given, family, strict=True)]
