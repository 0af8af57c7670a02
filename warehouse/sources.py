"""The SQL files of the house: what each one is called, says of itself, and reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HERE = Path(__file__).parent
SCHEMAS = ("stored", "seen", "facts", "signals", "marts", "config", "ops")
REFERENCE = re.compile(rf"\b({'|'.join(SCHEMAS)})\.(\w+)")
COLUMN_NOTE = re.compile(r"^-- (\w+): (.+)$")
BUILD = "build"
BUILDS = ("whole", "account", "view", "passing")
"""How a fact is built, as its head says in a line `-- build: account`.

whole: from everything, each time. account: an account's rows depend on that account's rows alone, so that only changed
accounts are built again. view: kept nowhere. passing: a temporary table, for the facts that are built after it."""


def literal(text: object) -> str:
    """A string as a SQL literal, where a statement takes no parameter."""
    return "'" + str(text).replace("'", "''") + "'"


def with_values(sql: str, variables: Mapping[str, object]) -> str:
    """SQL with the variables' values in place: a view is read by clients that set none."""
    for name, value in variables.items():
        text = f"TIMESTAMP {literal(value)}" if isinstance(value, datetime) else literal(value)
        sql = sql.replace(f"getvariable('{name}')", text if isinstance(value, str | datetime) else str(value))
    return sql


@dataclass(frozen=True)
class Source:
    """One SQL file. Its first comment line says what it gives; lines `-- column: words` say what its columns hold.

    Among them a fact may have a line `-- build: account`, see `BUILDS`.
    """

    path: Path

    @cached_property
    def text(self) -> str:
        """The whole file."""
        return self.path.read_text(encoding="utf-8")

    @property
    def name(self) -> str:
        """The file's stem: the name of the table, view, check or query."""
        return self.path.stem

    @cached_property
    def _head(self) -> list[str]:
        lines = self.text.splitlines()
        end = next((at for at, line in enumerate(lines) if not line.startswith("--")), len(lines))
        return lines[:end]

    @property
    def says(self) -> str:
        """What it gives: the first comment line, and those after it up to the first column's."""
        said = [line.removeprefix("--").strip() for line in self._head[:1]]
        for line in self._head[1:]:
            if COLUMN_NOTE.match(line):
                break
            said.append(line.removeprefix("--").strip())
        return " ".join(said)

    @cached_property
    def column_notes(self) -> dict[str, str]:
        """Column name to its words."""
        return {name: words for name, words in self._notes.items() if name != BUILD}

    @cached_property
    def _notes(self) -> dict[str, str]:
        return {m[1]: m[2] for line in self._head[1:] if (m := COLUMN_NOTE.match(line))}

    @cached_property
    def build(self) -> str:
        """How it is built, one of `BUILDS`; `whole` where its head doesn't say."""
        how = self._notes.get(BUILD, BUILDS[0])
        if how not in BUILDS:
            raise RefusalError(f"{self.path.name} says `build: {how}`.", f"Say one of {', '.join(BUILDS)}.")
        return how

    @cached_property
    def sql(self) -> str:
        """The statements, without the head."""
        return "\n".join(self.text.splitlines()[len(self._head) :]).strip().rstrip(";")

    @cached_property
    def reads(self) -> list[tuple[str, str]]:
        """The (schema, name) pairs that it mentions, in order of name."""
        return sorted(set(REFERENCE.findall(self.sql)))


@dataclass(frozen=True)
class Tree:
    """A folder laid out like `warehouse/`; a test or an operator may bring another one."""

    root: Path = HERE

    def sources(self, room: str) -> list[Source]:
        """The SQL files of a folder and the folders in it, by name."""
        return [Source(path) for path in sorted((self.root / room).rglob("*.sql"), key=lambda path: path.stem)]

    def query(self, name: str) -> Source:
        """One of the named reads in `queries/`."""
        return Source(self.root / "queries" / f"{name}.sql")

    def needed(self, room: str, names: Iterable[str]) -> list[str]:
        """These files of a folder and those of it that they read, in order."""
        wanted, ordered = set(names), self.in_order(room)
        for source in reversed(ordered):
            if source.name in wanted:
                wanted |= {name for schema, name in source.reads if schema == room}
        return [source.name for source in ordered if source.name in wanted]

    def in_order(self, room: str) -> list[Source]:
        """The files of a folder, each after those of the same folder that it reads."""
        sources = {source.name: source for source in self.sources(room)}
        graph = {
            name: [other for schema, other in source.reads if schema == room and other in sources and other != name]
            for name, source in sources.items()
        }
        return [sources[name] for name in self.after_what_they_read(room, graph)]

    @staticmethod
    def after_what_they_read(room: str, reads: Mapping[str, Iterable[str]]) -> list[str]:
        """Names of a folder, each after those that it `reads`. Raises RefusalError for a circle."""
        try:
            return list(TopologicalSorter(reads).static_order())
        except CycleError as error:
            raise RefusalError(
                f"The files in warehouse/{room}/ read each other in a circle: {' -> '.join(error.args[1])}.",
                "Move what they share into a file of its own.",
            ) from error
