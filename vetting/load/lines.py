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

REASONS = """CASE error_type
    WHEN 'INVALID ENCODING' THEN 'not UTF-8'
    WHEN 'MISSING COLUMNS' THEN 'too few cells'
    WHEN 'TOO MANY COLUMNS' THEN 'too many cells'
    WHEN 'UNQUOTED VALUE' THEN 'a quote is not closed or not doubled'
    WHEN 'LINE SIZE OVER MAXIMUM' THEN 'longer than a line may be'
    ELSE lower(error_type) END"""


def place_csv_rows(warehouse: Warehouse, landed: Landed) -> None:
    """Give staged rows and rejected ones (as `temp.rejected`) the line on which they begin.

    DuckDB numbers the good rows among themselves, and the rejected ones among all records; a record that holds line
    breaks moves all that follow.
    """
    cells = ", ".join(f'"{column.name}"::VARCHAR' for column in landed.table.columns)
    warehouse.execute(
        f"CREATE OR REPLACE TEMP TABLE rejected AS SELECT line, string_agg(DISTINCT {REASONS}, '; ') AS reason, "
        f"trim(any_value(csv_line), chr(13) || chr(10)) AS text FROM temp.{REJECTS} GROUP BY line"
    )
    warehouse.execute(
        f"CREATE OR REPLACE TEMP TABLE places AS WITH bad AS (SELECT line AS record, text, "
        f"row_number() OVER (ORDER BY line) AS bad_before, line - bad_before AS good_before FROM temp.rejected), "
        f"steps AS (SELECT good_before, max(bad_before) AS bad_before FROM bad GROUP BY good_before), "
        f"good AS (SELECT s.rowid AS row, 1 + s._line + coalesce(t.bad_before, 0) AS record, concat({cells}) AS text "
        f"FROM {STAGED} s ASOF LEFT JOIN steps t ON t.good_before <= s._line), "
        f"every AS (SELECT row, record, text FROM good UNION ALL SELECT NULL, record, text FROM bad) "
        f"SELECT row, record, record + coalesce(sum(length(text) - length(replace(text, chr(10), ''))) "
        f"OVER (ORDER BY record ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::BIGINT AS line FROM every"
    )
    warehouse.execute(f"UPDATE {STAGED} SET _line = p.line FROM temp.places p WHERE {STAGED}.rowid = p.row")
    warehouse.execute(
        "UPDATE temp.rejected SET line = p.line FROM temp.places p WHERE p.row IS NULL AND rejected.line = p.record"
    )


def quarantine_rejected(warehouse: Warehouse, landed: Landed, load_id: int) -> int:
    """Quarantine the rows that the CSV reader could not take apart; how many."""
    rows = warehouse.execute(
        "INSERT INTO ops.quarantine SELECT $load, $table, $file, line, reason, left(text, 300) "
        "FROM temp.rejected ORDER BY line",
        {"load": load_id, "table": landed.table.name, "file": landed.path.name},
    )
    return int(rows[0][0])


def place_jsonl_rows(warehouse: Warehouse, landed: Landed) -> None:
    """Turn places among lines that hold something into lines of the file, where blank ones stand between."""
    with io.BufferedReader(pa.input_stream(str(landed.path), compression="detect")) as lines:
        filled = [number for number, line in enumerate(lines, 1) if not line.isspace()]
    if not filled or filled[-1] == len(filled):
        return
    places = pl.DataFrame({"place": range(1, len(filled) + 1), "line": filled})
    with warehouse.view_of("filled_lines", places):
        warehouse.execute(f"UPDATE {STAGED} SET _line = f.line FROM filled_lines f WHERE {STAGED}._line = f.place")
