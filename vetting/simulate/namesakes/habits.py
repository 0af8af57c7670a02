"""What differs from world to world: how much records tell, how they write names, and how many namesakes there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vetting.simulate.namesakes.dice import Dice


ALTERED = {
    "exact": 8.0, "plain": 6.0, "capitals": 4.0, "typo": 6.0, "typos": 4.0, "order": 5.0, "middle": 5.0, "initial": 4.0,
    "spelling": 6.0, "nickname": 4.0, "short_double": 3.0, "handle": 6.0, "handle_decorated": 3.0, "handle_made": 3.0,
    "hashtag": 2.0, "stage": 5.0, "script": 2.0, "squashed": 1.5, "titled": 2.0, "decorated": 2.0, "scan": 2.0,
    "married": 1.0, "combined": 5.0, "hyphen": 2.0,
}  # fmt: skip
"""How a record about a creator writes the name, and how often on average."""

MISSED = {
    "namesake_country": 3.0, "namesake_birth": 2.0, "namesake_trade": 3.0, "namesake_several": 3.0,
    "namesake_nothing": 2.0, "sibling": 3.0, "relative": 1.5, "near_name": 3.0, "near_family": 2.0, "family": 4.0,
    "given": 3.0, "longer_name": 2.0, "near_handle": 1.5, "common_words": 2.0, "initial_other": 1.5,
}  # fmt: skip
"""How a record about somebody else comes close to a creator."""


@dataclass(frozen=True, slots=True)
class Habits:
    """The habits of one world: shares of 0-1 unless said otherwise."""

    about: float  # records about a creator of the list
    missed: float  # records that come close to one, per record about one
    structured: float  # records with a structured subject
    nobody: float  # articles about nobody, of the free texts
    passing: float  # records about a creator in which somebody else's matter is told
    country: float  # records that give the subject's country
    birth: float
    year_only: float  # birth dates of which only the year is known, written as 1 January
    trade: float  # texts that say what the subject does
    place: float  # texts that say where the subject lives
    handles: float
    aliases: float
    category: float
    language: float
    country_wrong: float
    birth_wrong: float
    untranslated: float  # articles in a language that is not the subject's
    caps: float  # headlines in capitals
    title_case: float
    crowd: float  # mean number of other people in an article
    co_named: float  # of those, creators of the list
    long: float  # long articles
    lower: float  # free texts without any capital
    noisy: float  # headlines with a source, a tag or broken spacing
    rare_names: float
    flat: float  # exponent on the shares of names: 1 as in life, 0 all alike
    fame: float  # exponent of how unevenly creators are written about
    stage: float  # creators under a stage name
    brands: float
    families: float  # creators who are relatives of the one before
    doubles: float  # creators who share a full name with another on the list
    known: float  # facts that the list gives of its creators
    altered: dict[str, float]
    misses: dict[str, float]


def habits(dice: Dice) -> Habits:
    """Draw a world's habits."""
    u = dice.uniform
    return Habits(
        about=dice.spread(0.01, 0.2), missed=dice.spread(0.4, 4.0), structured=u(0.2, 0.9), nobody=u(0.03, 0.3),
        passing=u(0.0, 0.2), country=u(0.3, 0.95), birth=u(0.05, 0.7), year_only=u(0.0, 0.4), trade=u(0.2, 0.85),
        place=u(0.1, 0.7), handles=u(0.03, 0.35), aliases=u(0.05, 0.4), category=u(0.1, 0.8), language=u(0.3, 1.0),
        country_wrong=u(0.0, 0.06), birth_wrong=u(0.0, 0.05), untranslated=u(0.05, 0.5), caps=u(0.0, 0.25),
        title_case=u(0.0, 0.6), crowd=u(0.2, 2.5), co_named=dice.spread(0.002, 0.03), long=u(0.0, 0.12),
        lower=u(0.0, 0.05), noisy=u(0.0, 0.35), rare_names=u(0.1, 0.7), flat=u(0.25, 1.0), fame=u(1.0, 3.5),
        stage=u(0.06, 0.3), brands=u(0.01, 0.12), families=u(0.0, 0.06), doubles=u(0.0, 0.03), known=u(0.5, 1.0),
        altered=_tilted(dice, ALTERED), misses=_shared(dice, _tilted(dice, MISSED)),
    )  # fmt: skip


def _shared(dice: Dice, weights: dict[str, float]) -> dict[str, float]:
    """In some worlds hardly two people share a name, in others hardly a name is near another."""
    same, near = dice.spread(0.01, 2.0), dice.spread(0.3, 6.0)
    scale = {"namesake": same, "initial": same, "near": near}
    return {kind: weight * scale.get(kind.split("_")[0], 1.0) for kind, weight in weights.items()}


def _tilted(dice: Dice, weights: dict[str, float]) -> dict[str, float]:
    """The same kinds, each more or less often than on average; some hardly ever."""
    return {kind: weight * dice.lognormvariate(0.0, 0.7) for kind, weight in weights.items()}
