"""What is left of a name once spelling, case, script and decoration are set aside."""

from __future__ import annotations

import re

import polars as pl
from anyascii import anyascii

from vetting.lexicon import mixed_script, unmasked, words

LETTERS = dict(pair.split("-") for pair in words("letters"))

SOUNDS = {
    "sch": "s", "sh": "s", "ch": "k", "ck": "k", "kh": "h", "ph": "f", "th": "t", "dzh": "i", "zh": "i", "gh": "g",
    "x": "ks", "w": "v", "c": "k", "q": "k", "z": "s", "y": "i", "j": "i", "e": "i", "o": "u",
}  # fmt: skip
DOUBLES = {letter * 2: letter for letter in "bdfgklmnprstv"}

CUT = r"\s*(?:[|•·/\\(\[{–—]|\s-\s).*$"  # noqa: RUF001 - the dashes that people decorate their names with
HUMP = r"(\p{Ll})(\p{Lu})"
ELISION = r"^(?:[dlcjmnstDLCJMNST]|[Qq]u)['’](\p{L}{2})"  # noqa: RUF001 - both apostrophes are in use
POSSESSIVE = r"['’][sS]?$"  # noqa: RUF001 - both apostrophes are in use

LEAST_CORE = 5
"""Letters below which the core of a handle says nothing."""


def folded(text: pl.Expr) -> pl.Expr:
    """One word in small Latin letters and digits: no marks, no elided article, no possessive, no look-alike letters."""
    seen = pl.when(mixed_script(text)).then(unmasked(text)).otherwise(text)
    bare = seen.str.replace(ELISION, "$1").str.replace(POSSESSIVE, "")
    latin = bare.str.normalize("NFKD").str.to_lowercase().str.replace_many(LETTERS)
    kept = latin.str.replace_all(r"[^\p{L}\p{N}]+", "")
    return kept.map_batches(_romanised, return_dtype=pl.String, is_elementwise=True)


def _romanised(words: pl.Series) -> pl.Series:
    """Words of other scripts in Latin letters, as anyascii has them: short vowels that a script leaves out stay out."""
    foreign = words.filter(words.str.contains(r"[^\x00-\x7F]")).unique()
    if foreign.is_empty():
        return words
    told = [re.sub(r"[^a-z0-9]+", "", anyascii(word).lower()) for word in foreign.to_list()]
    return words.replace(foreign, pl.Series(told, dtype=pl.String))


def sound(token: pl.Expr) -> pl.Expr:
    """How a folded word sounds: its first letter's class, then its consonants once each.

    >>> pl.select(sound(pl.Series(["mohammed", "muhamed"]))).to_series().to_list()
    ['mmd', 'mmd']
    """
    heard = token.str.replace_many(DOUBLES).str.replace_many(SOUNDS, leftmost=True)
    return heard.str.slice(0, 1) + heard.str.slice(1).str.replace_all("[aeiouh]", "")


def bones(token: pl.Expr) -> pl.Expr:
    """The consonants of a folded word by their sound, for scripts that do not write short vowels.

    >>> pl.select(bones(pl.Series(["therese", "tryz"]))).to_series().to_list()
    ['trs', 'trs']
    """
    return sound(token).str.replace_all("[aeiouhw]", "")


def core(squashed: pl.Expr) -> pl.Expr:
    """The name inside a handle without spaces: no digits, no `the.real` before, no `tv` behind; null if too short."""
    starts = "|".join(sorted(words("handle_starts"), key=lambda word: (-len(word), word)))
    ends = "|".join(sorted(words("handle_ends"), key=lambda word: (-len(word), word)))
    letters = squashed.str.replace_all(r"^\p{N}+|\p{N}+$", "")
    inner = letters.str.replace(f"^(?:{starts})(.{{{LEAST_CORE},}})$", "$1")
    inner = inner.str.replace(f"^(.{{{LEAST_CORE},}}?)(?:{ends})$", "$1").str.replace(r"\p{N}+$", "")
    return pl.when(inner.str.len_chars() >= LEAST_CORE).then(inner)


def shown(name: pl.Expr) -> pl.Expr:
    """A displayed name without what follows a bar, a dot or a dash; `OneWord` names cut at their humps."""
    first = name.str.normalize("NFKC").str.strip_chars().str.replace(CUT, "")
    kept = pl.when(first.str.contains(r"[\p{L}\p{N}]")).then(first).otherwise(name)
    return pl.when(kept.str.contains(r"\s")).then(kept).otherwise(kept.str.replace_all(HUMP, "$1 $2"))
