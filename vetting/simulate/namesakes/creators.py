"""Creators of a list: under their own name, a stage name, or as a brand or show, with accounts and missing fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from vetting.simulate.namesakes.names import listed, plain, table
from vetting.simulate.namesakes.people import Person, squashed

if TYPE_CHECKING:
    from vetting.simulate.namesakes.dice import Dice
    from vetting.simulate.namesakes.habits import Habits
    from vetting.simulate.namesakes.people import People

FIRST_ACCOUNT, ACCOUNT_DAYS = datetime(2008, 1, 1), 6_000  # noqa: DTZ001 - times are UTC without a zone throughout
ORDINARY, KNOWN_WORDS, NAMELESS, ALONE = 0.5, 0.4, 0.03, 0.04
SUFFIXES = ("", "o", "y", "x", "zz", " Jr", " K", "ie", "by")
SAME_HANDLE, UNRELATED = 0.55, 0.25


@dataclass(frozen=True, slots=True)
class Account:
    """One account of a creator."""

    platform: str
    handle: str
    shown: str | None
    created: datetime


@dataclass(frozen=True, slots=True)
class Creator:
    """Somebody on the list. `shape` is `legal`, `stage`, `show` or `ordinary`; `told` is what the list gives."""

    key: str
    person: Person
    shape: str
    stage: str
    name: str | None
    aliases: tuple[str, ...]
    accounts: tuple[Account, ...]
    told: frozenset[str]
    alone: bool

    @property
    def legal(self) -> bool:
        """Whether the list knows the legal name."""
        return self.shape == "legal" or self.person.full in self.aliases


class Casting:
    """Draws the creators of one world."""

    def __init__(self, dice: Dice, people: People, habits: Habits) -> None:
        self.dice, self.people, self.habits = dice, people, habits
        words = table("stage.toml")
        self.words = {name: listed(words[name]) for name in words if isinstance(words[name], str)}
        self.shown, self.ordinary, self.shows = words["shown"], list(words["ordinary"]), words["shows"]["patterns"]

    def creators(self, count: int) -> list[Creator]:
        """As many creators; now and then one is a relative or a namesake of the one before."""
        cast: list[Creator] = []
        for number in range(1, count + 1):
            person = self.people.anyone(creates=True)
            if cast and self.dice.chance(self.habits.families):
                person = replace(self.people.relative(cast[-1].person), creates=True, role=person.role)
            elif cast and self.dice.chance(self.habits.doubles):
                person = replace(self.people.namesake(cast[-1].person), creates=True, role=person.role)
            cast.append(self.creator(f"c{number:06d}", person))
        return cast

    def creator(self, key: str, person: Person) -> Creator:
        """A creator around a person."""
        dice = self.dice
        shape = self._shape()
        stage = "" if shape == "legal" else self.stage(person, shape)
        name = stage or self._daily(person)
        aliases = self._aliases(person, shape)
        told = frozenset(fact for fact in ("country", "language", "birth", "trade", "created") if self._known(fact))
        accounts = tuple(self._accounts(person, name))
        alone = dice.chance(ALONE) and len(accounts) == 1
        listed_name = None if alone or dice.chance(NAMELESS) else name
        accounts = tuple(replace(a, shown=a.shown or name) for a in accounts) if listed_name is None else accounts
        key, aliases = (f"{key}a", ()) if alone else (key, aliases)
        return Creator(key, person, shape, stage, listed_name, aliases, accounts, told, alone)

    def stage(self, person: Person, shape: str) -> str:
        """A name that is nobody's legal one."""
        dice = self.dice
        if shape == "ordinary":
            made = f"{dice.pick(self.words['adjectives'])} {dice.pick(self.words['nouns'])}".title()
            return str(dice.pick(self.ordinary)) if dice.chance(KNOWN_WORDS) else made
        return self._show(person) if shape == "show" else self._artist(person)

    def _show(self, person: Person) -> str:
        dice = self.dice
        return str(dice.pick(self.shows)).format(
            word=dice.pick(self.words["nouns"]).title(), name=person.full, given=person.given,
            families=person.families or person.given, number=dice.randrange(3, 100), other=self.people.anyone().given,
        )  # fmt: skip

    def _artist(self, person: Person) -> str:
        dice, words, given = self.dice, self.words, person.given
        first, second = dice.pick(words["adjectives"]).title(), dice.pick(words["nouns"]).title()
        title, tail = dice.pick(words["titles"]), dice.pick(words["tails"])
        single = dice.pick(words["single"]) + dice.pick(SUFFIXES)
        made = (
            single, f"{first} {second}", f"{first}{second}", f"{given} {tail}", f"{title} {given}",
            f"{given} {second}", f"{second}{dice.randrange(2, 2000)}", f"{first} {given}", f"{person.full} {tail}",
            second.upper(), self.people.pools.made(person.origin, "given"), f"{first} {second} {len(given)}",
        )  # fmt: skip
        return dice.pick(made)

    def handle(self, person: Person, name: str) -> str:
        """A handle made from the person's name, the stage name, or from nothing of theirs."""
        dice = self.dice
        given, family = squashed(person.given), squashed(person.families) or squashed(person.given)[::-1]
        if dice.chance(UNRELATED):
            words = dice.pick(self.words["adjectives"]), dice.pick(self.words["nouns"])
            return f"{dice.pick(('', '_', '.')).join(words)}{dice.randrange(1, 9999)}"
        between, noun = dice.pick(("", "", "_", ".")), dice.pick(self.words["nouns"])
        pairs = (
            (given, family), (given, family), (family, given), (given[:1], family), (squashed(name), ""),
            (squashed(name), ""), (given, noun), (given, family[:1]),
        )  # fmt: skip
        bare = between.join(part for part in dice.pick(pairs) if part)
        return self.decorated(bare if len(bare) > 2 else given + family)  # noqa: PLR2004 - platforms ask for three signs

    def decorated(self, bare: str) -> str:
        """A handle with what people put before and after."""
        dice = self.dice
        if dice.chance(0.15):
            bare = dice.pick(self.words["starts"]) + dice.pick(("", "", "_", ".")) + bare
        return bare + dice.pick(self.words["ends"]) if dice.chance(0.3) else bare

    def _shape(self) -> str:
        dice = self.dice
        if dice.chance(self.habits.brands):
            return "ordinary" if dice.chance(ORDINARY) else "show"
        return "stage" if dice.chance(self.habits.stage) else "legal"

    def _daily(self, person: Person) -> str:
        """The legal name as its bearer uses it: mostly without middle names, sometimes with one family name of two."""
        dice = self.dice
        middle = person.middle if dice.chance(0.4) else ""
        families = person.family[0] if len(person.family) > 1 and dice.chance(0.3) else person.families
        return person.written(person.given, middle, families)

    def _aliases(self, person: Person, shape: str) -> tuple[str, ...]:
        dice = self.dice
        made: list[str] = [person.full] if shape != "legal" and dice.chance(0.65) else []
        if dice.chance(0.2):
            noun = dice.pick(self.words["nouns"]).title()
            given, family = person.given, person.families
            short = (
                f"{given} {family[:1]}.", f"{given}{family[:1]}", f"{given} {noun}", squashed(given + family),
                plain(person.full), dice.pick(self.words["single"]),
            )  # fmt: skip
            made.append(dice.pick(short))
        return tuple(dict.fromkeys(alias.strip() for alias in made))

    def _known(self, fact: str) -> bool:
        return self.dice.chance(0.3 if fact == "birth" else self.habits.known)

    def _accounts(self, person: Person, name: str) -> list[Account]:
        dice = self.dice
        made: list[Account] = []
        handle = self.handle(person, name)
        for _ in range(dice.choices((1, 2, 3), (0.6, 0.28, 0.12))[0]):
            pattern = dice.pick(self.shown) if dice.chance(0.35) else "{name}"
            shown = None if dice.chance(0.15) else pattern.format(
                name=name, trade=person.role.title(), platform=person.platform.title()
            )  # fmt: skip
            created = FIRST_ACCOUNT + timedelta(days=int(dice.betavariate(2, 1.5) * ACCOUNT_DAYS))
            platform = person.platform if not made else dice.draw(self.people.platform)
            made.append(Account(platform, handle, shown, created))
            handle = handle if dice.chance(SAME_HANDLE) else self.handle(person, name)
        return made
