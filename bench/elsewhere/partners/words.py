"""The words of the partnerships, by name; and how patterns are filled."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.elsewhere.words import THINGS, TOPICS

if TYPE_CHECKING:
    from bench.elsewhere.climate import Random


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


_WORDS = _read("words")
FIRST: list[str] = _WORDS["first"]
LAST: list[str] = _WORDS["last"]
BRANDS: list[str] = _WORDS["brands"]
CITIES: dict[str, list[str]] = _WORDS["cities"]
OUTLETS: list[str] = _WORDS["outlets"]
HANDLES: list[str] = _WORDS["handles"]
TOPIC_NAMES: dict[str, list[str]] = _WORDS["topics"]
THING_NAMES: dict[str, list[list[str]]] = {
    language: [row.split("|") for row in rows] for language, rows in _WORDS["things"].items()
} | {"en": [THINGS[topic] for topic in TOPICS]}
SAID: dict[str, dict[str, list[str]]] = {name: told for name, told in _WORDS.items() if isinstance(told, dict)}
MATTERS: dict[str, dict[str, Any]] = _read("matters")
PRESS: dict[str, dict[str, list[str]]] = _read("press")
VOWEL = re.compile(r"\b([dD]|[qQ]u)e (?=[AEIOUYÉÈÎ])")


def one(random: Random, phrases: list[str]) -> str:
    """Any of them."""
    return phrases[int(random.integers(0, len(phrases)))]


def put(pattern: str, **words: str) -> str:
    """The pattern with its words; those that it lacks are left out."""
    for name, word in words.items():
        pattern = pattern.replace(f"{{{name}}}", word)
    return pattern


def polished(text: str, language: str) -> str:
    """A capital at its start, and in French no "de" before a vowel."""
    if language == "fr":
        text = VOWEL.sub("\\1\u2019", text)
    return text[:1].upper() + text[1:]


def plain(name: str) -> str:
    """A brand as its handle or its code: letters only, small."""
    return "".join(sign for sign in name.lower() if sign.isascii() and sign.isalnum())
