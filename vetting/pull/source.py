"""What a source of data is: a module in `vetting/pull/sources/` with a `SOURCE`, and nothing else to touch."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from vetting.errors import RefusalError
from vetting.pull import sources

if TYPE_CHECKING:
    from pathlib import Path


@runtime_checkable
class Source(Protocol):
    """Something that can be asked for data about a target and lands it in the exchange format."""

    name: str
    """The word by which a user asks for it."""
    about: str
    """One line for `vet pull --help`."""

    def land(self, target: str, landing: Path) -> Path:
        """Put exchange files about `target` under `landing`, each whole or not at all, and return their folder.

        Raises RefusalError where the target can't be had.
        """


def known_sources() -> dict[str, Source]:
    """Every source that lies in `vetting/pull/sources/`, by name."""
    found: dict[str, Source] = {}
    for module in pkgutil.iter_modules(sources.__path__):
        source = importlib.import_module(f"{sources.__name__}.{module.name}").SOURCE
        if not isinstance(source, Source):
            raise RefusalError(f"{module.name} is no source.", "Its SOURCE needs a name, an about and land().")
        found[source.name] = source
    return found


def source_named(name: str) -> Source:
    """The source of that name, or a RefusalError that lists those there are."""
    known = known_sources()
    if name not in known:
        raise RefusalError(f"There is no source named {name}.", f"There are: {', '.join(sorted(known))}.")
    return known[name]
