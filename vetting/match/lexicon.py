"""The words in `lexicon.toml`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import polars as pl

FILE = Path(__file__).with_name("lexicon.toml")


@cache
def _read() -> dict[str, dict[str, str] | str]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def words(name: str) -> tuple[str, ...]:
    """Words of a top-level list, sorted and without repeats."""
    return tuple(sorted(set(str(_read()[name]).split())))


def section(name: str) -> dict[str, tuple[str, ...]]:
    """Words of every entry of a section."""
    entries = _read()[name]
    if isinstance(entries, str):
        return {name: words(name)}
    return {key: tuple(sorted(set(text.split()))) for key, text in entries.items()}


@cache
def nicknames() -> frozenset[tuple[str, str]]:
    """Pairs of given name and short form, both ways round, and two short forms of one name."""
    lines = (line.split() for line in section_text("nicknames", "forms").splitlines())
    return frozenset((a, b) for forms in lines for a in forms for b in forms if a != b)


def section_text(name: str, key: str) -> str:
    """One entry of a section as it is written."""
    entries = _read()[name]
    return entries if isinstance(entries, str) else entries[key]


@cache
def word_kinds(name: str) -> pl.DataFrame:
    """A section as rows of `token` and `kind`."""
    rows = [(token, kind) for kind, tokens in section(name).items() for token in tokens]
    return pl.DataFrame(rows, {"token": pl.String, "kind": pl.String}, orient="row")
