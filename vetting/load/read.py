"""Reading a landed file: one row per record, with its line, nothing cast yet.

Each form gives a `Reading`: a FROM clause with `_line` and the raw columns, and what could not even be read.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from vetting.errors import RefusalError
from vetting.records import META
from warehouse import literal

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.records import Landed
    from warehouse import Warehouse

HEAD = 1 << 20
SAMPLE = 10_000
LONGEST_LINE = 1 << 26
REJECTS = "csv_rejects"


@dataclass(frozen=True, slots=True)
class Reading:
    """How DuckDB reads a file. `types` maps the raw columns to their types; `sql` gives `_line` and them."""

    sql: str
    types: dict[str, str] = field(default_factory=dict)
    can_break: bool = False
    """Whether `sql` also gives `_broken`: a line that is no row at all."""


def read(warehouse: Warehouse, landed: Landed) -> Reading:
    """Look into a file and say how to read it.

    Raises RefusalError where it is empty, broken as a whole, or lacks a required column.
    """
    if landed.path.stat().st_size == 0:
        raise RefusalError(f"{landed.path.name} has zero bytes.", "Write the file again, or remove it.")
    try:
        _refuse_other_forms(landed)
        reading = {".parquet": _parquet, ".csv": _csv, ".jsonl": _jsonl}[landed.form](warehouse, landed.path, landed)
    except (OSError, EOFError) as error:
        raise RefusalError(f"{landed.path.name} can't be read: {error}.", "Write the file again.") from error
    lacking = [name for name in landed.table.required if name not in reading.types]
    if lacking and reading.types:
        raise RefusalError(
            f"{landed.path.name} has no column {', '.join(lacking)}.",
            f"Every row of {landed.table.name} needs {', '.join(landed.table.required)}: add it, "
            "or bring the file in with `vet load FILE --map MAPPING`.",
        )
    return reading


def _refuse_other_forms(landed: Landed) -> None:
    """Raise RefusalError for text in UTF-16, and for one JSON array in place of lines."""
    if landed.form == ".parquet":
        return
    with _open(landed.path) as stream:
        head = stream.read(64)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusalError(f"{landed.path.name} is UTF-16.", "Save it as UTF-8.")
    if landed.form == ".jsonl" and head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
        raise RefusalError(f"{landed.path.name} is one JSON array.", "Write one object per line, or use --map.")


def _parquet(warehouse: Warehouse, path: Path, _: Landed) -> Reading:
    source = f"read_parquet({literal(path)}, file_row_number = true)"
    try:
        pq.ParquetFile(path).close()
        described = warehouse.execute(f"DESCRIBE FROM {source}")
    except Exception as error:
        raise RefusalError(
            f"{path.name} can't be read as Parquet: {str(error).splitlines()[0]}.", "Write the file again."
        ) from error
    types = {row[0]: row[1] for row in described if row[0] != "file_row_number"}
    line = "" if "_line" in types else "file_row_number + 1 AS _line, "
    return Reading(f"SELECT {line}* EXCLUDE (file_row_number) FROM {source}", types)


def _open(path: Path) -> pa.NativeFile:
    return pa.input_stream(str(path), compression="detect")


def _csv(warehouse: Warehouse, path: Path, _: Landed) -> Reading:
    with _open(path) as stream:
        head = stream.read(HEAD).decode("utf-8-sig", errors="replace")
    headings = next(csv.reader(io.StringIO(head)), [])
    names = [name.strip() or f"column {number}" for number, name in enumerate(headings, 1)]
    if len({name.lower() for name in names}) < len(names):
        raise RefusalError(f"{path.name} names a column twice.", "Give every column a name of its own.")
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in names)
    for table in (REJECTS, f"{REJECTS}_scan"):
        warehouse.execute(f"DROP TABLE IF EXISTS temp.{table}")
    source = (
        f"read_csv({literal(path)}, columns = {{{columns}}}, header = true, auto_detect = false, delim = ',', "
        "quote = '\"', escape = '\"', strict_mode = true, ignore_errors = true, store_rejects = true, "
        f"rejects_table = '{REJECTS}', rejects_scan = '{REJECTS}_scan', rejects_limit = 0)"
    )
    # Good rows know their place among good rows; `place_csv_rows` turns it into the line of the file.
    return Reading(f"SELECT row_number() OVER () AS _line, * FROM {source}", dict.fromkeys(names, "VARCHAR"))


def _jsonl(warehouse: Warehouse, path: Path, landed: Landed) -> Reading:
    source = (
        f"read_ndjson_objects({literal(_without_bom(path, warehouse))}, ignore_errors = true, "
        f"maximum_object_size = {LONGEST_LINE})"
    )
    types = dict.fromkeys(_keys(warehouse, f"FROM {source} LIMIT {SAMPLE}"), "JSON")
    if types and not set(landed.table.required) <= set(types):
        types = dict.fromkeys(_keys(warehouse, f"FROM {source}"), "JSON")
    known = [column.name for column in landed.table.columns] + list(META)
    wanted = [name for name in known if name in types or name not in META]
    shape = "{" + ", ".join(f'"{name}": "VARCHAR"' for name in wanted) + "}"
    sql = (
        "SELECT _line, unnest(row), json IS NULL OR json_type(json) <> 'OBJECT' AS _broken FROM ("
        f"SELECT row_number() OVER () AS _line, json, json_transform(json, {literal(shape)}) AS row FROM {source})"
    )
    late = {column.name: "JSON" for column in landed.table.columns if not column.required}
    return Reading(sql, types and late | types, can_break=True)


def _keys(warehouse: Warehouse, lines: str) -> list[str]:
    """The keys of some JSON lines."""
    rows = warehouse.execute(
        f"SELECT DISTINCT unnest(json_keys(json)) FROM (SELECT json {lines}) "
        "WHERE json_type(json) = 'OBJECT' ORDER BY 1"
    )
    return [row[0] for row in rows]


def _without_bom(path: Path, warehouse: Warehouse) -> Path:
    """The file itself, or a copy without its byte order mark, which DuckDB's reader takes for a broken line."""
    with _open(path) as stream:
        if stream.read(3) != b"\xef\xbb\xbf":
            return path
        copy = warehouse.scratch / f"{path.name.partition('.')[0]}.jsonl"
        with copy.open("wb") as out:
            while block := stream.read(1 << 22):
                out.write(block)
    return copy
