"""Opening a warehouse: the lock, the version, the road from an older one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from warehouse.errors import InUseError, RefusalError
from warehouse.sources import HERE, Source, Tree, literal

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

MIGRATIONS = sorted((HERE / "migrations").glob("*.sql"))
LATEST = len(MIGRATIONS)
LEDGER = """CREATE TABLE IF NOT EXISTS main.migrations (
    version INTEGER NOT NULL, name VARCHAR NOT NULL, applied_at TIMESTAMP NOT NULL DEFAULT current_localtimestamp())"""


def version_of(connection: duckdb.DuckDBPyConnection) -> int:
    """How far along the road this warehouse is; 0 for an empty file."""
    known = connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'migrations'").fetchone()
    if not known:
        return 0
    row = connection.execute("SELECT coalesce(max(version), 0) FROM main.migrations").fetchone()
    return int(row[0]) if row else 0


def comment(connection: duckdb.DuckDBPyConnection, what: str, schema: str, source: Source) -> None:
    """Put a file's own words on the table or view that came of it, and on its columns."""
    connection.execute(f"COMMENT ON {what} {schema}.{source.name} IS {literal(source.says)}")
    for column, words in source.column_notes.items():
        connection.execute(f'COMMENT ON COLUMN {schema}.{source.name}."{column}" IS {literal(words)}')


def migrate(connection: duckdb.DuckDBPyConnection, path: str) -> None:
    """Take the steps that are missing, each in one transaction with its record."""
    version = version_of(connection)
    if version > LATEST:
        raise RefusalError(
            f"{path} was written by a newer release (version {version}; this one knows {LATEST}).",
            "Upgrade this program, or name another file with --warehouse.",
        )
    if version == LATEST:
        return
    connection.execute(LEDGER)
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        connection.begin()
        connection.execute(step.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO main.migrations (version, name) VALUES (?, ?)", [number, step.stem])
        if number == LATEST:
            _comment_stored(connection)
        connection.commit()


def _comment_stored(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("COMMENT ON TABLE main.migrations IS 'The steps that brought this file to its version.'")
    for source in Tree().sources("schema"):
        schema = source.sql.partition("CREATE TABLE ")[2].partition(".")[0]
        comment(connection, "TABLE", schema, source)


def connect(path: Path | None) -> duckdb.DuckDBPyConnection:
    """Open a warehouse file for writing, made if absent; in memory without a path.

    Raises RefusalError where the file is in use, is not a warehouse, or is newer than this program.
    """
    name = str(path) if path else ":memory:"
    if path and path.exists() and path.stat().st_size == 0:
        raise RefusalError(f"{path} is empty and no warehouse.", "Remove it, or name another file with --warehouse.")
    try:
        connection = duckdb.connect(name)
    except duckdb.IOException as error:
        raise _refusal(name, str(error)) from error
    try:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET enable_progress_bar = false")
        # Believing in few rows it would hold every post against every day: 200 accounts cost a third of 20,000.
        connection.execute("SET asof_loop_join_threshold = 0")
        connection.execute("SET wal_autocheckpoint = '256MB'")  # one at the end costs less than one after each part
        migrate(connection, name)
    except BaseException:
        connection.close()
        raise
    return connection


def _refusal(name: str, message: str) -> RefusalError:
    if "lock" in message:
        return InUseError(
            f"{name} is in use by another process.",
            "Wait for that run to end, close the other client, or name another file with --warehouse.",
        )
    if "not a valid DuckDB" in message or "newer version" in message or "serialization" in message.lower():
        return RefusalError(f"{name} is not a warehouse that this program can read.", "Name another with --warehouse.")
    return RefusalError(
        f"{name} can't be opened: {message.splitlines()[0]}.", "Name a place that can be written with --warehouse."
    )


def ask(path: Path, query: str) -> pl.DataFrame:
    """Rows of a query over a warehouse, read-only. Raises RefusalError where there is none, or the SQL is wrong."""
    if not path.exists():
        raise RefusalError(f"There is no warehouse at {path}.", "Name one with --warehouse, or make one with vet run.")
    try:
        connection = duckdb.connect(str(path), read_only=True)
    except duckdb.IOException as error:
        raise _refusal(str(path), str(error)) from error
    try:
        connection.execute("SET TimeZone = 'UTC'")
        return connection.execute(query).pl()
    except duckdb.Error as error:
        raise RefusalError(
            f"The query failed: {str(error).splitlines()[0]}", 'See vet sql "FROM start_here".'
        ) from error
    finally:
        connection.close()
