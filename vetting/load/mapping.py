"""A mapping: a small TOML file that says which cells of a foreign file fill which columns of the exchange format."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from vetting.errors import RefusalError
from vetting.load.entries import Fill, Shape, Texts
from vetting.load.misfits import refuse_misfits
from vetting.records import TABLES
from vetting.settings import Frozen

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.records import Table

Row = TypeVar("Row", bound=Frozen)


class _Each(Frozen):
    """The one key of a table that is no column."""

    each: Texts = ()


@dataclass(frozen=True, slots=True)
class TablePlan:
    """One exchange table of a mapping: `each` names the lists of a record that give a row per element."""

    table: Table
    each: tuple[str, ...]
    fills: dict[str, Fill]

    def headings(self) -> dict[str, bool]:
        """The headings that the table reads, and for each whether the file may lack it."""
        found: dict[str, bool] = {}
        for fill in self.fills.values():
            for heading, optional in fill.headings().items():
                found[heading] = optional and found.get(heading, True)
        return found


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping file, read and checked."""

    name: str
    shape: Shape
    tables: tuple[TablePlan, ...]


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file; a RefusalError names the place in it that is wrong and what to write instead."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RefusalError(f"There is no mapping {path}.", "Name one, such as one of config/mappings/.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RefusalError(f"{path.name} is no valid TOML: {error}.", "Mend that line.") from error
    if strange := sorted(set(given) - {"file", "tables"}):
        raise RefusalError(f"{path.name} holds a section {strange[0]!r}.", "Use only [file] and [tables.<table>].")
    shape = _checked(Shape, given.get("file", {}), path.name, "file")
    tables = tuple(_table(path.name, name, entries) for name, entries in given.get("tables", {}).items())
    if not tables:
        raise RefusalError(f"{path.name} fills no table.", "Write a [tables.<table>] with the columns to fill.")
    mapping = Mapping(path.name, shape, tables)
    refuse_misfits(mapping)
    return mapping


def _table(mapping: str, name: str, entries: dict[str, Any]) -> TablePlan:
    if name not in TABLES:
        raise RefusalError(f"{mapping} fills [tables.{name}], which is no table.", f"Use one of {', '.join(TABLES)}.")
    table, place = TABLES[name], f"tables.{name}"
    each = _checked(_Each, {"each": entries.pop("each", ())}, mapping, place).each
    columns = [column.name for column in table.columns]
    if unknown := [key for key in entries if key not in columns]:
        raise RefusalError(f"{mapping} fills {name}.{unknown[0]}, which is no column.", f"Use {', '.join(columns)}.")
    if lacking := [key for key in table.required if key not in entries]:
        raise RefusalError(
            f"{mapping} leaves {name}.{lacking[0]} unfilled, which every row needs.",
            f'Add `{lacking[0]} = "its heading"` or `{lacking[0]} = {{value = ...}}` to [{place}].',
        )
    given = {key: {"from": entry} if isinstance(entry, str) else entry for key, entry in entries.items()}
    fills = {key: _checked(Fill, given[key], mapping, f"{place}.{key}") for key in columns if key in given}
    return TablePlan(table, each, fills)


def _checked(kind: type[Row], given: object, mapping: str, where: str) -> Row:
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(part for part in (where, *map(str, first["loc"])) if part)
        what = first["msg"].removeprefix("Value error, ")
        keys = ", ".join(field.alias or name for name, field in kind.model_fields.items())
        raise RefusalError(f"In {mapping}, {place} is wrong: {what}.", f"The keys here are {keys}.") from error
