"""What posts say: the usual captions, and advertisements that say what they are, or do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import polars as pl

from bench.elsewhere.climate import Ints, Random, often
from bench.elsewhere.partners.adverts import HIDDEN, HINT, LATE, WORDS, Adverts
from bench.elsewhere.partners.words import BRANDS, SAID, THING_NAMES, plain, put
from bench.elsewhere.speech import filled, pick
from bench.elsewhere.words import GIVEAWAY, LANGUAGES, TOPICS

if TYPE_CHECKING:
    from bench.elsewhere.partners.persons import Persons
    from bench.elsewhere.people import Cast
    from bench.elsewhere.schedule import Schedule

OWN = 0.01
"""Share of the posts that sell something of the creator's own, or praise what nobody paid for."""


def caption_columns(
    random: Random, cast: Cast, posts: Schedule, adverts: Adverts, persons: Persons
) -> dict[str, pl.Series]:
    """Text, tags and mentions of every post."""
    language = cast.language[posts.account]
    things = _things(random, language, cast.topic[posts.account])
    numbers = random.integers(2, 30, len(posts))
    own = pl.Series(often(random, OWN, len(posts)))
    giveaway = pl.Series([GIVEAWAY[name] for name in LANGUAGES]).gather(language)
    patterns = pl.select(
        pl.when(pl.Series(posts.giveaway))
        .then(giveaway)
        .when(own)
        .then(pick(random, SAID["own"], language))
        .otherwise(pick(random, SAID["posts"], language))
    ).to_series()
    text = filled(patterns, things, numbers).to_list()
    mentions: list[list[str]] = [[] for _ in text]
    paid = np.flatnonzero(adverts.paid)
    for place, said in zip(paid.tolist(), _adverts(cast, posts, adverts, persons, paid.tolist()), strict=True):
        text[place] = said
        if "@" in said:
            mentions[place] = [plain(BRANDS[adverts.brand[place]])]
    topic = pl.Series(TOPICS).gather(cast.topic[posts.account])
    tags = pl.DataFrame({"topic": topic, "x": things}).select(pl.concat_list("topic", "x")).to_series()
    return {"text": pl.Series(text), "tags": tags, "mentions": pl.Series(mentions, dtype=pl.List(pl.String))}


def _things(random: Random, language: Ints, topic: Ints) -> pl.Series:
    """A thing of each topic, in each language."""
    table = [THING_NAMES[name] for name in LANGUAGES]
    sizes = np.array([[len(words) for words in rows] for rows in table])
    starts = np.cumsum(sizes).reshape(sizes.shape) - sizes
    place = starts[language, topic] + np.floor(random.random(len(topic)) * sizes[language, topic]).astype(np.int64)
    return pl.Series([word for rows in table for words in rows for word in words]).gather(place)


class Advert(NamedTuple):
    """What the words of one advertisement depend on; `pattern` is the same where they are used again."""

    language: str
    pattern: int
    brand: str
    way: int
    boast: bool
    topic: int
    code: str


def _adverts(cast: Cast, posts: Schedule, adverts: Adverts, persons: Persons, places: list[int]) -> list[str]:
    """The text of each advertisement."""
    account = posts.account[places]
    creator = cast.creator[account].tolist()
    columns = (
        [persons.language[who] for who in creator],
        adverts.pattern[places].tolist(),
        [BRANDS[one] for one in adverts.brand[places].tolist()],
        adverts.way[places].tolist(),
        adverts.boast[places].tolist(),
        cast.topic[account].tolist(),
        [persons.names[who].split()[0] for who in creator],
    )
    return [_worded(Advert(*row)) for row in zip(*columns, strict=True)]


def _worded(one: Advert) -> str:
    pattern, things = one.pattern, THING_NAMES[one.language][one.topic]
    thing, percent = things[pattern // 7 % len(things)], str(10 + pattern // 11 % 5 * 5)
    words = {"b": one.brand, "h": plain(one.brand), "x": thing, "n": percent, "c": one.code.upper() + percent}

    def any_of(part: str, turn: int) -> str:
        phrases = SAID[part][one.language]
        return put(phrases[pattern // turn % len(phrases)], **words)

    said = any_of("adverts" if pattern % 10 < (9 if one.way == HIDDEN else 6) else "mild", 13)
    if one.boast:
        said = f"{said} {any_of('boasts', 17)}"
    if one.way == WORDS:
        said = f"{any_of('plain', 19)} {said}"
    elif one.way == LATE:
        said = f"{said}\n.\n.\n.\n#{TOPICS[one.topic]} #love #daily #{thing.replace(' ', '')} {any_of('plain', 19)}"
    return f"{said} {any_of('hints', 23)}" if one.way == HINT else said
