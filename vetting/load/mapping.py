"""A mapping: a small TOML file that says which cells of a foreign file fill which columns of the exchange format."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar
from zoneinfo import ZoneInfo

import polars as pl
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from vetting.errors import RefusalError
from vetting.load.misfits import refuse_misfits
from vetting.load.times import NAMED
from vetting.records import TABLES
from vetting.settings import Frozen

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

    from vetting.records import Table

Format = Literal["csv", "tsv", "jsonl", "json", "xlsx", "parquet"]


def _listed(given: object) -> object:
    """One text may stand where a list of texts belongs."""
    return (given,) if isinstance(given, str) else given


def _encoding(name: str) -> str:
    try:
        b"a".decode(name, errors="ignore")
    except LookupError as error:
        raise ValueError(f"{name!r} is no text encoding that Python knows") from error
    return name


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (LookupError, OSError, ValueError) as error:
        raise ValueError(f"{name!r} is no time zone such as UTC or Europe/Paris") from error
    return name


def _pattern(pattern: str) -> str:
    try:
        pl.Series([""]).str.contains(pattern)
    except pl.exceptions.ComputeError as error:
        raise ValueError(f"{pattern!r} is no regular expression (look-around does not exist here)") from error
    return pattern


def _grouped(pattern: str) -> str:
    if not isinstance(kind := pl.Series([""]).str.extract_groups(pattern).dtype, pl.Struct) or len(kind.fields) != 1:
        raise ValueError(f"{pattern!r} needs one pair of parentheses, around what is wanted")
    return pattern


def _time_format(formats: tuple[str, ...]) -> tuple[str, ...]:
    if wrong := [text for text in formats if "%" not in text and text not in NAMED]:
        raise ValueError(f"{wrong[0]!r} is no format such as '%d.%m.%Y %H:%M', nor one of {', '.join(NAMED)}")
    return formats


Texts = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Row = TypeVar("Row", bound=Frozen)
OneCharacter = Annotated[str, Field(min_length=1, max_length=1)]
Zone = Annotated[str, AfterValidator(_timezone)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Constant = str | bool | int | dt.datetime | dt.date | tuple[str, ...]


class Shape(Frozen):
    """How the foreign file is written: `[file]` of a mapping, each key described in docs/mapping.md."""

    format: Format | None = None
    encoding: Annotated[str, AfterValidator(_encoding)] = "utf-8"
    on_bad_bytes: Literal["quarantine", "replace"] = "quarantine"
    delimiter: OneCharacter | None = None
    quote: Annotated[str, Field(max_length=1)] = '"'
    escape: OneCharacter | None = None
    sheet: str | None = None
    header: Annotated[int, Field(ge=1)] = 1
    headings: tuple[str, ...] = ()
    root: str | None = None
    missing: Texts = ()
    decimal: Literal[".", ","] = "."
    timezone: Zone = "UTC"
    year: Annotated[int, Field(ge=1990, lt=2100)] | None = None


class Source(Frozen):
    """Where the text of a column comes from: what may stand under `else`."""

    source: Annotated[Texts, Field(alias="from")] = ()
    value: Constant | None = None
    optional: bool = False
    join: str | None = None
    missing: Texts = ()
    unescape: bool = False
    replace: tuple[tuple[Pattern, str], ...] = ()
    find: Annotated[str, AfterValidator(_pattern), AfterValidator(_grouped)] | None = None
    otherwise: Annotated[Source | None, Field(alias="else")] = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if bool(self.source) == (self.value is not None):
            raise ValueError("it needs either `from` (a heading) or `value` (the same for every row)")
        return self

    def headings(self) -> dict[str, bool]:
        """The headings that it reads, and for each whether the file may lack it."""
        others = self.otherwise.headings() if self.otherwise else {}
        return others | dict.fromkeys(self.source, self.optional)


class Fill(Source):
    """How one exchange column is filled: an entry of `[tables.<table>]`, each key described in docs/mapping.md."""

    words: dict[str, str | bool] | None = None
    reading: Annotated[Literal["hash", "country"] | None, Field(alias="as")] = None
    prefix: str = ""
    format: Annotated[Texts, AfterValidator(_time_format)] = ()
    separator: Annotated[str, Field(min_length=1)] = "|"
    decimal: Literal[".", ","] | None = None
    timezone: Zone | None = None


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
