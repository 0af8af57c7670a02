"""What records say, in four languages, from the sentences of `texts.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anyascii import anyascii
from babel import Locale

if TYPE_CHECKING:
    from datetime import date
    from random import Random

TEXTS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("texts.toml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "fr", "es", "de")
PLATFORMS: list[str] = TEXTS["platforms"]
TRADES: list[str] = list(TEXTS["trades"])
OUTSIDERS: list[str] = list(TEXTS["outsiders"])
VOWELS = "aeiouyh"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a record tells of somebody beside the name; None is not told."""

    country: str | None = None
    city: str | None = None
    birth: date | None = None
    trade: str | None = None
    platform: str | None = None
    handles: tuple[str, ...] = ()


def cities(country: str) -> list[str]:
    """Two towns of a country."""
    return str(TEXTS["cities"][country]).split(", ")


@cache
def land(country: str, language: str) -> str:
    """A country's name."""
    return str(Locale(language).territories[country])


def trade_words(trade: str, language: str) -> str:
    """What somebody of a trade is called."""
    listed = TEXTS["trades"] | TEXTS["outsiders"]
    return str(listed[trade]).split(" | ")[LANGUAGES.index(language)]


def who(name: str, facts: Facts, language: str, today: date) -> str:
    """The name with what is told of its bearer."""
    forms, parts = TEXTS["appositions"][language], ""
    if facts.birth:
        parts += forms["age"].format(
            age=today.year - facts.birth.year - (today.timetuple()[1:3] < facts.birth.timetuple()[1:3])
        )
    if facts.trade:
        parts += forms["trade"].format(trade=trade_words(facts.trade, language))
        parts += forms["on"].format(platform=facts.platform) if facts.platform else ""
    if facts.country and facts.city:
        parts += forms["place"].format(city=facts.city, country=land(facts.country, language))
    return f"{name}{parts}{',' if ',' in parts else ''}"


def owned(name: str, language: str) -> dict[str, str]:
    """A name as somebody's: `names` with the ending of the language, `of` with the French preposition."""
    sibilant = name[-1:] in "sxzß"
    ending = {"de": "’" if sibilant else "s"}.get(language, "’" if name.endswith("s") else "’s")  # noqa: RUF001 - as newspapers print it
    elided = anyascii(name[:1]).lower() in VOWELS
    return {"names": name + ending, "of": f"d’{name}" if elided else f"de {name}"}  # noqa: RUF001 - as newspapers print it


def article(
    dice: Random, language: str, kind: str, names: tuple[str, str, str], others: tuple[str, str, str], extra: str = ""
) -> tuple[str, str]:
    """Title and text. `names` are the name, the name with its facts, and the last name; `others` are bystanders."""
    name, full, last = names
    heads = TEXTS["possessive" if kind == "possessive" else "heads"][language]
    title = dice.choice(heads).format(name=name, **owned(name, language))
    sentences = [dice.choice(TEXTS["bodies"][language]).format(who=full, last=last)]
    if kind == "several" or dice.random() < 1 / 5:
        a, b, c = others
        first, second = TEXTS["several"][language]
        sentences.append(first.format(name=name, a=a, b=b) if kind == "several" else second.format(a=a, b=b, c=c))
    sentences += [extra, dice.choice(TEXTS["fillers"][language])]
    if kind == "hashtag":
        tag = "#" + "".join(name.split())
        title = dice.choice(heads).format(name=tag, **owned(tag, language))
        sentences[0] = dice.choice(TEXTS["bodies"][language]).format(who=full.replace(name, tag), last="—")
    if kind == "capitals":
        title = title.upper()
    return title, " ".join(sentence for sentence in sentences if sentence)


def note(full: str, language: str) -> str:
    """What a list or a regulator says beside its fields."""
    return str(TEXTS["notes"][language]).format(who=full.removesuffix(",")).replace("..", ".")
