"""Made-up people: a name in its parts, and the facts that tell its bearer from the others who have it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vetting.simulate.namesakes.dice import Dice, Weighted
from vetting.simulate.namesakes.names import Pools, origins, plain, table

FIRST_BIRTH, BIRTH_DAYS = date(1955, 1, 1), 19_000
PLATFORMS = {"youtube": 6, "instagram": 6, "tiktok": 5, "x": 2, "twitch": 2, "bluesky": 0.5, "mastodon": 0.3}
MOVED, MIDDLE, MARRIED_ABROAD = 0.1, 0.14, 0.05
COMPOUND = 0.04
NOT_LETTERS = re.compile("[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Person:
    """One human being. `role` is a key of `roles.toml`: a trade for creators, a profession for others."""

    origin: str
    given: str
    middle: str
    family: tuple[str, ...]
    joiner: str
    turned: bool
    country: str
    language: str
    birth: date
    creates: bool
    role: str
    platform: str
    rare: bool

    @property
    def families(self) -> str:
        """The whole family name; empty for who has none."""
        return self.joiner.join(self.family)

    @property
    def full(self) -> str:
        """The full name in the order in which this person writes it."""
        return self.written(self.given, self.middle, self.families)

    def written(self, given: str, middle: str, families: str) -> str:
        """These parts in this person's order."""
        parts = (families, given, middle) if self.turned else (given, middle, families)
        return " ".join(part for part in parts if part)

    @property
    def key(self) -> str:
        """Equal for two people whose names, in whatever order and marks, are the same but for middle names."""
        return name_key(f"{self.given} {self.families}")


def name_key(name: str) -> str:
    """Words of a name, folded and sorted."""
    return " ".join(sorted(plain(name).lower().replace("-", " ").replace("'", "").split()))


def squashed(text: str) -> str:
    """Small Latin letters and digits alone, as in a handle."""
    return NOT_LETTERS.sub("", plain(text).lower())


def _rare(known: dict[str, float], name: str) -> bool:
    """Whether the lexicon lacks a name, apart from its particle or initial."""
    return name not in known and name.rsplit(maxsplit=1)[-1] not in known


class People:
    """Draws people of one world."""

    def __init__(self, dice: Dice, pools: Pools) -> None:
        self.dice, self.pools = dice, pools
        weights = {key: dice.lognormvariate(0.0, 0.9) for key in origins()}
        self.origin = Weighted.of(weights)
        self.platform = Weighted.of(dict(PLATFORMS))
        self.trades: tuple[str, ...] = tuple(table("roles.toml")["trades"])
        self.professions: tuple[str, ...] = tuple(table("roles.toml")["professions"])

    def anyone(self, *, creates: bool | None = None, origin: str | None = None) -> Person:
        """Somebody new; the same name may come again."""
        dice = self.dice
        key = origin or dice.draw(self.origin)
        given, middle, family, joiner = self._named(key)
        home = origins()[key]
        lives = home if not dice.chance(MOVED) else origins()[dice.draw(self.origin)]
        made = dice.chance(0.35) if creates is None else creates
        return Person(
            origin=key, given=given, middle=middle, family=family, joiner=joiner,
            turned=home.family_first and dice.chance(0.45), country=dice.pick(lives.countries),
            language=dice.pick(home.languages if dice.chance(0.8) else lives.languages), birth=self.birth(),
            creates=made, role=self.role(creates=made), platform=dice.draw(self.platform),
            rare=_rare(home.given, given) or any(_rare(home.family, name) for name in family),
        )  # fmt: skip

    def birth(self) -> date:
        """A birth date."""
        return FIRST_BIRTH + timedelta(days=int(self.dice.betavariate(2.5, 2.0) * BIRTH_DAYS))

    def role(self, *, creates: bool) -> str:
        """What somebody does."""
        return self.dice.pick(self.trades if creates else self.professions)

    def relative(self, person: Person) -> Person:
        """Somebody of the same family: another given name, another birth date, often the same country."""
        other = self.anyone(origin=person.origin)
        near = self.dice.chance(0.75)
        return replace(
            other, family=person.family, joiner=person.joiner, turned=person.turned, middle="",
            country=person.country if near else other.country, language=person.language,
            rare=person.rare,
        )  # fmt: skip

    def namesake(self, person: Person) -> Person:
        """Somebody else with the same name; everything else is their own."""
        other = self.anyone(origin=person.origin)
        middle = other.middle if self.dice.chance(0.15) else ""
        return replace(
            other, given=person.given, family=person.family, joiner=person.joiner, turned=person.turned, middle=middle,
            rare=person.rare,
        )  # fmt: skip

    def _named(self, key: str) -> tuple[str, str, tuple[str, ...], str]:
        """Given, middle and family names, and what joins the latter."""
        dice, home = self.dice, origins()[key]
        given = self.pools.any(key, "given")
        if dice.chance(home.shares.get("english_given", 0.0)):
            given = self.pools.common("english", "given")
        if dice.chance(COMPOUND) and " " not in given and "-" not in given:
            given += dice.pick("- ") + self.pools.common(key, "given")
        if dice.chance(home.shares.get("initials", 0.0)):
            given = f"{dice.pick('ABCDGKMNPRSTV')}. {given}"
        if dice.chance(home.shares.get("mononym", 0.008)):
            return given, "", (), " "
        families = [self._family(key)]
        if dice.chance(home.shares.get("double", 0.04)):
            families.append(self._family(key))
        joiner = " " if home.spelling == "hispanic" or dice.chance(0.2) else "-"
        return given, self._middle(key), tuple(families), joiner

    def _family(self, key: str) -> str:
        dice, home = self.dice, origins()[key]
        if dice.chance(MARRIED_ABROAD):
            key = dice.draw(self.origin)
        name = self.pools.any(key, "family")
        if home.particles and dice.chance(0.12):
            particle = dice.pick(home.particles)
            return particle + name if particle.endswith("-") else f"{particle} {name}"
        return name

    def _middle(self, key: str) -> str:
        dice, home = self.dice, origins()[key]
        if dice.chance(home.shares.get("patronymic", 0.0)):
            return self.pools.common(key, "given").rstrip("aiyoe") + dice.pick(("ovich", "ovna", "evich", "evna"))
        if not dice.chance(MIDDLE):
            return ""
        return dice.pick("ABCDEFGHJKLMNPRSTVW") + "." if dice.chance(0.4) else self.pools.common(key, "given")
