"""The handle through which every room reads and writes."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self

import duckdb

from warehouse.build import Builder
from warehouse.connect import comment, connect
from warehouse.errors import RefusalError
from warehouse.sources import Tree, literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    import polars as pl

    Parameters = Mapping[str, object] | Sequence[object] | None
Value = str | int | float | bool | None


class Warehouse:
    """One open DuckDB file (or memory), for one writer. Close it, or use it in a `with`."""

    def __init__(self, path: Path | None = None, tree: Tree | None = None) -> None:
        self.path, self.tree = path, tree or Tree()
        self.connection = connect(path)
        self._inside = False
        self.variables: dict[str, Value | datetime] = {}
        for source in self.tree.in_order("seen"):
            self.connection.execute(source.sql)
            self.connection.execute(f"COMMENT ON MACRO TABLE seen.{source.name} IS {literal(source.says)}")

    def __enter__(self) -> Self:
        """The warehouse itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.connection.close()
        if "_scratch" in self.__dict__:
            self._scratch.cleanup()

    @cached_property
    def _scratch(self) -> TemporaryDirectory[str]:
        return TemporaryDirectory(prefix="vetting-")

    @property
    def scratch(self) -> Path:
        """A folder for files that live as long as this handle."""
        return Path(self._scratch.name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing; inside another one it is part of that."""
        if self._inside:
            yield
            return
        self.connection.begin()
        self._inside = True
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        else:
            self.connection.commit()
        finally:
            self._inside = False

    @contextmanager
    def refusing(self, what: str, remedy: str) -> Iterator[None]:
        """Turn what DuckDB finds wrong with its input into a refusal."""
        try:
            yield
        except duckdb.Error as error:
            raise RefusalError(f"{what}: {str(error).splitlines()[0]}.", remedy) from error

    def execute(self, sql: str, parameters: Parameters = None) -> list[tuple[Any, ...]]:
        """Run a statement; its rows, all of them."""
        return self.connection.execute(sql, parameters).fetchall()

    def frame(self, sql: str, parameters: Parameters = None) -> pl.DataFrame:
        """Run a SELECT; its rows as a frame."""
        return self.connection.execute(sql, parameters).pl()

    def query(self, name: str, **parameters: object) -> pl.DataFrame:
        """Run one of the named reads in `queries/`."""
        return self.frame(self.tree.query(name).sql, parameters or None)

    def set(self, **variables: Value | datetime) -> None:
        """Set what the SQL reads by `getvariable`: `as_of`, and numbers and patterns from the settings."""
        for name, value in variables.items():
            self.connection.execute(f"SET VARIABLE {name} = $value", {"value": value})
        self.variables |= variables

    @property
    def as_of(self) -> datetime:
        """The time after which nothing is seen. Asserts that it was set: an unset one would silently see nothing."""
        row = self.connection.execute("SELECT getvariable('as_of')").fetchone()
        if not row or row[0] is None:
            raise RefusalError("No as_of was set on this connection.", "Call Warehouse.set(as_of=...) first.")
        value: datetime = row[0]
        return value

    @contextmanager
    def view_of(self, name: str, frame: pl.DataFrame) -> Iterator[str]:
        """A frame as a table of that name for the time of the block."""
        self.connection.register(name, frame)
        try:
            yield name
        finally:
            self.connection.unregister(name)

    def replace(self, table: str, frame: pl.DataFrame, words: str) -> None:
        """Write a frame as a whole table (of config or facts); `words`: a line, then a line `column: words` each."""
        said, *notes = words.splitlines()
        with self.view_of("replacement", frame):
            self.connection.execute(f"CREATE OR REPLACE TABLE {table} AS FROM replacement")
        self.connection.execute(f"COMMENT ON TABLE {table} IS {literal(said)}")
        for column, _, what in (note.partition(": ") for note in notes):
            self.connection.execute(f'COMMENT ON COLUMN {table}."{column}" IS {literal(what)}')

    def write(self, table: str, frame: pl.DataFrame, key: Sequence[str]) -> None:
        """Put these rows in the place of all that are stored under the warehouse's as_of: idempotent, no keys needed.

        `frame` has the table's columns but `as_of`; `key` tells two rows of it apart.
        """
        columns = [f'"{column}"' for column in frame.columns]
        same = " AND ".join(f't."{column}" = s."{column}"' for column in key)
        updates = ", ".join(f"{column} = s.{column}" for column in columns)
        values = ", ".join(f"s.{column}" for column in columns)
        with self.view_of("incoming", frame), self.transaction():
            self.connection.execute(
                f"MERGE INTO {table} t USING incoming s ON t.as_of = $as_of AND {same} "
                f"WHEN MATCHED THEN UPDATE SET {updates} "
                f"WHEN NOT MATCHED THEN INSERT (as_of, {', '.join(columns)}) VALUES ($as_of, {values}) "
                "WHEN NOT MATCHED BY SOURCE AND t.as_of = $as_of THEN DELETE",
                {"as_of": self.as_of},
            )

    def rewrite(self, table: str, frame: pl.DataFrame) -> None:
        """As `write`, where nearly every row is another one than before: all of them go, and all of these come."""
        columns = ", ".join(f'"{column}"' for column in frame.columns)
        with self.view_of("incoming", frame), self.transaction():
            self.connection.execute(f"DELETE FROM {table} WHERE as_of = $as_of", {"as_of": self.as_of})
            self.connection.execute(
                f"INSERT INTO {table} (as_of, {columns}) SELECT $as_of, {columns} FROM incoming", {"as_of": self.as_of}
            )

    def build_facts(self, only: Sequence[str] = ()) -> None:
        """Compute every fact as of now (or `only` these), in the order in which they read each other."""
        _ = self.as_of
        self.execute("DELETE FROM ops.measured")  # what `measure` left is no longer whole
        with Builder(self, part=False) as builder:
            for source in self.tree.in_order("facts"):
                if not only or source.name in only:
                    builder.build(source)

    def build_views(self, room: str) -> None:
        """Make a view of each file of `signals` or `marts`, with its words."""
        for source in self.tree.in_order(room):
            try:
                self.connection.execute(f"CREATE OR REPLACE VIEW {room}.{source.name} AS {source.sql}")
            except duckdb.Error:
                if room != "signals":
                    raise
                continue  # its readings will say so
            comment(self.connection, "VIEW", room, source)

    def check(self) -> list[tuple[str, str, int]]:
        """Run every file of `checks/`; (name, `fail` or `warn`, rows) of those that returned any."""
        found = []
        there = {
            (row[0], row[1]) for row in self.execute("SELECT table_schema, table_name FROM information_schema.tables")
        }
        for source in self.tree.sources("checks"):
            if not there.issuperset(source.reads):
                continue  # nothing was measured yet
            row = self.connection.execute(f"SELECT count(*) FROM ({source.sql})").fetchone()
            if row and row[0]:
                found.append((source.name, source.says.split(":")[0], int(row[0])))
        return found
