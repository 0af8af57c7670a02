"""One exchange column of a mapping as polars expressions: its value, and the reason where there is none."""

from __future__ import annotations

import hashlib
import html
import unicodedata
from typing import TYPE_CHECKING

import polars as pl

from vetting.load.countries import country_code
from vetting.load.values import BETWEEN, LIST_MARK, noun, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from vetting.load.entries import Constant, Fill, Shape, Source
    from vetting.records import Column

    Cell = Callable[[str], pl.Expr]

SHOWN = 60


def fill_column(
    column: Column, fill: Fill, shape: Shape, rows: pl.DataFrame, cell: Cell
) -> tuple[pl.Series, pl.Series]:
    """The column's values in its type, and errors in words where a cell holds something that is no such value.

    `rows` holds the cells as String columns, `cell` names the one that a heading stands for.
    """
    if fill.value is not None and rows.height > 1:  # the same for every row: worked out once
        one, wrong = fill_column(column, fill, shape, rows[:1], cell)
        return one.new_from_index(0, rows.height), wrong.new_from_index(0, rows.height)
    taken = _take(column, fill, shape, rows, cell)
    value = parse(_reworded(taken["wanted"], fill), column, fill, shape)
    reason = pl.concat_str(pl.lit(f"{column.name}: '"), _shown("raw"), pl.lit(f"' is not {noun(column, fill)}"))
    error = taken.select(pl.when(pl.col("seen").is_not_null() & value.is_null()).then(reason)).to_series()
    return value, error


def _reworded(text: pl.Series, fill: Fill) -> pl.Series:
    """The text as the mapping words it: by its words, as a hash or a country's code, behind its prefix."""
    if fill.words:
        words = {given: str(word).lower() if isinstance(word, bool) else word for given, word in fill.words.items()}
        text = text.replace_strict(words, default=None, return_dtype=pl.String)
    if fill.reading:
        text = _each_once(text, {"hash": stable_hash, "country": country_code}[fill.reading])
    return fill.prefix + text if fill.prefix else text


def stable_hash(text: str) -> str:
    """The same 16 hexadecimal digits for the same text, however its accents are encoded (blake2b, 64 bits, NFC)."""
    return hashlib.blake2b(unicodedata.normalize("NFC", text).encode(), digest_size=8).hexdigest()


def as_text(constant: Constant) -> str:
    """A `value` of a mapping as a cell would hold it."""
    if isinstance(constant, bool):
        return str(constant).lower()
    return LIST_MARK + BETWEEN.join(constant) if isinstance(constant, tuple) else str(constant)


def _take(column: Column, fill: Source, shape: Shape, rows: pl.DataFrame, cell: Cell) -> pl.DataFrame:
    """Text on its way into a column: as it stood (`raw`), null where nothing is known (`seen`), and as `wanted`."""
    missing = ("", *shape.missing, *fill.missing)
    raw = pl.lit(as_text(fill.value)) if fill.value is not None else _joined(column, fill, shape, cell)
    taken = rows.with_columns(raw.alias("raw")).select("raw", seen="raw")
    if fill.unescape:
        taken = taken.with_columns(_unescaped(taken["seen"]))
    taken = taken.with_columns(_known(pl.col("seen"), missing))
    for pattern, by in fill.replace:
        taken = taken.with_columns(_known(pl.col("seen").str.replace_all(pattern, by), missing))
    seen = pl.col("seen")
    taken = taken.with_columns(wanted=_known(seen.str.extract(fill.find, 1), ("",)) if fill.find else seen)
    if not fill.otherwise:
        return taken
    other = _take(column, fill.otherwise, shape, rows, cell)
    return taken.with_columns(pl.coalesce(name, other[name]).alias(name) for name in taken.columns)


def _joined(column: Column, fill: Source, shape: Shape, cell: Cell) -> pl.Expr:
    """The cells as one text: of a list column those that are there, of any other all or nothing."""
    known = [_known(cell(heading), ("", *shape.missing)) for heading in fill.source]
    if len(known) == 1:
        return known[0]
    if column.kind != "list":
        return pl.concat_str(known, separator=fill.join or "")
    some = pl.concat_str([each.str.strip_prefix(LIST_MARK) for each in known], separator=BETWEEN, ignore_nulls=True)
    return pl.when(some != "").then(pl.concat_str(pl.lit(LIST_MARK), some))


def _known(text: pl.Expr, missing: tuple[str, ...]) -> pl.Expr:
    stripped = text.str.strip_chars()
    return pl.when(~stripped.is_in(missing)).then(stripped)


def _unescaped(text: pl.Series) -> pl.Series:
    escaped = text.str.contains("&", literal=True).fill_null(value=False)
    return text.zip_with(~escaped, _each_once(text.set(~escaped, None), html.unescape))


def _each_once(text: pl.Series, convert: Callable[[str], str | None]) -> pl.Series:
    """Apply a Python function to each different text once."""
    converted = {given: convert(given) for given in text.drop_nulls().unique()}
    return text.replace_strict(converted, default=None, return_dtype=pl.String) if converted else text


def _shown(name: str) -> pl.Expr:
    """The beginning of a cell, on one line."""
    line = pl.col(name).str.replace_all(r"[\p{C}\s]+", " ")
    short = line.str.len_chars() <= SHOWN
    return pl.when(short).then(line).otherwise(line.str.slice(0, SHOWN) + "\u2026")
