"""Patterns (RE2, as DuckDB reads them) made of the words that an operator lists in `config/`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

EDGE = r"[^\p{L}\p{N}_]"
"""What is no part of a word; RE2's own word edge knows no letter beyond ASCII."""
NEVER = r"[^\x00-\x{10ffff}]"
SPACE = r"[\s\x{a0}\x{202f}]"
"""French sets a narrow or unbreakable space before a percent sign."""
QUOTE, APOSTROPHE, MINUS = r"[\"\x{201c}\x{201e}\x{ab}']", r"'\x{2019}", r"[-\x{2212}]"
"""As keyboards and typographers write them."""
WHOLE = ("discount_code", "affiliate", "call_to_action", "giveaway", "unpaid", "speaks_of_partner")
PERCENTAGE = rf"\d{SPACE}?%"


def any_of(terms: Iterable[str]) -> str:
    """One of these terms as it stands; a space in them may be any space. `NEVER` for none."""
    return "|".join(re.escape(term).replace(r"\ ", SPACE) for term in sorted(set(terms))) or NEVER


def whole_words(terms: Iterable[str]) -> str:
    """Find any of these terms as whole words, in any case: `#ad` but not `#adventure`.

    The edges are shared by all terms: an edge for each made the automaton too large, and matching 100 times slower.
    A term that begins with a sign needs no edge before it: `text#ad`.
    """
    known = set(terms)
    words = any_of(term for term in known if term[0].isalnum())
    signs = any_of(term for term in known if not term[0].isalnum())
    return rf"(?i)(?:(?:^|{EDGE})(?:{words})|{signs})(?:$|{EDGE})"


def capital_code(before: Iterable[str]) -> str:
    """Find a discount code in capitals after one of these words (`Code: LEA15`), or a percentage off (`-15 %`)."""
    code = rf"(?:^|{EDGE})(?:{any_of(before)}){SPACE}?:?{SPACE}?{QUOTE}?{SPACE}?(?-i:[A-Z][A-Z0-9_-]{{2,}})(?:$|{EDGE})"
    return rf"(?i){code}|{MINUS}{SPACE}?\d?{PERCENTAGE}"


def named_after(words: Iterable[str], before: Iterable[str]) -> str:
    """Find, after one of the words and one of `before`, a name: up to three words that begin with a capital."""
    word = rf"\p{{Lu}}[\p{{L}}\p{{N}}&_{APOSTROPHE}-]*"
    link = rf"{SPACE}?(?::|{SPACE}(?:{any_of(before)}))?{SPACE}"
    return rf"(?i)(?:{any_of(words)}){link}@?((?-i:{word}(?: {word}){{0,2}}))"


def somewhere(terms: Iterable[str]) -> str:
    """A quick look before any other: one of these stands in the text, whatever stands around it."""
    return rf"(?i){any_of(terms)}"


def commercial(words: Mapping[str, Iterable[str]], discloses: set[str], hints: set[str]) -> dict[str, str]:
    """What `facts.commercial_words` reads, by the name of its variable; `words` are those of config/commercial.toml.

    `commercial`, `selling` and `telling` are quick looks: where they find nothing, the patterns of their kind don't.
    """
    kinds = {kind: whole_words(words[kind]) for kind in WHOLE}
    sells = {*words["discount_code"], *words["before_code"], *words["affiliate"], *words["call_to_action"]}
    return kinds | {
        "selling": f"{somewhere(sells)}|{PERCENTAGE}",
        "telling": somewhere(discloses | hints),
        "commercial": f"{somewhere({*sells, *words['giveaway'], *discloses, *hints})}|{PERCENTAGE}",
        "capital_code": capital_code(words["before_code"]),
        "disclosure_hint": whole_words(hints),
        "brand_named": named_after(discloses, words["before_brand"]),
    }
