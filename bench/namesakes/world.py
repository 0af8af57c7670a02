"""A world of creators and of records about them, about their namesakes and about others, with its truth."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain, repeat
from random import Random
from typing import TYPE_CHECKING

import polars as pl

from bench.namesakes import strangers, tables
from bench.namesakes.hands import HANDS, ONLY_FIELDS, ONLY_TEXT
from bench.namesakes.people import Creator, People, leet
from bench.namesakes.records import Mention, language_of, row

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = 0.06
NEAR, UNTOLD, FAMOUS = 1.4, 0.25, 0.5
"""Near misses, records of which nobody could tell, and records of famous namesakes, per true one."""
RECORDS_OF_ONE = 25
STRUCTURED = 0.6
ABROAD = 0.03
"""Share of the true records that give another country, beside a birth date or a trade that is right."""


class World:
    """Draws it all from one seed."""

    def __init__(self, creators: int, seed: int) -> None:
        self.dice = Random(seed)  # noqa: S311 - no secret
        self.people = People(self.dice)
        self.creators = [self.people.creator(number) for number in range(creators)]
        self.bearers = Counter(one.person.key for one in self.creators)
        self.people.listed = set(self.bearers)
        order = self.dice.sample(self.creators, len(self.creators))
        self.known = order[: max(1, len(order) // 2)]
        self.alone = [one for one in self.creators if self.bearers[one.person.key] == 1]
        self.stars = [
            (one, strangers.stranger("neg_famous", one, self.people))
            for one in self.alone if strangers.usable("neg_famous", one)
        ][: max(1, creators // 100)]  # fmt: skip

    def mentions(self, records: int) -> list[Mention]:
        """So many records in a random order."""
        true = round(records * ABOUT)
        near = self.dice.choices(list(strangers.KINDS), list(strangers.KINDS.values()), k=round(true * NEAR))
        untold = self.dice.choices(list(strangers.UNTOLD), list(strangers.UNTOLD.values()), k=round(true * UNTOLD))
        famous = list(repeat("neg_famous", min(round(true * FAMOUS), RECORDS_OF_ONE * len(self.stars))))
        parts = [*chain(repeat("true", true), near, untold, famous)][:records]
        parts += repeat("other", records - len(parts))
        self.dice.shuffle(parts)
        return [self.mention(part) for part in parts]

    def mention(self, part: str) -> Mention:
        """A record of a kind."""
        structured = self.dice.random() < STRUCTURED
        if part == "true":
            return self.true(structured=structured)
        if part == "other":
            person = self.people.nobody(creator=self.dice.random() < 1 / 4)
            facts, language = strangers.told(person, self.dice, ()), language_of(person, self.dice)
            return Mention(person, person.name, facts, part, language, structured)
        if part == "neg_famous":
            creator, other = self.dice.choice(self.stars)
            other = replace(
                other, must=(self.dice.choice(("country", "trade")),) if creator.knows_country else ("trade",)
            )
        else:
            creator, other = self.near(part)
        facts = strangers.told(other.person, self.dice, other.must, other.never)
        if structured and other.about is False and not other.only_text and self.dice.random() < 1 / 8:
            facts = replace(facts, handles=(self.people.handle(other.person),))
        language, structured = language_of(other.person, self.dice), structured and not other.only_text
        return Mention(other.person, other.name, facts, part, language, structured, creator, other.about)

    def near(self, kind: str) -> tuple[Creator, strangers.Stranger]:
        """Somebody on the list, and somebody taken for them who bears no other listed name."""
        while True:
            creator = self.dice.choice(self.alone)
            if strangers.usable(kind, creator):
                other = strangers.stranger(kind, creator, self.people)
                if other.person.key == creator.person.key or other.person.key not in self.bearers:
                    return creator, other

    def true(self, *, structured: bool) -> Mention:
        """A record about somebody on the list, who is told apart by at least one fact that the list knows."""
        dice = self.dice
        creator = self.known[int(len(self.known) * dice.random() ** 2)]
        language = language_of(creator.person, dice)
        kind, name = self.hand(creator, language)
        must = self.telling(creator)
        facts = strangers.told(creator.person, dice, must)
        if dice.random() < ABROAD and facts.birth and must == ("birth",):
            moved = self.people.placed(creator.person)
            facts = replace(facts, country=moved.country, city=moved.city)
        structured = kind in ONLY_FIELDS or (structured and kind not in ONLY_TEXT)
        if kind in ONLY_FIELDS:
            given = creator.handle if kind == "handle" else leet(creator.handle)
            facts = replace(facts, handles=(dice.choice(("{}", "@{}", "https://www.instagram.com/{}/")).format(given),))
        return Mention(creator.person, name, facts, kind, language, structured, creator, about=True)

    def hand(self, creator: Creator, language: str) -> tuple[str, str]:
        """A kind of writing that has something to do with the name, and the name in it; twins go by their handles."""
        if self.bearers[creator.person.key] > 1:
            return "handle", creator.person.name
        weights = [weight for weight, _ in HANDS.values()]
        while True:
            kind = self.dice.choices(list(HANDS), weights)[0]
            name = HANDS[kind][1](creator.person, self.dice, language)
            if kind == "alias":
                name = creator.name if creator.aliases and creator.name != creator.person.name else None
            if name is not None:
                return kind, name

    def telling(self, creator: Creator) -> tuple[str, ...]:
        """One fact that the list knows."""
        known = {"country": creator.knows_country, "birth": creator.knows_birth, "trade": creator.knows_trade}
        return (self.dice.choice([fact for fact, there in known.items() if there]),)


def namesakes(out: Path, truth: Path, creators: int, records: int, seed: int) -> pl.DataFrame:
    """Write `creators`, `accounts` and `records` to `out` and the truth to `truth`, which is returned."""
    world = World(creators, seed)
    rows = [row(number, mention, world.people) for number, mention in enumerate(world.mentions(records))]
    out.mkdir(parents=True, exist_ok=True)
    truth.parent.mkdir(parents=True, exist_ok=True)
    tables.creators(world.creators).write_parquet(out / "creators.parquet")
    tables.accounts(world.creators, world.dice).write_parquet(out / "accounts.parquet")
    pl.DataFrame([row for row, _ in rows], tables.RECORDS, orient="row").write_parquet(out / "records.parquet")
    told = pl.DataFrame([line for _, line in rows], tables.TRUTH, orient="row")
    told.write_parquet(truth)
    return told
