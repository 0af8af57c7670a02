"""Names that stand for one another: short forms, other spellings, and their cousins in other languages."""

from __future__ import annotations

from functools import cache
from itertools import permutations

from vetting.lexicon.files import table

Pairs = frozenset[tuple[str, str]]


@cache
def nicknames() -> Pairs:
    """Pairs of given name and short form, both ways round, and two short forms of one name."""
    return _pairs("nicknames")


@cache
def variants() -> Pairs:
    """Pairs of two spellings of one name (`mohamed`, `muhammad`), both ways round."""
    return _pairs("variants")


@cache
def cousins() -> Pairs:
    """Pairs of one name in two languages (`alexander`, `alejandro`), both ways round: weaker, seldom one person."""
    return _pairs("cousins")


def _pairs(name: str) -> Pairs:
    """Every pair within a line, whichever language lists it."""
    lines = (line.split() for text in table("spellings")[name].values() for line in text.splitlines())
    return frozenset(pair for forms in lines for pair in permutations(forms, 2) if pair[0] != pair[1])
