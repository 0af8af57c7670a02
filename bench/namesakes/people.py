"""Who is on the list and who is not: people with a name, a country, a birth date and something that they do."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from anyascii import anyascii

from bench.namesakes.origins import Pool, Word, origins, pools
from bench.namesakes.texts import OUTSIDERS, PLATFORMS, TRADES, cities

if TYPE_CHECKING:
    from random import Random

FIRST_BIRTH = date(1958, 1, 1)
BIRTHS = 14_600
KNOWN = (0.85, 0.45, 0.85)
"""How often the list knows country, birth date and trade of a creator; one of them always."""
TWO_GIVEN, TWO_FAMILY, EMIGRATED = 0.16, 0.5, 0.06


@dataclass(frozen=True, slots=True)
class Person:
    """A name in its words, where it comes from, and the life that its bearer leads."""

    origin: str
    country: str
    given: tuple[Word, ...]
    family: tuple[Word, ...]
    birth: date
    trade: str
    platform: str | None
    city: str

    @property
    def family_first(self) -> bool:
        """Whether its own script puts the family name first."""
        return bool(origins()[self.origin].get("family_first"))

    @property
    def name(self) -> str:
        """Given names, then family names, in Latin letters."""
        return " ".join(word.latin for word in (*self.given, *self.family))

    @property
    def native(self) -> str | None:
        """The name in its own script, if every word is known in it."""
        given, family = ([word.native for word in words] for words in (self.given, self.family))
        ordered = [*family, *given] if self.family_first else [*given, *family]
        joint = "" if self.family_first else " "
        return joint.join(word for word in ordered if word) if all(ordered) else None

    @property
    def key(self) -> str:
        """Equal for two people whom a folded name cannot tell apart."""
        return " ".join(sorted(re.findall("[a-z]+", anyascii(self.name).lower())))


@dataclass(frozen=True, slots=True)
class Creator:
    """Somebody on the list, and what the list knows."""

    key: str
    person: Person
    name: str
    aliases: tuple[str, ...]
    handle: str
    knows_country: bool
    knows_birth: bool
    knows_trade: bool


class People:
    """Draws them."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.names = list(origins())
        self.listed: set[str] = set()
        self.handles: set[str] = set()
        self.weights = list(accumulate(float(one["weight"]) for one in origins().values()))

    def pool(self, country: str | None = None) -> Pool:
        """Names of some country, or of the origin that a country's people mostly have."""
        dice = self.dice
        if country is None:
            return dice.choice(pools()[dice.choices(self.names, cum_weights=self.weights)[0]])
        return dice.choice([pool for group in pools().values() for pool in group if pool.country == country])

    def person(self, pool: Pool | None = None, *, creator: bool = False) -> Person:
        """Anybody; the same name may come again."""
        dice, pool = self.dice, pool or self.pool()
        count = 1 + (dice.random() < TWO_GIVEN and not origins()[pool.origin].get("family_first", False))
        given = tuple(pool.draw(dice, "given") for _ in range(count))
        double = origins()[pool.origin].get("double") and dice.random() < TWO_FAMILY
        family = tuple(pool.draw(dice, "family") for _ in range(2 if double else 1))
        country = self.pool().country if dice.random() < EMIGRATED else pool.country
        bare = Person(pool.origin, country, given, family, self.birth(), "", None, "")
        return self.placed(self.busy(bare, creator=creator), country)

    def nobody(self, *, creator: bool = False) -> Person:
        """Somebody whose name nobody on the list bears."""
        while (person := self.person(creator=creator)).key in self.listed:
            pass
        return person

    def birth(self) -> date:
        """Any grown-up's."""
        return FIRST_BIRTH + timedelta(days=self.dice.randrange(BIRTHS))

    def busy(self, person: Person, *, creator: bool) -> Person:
        """The same person with another trade: one of creators, or one that is not."""
        trades = [trade for trade in (TRADES if creator else OUTSIDERS) if trade != person.trade]
        return replace(
            person, trade=self.dice.choice(trades), platform=self.dice.choice(PLATFORMS) if creator else None
        )

    def placed(self, person: Person, country: str | None = None) -> Person:
        """The same person in a country; in any other one where none is given."""
        while country is None or (country == person.country and person.city):
            country = self.pool().country
            if country != person.country:
                break
        return replace(person, country=country, city=self.dice.choice(cities(country)))

    def creator(self, number: int) -> Creator:
        """Somebody who publishes, under the own name, a short one or an emblazoned one."""
        dice, person = self.dice, self.person(creator=True)
        aliases: tuple[str, ...] = ()
        name, luck = person.name, dice.random()
        if luck < 0.1 and person.native:  # noqa: PLR2004 - one in ten shows the own script
            name, aliases = person.native, (person.name,)
        elif luck < 0.2:  # noqa: PLR2004 - as many a stage name
            name, aliases = (
                dice.choice(("{} Live", "Chez {}", "It's {}!", "{} & Co")).format(person.given[0].latin),
                (name,),
            )
        elif luck < 0.28:  # noqa: PLR2004 - fewer a second one
            aliases = (f"{person.given[0].latin} {person.family[0].latin[0]}.",)
        knows = [dice.random() < chance for chance in KNOWN]
        return Creator(
            f"n{number:06d}", person, name, aliases, self.handle(person), knows[0] or not any(knows), *knows[1:]
        )

    def handle(self, person: Person) -> str:
        """Made of the name, mostly; one in twelve in leetspeak. No two people share one."""
        given, family = (
            re.sub("[^a-z]", "", anyascii(word.latin).lower()) for word in (person.given[0], person.family[0])
        )
        number = str(self.dice.randrange(10, 99))
        made = (given + family, f"{given}.{family}", f"{given}_{family}{number}", f"{given[:1]}{family}{number}",
                f"just{given}{number}", f"{family}{given}", f"{given}{person.trade}")  # fmt: skip
        chosen = self.dice.choice(made)
        made_up = leet(chosen) if self.dice.random() < 1 / 12 else chosen
        while made_up in self.handles:
            made_up += str(self.dice.randrange(10))
        self.handles.add(made_up)
        return made_up


def leet(text: str) -> str:
    """Digits for letters."""
    return text.translate(str.maketrans("aeiost", "431057"))
