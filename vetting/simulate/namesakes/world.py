"""Everything that one seed drew, and the truth of each record as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.simulate.namesakes.articles import Desk
from vetting.simulate.namesakes.creators import Casting, Creator
from vetting.simulate.namesakes.dice import Dice, Weighted
from vetting.simulate.namesakes.drafts import Drafts
from vetting.simulate.namesakes.gaps import Stock
from vetting.simulate.namesakes.habits import habits
from vetting.simulate.namesakes.listed import Listed
from vetting.simulate.namesakes.names import Pools
from vetting.simulate.namesakes.people import People, name_key
from vetting.simulate.namesakes.records import Office
from vetting.simulate.namesakes.strangers import Strangers
from vetting.simulate.namesakes.subjects import Draft, Meeting, conflicts
from vetting.simulate.namesakes.writing import Hand

if TYPE_CHECKING:
    from datetime import datetime

AS_HANDLE, TRIES = 0.15, 40
MOST_MISSED = 0.4
"""Share of the records that come close to a creator, at most."""


class World:
    """One seed's habits, people, creators and records."""

    def __init__(self, seed: int, creators: int) -> None:
        self.dice = dice = Dice(seed)
        self.habits = habits(dice)
        self.people = People(dice, Pools(dice, self.habits.flat, self.habits.rare_names))
        casting = Casting(dice, self.people, self.habits)
        self.cast = casting.creators(creators)
        self.listed = Listed(self.cast)
        hand = Hand(dice, casting)
        self.strangers = Strangers(dice, hand, self.habits)
        self.drafts = Drafts(dice, hand, self.habits, self.listed)
        desk = Desk(Stock(dice, self.people, self.bystander, self.citizen), self.habits)
        self.office = Office(dice, desk, hand, self.habits)
        self.misses = Weighted.of(self.habits.misses)
        self.named: list[Meeting] = []

    def bystander(self) -> str:
        """Somebody else in an article, now and then a creator of the list."""
        if not self.dice.chance(self.habits.co_named):
            return self._somebody(telling=False)
        creator = self.dice.pick(self.cast)
        if not creator.name or creator.shape == "ordinary":
            return self._somebody(telling=False)
        self.named.append(Meeting(creator, "co_named", about=True))
        return f"@{creator.accounts[0].handle}" if self.dice.chance(AS_HANDLE) else creator.name

    def citizen(self) -> str:
        """Somebody else whose profession the article gives."""
        return self._somebody(telling=True)

    def _somebody(self, *, telling: bool) -> str:
        person = self.people.anyone()
        about = False if telling else None
        self.named += [Meeting(creator, "chance", about) for creator in self.listed.bearers(person.key)]
        return person.full

    def records(self, count: int) -> tuple[list[dict[str, Any]], list[tuple[Any, ...]]]:
        """As many records, and their lines of the truth."""
        about = round(count * self.habits.about)
        missed = min(round(about * self.habits.missed), int(count * MOST_MISSED))
        plan = ["about"] * about + ["missed"] * missed + ["other"] * (count - about - missed)
        self.dice.shuffle(plan)
        rows: list[dict[str, Any]] = []
        truth: list[tuple[Any, ...]] = []
        for number, part in enumerate(plan, 1):
            self.named = []
            draft, after = self._draft(part)
            key = f"r{number:07d}"
            row = self.office.row(key, draft, after)
            self._note(draft, row)
            rows.append(row)
            truth += self._lines(key, draft)
        return rows, truth

    def _draft(self, part: str) -> tuple[Draft, datetime | None]:
        if part == "about":
            return self.drafts.about()
        return (self._missed() if part == "missed" else None) or self.drafts.other(), None

    def _missed(self) -> Draft | None:
        """A record about somebody who is nearly a creator of the list; null where no try gave one."""
        kind = self.dice.draw(self.misses)
        for _ in range(TRIES):
            draft = self.strangers.draft(kind, self.dice.pick(self.cast))
            if draft and draft.subject:
                return Draft(self.drafts.adorned(draft.subject, ()), draft.meetings)
        return None

    def _note(self, draft: Draft, row: dict[str, Any]) -> None:
        """Note creators of the list whose name stands in the record's fields, or as an alias, by chance."""
        if not (subject := draft.subject):
            return
        for name in [
            subject.written.text,
            subject.relation,
            *subject.aliases,
            *row.get("subject_names", ()),
            *row.get("subject_aliases", ()),
        ]:
            for creator in self.listed.bearers(name_key(name)) if name else ():
                differs = conflicts(creator, subject.person, subject.tells)
                self.named.append(Meeting(creator, "chance", False if differs else None))

    def _lines(self, key: str, draft: Draft) -> list[tuple[Any, ...]]:
        """The truth of one record: its own meetings, other bearers of the same name, others whom it names."""
        subject = draft.subject
        form = (subject.form if subject else None) or "free_text"
        met: dict[str, tuple[Creator, Meeting]] = {}
        for meeting in [*draft.meetings, *self._doubles(draft), *self.named]:
            if meeting.creator:
                met.setdefault(meeting.creator.key, (meeting.creator, meeting))
        if not met:
            return [
                (
                    key,
                    None,
                    False,
                    False,
                    "other" if subject else "nobody",
                    form,
                    subject.person.origin if subject else None,
                )
            ]
        return [
            (key, creator.key, meeting.about, bool(meeting.about), meeting.kind, form, creator.person.origin)
            for creator, meeting in met.values()
        ]

    def _doubles(self, draft: Draft) -> list[Meeting]:
        """Other creators of the list who bear the name of the one that a record is about, or nearly about."""
        subject, first = draft.subject, next((m.creator for m in draft.meetings if m.creator), None)
        if not subject or not first:
            return []
        others = self.listed.doubles(first)
        return [Meeting(c, "double", False if conflicts(c, subject.person, subject.tells) else None) for c in others]
