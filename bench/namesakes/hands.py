"""How records miswrite names, in ways that scanners, keyboards, clerks, marriages and other scripts have."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

from bench.namesakes.people import Person
from bench.namesakes.scripts import written
from bench.namesakes.texts import TEXTS

SCANNED = (
    ("m", "rn"),
    ("rn", "m"),
    ("l", "1"),
    ("i", "l"),
    ("cl", "d"),
    ("o", "0"),
    ("w", "vv"),
    ("h", "li"),
    ("e", "c"),
)
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
VOWELS = "aeiou"
EMOJI = ("✨", "🔥", "💋", "🎮", "🌍", "❤️")
HYPHENS = ("-", "‐", "–", " ")  # noqa: RUF001 - the dashes that clerks use
BORN = {"en": ("née", "né"), "fr": ("née", "né"), "es": ("de soltera", "antes"), "de": ("geb.", "früher")}
LONG = 4
Hand = Callable[[Person, Random, str], str | None]
"""From a person and a record's language to the name as written; None where this hand has nothing to do."""


def scanned(person: Person, dice: Random, _language: str) -> str | None:
    """One or two letters taken for others by a scanner."""
    name = person.name
    usable = [pair for pair in SCANNED if pair[0] in name[1:]]
    for seen, read in dice.sample(usable, min(len(usable), dice.choice((1, 1, 2)))):
        name = name[0] + name[1:].replace(seen, read, 1)
    return name if name != person.name else None


def keyed(person: Person, dice: Random, _language: str) -> str | None:
    """The key beside the right one."""
    name = person.name
    places = [at for at in range(1, len(name)) if any(name[at] in row for row in ROWS)]
    if not places:
        return None
    at = dice.choice(places)
    row = next(row for row in ROWS if name[at] in row)
    beside = (
        row[max(0, row.index(name[at]) - 1)] if dice.random() < 1 / 2 else row[(row.index(name[at]) + 1) % len(row)]
    )
    return name[:at] + beside + name[at + 1 :]


def spaced(person: Person, dice: Random, _language: str) -> str | None:
    """Spaces doubled, or one where none belongs."""
    name = person.name
    if dice.random() < 1 / 2 or len(name.split()[-1]) < LONG:
        return name.replace(" ", "  ")
    at = name.rindex(" ") + 3
    return f"{name[:at]} {name[at:]}"


def glued(person: Person, _dice: Random, _language: str) -> str | None:
    """No spaces."""
    return person.name.replace(" ", "")


def initials(person: Person, _dice: Random, _language: str) -> str | None:
    """No given name written out."""
    letters = " ".join(f"{word.latin[0]}." for word in person.given)
    return " ".join([letters, *(word.latin for word in person.family)])


def thinned(person: Person, dice: Random, _language: str) -> str | None:
    """One or two vowels gone."""
    name = person.name
    for _ in range(dice.choice((1, 2))):
        places = [at for at in range(1, len(name)) if name[at] in VOWELS]
        if places:
            at = dice.choice(places)
            name = name[:at] + name[at + 1 :]
    return name if name != person.name else None


def foreign(person: Person, dice: Random, _language: str) -> str | None:
    """In its own script, or in one of a newspaper abroad."""
    plain = unicodedata.normalize("NFKD", person.name)
    if person.native:
        return person.native
    return written(plain, dice.choice(("to_cyrillic", "to_cyrillic", "to_greek"))) if plain.isascii() else None


def romanised(person: Person, _dice: Random, _language: str) -> str | None:
    """In Latin letters by another custom."""
    name = " ".join(word.other or word.latin for word in (*person.given, *person.family))
    return name if name != person.name else None


def turned(person: Person, dice: Random, _language: str) -> str | None:
    """Family name first, without a comma; now and then in capitals."""
    family = " ".join(word.latin for word in person.family)
    return " ".join([family.upper() if dice.random() < 1 / 3 else family, *(word.latin for word in person.given)])


def hyphened(person: Person, dice: Random, _language: str) -> str | None:
    """Hyphens where there were none, or none where there were."""
    given, family = ([word.latin for word in words] for words in (person.given, person.family))
    if "-" in person.name:
        return person.name.replace("-", dice.choice((" ", "", "–")))  # noqa: RUF001 - a clerk's dash
    if len(given) + len(family) < LONG - 1:
        return None
    return f"{dice.choice(HYPHENS[:3]).join(given)} {dice.choice(HYPHENS[:3]).join(family)}"


def titled(person: Person, dice: Random, language: str) -> str | None:
    """With an honorific."""
    return f"{dice.choice(TEXTS['honorifics'][language])} {person.name}"


def cut(person: Person, dice: Random, _language: str) -> str | None:
    """The end of a long name missing, as narrow fields do, or a second family name left out."""
    if len(person.family) > 1 and dice.random() < 2 / 3:
        return " ".join(word.latin for word in (*person.given, person.family[0]))
    last = person.name.split()[-1]
    return person.name[:-2] + dice.choice(("", "…", ".")) if len(last) > LONG + 1 else None


def married(person: Person, dice: Random, language: str) -> str | None:
    """With the name of somebody else, and the old one still told."""
    added = dice.choice(("Baker", "Rossi", "Lindgren", "Okoro", "Haddad", "Novak", "Castel", "Meyer"))
    born = dice.choice(BORN[language])
    given, family = (" ".join(word.latin for word in words) for words in (person.given, person.family))
    return dice.choice((f"{given} {added} ({born} {family})", f"{given} {family}-{added}", f"{given} {family} {added}"))


def emblazoned(person: Person, dice: Random, _language: str) -> str | None:
    """Emoji between or around the words."""
    sign = dice.choice(EMOJI)
    return dice.choice(
        (person.name.replace(" ", f" {sign} "), f"{sign}{person.name}{sign}", person.name.replace(" ", sign, 1))
    )


def combined(person: Person, dice: Random, language: str) -> str | None:
    """Two hands: a slip, and then the other way round or with an honorific."""
    slipped = dice.choice((scanned, keyed, thinned))(person, dice, language) or person.name
    words = slipped.split()
    return (
        f"{words[-1]} {' '.join(words[:-1])}"
        if dice.random() < 1 / 2
        else f"{dice.choice(TEXTS['honorifics'][language])} {slipped}"
    )


def plain(person: Person, _dice: Random, _language: str) -> str | None:
    """As it is."""
    return person.name


HANDS: dict[str, tuple[int, Hand]] = {
    "exact": (8, plain), "ocr": (6, scanned), "keyboard": (5, keyed), "spaces": (4, spaced), "glued": (5, glued),
    "initials": (5, initials), "vowels": (5, thinned), "script": (6, foreign), "romanised": (12, romanised),
    "reversed": (5, turned), "hyphen": (7, hyphened), "honorific": (4, titled), "truncated": (5, cut),
    "married": (5, married), "emoji": (4, emblazoned), "combo": (8, combined), "capitals": (4, plain),
    "hashtag": (4, plain), "possessive": (5, plain), "several": (5, plain), "handle": (4, plain),
    "leet_handle": (3, plain), "alias": (10, plain),
}  # fmt: skip
"""How a true record writes the name, and how often."""
ONLY_TEXT = ("capitals", "hashtag", "possessive", "several")
ONLY_FIELDS = ("handle", "leet_handle")
