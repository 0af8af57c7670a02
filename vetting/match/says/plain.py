"""Text as the patterns read it, and patterns out of word lists; all of them run in linear time (Rust's regex)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 50_000
"""Characters of a text that are read."""
STOP = " | "
"""What stands in plain text where a sentence ends or turns (`but`)."""
ENDS = r"[.!?;:|\n\r…]+(?:[\s\p{P}]|$)|\n|\s[–—-]\s"  # noqa: RUF001 - dashes that part a headline
TURNS = r" (?:but|although|though|however|mais|bien que|cependant|pero|aunque|aber|obwohl) "
NEVER = r"[^\x00-\x{10ffff}]"
EDGE = r"(?-u:\b)"
LETTERS = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "’": "'", "ʼ": "'"}  # noqa: RUF001 - apostrophes


def plain(text: pl.Expr) -> pl.Expr:
    """Small letters without marks, one space between words, ` | ` between sentences; a space at either end.

    >>> pl.select(plain(pl.lit("Élise: “I never did!” But..."))).item()
    ' elise | i never did | but | '
    """
    ended = text.str.slice(0, LONGEST).str.replace_all(ENDS, STOP)
    bare = ended.str.normalize("NFKD").str.slice(0, 2 * LONGEST).str.replace_all(r"\p{M}+", "").str.to_lowercase()
    words = bare.str.replace_many(LETTERS).str.replace_all(r"[^\p{L}\p{N}|]+", " ")
    turned = pl.format(" {} ", words.fill_null("")).str.replace_all(" +", " ").str.replace_all(TURNS, STOP)
    return turned.str.replace_all(r"(?:\| )+", "| ")


def story(title: str = "title", text: str = "text") -> pl.Expr:
    """Title and text of a record as one."""
    return pl.concat_str(title, text, separator="\n", ignore_nulls=True)


def any_of(words: Iterable[str]) -> str:
    """One of the words, the longest first; `*` stands for any ending. What never matches, for none."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(_pattern(word) for word in longest_first) or NEVER


def whole(words: Iterable[str]) -> str:
    """One of the words as a whole."""
    return rf"{EDGE}(?:{any_of(words)}){EDGE}"


def _pattern(word: str) -> str:
    return "[a-z0-9]*".join(re.escape(part).replace(r"\ ", " ") for part in word.split("*"))
