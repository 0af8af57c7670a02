"""The words of made-up comments, by who writes them: in people's own manner, or as a seller's list has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate import chatter, hired
from vetting.simulate.crowd import ANSWER, BOUGHT, CRITIC, EMOJI, QUESTION, REMARK, REPLY, SPAM
from vetting.simulate.draw import Flags, Ints, happens, pick
from vetting.simulate.phrases import LANGUAGES, options, say, topics

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.crowd import Crowd
    from vetting.simulate.habits import Habits

ABROAD = 0.12
"""How often people write English where the audience does not."""
SAID = (
    chatter.REMARKS,
    chatter.PRAISE,
    chatter.FANDOM,
    chatter.EMOJI,
    chatter.QUESTIONS,
    chatter.CRITICISM,
    chatter.GUESTS,
    hired.PITCHES,
    hired.BOUGHT,
    hired.COLLEAGUES,
    hired.COLLEAGUES,
    chatter.ANSWERS,
    chatter.ANSWERS,
)
"""What each of the crowd's roles says."""
OWN_WORDS = (REMARK, QUESTION, CRITIC, REPLY, ANSWER)


OWN_WORDS = (REMARK, QUESTION, CRITIC, REPLY, ANSWER)
PICTURES = ("😍", "🔥", "❤️", "😂", "👏", "🙌", "💯", "😭", "🙏", "✨", "💪", "😮", "🥰", "💜")


def said(dice: Generator, crowd: Crowd, role: Ints, account: Ints, accounts: pl.DataFrame) -> pl.Series:
    """The words of each, in the audience's language, some in English; who has something to say says it in own words."""
    count, manners, farm = len(role), crowd.manners, crowd.schemes.farm
    home = accounts["tongue"].to_numpy()[account]
    tongue = np.where(happens(dice, ABROAD, count), 0, home)
    tongue = np.where((role == BOUGHT) & happens(dice, manners.bought_english, count), 0, tongue)
    lines = {str(place): say(dice, options(phrases), tongue) for place, phrases in enumerate(SAID)}
    lines[str(BOUGHT)] = _from_the_list(dice, tongue, farm[account], manners)
    frame = pl.DataFrame(lines).with_columns(
        role=pl.Series(role),
        before=say(dice, options(chatter.BEFORE), tongue),
        after=say(dice, options(chatter.AFTER), tongue),
        opener=say(dice, options(hired.OPENERS), tongue),
        pointer=say(dice, options(hired.POINTERS), tongue),
        topic=topics(dice, tongue, accounts["subject"].to_numpy()[account]),
        name=pl.coalesce(accounts["stage"], accounts["given"]).gather(pl.Series(account)),
        clock=_clock(dice, count),
    )
    words = pl.coalesce(pl.when(pl.col("role") == place).then(pl.col(str(place))) for place in range(len(SAID)))
    words = pl.when(pl.col("role").is_in(OWN_WORDS)).then(pl.concat_str("before", words, "after")).otherwise(words)
    words = pl.when(pl.col("role") == SPAM).then(pl.concat_str("opener", words, "pointer")).otherwise(words)
    for hole in ("topic", "name", "clock", "clock"):
        words = words.str.replace("{" + hole + "}", pl.col(hole), literal=True)
    plain = frame.select(words).to_series()
    return _as_people_type(dice, plain, role, manners)


def _from_the_list(dice: Generator, tongue: Ints, farm: Ints, manners: Habits) -> pl.Series:
    """Bought comments: each seller has its part of the known phrases, some is plain praise, some fits in the topic."""
    banks = options(hired.BOUGHT)
    sizes = np.array([len(banks[language]) for language in LANGUAGES])
    flat = [phrase for language in LANGUAGES for phrase in banks[language]]
    part = np.maximum(2, np.round(sizes * manners.bank)).astype(np.int64)
    place = farm * 7 + np.floor(dice.random(len(tongue)) * part[tongue]).astype(np.int64)
    start = sizes.cumsum() - sizes
    listed = pl.Series(flat, dtype=pl.String).gather(pl.Series(start[tongue] + place % sizes[tongue]))
    fitted = say(dice, options(hired.MADE_TO_FIT), tongue)
    plain = say(dice, options(chatter.PRAISE), tongue)
    plain = say(dice, options(chatter.EMOJI), tongue).zip_with(pl.Series(happens(dice, 0.4, len(tongue))), plain)
    listed = plain.zip_with(pl.Series(happens(dice, manners.bought_plain, len(tongue))), listed)
    return fitted.zip_with(pl.Series(happens(dice, manners.bought_fit, len(tongue))), listed)


def _as_people_type(dice: Generator, plain: pl.Series, role: Ints, manners: Habits) -> pl.Series:
    """Small letters, drawn-out ends, capitals, emoji: people more than sellers, whose lists have emoji at most."""
    count = len(role)
    people: Flags = ~np.isin(role, (BOUGHT, EMOJI))
    drawn = happens(dice, manners.sloppy * 0.3, count) & people & (role != SPAM)
    often = np.where(people, manners.sloppy, 0.35)
    marks = {
        "small": happens(dice, manners.sloppy, count) & people,
        "drawn": drawn,
        "loud": happens(dice, 0.04, count) & people,
        "pictured": happens(dice, often, count) & (role != EMOJI),
    }
    picture = pick(dice, PICTURES, count)
    frame = pl.DataFrame({"text": plain, "picture": picture} | {name: pl.Series(mark) for name, mark in marks.items()})
    text = pl.col("text")
    text = pl.when("small").then(text.str.to_lowercase()).otherwise(text)
    text = pl.when("loud").then(text.str.to_uppercase()).otherwise(text)
    text = pl.when("drawn").then(text + text.str.slice(-1) + text.str.slice(-1)).otherwise(text)
    text = pl.when("pictured").then(text + " " + pl.col("picture")).otherwise(text)
    return frame.select(text).to_series()


def _clock(dice: Generator, count: int) -> pl.Series:
    """A place in a video, in minutes and seconds."""
    seconds = pl.Series(dice.integers(0, 60, count)).cast(pl.String).str.zfill(2)
    return pl.Series(dice.integers(0, 15, count)).cast(pl.String) + ":" + seconds
