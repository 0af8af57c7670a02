"""Who the creators are by name: what the tables call them and what the press calls them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
from anyascii import anyascii

from bench.elsewhere.climate import Floats, Random, identities, often
from bench.elsewhere.partners.words import BRANDS, CITIES, FIRST, HANDLES, LAST, PRESS, SAID, TOPIC_NAMES, one, put
from bench.elsewhere.people import COUNTRIES, HABITS
from bench.elsewhere.words import LANGUAGES, TOPICS

if TYPE_CHECKING:
    from bench.elsewhere.people import Cast

SHOWN = {"youtube": "YouTube", "instagram": "Instagram", "tiktok": "TikTok", "x": "X", "bluesky": "Bluesky",
         "twitch": "Twitch", "mastodon": "Mastodon"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Persons:
    """One entry per creator; `handles` and `bios` one per account."""

    names: list[str]
    language: list[str]
    country: list[str]
    topic: list[str]
    platform: list[str]
    handle: list[str]
    """Of the first account, which the press knows."""
    handles: list[str]
    bios: list[str]
    fame: Floats
    reach: Floats
    """Followers in all, in the mean over the years."""

    def words(self, random: Random, creator: int, language: str) -> dict[str, str]:
        """What a report about one may name, in its language."""
        name, tongue = self.names[creator], self.language[creator]
        return {
            "name": name,
            "last": name.split()[-1],
            "u": self.handle[creator],
            "p": self.platform[creator],
            "t": self.topic[creator],
            "b": one(random, BRANDS),
            "city": one(random, CITIES[tongue]),
            "n": str(random.integers(12, 40)),
            "who": one(random, PRESS["who"][language]),
            "k": f"{max(round(self.reach[creator] / 1000), 1)}000",
        }

    def named(self, random: Random, creator: int) -> dict[str, Any]:
        """What a structured source says about its subject, where it does."""
        kinds = random.random(3) < (0.4, 0.25, 0.2)
        return {
            "subject_names": [self.names[creator]] if kinds[0] else None,
            "subject_handles": [self.handle[creator]] if kinds[1] else None,
            "subject_country": self.country[creator] if kinds[2] else None,
        }

    def stranger(self, random: Random) -> str:
        """A name that no creator has."""
        taken = set(self.names)
        for _ in range(200):
            name = f"{one(random, FIRST)} {one(random, LAST)}"
            if name not in taken:
                return name
        return "Nobody Nowhere"


def draw_persons(random: Random, cast: Cast, fame: Floats, reach: Floats) -> Persons:
    """Names, some of which several have; handles from names."""
    creators = int(cast.creator.max()) + 1
    first = np.flatnonzero(np.diff(cast.creator, prepend=-1))
    language = [LANGUAGES[place] for place in cast.language[first].tolist()]
    names = [f"{one(random, FIRST)} {one(random, LAST)}" for _ in range(creators)]
    topics = [TOPICS[place] for place in cast.topic[first].tolist()]
    handles = _handles(random, [names[who] for who in cast.creator.tolist()], [topics[who] for who in cast.creator])
    same = often(random, 0.7, len(cast)).tolist()
    for place, who in enumerate(cast.creator.tolist()):
        if same[place] and place != first[who]:
            handles[place] = handles[first[who]]
    bios = [
        put(
            one(random, SAID["bios"][language[who]]),
            t=TOPIC_NAMES[language[who]][TOPICS.index(topics[who])],
            city=one(random, CITIES[language[who]]),
        )
        for who in cast.creator.tolist()
    ]
    return Persons(
        names=names,
        language=language,
        country=[one(random, list(COUNTRIES[tongue])) for tongue in language],
        topic=[TOPIC_NAMES[tongue][TOPICS.index(one)] for tongue, one in zip(language, topics, strict=True)],
        platform=[SHOWN[HABITS[place].name] for place in cast.platform[first].tolist()],
        handle=[handles[place] for place in first.tolist()],
        handles=handles,
        bios=bios,
        fame=fame,
        reach=reach,
    )


def _handles(random: Random, names: list[str], topics: list[str]) -> list[str]:
    """From names, with a number where somebody has the same already."""
    taken: dict[str, int] = {}
    handles = []
    for name, topic in zip(names, topics, strict=True):
        given, family = (anyascii(part).lower() for part in name.split())
        handle = put(one(random, HANDLES), f=given, l=family, t=topic, n=str(random.integers(1, 99)))
        taken[handle] = taken.get(handle, 0) + 1
        handles.append(handle if taken[handle] == 1 else f"{handle}_{taken[handle]}")
    return handles


def creator_rows(random: Random, persons: Persons) -> pl.DataFrame:
    """The table `creators`: of some only a name is known."""
    count = len(persons.names)
    known = often(random, 0.8, count).tolist()
    return pl.DataFrame(
        {
            "creator_id": identities("creator", np.arange(count)),
            "name": persons.names,
            "aliases": pl.Series([[] for _ in persons.names], dtype=pl.List(pl.String)),
            "country": pl.Series(
                [one if told else None for one, told in zip(persons.country, known, strict=True)], dtype=pl.String
            ),
            "languages": [[one] for one in persons.language],
        }
    )
