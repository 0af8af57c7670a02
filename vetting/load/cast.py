"""Casting raw columns to the contract's types; a value that its column can't hold gets a reason, never a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vetting.records import META

if TYPE_CHECKING:
    from vetting.load.read import Reading
    from vetting.records import Column, Table

EARLIEST, LATEST = "1990-01-01", "2100-01-01"
"""No platform is older; a time outside is a clock's or a parser's mistake."""
OLDEST_BIRTH = "1900-01-01"
WRONG = {
    "count": "is not a whole number of at least 0",
    "time": f"is not a time between {EARLIEST[:4]} and {LATEST[:4]}",
    "date": "is not a date",
    "flag": "is neither true nor false",
    "list": "is not a list",
    "word": "is not one of",
    "id": "is not text",
    "text": "is not text",
}
FLOATING = ("DOUBLE", "FLOAT", "DECIMAL", "REAL")


def raw(column: Column, reading: Reading) -> str | None:
    """The raw value as SQL, null where it says that nothing is known; None where the file has no such column."""
    kind = reading.types.get(column.name)
    if kind is None:
        return None
    name = f'"{column.name}"'
    if kind == "VARCHAR":
        return f"nullif(nullif({name}, ''), 'null')"
    return f"nullif({name}, '')" if kind == "JSON" else name


def cast(column: Column, value: str, kind: str) -> str:
    """SQL for the value in the contract's type, null where it can't be."""
    text = kind in ("VARCHAR", "JSON")
    if column.kind == "flag":
        return f"TRY_CAST({value} AS BOOLEAN)"
    if column.kind in ("id", "text", "word"):
        return _words(column, value, kind)
    if column.kind == "list":
        as_json = f"TRY(CAST(CAST({value} AS JSON) AS VARCHAR[]))"
        split = f"CASE WHEN {value} LIKE '[%' THEN {as_json} ELSE string_split({value}, '|') END"
        return split if text else f"TRY_CAST({value} AS VARCHAR[])"
    if column.kind == "count":
        return _count(value, kind, text=text)
    return _moment(column, value, text=text)


def _moment(column: Column, value: str, *, text: bool) -> str:
    """A time in text may carry an offset, which only the type with a zone takes into account."""
    earliest = EARLIEST if column.kind == "time" else OLDEST_BIRTH
    instant = f"TRY_CAST({value} AS TIMESTAMPTZ)" if text else value
    moment = f"TRY_CAST({instant} AS {column.type})"
    return f"CASE WHEN {moment} >= '{earliest}' AND {moment} < '{LATEST}' THEN {moment} END"


def _words(column: Column, value: str, kind: str) -> str:
    plain = value if kind in ("VARCHAR", "JSON") else f"CAST({value} AS VARCHAR)"
    if column.words:
        listed = ", ".join(f"'{word}'" for word in column.words)
        return f"CASE WHEN lower({plain}) IN ({listed}) THEN lower({plain}) END"
    if kind == "JSON":  # an object where a word belongs
        return f"CASE WHEN NOT ({value} LIKE '{{%}}' AND json_valid({value})) THEN {value} END"
    return plain


def _count(value: str, kind: str, *, text: bool) -> str:
    number = f"TRY_CAST({value} AS BIGINT)"
    good = f"{number} >= 0"
    if text:
        good += f" AND (NOT contains({value}, '.') OR TRY_CAST({value} AS DOUBLE) = {number})"
    elif kind.startswith(FLOATING):
        good += f" AND {value} = {number}"
    return f"CASE WHEN {good} THEN {number} END"


def staging(table: Table, reading: Reading) -> str:
    """SELECT with `_file`, `_line`, the contract's columns, `_error` (null: good), `_text` of a bad row."""
    fields, wrong, reasons = [], [], []
    for column in table.columns:
        value = raw(column, reading)
        if value is None:
            fields.append(f'NULL::{column.type} AS "{column.name}"')
            if column.required:  # only a file of which nothing could be read gets here
                wrong.append("true")
            continue
        held = cast(column, value, reading.types[column.name])
        fields.append(f'{held} AS "{column.name}", {value} AS "_raw_{column.name}"')
        bad, reason = _reason(column)
        wrong.append(bad)
        reasons += reason
    broken = "_broken" if reading.can_break else "false"
    given = '"_error"' if "_error" in reading.types else "NULL::VARCHAR"
    file = '"_file"' if "_file" in reading.types else "NULL::VARCHAR"
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    shown = ", ".join(f'"_raw_{c.name}"' for c in table.columns if c.name in reading.types) or "NULL"
    return (
        f"SELECT _file, _line, {columns}, "
        f"CASE WHEN _broken THEN 'not a JSON object, or not UTF-8' WHEN _given IS NOT NULL THEN _given "
        f"WHEN {' OR '.join(wrong)} THEN concat_ws('; ', {', '.join(reasons) or 'NULL'}) END AS _error, "
        f"CASE WHEN _broken OR _given IS NOT NULL OR {' OR '.join(wrong)} "
        f"THEN left(concat_ws(' | ', {shown}), 300) END AS _text "
        f"FROM (SELECT {file} AS _file, _line, {broken} AS _broken, {given} AS _given, {', '.join(fields)} "
        f"FROM ({reading.sql}))"
    )


def _reason(column: Column) -> tuple[str, list[str]]:
    """When a column makes its row bad, and the sentence for each way."""
    name, seen = f'"{column.name}"', f'"_raw_{column.name}"'
    why = WRONG["word"] + " " + " ".join(column.words) if column.words else WRONG[column.kind]
    bad = f"({seen} IS NOT NULL AND {name} IS NULL)"
    reasons = [f"CASE WHEN {bad} THEN '{column.name}: ' || left({seen}::VARCHAR, 40) || ' {why}' END"]
    if column.required:
        reasons.append(f"CASE WHEN {seen} IS NULL THEN '{column.name} is missing' END")
        bad = f"({name} IS NULL)"
    return bad, reasons


def ignored(table: Table, reading: Reading) -> list[str]:
    """The file's columns that the contract does not name."""
    known = {column.name for column in table.columns} | set(META)
    return sorted(set(reading.types) - known)
