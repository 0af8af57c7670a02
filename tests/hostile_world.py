"""A made-up world in which strangers wrote every text of every table: ids, names, texts, addresses, lists.

Numbers and times stay, so that there is something to measure, to draw and to match.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from zlib import crc32

import polars as pl

from tests.hostile import CORPUS, HALF_PAIR, long_text
from vetting.records import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.records import Column, Table

TEXTS = tuple(CORPUS.values())


def write_hostile(plain: Path, truth: Path, folder: Path) -> None:
    """Write the world of `plain` again into `folder`, with the corpus in every text field.

    Every field of a table gets every text of the corpus, if the table has as many rows. A creator and the records
    about them are called the same, as told by `truth`, so that there are matches to show.
    """
    folder.mkdir(parents=True)
    subjects = dict(pl.read_parquet(truth / "records.parquet").select("record_id", "creator_id").iter_rows())
    for table in TABLES.values():
        rows = pl.read_parquet(plain / f"{table.name}.parquet").to_dicts()
        hostile = [_hostile(table, row, number, subjects) for number, row in enumerate(rows)]
        _write(folder, table, [*hostile, *_misfits(table, hostile[-1])])


def _hostile(table: Table, row: dict[str, Any], number: int, subjects: dict[str, str]) -> dict[str, Any]:
    made = {column.name: _value(table, column, row[column.name], number) for column in table.columns}
    if table.name == "records":  # what they say stays beside, so that there is somebody whom they name, and a matter
        made["title"] = f"{row['title']} {made['title']}"
        made["text"] = f"{row['text']} {made['text']}"
        made["subject_names"].append(_text(subjects.get(row["record_id"]) or row["record_id"]))
    if table.name == "creators":
        made["name"] = _text(row["creator_id"]) if number else long_text()
        made["aliases"].append(row["name"])
    return made


def _value(table: Table, column: Column, value: Any, number: int) -> Any:  # noqa: ANN401 # a cell of any kind
    place = number + crc32(f"{table.name} {column.name}".encode())
    if column.kind == "id":
        return value and f"{value} {_text(str(value))}"
    if column.kind == "text":
        return TEXTS[place % len(TEXTS)] if number else long_text()
    if column.kind == "list":
        return [*(value or ()), *(TEXTS[(place + step) % len(TEXTS)] for step in range(3))]
    return value


def _text(name: str) -> str:
    """The same text of the corpus for the same name: what keeps an id an id, and a namesake a namesake."""
    return TEXTS[int("".join(filter(str.isdigit, name)) or 0) % len(TEXTS)]


def _misfits(table: Table, row: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows for the quarantine: a text where a number, a time or a word of a closed list belongs; half a pair."""
    texts = [column.name for column in table.columns if column.kind in {"id", "text"}]
    return [row | dict.fromkeys(texts, HALF_PAIR)] + [
        row | {column.name: TEXTS[place % len(TEXTS)]}
        for place, column in enumerate(table.columns)
        if column.kind in {"word", "count", "time", "flag"}
    ]


def _write(folder: Path, table: Table, rows: list[dict[str, Any]]) -> None:
    """Write JSON lines, each with a column that the contract does not know."""
    lines = (json.dumps(row | {TEXTS[0]: TEXTS[1]}, default=lambda time: f"{time:%Y-%m-%dT%H:%M:%SZ}") for row in rows)
    (folder / f"{table.name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
