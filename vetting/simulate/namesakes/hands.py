"""Letters and words as other hands write them: slips, scans, other spellings, other scripts, other order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vetting.simulate.namesakes.names import listed, origins, plain, table

if TYPE_CHECKING:
    from vetting.simulate.namesakes.dice import Dice

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SCANS = (("rn", "m"), ("m", "rn"), ("l", "1"), ("l", "I"), ("i", "l"), ("o", "0"), ("cl", "d"), ("h", "b"), ("e", "c"),
         ("ii", "u"), ("u", "ii"), ("vv", "w"), ("s", "5"), ("B", "8"))  # fmt: skip
SHORTEST = 4


def slip(dice: Dice, text: str) -> str:
    """One letter changed, lost, doubled, added or swapped with the next; not the first, and no space."""
    places = [at for at in range(1, len(text) - 1) if text[at] != " " and text[at + 1] != " "]
    if len(text) < SHORTEST or not places:
        return text
    at = dice.pick(places)
    before, here, after = text[:at], text[at], text[at + 1 :]
    made = (_beside(dice, here), "", here + here, here + dice.pick(LETTERS))
    if dice.chance(0.25):
        return before + after[:1] + here + after[1:]
    return before + dice.pick(made) + after


def _beside(dice: Dice, letter: str) -> str:
    """The key beside it, or any letter."""
    row = next((row for row in ROWS if letter.lower() in row), "")
    if not row or dice.chance(0.5):
        return dice.pick(LETTERS)
    at = row.index(letter.lower())
    return row[at - 1] if at and dice.chance(0.5) else row[min(at + 1, len(row) - 1)]


def scanned(dice: Dice, text: str) -> str:
    """One confusion of letters that look alike in print."""
    usable = [pair for pair in SCANS if pair[0] in text[1:]]
    if not usable:
        return slip(dice, text)
    seen, read = dice.pick(usable)
    return text[:1] + text[1:].replace(seen, read, 1)


@cache
def _pairs(spelling: str) -> tuple[tuple[str, str], ...]:
    """Both ways round; a first part may be empty in neither."""
    both = [tuple(pair.split("-", 1)) for pair in listed(table("spellings.toml")["pairs"][spelling])]
    ways = [(a, b) for a, b in both if a] + [(b, a) for a, b in both if b]
    return tuple(dict.fromkeys(ways))


def respelled(dice: Dice, text: str, origin: str) -> str:
    """One to three sounds written another way, as people from there or elsewhere do."""
    kind = origins()[origin].spelling
    pairs = [*_pairs(kind), *(_pairs("other") if dice.chance(0.3) else ())]
    low = text.lower()
    usable = [pair for pair in pairs if pair[0] in low]
    if not usable:
        return plain(text)
    for seen, written in dice.sample(usable, min(len(usable), dice.randrange(1, 4))):
        low = low.replace(seen, written, 1)
    return plain(low).title() if dice.chance(0.8) else low.title()


@cache
def _script(name: str) -> tuple[tuple[str, str], ...]:
    pairs = [tuple(pair.split("-", 1)) for pair in listed(table("scripts.toml")[name])]
    return tuple(sorted(((a, b) for a, b in pairs), key=lambda pair: -len(pair[0])))


def in_script(text: str, name: str) -> str:
    """A name in Cyrillic, Greek or Arabic letters, sound by sound."""
    low, made = plain(text).lower(), ""
    while low:
        seen, written = next((pair for pair in _script(name) if low.startswith(pair[0])), (low[0], low[0]))
        made += written
        low = low[len(seen) :]
    return made if name == "arabic" else made.title()


def hyphens(dice: Dice, text: str) -> str:
    """Hyphens gone, come, or joined together."""
    if "-" in text:
        return text.replace("-", dice.pick((" ", "", "")))
    words = text.split()
    at = dice.randrange(len(words) - 1) if len(words) > 1 else 0
    return " ".join([*words[:at], "-".join(words[at : at + 2]), *words[at + 2 :]])
