"""Articles in English, French, Spanish and German, put together sentence by sentence around a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.simulate.namesakes.gaps import BRANDS, Gaps, Stock
from vetting.simulate.namesakes.grammar import LANGUAGES, definite, titled

if TYPE_CHECKING:
    from vetting.simulate.namesakes.habits import Habits
    from vetting.simulate.namesakes.people import Person
    from vetting.simulate.namesakes.subjects import Subject

OTHERWISE = (0.66, 0.2, 0.08, 0.06)
"""How often each language is used for somebody who speaks none of them."""
UNNAMED, LABELLED, MOST_PEOPLE = 0.12, 0.4, 6
PADDING, LONG_PADDING, PADDING_PER_PERSON = (0, 3), (20, 120), 8
LEAST_AGE, KNOWN_AS, HEADLINE_ALONE = 16, 0.7, 0.2
NOISE = (
    "BREAKING: {}", "{} | {b} News", "[VIDEO] {}", "{}...", "{}  ", "{} #drama", "WATCH: {}", "{} – {b}",  # noqa: RUF001 - the dash that sites put before their name
    "Exclusif : {}", "{} (updated)", "{} 😱", "» {}", "{} – live", "Video: {}",  # noqa: RUF001 - the same
)  # fmt: skip


class Desk:
    """Writes the articles of one world."""

    def __init__(self, stock: Stock, habits: Habits) -> None:
        self.stock, self.dice, self.habits = stock, stock.dice, habits

    def language(self, person: Person | None) -> str:
        """The subject's own where there are words for it, else mostly English."""
        if person and person.language in LANGUAGES and not self.dice.chance(self.habits.untranslated):
            return person.language
        return self.dice.choices(LANGUAGES, OTHERWISE)[0]

    def write(self, subject: Subject | None, language: str, topic: str, year: int) -> tuple[str, str | None]:
        """Title and text about a subject, or about nobody, as of a year; now and then a headline alone."""
        tongue, gaps = self.stock.tongue(language), Gaps(self.stock, subject, language, topic, year)
        title, first = self._opening(subject, language)
        if subject and not subject.tells and "{name}" in title and self.dice.chance(HEADLINE_ALONE):
            return self._headline(title.format_map(gaps)), None
        rest = [*self._told(subject, tongue, year), *self._around(tongue)]
        self.dice.shuffle(rest)
        return self._headline(title.format_map(gaps)), " ".join([first, *rest]).format_map(gaps)

    def note(self, subject: Subject, language: str, topic: str, year: int) -> str:
        """What a register says beside its fields; says role and place where the subject's are told."""
        lines = self.stock.tongue(language)["lines"]
        told = self._told(subject, self.stock.tongue(language), year) if {"role", "place"} & subject.tells else []
        usable = [note for note in lines["notes"] if "role}" not in note and "{where}" not in note]
        return " ".join([self.dice.pick(usable), *told]).format_map(Gaps(self.stock, subject, language, topic, year))

    def _opening(self, subject: Subject | None, language: str) -> tuple[str, str]:
        """Headline and first sentence, with their gaps."""
        tongue, pick = self.stock.tongue(language), self.dice.pick
        mode = subject.mode if subject else "nobody"
        title, first = str(pick(tongue["headlines"][mode])), str(pick(tongue["bodies"][mode]))
        if subject and subject.sentence:
            return subject.sentence if self.dice.chance(0.5) else str(
                pick(tongue["headlines"]["nobody"])
            ), subject.sentence + "."
        if subject and mode in ("adverse", "harmless"):
            title = self._labelled(title, subject, language)
            title = str(pick(tongue["headlines"]["passing"])) if self.dice.chance(UNNAMED) else title
        return title, first

    def _labelled(self, title: str, subject: Subject, language: str) -> str:
        """Often with what the subject does before the name."""
        if "role" not in subject.tells or not self.dice.chance(LABELLED):
            return title
        role = definite(self.stock.role(subject.person, language), language)
        said = title.replace("{name}", f"{role} {{name}}", 1)
        return said.replace("de el ", "del ").replace(" a el ", " al ").replace("à le ", "au ")

    def _told(self, subject: Subject | None, tongue: dict[str, Any], year: int) -> list[str]:
        """Sentences with what the record says of its subject."""
        if subject is None or subject.sentence:
            return []
        lines, chosen = tongue["lines"], []
        if {"role", "place"} & subject.tells:
            chosen.append(self.dice.pick(lines["who"]))
        if "birth" in subject.tells:
            young = year - subject.person.birth.year < LEAST_AGE
            chosen.append(self.dice.pick([line for line in lines["age"] if not young or "{year}" in line]))
        if subject.aliases and self.dice.chance(KNOWN_AS):
            chosen.append(self.dice.pick(lines["known_as"]))
        if "unrelated" in subject.tells:
            chosen.append(self.dice.pick(lines["unrelated"]))
        if subject.handles:
            chosen.append(self.dice.pick(lines["account"]))
        return chosen

    def _around(self, tongue: dict[str, Any]) -> list[str]:
        """Other people and sentences about nothing; many in long articles."""
        dice, lines = self.dice, tongue["lines"]
        people = min(int(dice.expovariate(1 / self.habits.crowd)), MOST_PEOPLE)
        padding = dice.randrange(*LONG_PADDING if dice.chance(self.habits.long) else PADDING)
        people += padding // PADDING_PER_PERSON
        crowd = [dice.pick(lines["crowd"]) for _ in range(people)]
        empty = [*lines["filler"], *tongue["bodies"]["nobody"]]
        return crowd + [dice.pick(empty) for _ in range(padding)]

    def _headline(self, title: str) -> str:
        """A headline in sentence case, title case or capitals, sometimes with noise."""
        dice, title = self.dice, title[:1].upper() + title[1:]
        if dice.chance(self.habits.caps):
            title = title.upper()
        elif dice.chance(self.habits.title_case):
            title = titled(title)
        if dice.chance(self.habits.noisy):
            title = dice.pick(NOISE).replace("{b}", dice.pick(BRANDS)).replace("{}", title)
        return title
