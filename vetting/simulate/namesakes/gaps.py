"""What stands in the gaps of an article's sentences, each made when a sentence first asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.simulate.namesakes.grammar import LANGUAGES, definite, elided, of, with_article
from vetting.simulate.namesakes.names import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from vetting.simulate.namesakes.dice import Dice
    from vetting.simulate.namesakes.people import People, Person
    from vetting.simulate.namesakes.subjects import Subject

BRANDS = (
    "Quorvane", "Zymelka", "Pelandro", "Korvistal", "Lumquat", "Trovelune", "Nuvarsko", "Radio Ostra", "Hulmira",
    "Brixanto",
)  # fmt: skip
TOWNS = (
    "Ostermouth", "Valbourg", "Lindhaven", "Castelmora", "Brackwell", "Saint-Orlin", "Villarosa", "Kirchfelden",
    "Dunmarsh", "Port Aldric", "Montrevel", "Puerto Sol", "Niederau", "Westerleigh", "Rochefontaine", "Altamira Baja",
    "Holmgate", "Seebrück", "Ferncross", "Beaulac",
)  # fmt: skip
"""Towns that are nowhere, for articles that do not say where their subject is from."""
RESIDENT = {"en": "resident", "fr": "habitant", "es": "vecino", "de": "Anwohner"}
HASHTAGS = ("cancelled", "boycott", "justice", "unfollow")
OWN_TOWN, REAL_TOWN, SIGNED, OTHER_WRITING = 0.75, 0.25, 0.65, 0.7
FRESH = ("other", "another", "citizen", "number", "other_role", "again")
"""Gaps that are filled anew each time."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What the articles of one world draw from; `bystander` and `citizen` name somebody else and note whom."""

    dice: Dice
    people: People
    bystander: Callable[[], str]
    citizen: Callable[[], str]

    def tongue(self, language: str) -> dict[str, Any]:
        """The sentences of a language."""
        return table(f"{language}.toml")

    def role(self, person: Person, language: str) -> str:
        """What a person does, in that language."""
        at = LANGUAGES.index(language)
        if not person.creates:
            return str(table("roles.toml")["professions"][person.role].split("|")[at])
        trade = table("roles.toml")["trades"][person.role].split("|")[at]
        said = str(self.dice.pick(self.tongue(language)["creator"]))
        return said.format(trade=trade, platform=person.platform.title())

    def placed(self, person: Person, language: str, tells: frozenset[str]) -> str:
        """Role and residence, as far as they are told."""
        role = self.role(person, language) if "role" in tells else RESIDENT[language]
        if "place" not in tells:
            return role
        told, at = table("countries.toml")[person.country], LANGUAGES.index(language)
        return str(self.dice.pick(self.tongue(language)["residence"])).format(
            role=role,
            where=self.city(person),
            people=told["people"].split("|")[at],
            country=told["name"].split("|")[at],
        )

    def city(self, person: Person) -> str:
        """A city of the person's country."""
        return str(self.dice.pick(table("countries.toml")[person.country]["cities"].split("|")))

    def somewhere(self) -> str:
        """A town that has nothing to do with the subject."""
        if not self.dice.chance(REAL_TOWN):
            return self.dice.pick(TOWNS)
        countries = list(table("countries.toml").values())
        return str(self.dice.pick(self.dice.pick(countries)["cities"].split("|")))


class Gaps(dict[str, str]):
    """The gaps of one article about a subject, or about nobody."""

    def __init__(self, stock: Stock, subject: Subject | None, language: str, topic: str, year: int) -> None:
        super().__init__()
        self.stock, self.dice, self.subject, self.language, self.topic = stock, stock.dice, subject, language, topic
        self.person = subject.person if subject else stock.people.anyone()
        self.tells: frozenset[str] = subject.tells if subject else frozenset()
        self.words, self.year = stock.tongue(language), year

    def __missing__(self, key: str) -> str:
        """Filled by the method of that name."""
        made = str(getattr(self, f"_{key}")())
        if key not in FRESH:
            self[key] = made
        return made

    def _name(self) -> str:
        """The name as running text has it: a handle mostly behind its sign."""
        if not self.subject:
            return ""
        text = self.subject.written.text
        bare = self.subject.written.where == "handle" and text[:1] not in "@#"
        return "@" + text if bare and self.dice.chance(SIGNED) else text

    def _of(self) -> str:
        return of(self["name"], self.language)

    def _de_name(self) -> str:
        return elided("de", self["name"])

    def _que_name(self) -> str:
        return elided("que", self["name"])

    def _again(self) -> str:
        if self.subject and self.subject.relation:
            return self.subject.relation
        if self.subject and self.subject.again and self.dice.chance(OTHER_WRITING):
            return self.subject.again
        families = self.person.families or self["name"]
        return self.dice.choices((self["name"], families, self.person.given), (0.5, 0.4, 0.1))[0]

    def _topic(self) -> str:
        return str(self.dice.pick(self.words["topics"][self.topic]))

    def _de_topic(self) -> str:
        return elided("de", self["topic"].removeprefix("des "))

    def _brand(self) -> str:
        return self.dice.pick(BRANDS)

    def _month(self) -> str:
        return self.dice.pick(str(self.words["months"]).split("|"))

    def _kin(self) -> str:
        return self.dice.pick(str(self.words["kin"]).split("|"))

    def _the_kin(self) -> str:
        return definite(self["kin"], self.language)

    def _number(self) -> str:
        return str(self.dice.randrange(2, 900))

    def _other(self) -> str:
        return self.stock.bystander()

    def _another(self) -> str:
        return self.stock.bystander()

    def _citizen(self) -> str:
        return self.stock.citizen()

    def _other_role(self) -> str:
        return self.stock.role(self.stock.people.anyone(creates=False), self.language)

    def _hashtag(self) -> str:
        return self.dice.pick(HASHTAGS)

    def _role(self) -> str:
        return self.stock.placed(self.person, self.language, self.tells)

    def _a_role(self) -> str:
        return with_article(self["role"], self.language)

    def _where(self) -> str:
        told = "place" in self.tells and self.dice.chance(OWN_TOWN)
        return self.stock.city(self.person) if told else self.stock.somewhere()

    def _age(self) -> str:
        return str(self.year - self.person.birth.year)

    def _year(self) -> str:
        return str(self.person.birth.year)

    def _handle(self) -> str:
        given = self.subject.handles if self.subject else ()
        return "@" + given[0].lstrip("@") if given else self["name"]

    def _alias(self) -> str:
        return self.subject.aliases[0] if self.subject and self.subject.aliases else self["name"]

    def _platform(self) -> str:
        return self.person.platform.title()

    def _relative(self) -> str:
        return self.subject.relation if self.subject else ""
