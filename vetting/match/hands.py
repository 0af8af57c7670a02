"""Names as other hands write them, to learn from: slips, spelling habits, turned round, initials, short forms.

The simulated world writes most names as its creators do, and the world does not. Only training comes here.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import polars as pl

from vetting.match.lexicon import nicknames

SHARE = 0.85
"""Share of the creators whose name is rewritten."""
HABITS = (
    ("c", "k"), ("k", "c"), ("ph", "f"), ("f", "ph"), ("y", "i"), ("i", "y"), ("z", "s"), ("s", "z"), ("w", "v"),
    ("ou", "u"), ("u", "ou"), ("sch", "sh"), ("sh", "ch"), ("j", "y"), ("ss", "s"), ("ll", "l"), ("tt", "t"),
    ("nn", "n"), ("o", "u"), ("e", "i"), ("h", ""), ("x", "ks"), ("kh", "h"), ("ie", "i"),
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 4
Hand = Callable[[str, Random], str]


def slip(name: str, dice: Random) -> str:
    """One letter changed, lost, added or swapped with the next, not the first."""
    if len(name) < SHORTEST:
        return name
    at = dice.randrange(1, len(name) - 1)
    before, here, after, letter = name[:at], name[at], name[at + 1 :], dice.choice(LETTERS)
    return dice.choice(
        (before + letter + after, before + after, before + letter + here + after, before + after[0] + here + after[1:])
    )


def two_slips(name: str, dice: Random) -> str:
    """Two of them."""
    return slip(slip(name, dice), dice)


def habit(name: str, dice: Random) -> str:
    """Up to two sounds written another way."""
    low = name.lower()
    usable = [pair for pair in HABITS if pair[0] in low[1:]]
    for written, other in dice.sample(usable, min(2, len(usable))):
        low = low[:1] + low[1:].replace(written, other, 1)
    return low.title()


def turned(name: str, dice: Random) -> str:
    """Last word first."""
    words = name.split()
    return " ".join([words[-1] + dice.choice((",", "")), *words[:-1]])


def initial(name: str, dice: Random) -> str:
    """An initial for the first word, or one more between first and last."""
    first, *rest = name.split()
    begun = f"{dice.choice(LETTERS).upper()}."
    return " ".join([first[0] + ".", *rest] if dice.random() < 1 / 2 else [first, begun, *rest])


def middle(name: str, dice: Random) -> str:
    """A word more between first and last, or one less."""
    words = name.split()
    if len(words) > 2:  # noqa: PLR2004 - first, last and between
        return f"{words[0]} {words[-1]}"
    added = "".join(dice.choices(LETTERS, k=6)).title()
    return " ".join([words[0], added, *words[1:]])


def short_form(name: str, dice: Random) -> str:
    """A short form of the first word."""
    first, *rest = name.split()
    known = sorted(form for given, form in nicknames() if given == first.lower())
    form = dice.choice(known).title() if known else first[: max(3, len(first) // 2)]
    return " ".join([form, *rest])


HANDS: tuple[Hand, ...] = (slip, slip, two_slips, habit, turned, initial, middle, short_form)


def rewritten(creators: pl.DataFrame, accounts: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The same creators and accounts, most of them with names in another hand; the same names give the same result."""
    ours = [creators.with_columns(_other(creators, name)) for name in ("name",) if name in creators.columns]
    theirs = [accounts.with_columns(_other(accounts, name)) for name in ("display_name",) if name in accounts.columns]
    listed = ours[0] if ours else creators
    if "aliases" in listed.columns:
        inside = pl.col("aliases").list.eval(pl.element().map_elements(_rewrite, return_dtype=pl.String))
        listed = listed.with_columns(inside)
    return listed, theirs[0] if theirs else accounts


def _other(frame: pl.DataFrame, name: str) -> pl.Series:
    return pl.Series(name, [_rewrite(text) if text else text for text in frame[name].to_list()], dtype=pl.String)


def _rewrite(name: str) -> str:
    """Each name always in the same hand, drawn by the name itself."""
    dice = Random(name)  # noqa: S311 - no secret, and the same for the same name
    if len(name.split()) < 2 or dice.random() > SHARE:  # noqa: PLR2004 - one word has no other hands but typos
        return name
    return dice.choice(HANDS)(name, dice)
