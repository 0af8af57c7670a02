"""The world's names by origin: common ones by their share, and rare ones put together from the sounds of the others."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from anyascii import anyascii
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from vetting.lexicon import name_shares
from vetting.simulate.namesakes.dice import Dice, Weighted

HERE = Path(__file__).parent
OWN_SHARE = 5e-4
"""Share given to a name that only `origins.toml` has."""
SHORTEST, LONGEST = 4, 12
NEIGHBORS, TWO_LETTERS = 12, 6
"""Names that are near to one, at most; letters from which two may differ."""


@dataclass(frozen=True)
class Origin:
    """Where people come from: names by share, and what `origins.toml` says of them."""

    key: str
    given: dict[str, float]
    family: dict[str, float]
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    particles: tuple[str, ...]
    spelling: str
    script: str
    family_first: bool
    shares: dict[str, float]

    def names(self, part: str) -> dict[str, float]:
        """`given` or `family` names, each with its share."""
        return self.given if part == "given" else self.family


@cache
def table(file: str) -> dict[str, Any]:
    """One of this package's TOML files."""
    return tomllib.loads((HERE / file).read_text(encoding="utf-8"))


def plain(text: str) -> str:
    """Latin letters without marks."""
    return anyascii(text)


def listed(text: str) -> tuple[str, ...]:
    """Words of a line; `_` stands for a space inside one."""
    return tuple(word.replace("_", " ") for word in text.split())


@cache
def origins() -> dict[str, Origin]:
    """Every origin that `origins.toml` describes."""
    common = _common()
    return {key: _origin(key, told, common.get(key, {})) for key, told in table("origins.toml").items()}


@cache
def _common() -> dict[str, dict[str, dict[str, float]]]:
    """The lexicon's shares by origin of this package and part; origins that it names otherwise are taken apart."""
    renamed = table("renamed.toml")["origins"]
    found: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for token, part, origin, share in name_shares().select("token", "part", "origin", "share").sort("*").iter_rows():
        for key in renamed.get(origin, origin).split():
            found[key][part][token] = share
    return found


def _origin(key: str, told: dict[str, Any], common: dict[str, dict[str, float]]) -> Origin:
    numbers = {name: float(value) for name, value in told.items() if isinstance(value, float)}
    return Origin(
        key=key,
        given=_written(listed(told["given"]), common.get("given", {})),
        family=_written(listed(told["family"]), common.get("family", {})),
        countries=tuple(told["countries"].split()),
        languages=tuple(told["languages"].split()),
        particles=listed(told.get("particles", "")),
        spelling=told.get("spelling", "other"),
        script=told.get("script", ""),
        family_first=told.get("order") == "family",
        shares=numbers,
    )


def _written(own: tuple[str, ...], common: dict[str, float]) -> dict[str, float]:
    """Names as they are written, with marks where this package knows them, each with its share."""
    marked = {plain(name).lower(): name for name in own}
    names = {marked.get(token, token.title()): share for token, share in common.items()}
    return {name: OWN_SHARE for name in own if name not in names} | names


@cache
def neighbors(origin: str, part: str, name: str) -> tuple[str, ...]:
    """Other names of that origin one or two letters away."""
    pool = [other for other in origins()[origin].names(part) if other != name]
    met = extract(name, pool, scorer=OSA.distance, score_cutoff=1 if len(name) < TWO_LETTERS else 2, limit=NEIGHBORS)
    return tuple(str(found) for found, _, _ in met)


@dataclass(frozen=True)
class Sounds:
    """Which letter follows which two in an origin's names."""

    follow: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, names: tuple[str, ...]) -> Sounds:
        """From names of any case; words of compound ones count alone."""
        follow: dict[str, list[str]] = defaultdict(list)
        for word in (word.lower() for name in names for word in name.replace("-", " ").split()):
            shown = f"^^{word}$"
            for at in range(2, len(shown)):
                follow[shown[at - 2 : at]].append(shown[at])
        return cls({start: tuple(letters) for start, letters in follow.items()})

    def word(self, dice: Dice) -> str:
        """A word that sounds like the others and may be none of them."""
        for _ in range(20):
            made = "^^"
            while len(made) <= LONGEST + 2 and not made.endswith("$"):
                made += dice.pick(self.follow.get(made[-2:], ("$",)))
            if made.endswith("$") and SHORTEST <= len(made) - 3 <= LONGEST:
                return made[2:-1].capitalize()
        return "Velorin"


class Pools:
    """One world's names: the shares of the lexicon, flattened as the world's habits say."""

    def __init__(self, dice: Dice, flat: float, rare: float) -> None:
        self.dice, self.rare = dice, rare
        self.weighted, self.sounds = {}, {}
        for origin in origins().values():
            for part in ("given", "family"):
                names = origin.names(part)
                self.weighted[origin.key, part] = Weighted.of({name: share**flat for name, share in names.items()})
                self.sounds[origin.key, part] = Sounds.of(tuple(names))

    def common(self, origin: str, part: str) -> str:
        """A name of the lexicon."""
        return self.dice.draw(self.weighted[origin, part])

    def made(self, origin: str, part: str) -> str:
        """A name that no lexicon holds."""
        return self.sounds[origin, part].word(self.dice)

    def any(self, origin: str, part: str) -> str:
        """A common name or a rare one, family names more often rare."""
        share = self.rare if part == "family" else self.rare / 4
        return self.made(origin, part) if self.dice.chance(share) else self.common(origin, part)
