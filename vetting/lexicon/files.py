"""The lists beside this file, read once.

A list is words between spaces, all folded: small Latin letters, no marks, no apostrophes or hyphens. An underscore
joins the words of a phrase (`estate_agent`), which leaves here with spaces.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

FOLDER = Path(__file__).parent
LISTS = ("titles", "letters", "ordinary", "trades", "outsiders", "kin")


@cache
def table(name: str) -> dict[str, Any]:
    """One of the files as it is written."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _lists() -> dict[str, dict[str, str] | str]:
    return {key: entry for name in LISTS for key, entry in table(name).items()}


def _split(text: str) -> tuple[str, ...]:
    return tuple(sorted({word.replace("_", " ") for word in text.split()}))


def words(name: str) -> tuple[str, ...]:
    """Words and phrases of a top-level list, sorted and without repeats."""
    return _split(str(_lists()[name]))


def section(name: str) -> dict[str, tuple[str, ...]]:
    """Words and phrases of every entry of a section; of a top-level list, under its own name."""
    entries = _lists()[name]
    if isinstance(entries, str):
        return {name: words(name)}
    return {key: _split(text) for key, text in entries.items()}


@cache
def word_kinds(name: str) -> pl.DataFrame:
    """The single words of a section as rows of `token` and `kind`; a word may be of several kinds."""
    return phrases(name).filter(words=1).select("phrase", "kind").rename({"phrase": "token"})


@cache
def phrases(name: str) -> pl.DataFrame:
    """All words and phrases of a section as rows of `phrase`, `kind` and `words` (how many it has)."""
    rows = [(phrase, kind) for kind, listed in section(name).items() for phrase in listed]
    frame = pl.DataFrame(rows, {"phrase": pl.String, "kind": pl.String}, orient="row")
    return frame.with_columns(words=pl.col("phrase").str.count_matches(" ") + 1)


@cache
def fits() -> pl.DataFrame:
    """Which fields of `outsiders` a creator's trade makes usual: rows of `trade` and `field`, sorted."""
    return phrases("fits").select(trade="kind", field="phrase").sort("trade", "field")
