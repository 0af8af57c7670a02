"""Whom a record is about, what it says of them, and whether that tells them from a creator of the list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vetting.simulate.namesakes.creators import Creator
    from vetting.simulate.namesakes.dice import Dice
    from vetting.simulate.namesakes.habits import Habits
    from vetting.simulate.namesakes.people import Person
    from vetting.simulate.namesakes.writing import Written


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a record.

    `tells`: `country`, `birth`, `role`, `place`, `unrelated`, as far as the record says them. `mode` is what the record
    does with the name: `adverse`, `harmless`, `passing` (named in somebody else's matter), `relative` (the matter is
    that of `relation`). `again`: another writing of the name, later in the text.
    """

    person: Person
    written: Written
    tells: frozenset[str]
    mode: str = "adverse"
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    relation: str = ""
    sentence: str = ""
    again: str = ""
    form: str | None = None
    year_only: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the truth says of one record and one creator; `creator` is null where nobody of the list is near."""

    creator: Creator | None
    kind: str
    about: bool | None


@dataclass(slots=True)
class Draft:
    """A record before it is written: its subject, if it has one, and whom of the list it meets."""

    subject: Subject | None
    meetings: list[Meeting] = field(default_factory=list)


def said(dice: Dice, habits: Habits, form: str) -> frozenset[str]:
    """Which facts a record of that form says of its subject; only a register has a field for the country."""
    birth = habits.birth if form == "structured" else habits.birth / 3
    chances = {"birth": birth, "role": habits.trade, "place": habits.place, "country": habits.country}
    if form != "structured":
        del chances["country"]
    return frozenset(fact for fact, chance in chances.items() if dice.chance(chance))


def conflicts(creator: Creator, person: Person, tells: frozenset[str]) -> frozenset[str]:
    """What a record says of a person that is not so of a creator, as far as the list knows the creator.

    A profession that is not a creator's tells even where the list gives no trade; so does a sentence that says so.
    """
    own = creator.person
    found = set()
    if tells & {"country", "place"} and "country" in creator.told and person.country != own.country:
        found.add("country")
    if "birth" in tells and "birth" in creator.told and person.birth.year != own.birth.year:
        found.add("birth")
    if "role" in tells and (not person.creates or ("trade" in creator.told and person.role != own.role)):
        found.add("role")
    return frozenset(found | (tells & {"unrelated"}))
