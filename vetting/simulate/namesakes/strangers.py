"""Records about somebody else that come close to a creator: each kind of `habits.MISSED`, null where it cannot be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vetting.simulate.namesakes.names import neighbors, table
from vetting.simulate.namesakes.subjects import Draft, Meeting, Subject, conflicts, said
from vetting.simulate.namesakes.writing import Written

if TYPE_CHECKING:
    from collections.abc import Callable

    from vetting.simulate.namesakes.creators import Creator
    from vetting.simulate.namesakes.dice import Dice
    from vetting.simulate.namesakes.habits import Habits
    from vetting.simulate.namesakes.people import Person
    from vetting.simulate.namesakes.writing import Hand

TAILS = (
    "Foundation", "Street", "High School", "Stadium", "Prize", "Airport", "Ltd", "& Sons", "Consulting GmbH", "Award",
    "Park", "Library", "Bridge", "Trust", "Memorial Fund", "Construction LLC", "SARL", "Avenue", "Hospital", "Cup",
)  # fmt: skip
ANY_SENSE = (
    "A {} was stolen from the museum last night", "The old {} behind the barn is for sale",
    "Police look for a {} seen near the quay", "Nobody had heard of the {} before the storm",
    "A painting of a {} fetched a record price", "Un vieux {} a été vendu aux enchères",
)  # fmt: skip
"""What any adjective and noun may mean where they are no name."""
TRIES = 4
SAID_UNRELATED = 0.08


class Strangers:
    """Draws the records of one world that a matcher could fall for."""

    def __init__(self, dice: Dice, hand: Hand, habits: Habits) -> None:
        self.dice, self.hand, self.habits = dice, hand, habits
        self.people = hand.casting.people
        self.senses = table("stage.toml")["ordinary"]
        self.form = "structured"

    def draft(self, kind: str, creator: Creator) -> Draft | None:
        """A record of that kind, near to that creator; null where the creator has no such neighbor."""
        self.form = "structured" if self.dice.chance(self.habits.structured) and kind != "relative" else "free_text"
        whole = {"common_words": self._words, "near_handle": self._near_handle, "longer_name": self._longer}
        if kind in whole:
            return whole[kind](creator)
        if not creator.legal or not creator.person.family:
            return None
        named: dict[str, Callable[[Creator], Draft | None]] = {
            "relative": self._relative,
            "initial_other": self._initial,
        }
        if kind in named:
            return named[kind](creator)
        return self._namesake(kind, creator) if kind.startswith("namesake") else self._similar(kind, creator)

    def _similar(self, kind: str, creator: Creator) -> Draft | None:
        """Somebody whose name shares a part with the creator's, or nearly is it."""
        ways: dict[str, Callable[[Person], Person | None]] = {
            "sibling": self.people.relative, "near_name": self._near_given, "near_family": self._near_family,
            "family": self._same_family, "given": self._same_given,
        }  # fmt: skip
        person = ways[kind](creator.person)
        if person is None or person.key == creator.person.key:
            return None
        return self._about(person, creator, kind, about=False)

    def _said(self) -> frozenset[str]:
        return said(self.dice, self.habits, self.form)

    def _home(self) -> str:
        """How a record of this form says where somebody is from."""
        return "country" if self.form == "structured" else "place"

    def _about(self, person: Person, creator: Creator, kind: str, *, about: bool | None, written: str = "",
               tells: frozenset[str] | None = None) -> Draft:  # fmt: skip
        subject = Subject(
            person, Written(written or person.full), self._said() if tells is None else tells,
            mode="adverse" if self.dice.chance(0.8) else "harmless", form=self.form,
        )  # fmt: skip
        return Draft(subject, [Meeting(creator, kind, about)])

    def _namesake(self, kind: str, creator: Creator) -> Draft | None:
        """Somebody else of the same name; nobody could tell where nothing that is said differs."""
        for _ in range(TRIES):
            person, tells = self._differing(kind, creator)
            if self.form == "free_text" and kind != "namesake_nothing" and self.dice.chance(SAID_UNRELATED):
                tells |= {"unrelated"}
            differ = conflicts(creator, person, tells)
            if kind == "namesake_nothing" and (differ or creator.person.rare):
                continue
            if kind != "namesake_nothing" and not differ:
                continue
            written = self.hand.write(self._plainly(), creator)
            text = written.text if written and written.where == "name" else person.full
            return self._about(person, creator, kind, about=False if differ else None, written=text, tells=tells)
        return None

    def _plainly(self) -> str:
        """How the namesake's name is written: as it is, mostly."""
        return self.dice.choices(("exact", "plain", "capitals", "order", "typo"), (10, 3, 2, 2, 1))[0]

    def _differing(self, kind: str, creator: Creator) -> tuple[Person, frozenset[str]]:
        """A namesake that differs in one thing, several or none, and what is said of them."""
        own, said_here = creator.person, set(self._said())
        other = self.people.namesake(own)
        alike = replace(other, country=own.country, birth=own.birth, creates=True, role=own.role)
        if kind == "namesake_country":
            return replace(alike, country=other.country), frozenset({self._home()} | said_here - {"birth"})
        if kind == "namesake_birth":
            return replace(alike, birth=other.birth), frozenset({"birth"} | said_here)
        if kind == "namesake_trade":
            stranger = self.dice.chance(0.75)
            role = self.people.role(creates=not stranger)
            return replace(alike, creates=not stranger, role=role), frozenset({"role"} | said_here - {"birth"})
        if kind == "namesake_several":
            return other, frozenset(said_here | {self.dice.pick((self._home(), "birth", "role")), "role"})
        return alike, frozenset(said_here - {"birth"})

    def _near_given(self, person: Person) -> Person | None:
        found = neighbors(person.origin, "given", person.given)
        return (
            replace(self._other(person), given=self.dice.pick(found), family=person.family, joiner=person.joiner)
            if found
            else None
        )

    def _near_family(self, person: Person) -> Person | None:
        near = neighbors(person.origin, "family", person.family[0])
        cut = person.family[0][:4] + self.people.pools.any(person.origin, "family")[-3:].lower()
        family = self.dice.pick(near) if near and self.dice.chance(0.7) else cut
        return replace(
            self._other(person), given=person.given, family=(family, *person.family[1:]), joiner=person.joiner
        )

    def _same_family(self, person: Person) -> Person:
        return replace(self._other(person), family=person.family, joiner=person.joiner)

    def _same_given(self, person: Person) -> Person:
        return replace(self._other(person), given=person.given)

    def _other(self, person: Person) -> Person:
        """Somebody from there, now and then of the same country and trade."""
        other = self.people.anyone(origin=person.origin)
        return (
            replace(other, country=person.country, creates=True, role=person.role) if self.dice.chance(0.3) else other
        )

    def _relative(self, creator: Creator) -> Draft:
        other = self.people.relative(creator.person)
        subject = Subject(other, Written(creator.person.full), self._said(), mode="relative",
                          relation=other.full, form="free_text")  # fmt: skip
        return Draft(subject, [Meeting(creator, "relative", about=False)])

    def _initial(self, creator: Creator) -> Draft | None:
        """Another person whose given name begins alike, of whom only the initial is given."""
        own = creator.person
        other = next(
            (p for p in (self._same_family(own) for _ in range(TRIES * 5)) if p.given[0] == own.given[0]), None
        )
        if other is None:
            return None
        tells = self._said()
        about = False if conflicts(creator, other, tells) or own.rare else None
        return self._about(
            other, creator, "initial_other", about=about, written=f"{own.given[0]}. {own.families}", tells=tells
        )

    def _longer(self, creator: Creator) -> Draft | None:
        base = creator.person.full if creator.legal else creator.name or ""
        if " " not in base:
            return None
        other = self._other(creator.person)
        tail = self.dice.pick(TAILS) if self.dice.chance(0.65) or not creator.legal else other.families
        return self._about(other, creator, "longer_name", about=False, written=f"{base} {tail}") if tail else None

    def _near_handle(self, creator: Creator) -> Draft | None:
        handle = self.dice.pick(creator.accounts).handle
        digits = [at for at, sign in enumerate(handle) if sign.isdigit()]
        if digits:
            at = self.dice.pick(digits)
            near = handle[:at] + str((int(handle[at]) + self.dice.randrange(1, 9)) % 10) + handle[at + 1 :]
        else:
            near = handle + self.dice.pick(("3", "44", "_x", "2011", "jr"))
        other = self.people.anyone(creates=True)
        subject = Subject(other, Written(near, "handle"), self._said(), form=self.form)
        return Draft(subject, [Meeting(creator, "near_handle", about=False)])

    def _words(self, creator: Creator) -> Draft | None:
        if creator.shape != "ordinary":
            return None
        senses = self.senses.get(creator.stage) or [line.format(creator.stage.lower()) for line in ANY_SENSE]
        subject = Subject(
            creator.person, Written(creator.stage), frozenset(), sentence=self.dice.pick(senses), form="free_text"
        )
        return Draft(subject, [Meeting(creator, "common_words", about=False)])
