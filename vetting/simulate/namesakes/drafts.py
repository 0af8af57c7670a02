"""Records about a creator, and records about people who have nothing to do with the list, before they are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vetting.simulate.namesakes.dice import Weighted
from vetting.simulate.namesakes.hands import slip
from vetting.simulate.namesakes.people import name_key
from vetting.simulate.namesakes.subjects import Draft, Meeting, Subject, conflicts, said
from vetting.simulate.namesakes.writing import Hand, Written

if TYPE_CHECKING:
    from datetime import date, datetime

    from vetting.simulate.namesakes.creators import Creator
    from vetting.simulate.namesakes.dice import Dice
    from vetting.simulate.namesakes.habits import Habits
    from vetting.simulate.namesakes.listed import Listed
    from vetting.simulate.namesakes.people import Person

TRIES = 30
AFTER_ACCOUNT = 0.95
"""Share of the records about a creator that came after the first account."""
WRITTEN_ABOUT = 2 / 3
TRUE_ALIAS, WRITTEN_TWICE = 0.6, 0.2
STAGED, DISGUISES = 0.12, (0.8, 0.06, 0.07, 0.07)
MODES, OTHER_MODES = (0.85, 0.15), (0.75, 0.15, 0.1)


class Drafts:
    """Draws what records are about, in one world."""

    def __init__(self, dice: Dice, hand: Hand, habits: Habits, listed: Listed) -> None:
        self.dice, self.hand, self.habits, self.listed = dice, hand, habits, listed
        self.people = hand.casting.people
        self.altered = Weighted.of(habits.altered)
        self.famous = dice.sample(listed.cast, max(1, int(len(listed.cast) * WRITTEN_ABOUT)))

    def about(self) -> tuple[Draft, datetime | None]:
        """A record about a creator, with the time before which it was not written."""
        dice, habits = self.dice, self.habits
        creator = self.famous[int(len(self.famous) * dice.random() ** habits.fame)]
        kind, written = self._written(creator)
        form = "structured" if dice.chance(habits.structured) and kind != "hashtag" else "free_text"
        passing = form == "free_text" and dice.chance(habits.passing)
        mode = "passing" if passing else dice.choices(("adverse", "harmless"), MODES)[0]
        told = said(dice, habits, form)
        again = self.hand.write(self.dice.draw(self.altered), creator) if dice.chance(WRITTEN_TWICE) else None
        subject = Subject(
            self._mistaken(creator.person), written, told, mode=mode, form=form, again=again.text if again else ""
        )
        known = (*creator.aliases, *(() if creator.shape == "ordinary" or not creator.name else (creator.name,)))
        subject = self.adorned(subject, tuple(account.handle for account in creator.accounts), known)
        after = min(account.created for account in creator.accounts) if dice.chance(AFTER_ACCOUNT) else None
        return Draft(subject, [Meeting(creator, f"passing_{kind}" if passing else kind, about=True)]), after

    def _written(self, creator: Creator) -> tuple[str, Written]:
        """One of the ways in which this creator's name can be written."""
        for _ in range(TRIES):
            kind = self.dice.draw(self.altered)
            written = self.hand.write(kind, creator)
            if written:
                return kind, written
        return "handle", Written(creator.accounts[0].handle, "handle")

    def _mistaken(self, person: Person) -> Person:
        """The person as a record has it: seldom with another country, or a digit of the birth date wrong."""
        country, birth = person.country, person.birth
        if self.dice.chance(self.habits.country_wrong):
            country = self.people.anyone().country
        if self.dice.chance(self.habits.birth_wrong):
            birth = self._slipped(birth)
        return replace(person, country=country, birth=birth)

    def _slipped(self, birth: date) -> date:
        """A birth date with day and month changed round, or one part of it wrong."""
        day, month = min(birth.day, 28), birth.month
        turned = birth.replace(day=month, month=day) if day <= 12 else birth.replace(day=day % 28 + 1)  # noqa: PLR2004 - months
        years = (birth.replace(year=birth.year + step, day=day) for step in (-1, 1, 10))
        later = birth.replace(day=day % 28 + 1), birth.replace(month=month % 12 + 1, day=day)
        return self.dice.pick((turned, *later, *years))

    def other(self) -> Draft:
        """A record about nobody of the list, or about nobody at all."""
        dice, habits = self.dice, self.habits
        form = "structured" if dice.chance(habits.structured) else "free_text"
        if form == "free_text" and dice.chance(habits.nobody):
            return Draft(None)
        person = self.people.anyone()
        mode = dice.choices(("adverse", "harmless", "passing"), OTHER_MODES)[0]
        subject = Subject(person, self._disguised(person), said(dice, habits, form), mode=mode, form=form)
        met = self.listed.bearers(person.key)
        chance = [Meeting(c, "chance", False if conflicts(c, person, subject.tells) else None) for c in met]
        return Draft(self.adorned(subject, ()), chance)

    def _disguised(self, person: Person) -> Written:
        """A stranger's name, now and then a stage name, misspelt, or a handle; none that a creator has."""
        dice, shown = self.dice, person.full
        if dice.chance(STAGED):
            stage = self.hand.casting.stage(person, "stage")
            shown = shown if self.listed.bearers(name_key(stage)) else stage
        handle = self.hand.made_handle(person)
        ways = (shown, shown.upper(), slip(dice, shown), shown if self.listed.taken(handle) else handle)
        chosen = dice.choices(ways, DISGUISES)[0]
        return Written(chosen, "handle" if chosen == handle else "name")

    def adorned(self, subject: Subject, handles: tuple[str, ...], known: tuple[str, ...] = ()) -> Subject:
        """With handles and aliases as often as the world's records give them: known ones, or made from the name."""
        dice, words, given = self.dice, self.hand.casting.words, subject.person.given
        own = handles or (self.hand.made_handle(subject.person),)
        handled = dice.chance(self.habits.handles) and (bool(handles) or not self.listed.taken(own[0]))
        noun = dice.pick(words["nouns"])
        made = (f"{given} {noun.title()}", f"{dice.pick(words['adjectives'])} {noun}", given)
        others = known if known and dice.chance(TRUE_ALIAS) else made
        return replace(
            subject,
            handles=(dice.pick(own),) if handled else (),
            aliases=(dice.pick(others),) if dice.chance(self.habits.aliases) else (),
            year_only=dice.chance(self.habits.year_only),
        )
