"""A creator's name as a record has it: by one of its parts, by a stage name or a handle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vetting.simulate.namesakes.altering import TAILS, Altering
from vetting.simulate.namesakes.hands import hyphens, scanned, slip
from vetting.simulate.namesakes.names import plain
from vetting.simulate.namesakes.people import Person, squashed

if TYPE_CHECKING:
    from collections.abc import Callable

    from vetting.simulate.namesakes.creators import Casting, Creator
    from vetting.simulate.namesakes.dice import Dice


@dataclass(frozen=True, slots=True)
class Written:
    """A name as a record has it, and where it belongs: `name` or `handle`."""

    text: str
    where: str = "name"


class Hand:
    """Writes the names of creators, and of others, as the records of one world do."""

    def __init__(self, dice: Dice, casting: Casting) -> None:
        self.dice, self.casting = dice, casting
        self.altering = Altering(dice, casting.people.pools)

    def write(self, kind: str, creator: Creator) -> Written | None:
        """The name as a record of this kind (of `habits.ALTERED`) writes it; null where it cannot."""
        if kind.startswith("handle") or kind == "hashtag":
            return self._handle(kind, creator)
        base = creator.name or creator.accounts[0].shown or ""
        if kind == "stage":
            return self._slack(base, creator.shape)
        text = self.altering.alter(kind, creator.person) if creator.legal else self._stage(kind, base)
        return Written(text) if text and len(text) > 1 else None

    def made_handle(self, person: Person) -> str:
        """A handle that a person of that name might have."""
        given, family = squashed(person.given), squashed(person.families)
        between = self.dice.pick(("", "_", "."))
        return self.casting.decorated(self.dice.pick((given + between + family, family + between + given)))

    def _stage(self, kind: str, base: str) -> str | None:
        """What can happen to a name that has no parts."""
        dice = self.dice
        made: dict[str, Callable[[], str]] = {
            "exact": base.strip, "plain": lambda: plain(base), "capitals": base.upper, "typo": lambda: slip(dice, base),
            "typos": lambda: slip(dice, slip(dice, base)), "squashed": lambda: base.replace(" ", ""),
            "decorated": lambda: f"{base} {dice.pick(TAILS)}", "scan": lambda: scanned(dice, base),
            "spelling": base.lower, "hyphen": lambda: hyphens(dice, base),
        }  # fmt: skip
        return made[kind]() if kind in made else None

    def _slack(self, name: str, shape: str) -> Written | None:
        """A stage name as people quote it; null for who has none. Ordinary words keep their capitals."""
        if shape in ("legal", "ordinary"):
            return Written(name) if shape == "ordinary" else None
        made = (name, name, name.upper(), name.lower(), name.replace("The ", ""), plain(name))
        return Written(self.dice.pick(made))

    def _handle(self, kind: str, creator: Creator) -> Written:
        """A handle of the creator's, decorated, or made from the name as a hashtag or a handle."""
        dice, handle = self.dice, self.dice.pick(creator.accounts).handle
        if kind == "handle":
            return Written(dice.pick(("", "@")) + handle, "handle")
        if kind == "handle_decorated":
            return Written(self.casting.decorated(handle), "handle")
        name = creator.person.full if creator.legal else creator.name or handle
        if kind == "hashtag":
            words = plain(name).replace("-", " ").split()
            return Written("#" + "".join(word[:1].upper() + word[1:] for word in words), "handle")
        whole = not creator.legal or not creator.person.family
        return Written(squashed(name) if whole and squashed(name) else self.made_handle(creator.person), "handle")
