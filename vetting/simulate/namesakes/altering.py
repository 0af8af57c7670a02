"""A person's name altered: one method for each kind of `habits.ALTERED`, null where the name has no such part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vetting.lexicon import nicknames
from vetting.simulate.namesakes.hands import hyphens, in_script, respelled, scanned, slip
from vetting.simulate.namesakes.names import origins, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from vetting.simulate.namesakes.dice import Dice
    from vetting.simulate.namesakes.names import Pools
    from vetting.simulate.namesakes.people import Person

SCRIPTS = ("cyrillic", "greek", "arabic", "hebrew", "georgian", "devanagari")
TITLES = ("Mr", "Mrs", "Ms", "Dr", "Dr.", "M.", "Mme", "Sr.", "Sra.", "Herr", "Frau", "Sheikh", "Sir", "Mx")
TAILS = ("TV", "Vlogs", "Official", "✨", "| Official", "Officiel", "🔥", "YT", "(influencer)", "Jr.", "™")
FIRST_LETTERS = "ABCDEGHJKLMNPRST"
FIRST_KEPT = 0.85
LEAST_CUT, GUESSED = 5, 0.3
"""Letters of a given name that may be cut short, and how often that is done where no short form is known."""


class Altering:
    """Alters names in one world."""

    def __init__(self, dice: Dice, pools: Pools) -> None:
        self.dice, self.pools = dice, pools
        self.short: dict[str, list[str]] = {}
        for name, form in sorted(nicknames()):
            self.short.setdefault(name, []).append(form)

    def alter(self, kind: str, person: Person) -> str | None:
        """The name as that kind has it."""
        method: Callable[[Person], str | None] = getattr(self, f"_{kind}")
        return method(person)

    def _exact(self, person: Person) -> str:
        return person.full

    def _plain(self, person: Person) -> str | None:
        return plain(person.full) if plain(person.full) != person.full or self.dice.chance(GUESSED) else None

    def _capitals(self, person: Person) -> str:
        full = person.full if self.dice.chance(0.5) else plain(person.full)
        return full.upper() if self.dice.chance(0.6) else person.written(person.given, "", person.families.upper())

    def _typo(self, person: Person) -> str:
        return slip(self.dice, person.full)

    def _typos(self, person: Person) -> str:
        return slip(self.dice, slip(self.dice, person.full))

    def _scan(self, person: Person) -> str:
        return scanned(self.dice, person.full)

    def _order(self, person: Person) -> str | None:
        if not person.family:
            return None
        given = " ".join(part for part in (person.given, person.middle) if part)
        first, last = (given, person.families) if person.turned else (person.families, given)
        return f"{first}{self.dice.pick((',', '', ''))} {last}"

    def _middle(self, person: Person) -> str | None:
        if not person.family:
            return None
        if person.middle:
            kept = "" if self.dice.chance(0.6) else person.middle[:1] + "."
            return person.written(person.given, kept, person.families)
        added = self.pools.common(person.origin, "given")
        return person.written(person.given, added if self.dice.chance(0.5) else added[:1] + ".", person.families)

    def _initial(self, person: Person) -> str | None:
        if not person.family:
            return None
        between = "-" if "-" in person.given else " "
        second = person.given.split("-")[-1] if "-" in person.given else person.middle
        letters = person.given[:1] + "." + (f"{between}{second[:1]}." if second else "")
        families = person.families
        ways = (
            f"{letters} {families}",
            f"{person.given} {families[:1]}.",
            f"{families} {letters}",
            f"{families}, {letters}",
        )
        return self.dice.choices(ways, (0.66, 0.1, 0.14, 0.1))[0]

    def _spelling(self, person: Person) -> str:
        given, family = person.given, person.families
        which = self.dice.randrange(3)
        if which != 0 or not family:
            given = respelled(self.dice, given, person.origin)
        if which != 1 and family:
            family = respelled(self.dice, family, person.origin)
        return person.written(given, "", family)

    def _nickname(self, person: Person) -> str | None:
        known = self.short.get(plain(person.given).lower(), [])
        if not known and (len(person.given) < LEAST_CUT or not self.dice.chance(GUESSED)):
            return None
        short = self.dice.pick(known).title() if known else person.given[: self.dice.randrange(3, len(person.given))]
        ways = (f"{short} {person.families}", f'{person.given} "{short}" {person.families}')
        return self.dice.choices(ways, (0.85, 0.15))[0].strip()

    def _short_double(self, person: Person) -> str | None:
        if len(person.family) > 1:
            kept = person.family[0] if self.dice.chance(FIRST_KEPT) else person.family[-1]
            return person.written(person.given, "", kept)
        if "-" in person.given or " " in person.given:
            return person.written(person.given.replace("-", " ").split()[0], "", person.families)
        return None

    def _script(self, person: Person) -> str:
        own = origins()[person.origin].script
        return in_script(person.full, own if own and self.dice.chance(0.9) else self.dice.pick(SCRIPTS))

    def _squashed(self, person: Person) -> str:
        return plain(person.full).replace(" ", "")

    def _hyphen(self, person: Person) -> str | None:
        parted = "-" in person.full or " " in person.given or len(person.family) > 1
        return hyphens(self.dice, person.full) if parted else None

    def _titled(self, person: Person) -> str:
        return f"{self.dice.pick(TITLES)} {person.full}"

    def _decorated(self, person: Person) -> str:
        return f"{person.full} {self.dice.pick(TAILS)}"

    def _married(self, person: Person) -> str | None:
        if not person.family:
            return None
        own, other = person.families, self.pools.any(person.origin, "family")
        families = self.dice.pick((f"{own}-{other}", f"{other} (née {own})", f"{own} {other}", f"{other}-{own}"))
        return f"{person.given} {families}"

    def _combined(self, person: Person) -> str | None:
        if not person.family:
            return None
        given = person.given if self.dice.chance(0.5) else respelled(self.dice, person.given, person.origin)
        family = plain(person.families)
        letter = self.dice.pick(("", "", self.dice.pick(FIRST_LETTERS) + "."))
        text = f"{family} {given} {letter}" if self.dice.chance(0.4) else f"{given} {letter} {family}"
        text = slip(self.dice, " ".join(text.split()))
        return text.upper() if self.dice.chance(0.2) else text
