"""The entries of a mapping file: how the foreign file is written, and how each exchange column is filled."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal
from zoneinfo import ZoneInfo

import polars as pl
from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from vetting.load.times import NAMED
from vetting.settings import Frozen

if TYPE_CHECKING:
    from typing import Self

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
