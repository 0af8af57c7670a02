"""Comments as plain words and as numbers: one form for everything that compares texts."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
BASE = np.uint64(0x9E3779B97F4A7C15)
CHUNK = 100_000
LONGEST = 600
"""Characters of a comment that are read."""

URL = r"(?:https?://|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|org|ly|gg|tv|me|io|example)\b\S*"
MARKUP = r"<[^>]{0,200}>|&#?[a-z0-9]{1,8};"
NAMED = r"@[\w.]+"
RUN = "|".join(f"{letter}{{3,}}" for letter in ascii_lowercase)
NO_WORD = r"[^\p{L}\p{M}\p{N}']+"
SELECTOR = r"[\x{FE00}-\x{FE0F}\x{20E3}]"
"""What makes a sign a picture; a mark by its kind, but none of a letter."""


def prepared(text: pl.Expr) -> pl.Expr:
    """Lower case, one form per accent, no markup: what the spam reader sees."""
    lowered = text.str.slice(0, LONGEST).str.normalize("NFKC").str.to_lowercase()
    return lowered.str.replace_all(MARKUP, " ").str.replace_all("[\u2018\u2019`]", "'")


def worded(raw: pl.Expr) -> pl.Expr:
    """Words and single spaces only, without links and mentions; letters that are drawn out stand once."""
    plain = raw.str.replace_all(URL, " ").str.replace_all(NAMED, " ").str.replace_all(SELECTOR, "")
    bare = plain.str.replace_all(NO_WORD, " ").str.strip_chars(" '")
    return pl.when(bare.str.contains(RUN)).then(_undrawn(bare)).otherwise(bare)


def _undrawn(words: pl.Expr) -> pl.Expr:
    for letter in ascii_lowercase:
        words = words.str.replace_all(f"{letter}{{3,}}", letter)
    return words


def grams(texts: pl.Series, size: int) -> Iterator[tuple[int, Hashes, Ints]]:
    """Hashes of all runs of `size` characters: per chunk of texts its first row, the hashes, where each text's begin.

    A text shorter than `size` has one, of its characters with blanks behind.
    """
    for first in range(0, len(texts), CHUNK):
        part = texts.slice(first, CHUNK).fill_null("")
        padded = part.str.pad_end(size)
        lengths = padded.str.len_chars().to_numpy().astype(np.int64)
        points = np.frombuffer("".join(padded.to_list()).encode("utf-32-le", "replace"), dtype=np.uint32)
        yield first, *_hashed(points.astype(np.uint64), lengths, size)


def _hashed(points: Hashes, lengths: Ints, size: int) -> tuple[Hashes, Ints]:
    whole = np.zeros(len(points) - size + 1, dtype=np.uint64)
    for place in range(size):
        whole = whole * BASE + points[place : place + len(whole)]
    whole ^= whole >> np.uint64(29)
    whole *= BASE
    ends = lengths.cumsum()
    inside = np.ones(len(whole), dtype=np.bool_)
    for back in range(1, size):
        inside[ends[:-1] - back] = False
    starts = np.r_[0, (lengths - size + 1).cumsum()[:-1]]
    return whole[inside], starts
