"""Which creators are meant: by their id, or by a name or handle that only one of them bears."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from vetting.errors import RefusalError
from vetting.report.safe import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from warehouse import Warehouse

Row = dict[str, Any]
SHOWN = 5
"""So many creators are listed where several are meant, or none."""
SHORT = 40


def whom(warehouse: Warehouse, asked: Sequence[str]) -> list[str]:
    """Ids of the creators that are asked for, each once, in the order of asking.

    An id is taken as it stands; else a name or handle, whatever its accents and capitals. RefusalError where several
    creators bear it, and where none does.
    """
    known = warehouse.query("creators_named").to_dicts()
    ids = {row["creator_id"] for row in known}
    called: dict[str, list[Row]] = {}
    for row in known:
        for name in {folded(name) for name in (*row["names"], *row["handles"], row["creator_id"]) if name}:
            called.setdefault(name, []).append(row)
    found = (one if one in ids else _only(one, called) for one in asked)
    return list(dict.fromkeys(found))


def folded(name: str) -> str:
    """A name without accents, capitals, the sign before a handle, and spaces that say nothing."""
    apart = unicodedata.normalize("NFKD", name.strip().removeprefix("@"))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).casefold().split())


def _only(asked: str, called: dict[str, list[Row]]) -> str:
    meant = called.get(folded(asked), [])
    if len(meant) == 1:
        return str(meant[0]["creator_id"])
    if meant:
        more = f" and {len(meant) - SHOWN} more" if len(meant) > SHOWN else ""
        raise RefusalError(
            f"{len(meant)} creators are called {_short(asked)}: {_listed(meant[:SHOWN])}{more}.", "Name one by its id."
        )
    close = [row for name in get_close_matches(folded(asked), called, SHOWN) for row in called[name]]
    each = list({row["creator_id"]: row for row in close}.values())[:SHOWN]
    raise RefusalError(
        f"The warehouse knows no creator {_short(asked)}.",
        f"The nearest: {_listed(each)}." if each else 'All of them: vet sql "FROM marts.creators".',
    )


def _listed(rows: Iterable[Row]) -> str:
    return ", ".join(f"{_short(row['creator_id'])} ({_names(row)})" for row in rows)


def _names(row: Row) -> str:
    name = next((name for name in row["names"] if name), None)
    first = [f"@{handle.removeprefix('@')}" for handle in row["handles"][:1]]
    return ", ".join(_short(each) for each in ([name] if name else []) + first) or "no name"


def _short(text: str) -> str:
    """Harmless on a terminal."""
    return clean(text, SHORT)
