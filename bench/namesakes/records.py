"""From whom a record means and what it tells to its row, and the row of the truth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bench.namesakes import strangers
from bench.namesakes.hands import initials
from bench.namesakes.origins import origins
from bench.namesakes.tables import LAST_DAY, SPAN, Row
from bench.namesakes.texts import LANGUAGES, Facts, article, note, who

if TYPE_CHECKING:
    from random import Random

    from bench.namesakes.people import Creator, People, Person

TOLD_APART = (5, 2, 2, 1)
"""Which languages records are in, where not in their subject's."""
ALSO_CALLED = 1 / 8
"""Share of listed subjects that stand there under a second writing too."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A record to be written: whom it means, under which name, telling what; and its line of the truth."""

    person: Person
    name: str
    facts: Facts
    kind: str
    language: str
    structured: bool
    creator: Creator | None = None
    about: bool | None = False


def language_of(person: Person, dice: Random) -> str:
    """The language of a record about somebody: mostly their own, where it is one of ours."""
    own = str(origins()[person.origin]["language"])
    at_home = own in LANGUAGES and dice.random() < 3 / 4
    return own if at_home else dice.choices(LANGUAGES, TOLD_APART)[0]


def row(number: int, mention: Mention, people: People) -> tuple[Row, Row]:
    """A record and its line of the truth."""
    dice, creator, person = people.dice, mention.creator, mention.person
    structured = mention.structured
    kind = dice.choice(("regulator", "court", "list") if structured else ("news", "news", "blog", "forum"))
    seen = LAST_DAY - timedelta(days=dice.randrange(1, SPAN))
    title, text, subject = (
        _listed(mention, people, seen.date()) if structured else _written(mention, people, seen.date())
    )
    source, key = f"{kind}-{dice.randrange(120)}", f"s{number:07d}"
    home = person.country if dice.random() < 1 / 4 else None
    url, told = f"https://{source}.example/{key}", seen - timedelta(hours=9)
    record = (key, source, kind, url, title, text, mention.language, home, told, seen, *subject)
    owner, origin = (creator.key, creator.person.origin) if creator else (None, None)
    return record, (key, owner, mention.kind, mention.about, "structured" if structured else "free_text", origin)


def _listed(mention: Mention, people: People, day: date) -> tuple[str | None, str, Row]:
    """What stands in the fields of a list, and a note beside them; some know a handle only."""
    facts, language = mention.facts, mention.language
    name = mention.name
    names = [] if mention.kind == "handle" and people.dice.random() < 1 / 2 else [name]
    shown = name if names else facts.handles[0]
    text = note(who(shown, replace(facts, birth=None, country=None), language, day), language)
    other = people.dice.choice((mention.person.name, initials(mention.person, people.dice, language)))
    aliases = [other] if people.dice.random() < ALSO_CALLED and other != name else []
    return None, text, (names, aliases, list(facts.handles), facts.country, facts.birth)


def _written(mention: Mention, people: People, day: date) -> tuple[str, str, Row]:
    """An article, whose fields are empty."""
    dice, creator, language = people.dice, mention.creator, mention.language
    extra = strangers.sentence(mention.kind, mention.person.name, creator, language) if creator else ""
    others = tuple(people.nobody().name for _ in range(3))
    names = (mention.name, who(mention.name, mention.facts, language, day), mention.person.family[-1].latin)
    title, text = article(dice, language, mention.kind, names, (others[0], others[1], others[2]), extra)
    return title, text, ([], [], [], None, None)
