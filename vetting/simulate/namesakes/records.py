"""Rows of the exchange table `records`: a register's entry or an article, from a draft."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from vetting.simulate.namesakes.altering import SCRIPTS
from vetting.simulate.namesakes.dice import Dice, Weighted
from vetting.simulate.namesakes.hands import in_script
from vetting.simulate.namesakes.names import plain, table

if TYPE_CHECKING:
    from vetting.simulate.namesakes.articles import Desk
    from vetting.simulate.namesakes.habits import Habits
    from vetting.simulate.namesakes.subjects import Draft, Subject
    from vetting.simulate.namesakes.writing import Hand

FIRST, LAST = datetime(2010, 1, 1), datetime(2026, 6, 30)  # noqa: DTZ001 - times are UTC without a zone throughout
REGISTERS = {"regulator": 4, "court": 2, "list": 4, "fact_check": 1, "other": 0.5}
PRESS = {"news": 6, "blog": 1.5, "forum": 1, "fact_check": 0.7, "other": 0.3}
STATUSES = ("alleged", "denied", "confirmed", "resolved", "retracted")
COMPANY = ("Media Ltd", "Productions SARL", "Holding GmbH", "Studio SL", "LLC", "Entertainment Inc")
TITLES = ("Entry", "Decision", "Notice", "Case", "Avis", "Bescheid")
SECOND_NAME, CO_SUBJECT, UNDER_ALIAS = 0.12, 0.05, 0.12


class Office:
    """Writes the records of one world."""

    def __init__(self, dice: Dice, desk: Desk, hand: Hand, habits: Habits) -> None:
        self.dice, self.desk, self.hand, self.habits = dice, desk, hand, habits
        self.registers, self.press = Weighted.of(dict(REGISTERS)), Weighted.of(dict(PRESS))
        self.topics = tuple(table("en.toml")["topics"])

    def row(self, key: str, draft: Draft, after: datetime | None) -> dict[str, Any]:
        """The record of a draft, published after a time that is given or at any."""
        subject = draft.subject
        topic = self.dice.pick(self.topics)
        structured = subject is not None and subject.form == "structured"
        published = self._published(after)
        year = published.year
        made = self._entry(subject, topic, year) if subject and structured else self._article(subject, topic, year)
        seen = published + timedelta(hours=self.dice.randrange(1, 800))
        kind = self.dice.draw(self.registers if structured else self.press)
        source = f"{kind}-{self.dice.randrange(120):03d}"
        return {
            "record_id": key, "source": source, "source_kind": kind, "url": f"https://{source}.example/{key}",
            "published_at": published if self.dice.chance(0.95) else None, "observed_at": seen,
            "category": topic if self.dice.chance(self.habits.category) else None,
            "status": self.dice.pick(STATUSES) if self.dice.chance(0.4) else None, **made,
        }  # fmt: skip

    def _published(self, after: datetime | None) -> datetime:
        start = max(after, FIRST) if after else FIRST
        return start + timedelta(seconds=int(self.dice.random() ** 0.7 * max((LAST - start).total_seconds(), 1)))

    def _article(self, subject: Subject | None, topic: str, year: int) -> dict[str, Any]:
        language = self.desk.language(subject.person if subject else None)
        title, text = self.desk.write(subject, language, topic, year)
        told = language if self.dice.chance(self.habits.language) else None
        if self.dice.chance(self.habits.lower):
            title, text = title.lower(), text and text.lower()
        return {"title": title, "text": text, "language": told}

    def _entry(self, subject: Subject, topic: str, year: int) -> dict[str, Any]:
        """A register's entry: names, aliases and handles in fields, sometimes a note."""
        dice, person = self.dice, subject.person
        language = self.desk.language(person)
        noted = bool({"role", "place"} & subject.tells) or dice.chance(0.35)
        names, aliases, handles = self._names(subject)
        return {
            "title": f"{dice.pick(TITLES)} {dice.randrange(10_000)}" if dice.chance(0.4) else None,
            "text": self.desk.note(subject, language, topic, year) if noted else None,
            "language": language if noted and dice.chance(self.habits.language) else None,
            "subject_names": names, "subject_aliases": aliases, "subject_handles": handles,
            "subject_country": person.country if "country" in subject.tells else None,
            "subject_birth_date": self._birth(person.birth, subject) if "birth" in subject.tells else None,
        }  # fmt: skip

    def _birth(self, birth: date, subject: Subject) -> date:
        return date(birth.year, 1, 1) if subject.year_only else birth

    def _names(self, subject: Subject) -> tuple[list[str], list[str], list[str]]:
        """Where the name stands: mostly as the name, sometimes as an alias of another, or as a handle."""
        dice, text = self.dice, subject.written.text
        names, aliases, handles = list(subject.names), list(subject.aliases), list(subject.handles)
        if subject.written.where == "handle":
            place = handles if dice.chance(0.6) else dice.pick((names, aliases))
            place.insert(0, text)
        elif dice.chance(UNDER_ALIAS):
            company = f"{self.desk.stock.people.anyone().families or 'Ostra'} {dice.pick(COMPANY)}"
            names.insert(0, dice.pick((company, self.hand.casting.stage(subject.person, "stage"))))
            aliases.insert(0, text)
        else:
            names.insert(0, text)
        if dice.chance(SECOND_NAME) and subject.written.where == "name":
            again = dice.pick((plain(text), text.upper(), in_script(text, dice.pick(SCRIPTS))))
            dice.pick((names, aliases)).append(again)
        if dice.chance(CO_SUBJECT):
            names.append(self.desk.stock.bystander())
        return names, aliases, handles
