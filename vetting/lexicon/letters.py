"""Letters that look like Latin ones and are not, so that a name in mixed scripts can be flagged."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from vetting.lexicon.files import words

if TYPE_CHECKING:
    import polars as pl

STYLED = ((0xFF21, 0xFF3B), (0xFF41, 0xFF5B), (0x24B6, 0x24EA), (0x1D400, 0x1D6A6))
"""Full-width, circled and mathematical letters: Latin ones in costume, which NFKC takes off."""
OTHERS = ("Cyrillic", "Greek", "Armenian", "Cherokee")
"""Scripts with letters that pass for Latin ones."""


@cache
def confusables() -> dict[str, str]:
    """Each letter of another script, or in costume, with the Latin letter that it looks like, case kept."""
    alike = dict(pair.split("-") for pair in words("confusables"))
    return dict(sorted((alike | _styled()).items()))


def _styled() -> dict[str, str]:
    letters = (chr(code) for begin, end in STYLED for code in range(begin, end))
    plain = ((letter, normalize("NFKC", letter)) for letter in letters)
    return {letter: bare for letter, bare in plain if bare.isascii() and bare.isalpha()}


def mixed_script(name: pl.Expr) -> pl.Expr:
    """Whether a word of the text holds Latin letters next to look-alike ones of another script.

    Two words in two scripts are nothing unusual; one word is.
    """
    other = "".join(rf"\p{{{script}}}" for script in OTHERS)
    inside = r"[\p{L}\p{M}\p{N}'_.]*"
    return name.str.contains(rf"\p{{Latin}}{inside}[{other}]|[{other}]{inside}\p{{Latin}}")


def unmasked(name: pl.Expr) -> pl.Expr:
    """The text with every look-alike letter replaced by the Latin one; meant for words that `mixed_script` flags."""
    return name.str.replace_many(confusables())
