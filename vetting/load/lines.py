"""On which line of a file a bad row stands: only asked where there is one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa

from vetting.load.read import REJECTS
from vetting.load.store import STAGED

if TYPE_CHECKING:
    from vetting.records import Landed
    from warehouse import Warehouse

REASONS = "CASE error_type WHEN 'INVALID ENCODING' THEN 'not UTF-8' WHEN 'MISSING COLUMNS' THEN 'too few cells' \
WHEN 'TOO MANY COLUMNS' THEN 'too many cells' WHEN 'UNQUOTED VALUE' THEN 'a quote is not closed or not doubled' \
WHEN 'LINE SIZE OVER MAXIMUM' THEN 'longer than a line may be' ELSE lower(error_type) END"


def rejected_rows(warehouse: Warehouse, landed: Landed, load_id: int) -> int:
    """Quarantine the rows that the CSV reader could not take apart; how many."""
    rows = warehouse.execute(
        f"INSERT INTO ops.quarantine SELECT $load, $table, $file, line, string_agg(DISTINCT {REASONS}, '; '), "
        f"left(any_value(csv_line), 300) FROM temp.{REJECTS} GROUP BY line ORDER BY line",
        {"load": load_id, "table": landed.table.name, "file": landed.path.name},
    )
    return int(rows[0][0])


def place_csv_rows(warehouse: Warehouse, landed: Landed) -> None:
    """Turn places among good rows into lines of the file: add the heading, line breaks in cells, and rejected rows."""
    columns = ", ".join(f'"{column.name}"::VARCHAR' for column in landed.table.columns)
    breaks = f"length(concat({columns})) - length(replace(concat({columns}), chr(10), ''))"
    warehouse.execute(
        f"CREATE OR REPLACE TEMP TABLE places AS WITH good AS (SELECT rowid AS row, "
        f"1 + _line + coalesce(sum({breaks}) OVER (ORDER BY _line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) "
        f"AS line FROM {STAGED}), bad AS (SELECT line - row_number() OVER (ORDER BY line) AS line, "
        f"row_number() OVER (ORDER BY line) AS before FROM (SELECT DISTINCT line FROM temp.{REJECTS})) "
        f"SELECT g.row, (g.line + coalesce(max(b.before), 0))::BIGINT AS line "
        f"FROM good g LEFT JOIN bad b ON b.line < g.line GROUP BY g.row, g.line"
    )
    warehouse.execute(f"UPDATE {STAGED} SET _line = p.line FROM temp.places p WHERE {STAGED}.rowid = p.row")


def place_jsonl_rows(warehouse: Warehouse, landed: Landed) -> None:
    """Turn places among lines that hold something into lines of the file, where blank ones stand between."""
    with io.BufferedReader(pa.input_stream(str(landed.path), compression="detect")) as lines:
        filled = [number for number, line in enumerate(lines, 1) if not line.isspace()]
    if not filled or filled[-1] == len(filled):
        return
    places = pl.DataFrame({"place": range(1, len(filled) + 1), "line": filled})
    with warehouse.view_of("filled_lines", places):
        warehouse.execute(f"UPDATE {STAGED} SET _line = f.line FROM filled_lines f WHERE {STAGED}._line = f.place")
