"""People who are not on the list but whose names are, or nearly, and what sets each apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from bench.namesakes.origins import pools
from bench.namesakes.texts import TEXTS, Facts, owned, trade_words

if TYPE_CHECKING:
    from random import Random

    from bench.namesakes.origins import Word
    from bench.namesakes.people import Creator, People, Person

GENERATION = timedelta(days=10_200)
APART = timedelta(days=1_200)
"""Two birth dates at least so far apart that ages in a text differ."""
CHANCES = {"country": 0.55, "birth": 0.35, "trade": 0.5}
"""How often a record tells a fact of its subject: the same of creators and of strangers."""
KINDS = {
    "neg_country": 3, "neg_birth": 2, "neg_trade": 3, "neg_all": 3, "neg_sibling": 2, "neg_parent": 1,
    "neg_no_relation": 2, "neg_near": 3, "neg_family": 2, "neg_initial": 2,
}  # fmt: skip
"""Near misses and how often; `neg_famous` is added to them, many records of one person."""
UNTOLD = {"bare": 3, "kin_named": 1}
"""Records of which nobody could tell."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """Who is meant, the name as written, which facts have to be told and which may not, and a sentence more."""

    person: Person
    name: str
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    only_text: bool = False
    about: bool | None = False


def usable(kind: str, creator: Creator) -> bool:
    """Whether the list knows the fact that sets this kind apart."""
    known = {
        "neg_country": creator.knows_country, "neg_birth": creator.knows_birth, "neg_trade": creator.knows_trade,
        "neg_near": creator.knows_trade, "neg_initial": creator.knows_trade and creator.knows_country,
        "neg_no_relation": creator.knows_trade, "neg_parent": creator.knows_birth,
        "neg_all": creator.knows_country and creator.knows_trade, "neg_famous": creator.knows_trade,
    }  # fmt: skip
    return known.get(kind, True)


def stranger(kind: str, creator: Creator, people: People) -> Stranger:
    """Somebody whom a careless reader takes for the creator."""
    person = _elsewhere(creator.person, people)
    if kind in ("neg_trade", "neg_no_relation"):
        person = replace(person, country=creator.person.country, city=creator.person.city)
        must = ("trade", "country") if kind == "neg_no_relation" else ("trade",)
        return Stranger(person, person.name, must, ("birth",), only_text=kind == "neg_no_relation")
    if kind == "neg_country":
        return Stranger(people.busy(person, creator=True), person.name, ("country",), ("birth",))
    if kind == "neg_birth":
        there = replace(person, country=creator.person.country, city=creator.person.city)
        return Stranger(there, person.name, ("birth",), ("trade",))
    if kind in ("bare", "kin_named"):
        return _untold(kind, person, creator, people)
    if kind in ("neg_sibling", "neg_parent", "neg_near", "neg_family", "neg_initial"):
        return _other_name(kind, person, creator, people)
    return Stranger(person, person.name, ("country", "trade"))


def _elsewhere(person: Person, people: People) -> Person:
    """A namesake with nothing but the name in common."""
    other = people.busy(people.placed(person), creator=False)
    birth = people.birth()
    while abs(birth - person.birth) < APART:
        birth = people.birth()
    return replace(other, birth=birth)


def _untold(kind: str, person: Person, creator: Creator, people: People) -> Stranger:
    if kind == "bare":
        return Stranger(person, person.name, never=("country", "birth", "trade"), about=None)
    kin = replace(_renamed(creator.person, people, "given"), country=creator.person.country, city=creator.person.city)
    return Stranger(people.busy(kin, creator=False), kin.name, ("trade",), only_text=True, about=None)


def _other_name(kind: str, person: Person, creator: Creator, people: People) -> Stranger:
    own, dice = creator.person, people.dice
    at_home = replace(person, country=own.country, city=own.city)
    if kind == "neg_sibling":
        sibling = _renamed(at_home, people, "given")
        return Stranger(sibling, sibling.name, ("country",))
    if kind == "neg_parent":
        parent = replace(at_home, birth=own.birth - GENERATION)
        return Stranger(parent, f"{own.name} {dice.choice(('Sr.', 'senior', 'père', 'padre'))}", ("birth",), ("trade",))
    if kind == "neg_near":
        near = _renamed(at_home, people, dice.choice(("given", "given", "family")), near=True)
        return Stranger(near, near.name, ("trade",))
    other = _renamed(person, people, "given", initial=kind == "neg_initial")
    family = " ".join(word.latin for word in other.family)
    name = f"{other.given[0].latin[0]}. {family}" if kind == "neg_initial" else other.name
    return Stranger(other, name, ("country", "trade") if kind == "neg_initial" else ("country",))


def _renamed(person: Person, people: People, which: str, *, near: bool = False, initial: bool = False) -> Person:
    """The same person under another given or family name: one much like it, one that begins alike, or any."""
    words: tuple[Word, ...] = getattr(person, which)
    pool = next(pool for pool in pools()[person.origin] if words[0] in getattr(pool, which))
    every: list[Word] = [word for word in getattr(pool, which) if word.latin != words[0].latin]
    if near:
        found = extract(words[0].latin, [word.latin for word in every], scorer=Levenshtein.distance, limit=3)
        chosen = every[people.dice.choice(found)[2]]
    else:
        alike = [word for word in every if not initial or word.latin[0] == words[0].latin[0]]
        chosen = people.dice.choice(alike or every)
    new = (chosen, *words[1:])
    return replace(person, given=new) if which == "given" else replace(person, family=new)


def sentence(kind: str, who: str, creator: Creator, language: str) -> str:
    """What an article adds so that nobody is confused, or so that everybody is."""
    if kind == "neg_no_relation":
        return str(TEXTS["no_relation"][language]).format(trade=trade_words(creator.person.trade, language))
    if kind == "kin_named":
        kin, star = {"en": "sibling"}.get(language, ""), creator.person.name
        return str(TEXTS["kin"][language]).format(who=who, kin=kin, star=star, **owned(star, language))
    return ""


def told(person: Person, dice: Random, must: tuple[str, ...], never: tuple[str, ...] = ()) -> Facts:
    """The facts that a record tells: what it must, and others by chance."""
    says = {fact: fact in must or (fact not in never and dice.random() < chance) for fact, chance in CHANCES.items()}
    return Facts(
        country=person.country if says["country"] else None,
        city=person.city if says["country"] else None,
        birth=person.birth if says["birth"] else None,
        trade=person.trade if says["trade"] else None,
        platform=person.platform if says["trade"] and dice.random() < 1 / 2 else None,
    )
