"""A case of the matching as text for a terminal or a file."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from math import exp
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from vetting.cli.show import CONTROL
from vetting.match.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vetting.match.words import Language

FILE = Path(__file__).with_name("case.toml")
WIDTH, INDENT, COLUMN = 100, 2, 14
STEERING = re.compile(CONTROL.replace(r"\x{", "\\u").replace("}", ""))
LONGEST = 1000
"""Characters of a field that are shown; --json shows them all."""


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


class Told:
    """One case in one language: its sections, line by line."""

    def __init__(self, case: dict[str, Any], lang: Language, limits: dict[str, float]) -> None:
        self.case, self.lang, self.limits = case, lang, limits

    def say(self, section: str, key: str, **values: object) -> str:
        """A sentence of case.toml with its values; what others wrote can't steer a terminal."""
        told = {name: plain(value) for name, value in values.items()}
        return _words()[section][key][self.lang].format(**told)

    def number(self, value: float) -> str:
        """A number in two digits that tell, as the language writes it."""
        return str(format_decimal(float(f"{value:.2g}"), locale=self.lang))

    def chance(self, probability: float) -> str:
        """A probability: as a percentage, or as one in so many where it is small."""
        if probability < 1 / 1000:
            return self.say("weight", "one_in", number=self.number(1 / max(probability, 1e-12)))
        return str(format_percent(probability, "#,##0.# %" if self.lang == "fr" else "#,##0.#%", locale=self.lang))

    def signed(self, value: float) -> str:
        """Log odds with their sign."""
        return str(format_decimal(value, "+0.00;-0.00", locale=self.lang))

    def quote(self, text: str) -> str:
        """What others wrote, between the marks of the language."""
        return self.say("met", "quote", text=text)

    def day(self, when: date) -> str:
        """A date in words."""
        return str(format_date(when, "long", locale=self.lang))

    def people(self, per_million: float) -> str:
        """How many people bear a name, in words."""
        if per_million >= 1:
            return self.say("met", "many", number=self.number(per_million))
        return self.say("met", "few", number=self.number(1 / per_million))

    def field(self, name: str, text: str) -> Iterator[str]:
        """A named line, wrapped."""
        lines = wrap(text, WIDTH - INDENT - COLUMN) or [""]
        yield f"{'':<{INDENT}}{name:<{COLUMN}}{lines[0]}"
        yield from (" " * (INDENT + COLUMN) + line for line in lines[1:])

    def sentence(self, text: str, mark: str = "") -> Iterator[str]:
        """A sentence, wrapped behind its mark."""
        lead = f"{mark} " if mark else ""
        first, *more = wrap(text, WIDTH - 2 * INDENT) or [""]
        yield f"{'':<{INDENT}}{lead}{first}"
        yield from (" " * (INDENT + len(lead)) + line for line in more)

    def named(self, name: str, value: object) -> Iterator[str]:
        """A field of the case under its word; what isn't known is said to be unknown."""
        if isinstance(value, list):
            value = "; ".join(map(str, value))
        elif isinstance(value, date):
            value = self.day(value)
        known = plain(value)[:LONGEST] if value else self.say("fields", "unknown")
        yield from self.field(self.say("fields", name), known)

    def weight(self, piece: dict[str, Any]) -> str:
        """What a piece of evidence does to the odds, in words."""
        if piece["side"] == "neither":
            return self.say("weight", "neither")
        factor = self.number(exp(min(abs(piece["adds"]), 300.0)))
        return self.say("weight", piece["side"], factor=factor, strength=self.say("weight", piece["strength"]))

    def evidence_words(self, code: str) -> str:
        """What a code says."""
        return sentences(self.lang)[code]


def plain(value: object) -> str:
    """Text on one line, without what could steer a terminal."""
    return " ".join(STEERING.sub("\N{REPLACEMENT CHARACTER}", str(value).replace("\n", " ")).split())
