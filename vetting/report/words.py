"""The catalog: every word that a page says, in each language, by key."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vetting.errors import RefusalError
from vetting.report import forms

if TYPE_CHECKING:
    from datetime import datetime

FOLDER = Path(__file__).parent / "words"
LANGUAGES = tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))

_FRENCH_SPACES = (
    (re.compile(r" ([;!?%\u00bb])"), "\u202f\\1"),
    (re.compile(r" :"), "\u00a0:"),
    (re.compile("\u00ab "), "\u00ab\u00a0"),
)
_APOSTROPHE = re.compile(r"(?<=\w)'")


@dataclass(frozen=True, slots=True)
class Words:
    """One language: its catalog, and numbers and dates in its form. Everything it gives is plain text."""

    lang: str
    texts: dict[str, str]

    def say(self, key: str, **values: object) -> str:
        """Give the text of `key` with its places filled; KeyError for a key that the catalog lacks."""
        return self.texts[key].format(**values) if values else self.texts[key]

    def known(self, group: str, value: str | None) -> str:
        """Give the word for a value of a closed list; a value outside the list as it stands, None as unknown."""
        return self.texts["unknown"] if value is None else self.texts.get(f"{group}.{value}", value)

    def count(self, key: str, number: float, **values: object) -> str:
        """Give the singular or plural of `key`, with the number in its place `n`."""
        return self.say(f"{key}.{forms.plural(self.lang, int(number))}", n=self.number(number), **values)

    def number(self, value: float | None, digits: int = 0) -> str:
        """Give a number with `digits` decimals."""
        return self.texts["unknown"] if value is None else forms.decimal(self.lang, round(value, digits) + 0.0, digits)

    def compact(self, value: float | None) -> str:
        """Give a count in few figures."""
        return self.texts["unknown"] if value is None else forms.compact(self.lang, value)

    def percent(self, share: float | None, digits: int | None = None) -> str:
        """Give a share as a percentage, with `digits` decimals or else as many as it deserves."""
        if share is None:
            return self.texts["unknown"]
        digits = forms.percent_digits(share) if digits is None else digits
        return forms.percent(self.lang, round(share, digits + 2), digits)

    def plain(self, value: float) -> str:
        """Give a number with as many decimals as it deserves."""
        return self.number(value, forms.decimal_digits(value))

    def signed_percent(self, share: float) -> str:
        """Give a change with its sign."""
        return f"+{self.percent(share)}" if share > 0 else self.percent(share)

    def signed(self, value: float, digits: int = 2) -> str:
        """Give a number with its sign."""
        return f"+{self.number(value, digits)}" if value > 0 else self.number(value, digits)

    def between(self, low: str, high: str) -> str:
        """Give a range in words."""
        return self.say("range", low=low, high=high)

    def day(self, text: str | None, width: str = "medium") -> str:
        """Give the day of an ISO time; a text that is no time as it stands."""
        when = forms.moment(text)
        return self.date(when, width) if when else (text or self.texts["unknown"])

    def date(self, when: datetime, width: str = "medium") -> str:
        """Give the day of a time."""
        return forms.day(self.lang, when.date(), width)

    def time(self, text: str | None) -> str:
        """Give day and UTC time of an ISO time, the day alone at midnight."""
        when = forms.moment(text)
        if when is None or not (when.hour or when.minute):
            return self.day(text)
        return self.say("clock", day=self.day(text), time=f"{when:%H:%M}")


@cache
def words(lang: str) -> Words:
    """Read a language's catalog; refuses a language that has none."""
    if lang not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise RefusalError(f"There are no words for the language {lang!r}.", f"Choose one of: {known}.")
    texts: dict[str, str] = {}
    for path in sorted((FOLDER / lang).glob("*.toml")):
        texts |= _flat(tomllib.loads(path.read_text("utf-8")))
    return Words(lang, {key: typeset(lang, text) for key, text in texts.items()})


def _flat(tree: dict[str, Any], above: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        flat |= _flat(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}": value}
    return flat


@cache
def typeset(lang: str, text: str) -> str:
    """Give our own sentence the apostrophes of print, and in French the spaces that its marks ask for."""
    text = _APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", text)
    for found, put in _FRENCH_SPACES if lang == "fr" else ():
        text = found.sub(put, text)
    return text
