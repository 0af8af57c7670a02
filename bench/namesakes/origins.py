"""Names of people by where they come from, some far more usual than others."""

from __future__ import annotations

import tomllib
import unicodedata
import warnings
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from faker import Faker

from bench.namesakes.scripts import latin

FILE = Path(__file__).with_name("origins.toml")
GIVEN_SKEW = 0.5
NO_NAMES = {"Doe"}
"""What Faker puts where a locale has no family names."""


@dataclass(frozen=True, slots=True)
class Word:
    """A given or a family name: in Latin letters, in its own script (or None), and as another hand writes it."""

    latin: str
    native: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Pool:
    """Names of one country, with weights that add up along the list."""

    origin: str
    country: str
    given: list[Word]
    family: list[Word]
    given_weights: list[float] = field(repr=False)
    family_weights: list[float] = field(repr=False)

    def draw(self, dice: Random, which: str) -> Word:
        """A given or a family name."""
        words, weights = (self.given, self.given_weights) if which == "given" else (self.family, self.family_weights)
        return dice.choices(words, cum_weights=weights)[0]


@cache
def origins() -> dict[str, dict[str, Any]]:
    """The entries of `origins.toml`."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def origin_of() -> dict[str, str]:
    """The usual origin of the names of a country's people."""
    found: dict[str, str] = {}
    for name, one in origins().items():
        for country in (*one.get("locales", {}).values(), *one.get("also", ()), *one.get("lists", ())):
            found.setdefault(country, name)
    return found


@cache
def pools() -> dict[str, list[Pool]]:
    """Every origin's pools."""
    return {name: [*_from_faker(name, one), *_from_lists(name, one)] for name, one in origins().items()}


def _from_faker(origin: str, one: dict[str, Any]) -> list[Pool]:
    found = []
    for locale, country in one.get("locales", {}).items():
        given, family = faker_names(locale)
        scripts = one.get("script", {}).get(locale)
        for place in (country, *one.get("also", ())) if locale == next(iter(one["locales"])) else (country,):
            words = [_shuffled([_word(name, scripts) for name in names], locale) for names in (given, family)]
            found.append(_pool(origin, place, words[0], words[1], one["skew"]))
    return found


def _from_lists(origin: str, one: dict[str, Any]) -> list[Pool]:
    given, family = ([_listed(text) for text in one.get(key, "").split()] for key in ("given", "family"))
    return [_pool(origin, country, given, family, one["skew"]) for country in one.get("lists", ())]


def _pool(origin: str, country: str, given: list[Word], family: list[Word], skew: float) -> Pool:
    return Pool(origin, country, given, family, _weights(len(given), GIVEN_SKEW), _weights(len(family), skew))


def _weights(size: int, skew: float) -> list[float]:
    return list(accumulate((rank + 2) ** -skew for rank in range(size)))


def _listed(text: str) -> Word:
    native, plain, other = (part.replace("_", " ") for part in text.split("/"))
    return Word(plain, native or None, other or None)


def _word(name: str, script: str | None) -> Word:
    if script is None:
        return Word(name)
    return Word(latin(name, script), name, latin(name, script, second=True))


def _shuffled(words: list[Word], locale: str) -> list[Word]:
    """In an order of its own that is the same in every world: which names are usual is not the seed's to say."""
    Random(locale).shuffle(words)  # noqa: S311 - no secret
    return words


def faker_names(locale: str) -> tuple[list[str], list[str]]:
    """Given and family names of one of Faker's locales, sorted; RuntimeError where it has none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = Faker(locale)
    person = next(one for one in made.providers if "person" in str(one.__provider__))
    given = _all(person, "first_names", "first_names_male", "first_names_female")
    family = _all(person, "last_names", "last_names_male", "last_names_female")
    if not given or not family:
        raise RuntimeError(f"Faker has no names of {locale}.")
    return given, family


def _all(person: object, *attributes: str) -> list[str]:
    names = {str(name) for attribute in attributes for name in (getattr(person, attribute, None) or ())}
    composed = {" ".join(unicodedata.normalize("NFC", name).split()) for name in names}
    return sorted(name for name in composed - NO_NAMES if len(name) > 1 or not name.isascii())
