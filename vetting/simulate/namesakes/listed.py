"""Who on the list bears which name and handle, so that the truth knows of everybody who shares one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vetting.simulate.namesakes.people import name_key, squashed

if TYPE_CHECKING:
    from vetting.simulate.namesakes.creators import Creator


class Listed:
    """The creators of one world by name and by handle."""

    def __init__(self, cast: list[Creator]) -> None:
        self.cast = cast
        self.names: dict[str, list[Creator]] = defaultdict(list)
        for creator in cast:
            for key in self._keys(creator):
                self.names[key].append(creator)
        self.handles = {squashed(account.handle) for creator in cast for account in creator.accounts}

    def bearers(self, key: str) -> list[Creator]:
        """Creators of that name, by `people.name_key`."""
        return self.names.get(key, [])

    def doubles(self, creator: Creator) -> list[Creator]:
        """Others who share the name by which records mostly have the creator: the legal one, else that of the stage."""
        key = creator.person.key if creator.legal else name_key(creator.stage)
        return [other for other in self.bearers(key) if other is not creator]

    def taken(self, handle: str) -> bool:
        """Whether somebody on the list has that handle, but for its dots and lines."""
        return squashed(handle) in self.handles

    @staticmethod
    def _keys(creator: Creator) -> list[str]:
        keys = {name_key(name) for name in (creator.stage, *creator.aliases) if name}
        if creator.legal:
            keys |= {creator.person.key}
        return sorted(keys)
