"""From text to what an exchange column holds; text that can't be that becomes null, which its caller reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.load.times import day, instant

if TYPE_CHECKING:
    from vetting.load.entries import Fill, Shape
    from vetting.records import Column

LIST_MARK, BETWEEN = "\x1e", "\x1f"
"""A list of the source travels as text that begins with the first and holds the second between its elements."""

FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
POWERS = {"k": 3, "m": 6, "b": 9}
SPACE = "[ \u00a0\u2009\u202f'\u2019]"  # what stands between groups of digits beside commas and points
NOUNS = {
    "id": "as the mapping expects",
    "text": "as the mapping expects",
    "word": "one of ",
    "count": "a count",
    "time": "a time",
    "date": "a day",
    "flag": "true or false",
    "list": "a list",
}


def noun(column: Column, fill: Fill) -> str:
    """What a value of this column should have been, to end `'...' is not `."""
    if fill.reading == "country":
        return "a country"
    if fill.words:
        return "one of " + ", ".join(fill.words)
    return NOUNS[column.kind] + ", ".join(column.words)


def parse(text: pl.Series, column: Column, fill: Fill, shape: Shape) -> pl.Series:
    """Text to the column's type: String, Int64, Datetime (naive UTC, microseconds), Date, Boolean or List(String)."""
    if column.kind == "list":
        return listed(text, fill.separator)
    plain = pl.select(pl.when(~text.str.starts_with(LIST_MARK)).then(text)).to_series()
    match column.kind:
        case "count":
            return count(plain, fill.decimal or shape.decimal)
        case "flag":
            return plain.str.to_lowercase().replace_strict(FLAGS, default=None, return_dtype=pl.Boolean)
        case "time":
            return instant(plain, fill.format, fill.timezone or shape.timezone, shape.year)
        case "date":
            return day(plain, fill.format, shape.year)
    known = {word: word for word in column.words}
    return plain.replace_strict(known, default=None, return_dtype=pl.String) if known else plain


def count(text: pl.Series, decimal: str = ".") -> pl.Series:
    """`1234`, `1,234,567`, `2,28,00,000`, `1 234`, `48.5M`, `3.3k`, `29.0b` to Int64.

    What is not whole (`3.5`), negative, or grouped as no one groups (`1,23`) is null.
    """
    group, point = (",", r"\.") if decimal == "." else (r"\.", ",")
    western = f"[0-9]{{1,3}}(?:{group}[0-9]{{3}})+"
    indian = f"[0-9]{{1,2}}(?:{group}[0-9]{{2}})*{group}[0-9]{{3}}"
    spaced = f"[0-9]{{1,3}}(?:{SPACE}[0-9]{{3}})+"
    whole = f"(?P<whole>[0-9]+|{western}|{indian}|{spaced})"
    pattern = rf"^{whole}(?:{point}(?P<fraction>[0-9]+))?\s?(?P<unit>[kKmMbB])?$"
    parts = (
        text.str.extract_groups(pattern)
        .struct.unnest()
        .select(
            pl.col("whole").str.replace_all("[^0-9]", ""),
            pl.col("fraction").fill_null("").str.strip_chars_end("0"),
            pl.col("unit").str.to_lowercase().replace_strict(POWERS, default=0, return_dtype=pl.Int64),
        )
    )
    spare = pl.col("unit") - pl.col("fraction").str.len_chars().cast(pl.Int64)
    digits = pl.concat_str("whole", "fraction", pl.lit("0" * max(POWERS.values())).str.slice(0, spare))
    return parts.select(pl.when(spare >= 0).then(digits.cast(pl.Int64, strict=False))).to_series()


def listed(text: pl.Series, separator: str) -> pl.Series:
    """A list of the source, or text with a separator, to List(String) without blanks."""
    native = text.str.strip_prefix(LIST_MARK).str.split(BETWEEN)
    marked = text.str.starts_with(LIST_MARK)
    parts = pl.select(pl.when(marked).then(native).otherwise(text.str.split(separator))).to_series()
    stripped = pl.element().str.strip_chars()
    return parts.list.eval(stripped.filter(stripped != ""))
