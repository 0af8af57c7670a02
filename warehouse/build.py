"""Building facts and raw readings, from everything or for the accounts in `temp.todo` only.

The same SELECT serves both. For a part it is pointed at temporary copies: `seen.posts(...)` at a macro over the changed
accounts' rows, `facts.x` at what was built of x for them. What comes of it takes the place of their rows.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

import duckdb

from warehouse.connect import comment
from warehouse.errors import PartError, RefusalError
from warehouse.fuse import Pass, fuse, rounded
from warehouse.sources import REFERENCE, literal, with_values

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    from warehouse.sources import Source
    from warehouse.warehouse import Warehouse

TODO = "temp.todo"
PART = "temp.part_"
MEMORY = "1200MB"
"""What DuckDB may take before it writes to disk: no slower over 10 million posts than taking three times as much."""
OF_ACCOUNT = {
    name: f"SELECT * {{but}} FROM stored.{name} WHERE account_id IN ({{todo}})"
    for name in ("accounts", "follower_snapshots", "posts", "follower_samples")
}
OF_ACCOUNT["comments"] = f"""FROM stored.comments SEMI JOIN (
    SELECT comment_id FROM stored.comments SEMI JOIN {PART}stored_posts USING (post_id)) USING (comment_id)"""
"""Stored table to the rows of the accounts to do; of a comment all of them, or an old one would pass for the last."""


class Builder:
    """Builds facts in a warehouse: all of them anew, or those of the accounts in `temp.todo` (`part`)."""

    def __init__(self, warehouse: Warehouse, *, part: bool) -> None:
        self.warehouse, self.part = warehouse, part
        warehouse.execute(f"SET memory_limit = '{MEMORY}'")
        self.how = {source.name: source.build for source in warehouse.tree.sources("facts")}
        self._copied: set[str] = set()

    def __enter__(self) -> Self:
        """The builder itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let DuckDB take as much memory as there is again."""
        self.warehouse.execute("RESET memory_limit")

    @cached_property
    def _seen(self) -> dict[str, Source]:
        return {source.name: source for source in self.warehouse.tree.sources("seen")}

    @cached_property
    def _todo(self) -> str:
        return ", ".join(literal(row[0]) for row in self.warehouse.execute(f"FROM {TODO} ORDER BY ALL")) or "NULL"

    def build(self, source: Source) -> None:
        """Build one fact; those that it reads were built before."""
        house, name = self.warehouse, source.name
        self._refuse_wider(source)
        if self.how[name] == "passing":
            self._make(f"TEMP TABLE part_{name} AS {self.pointed(source.sql)}")
        elif self.how[name] == "view":
            sql = with_values(self.pointed(source.sql) if self.part else source.sql, house.variables)
            if self.part:
                house.execute(f"CREATE OR REPLACE TEMP VIEW part_{name} AS {sql}")
            else:
                drop_other(house, f"facts.{name}", "VIEW")
                house.execute(f"CREATE OR REPLACE VIEW facts.{name} AS {sql}")
                comment(house.connection, "VIEW", "facts", source)
        elif self.part and self.how[name] == "account":
            self._make(f"TEMP TABLE part_{name} AS {self.pointed(source.sql)}")
            self.exchange(f"facts.{name}", f"{PART}{name}")
        else:
            drop_other(house, f"facts.{name}", "TABLE")
            self._make(f"TABLE facts.{name} AS {self._passing(source.sql)}")
            comment(house.connection, "TABLE", "facts", source)

    def _make(self, what: str) -> None:
        """Create it; where the little memory is too little, with as much as there is."""
        try:
            self.warehouse.execute(f"CREATE OR REPLACE {what}")
        except duckdb.Error as error:
            if self.part:
                raise PartError(f"{what.split()[1]}: {error}") from error
            if not isinstance(error, duckdb.OutOfMemoryException):
                raise
            self.warehouse.execute("RESET memory_limit")
            self.warehouse.execute(f"CREATE OR REPLACE {what}")

    def exchange(self, table: str, part: str) -> None:
        """Put the rows of `part` in the place of those that the table holds of the accounts to do."""
        self.warehouse.execute(f"DELETE FROM {table} WHERE account_id IN (FROM {TODO})")
        self.warehouse.execute(f"INSERT INTO {table} BY NAME FROM {part}")

    def pointed(self, sql: str) -> str:
        """The SQL, pointed at the accounts to do; all of it in a whole run."""
        if not self.part:
            return self._passing(sql)
        for schema, name in sorted(set(REFERENCE.findall(sql))):
            if schema == "seen" and name in self._seen:
                self._copy_seen(name)
            elif schema == "stored" and name in OF_ACCOUNT:
                self._copy_stored(name)
        return REFERENCE.sub(self._to_part, sql)

    def _to_part(self, found: re.Match[str]) -> str:
        schema, name = found[1], found[2]
        if schema == "seen":
            return f"part_{name}"
        if schema == "stored" and name in OF_ACCOUNT:
            return f"{PART}stored_{name}"
        return f"{PART}{name}" if schema == "facts" and self.how.get(name, "whole") != "whole" else found[0]

    def _passing(self, sql: str) -> str:
        def to(found: re.Match[str]) -> str:
            return f"{PART}{found[2]}" if found[1] == "facts" and self.how.get(found[2]) == "passing" else found[0]

        return REFERENCE.sub(to, sql)

    def _copy_seen(self, name: str) -> None:
        if name not in self._copied:
            self._copied.add(name)
            sql = self.pointed(self._seen[name].sql)  # `seen.posts` becomes `part_posts` in its own definition, too
            self.warehouse.execute(sql.replace("CREATE OR REPLACE MACRO", "CREATE OR REPLACE TEMP MACRO"))

    def _copy_stored(self, name: str) -> None:
        table = f"stored_{name}"
        if table not in self._copied:
            self._copied.add(table)
            if name == "comments":
                self._copy_stored("posts")
            # A list in place of a join, so that the scan leaves out what is not asked for; and no fact reads addresses.
            but = "EXCLUDE (url)" if name == "posts" else ""
            rows = OF_ACCOUNT[name].format(todo=self._todo, but=but)
            self.warehouse.execute(f"CREATE OR REPLACE TEMP TABLE part_{table} AS {rows}")

    def _refuse_wider(self, source: Source) -> None:
        """What is built by account must read nothing that is built from all."""
        if source.build in ("account", "passing"):
            wide = [name for schema, name in source.reads if schema == "facts" and self.how.get(name) == "whole"]
            if wide:
                raise RefusalError(
                    f"facts/{source.name}.sql is built by {source.build} and reads facts.{wide[0]}, which is whole.",
                    "Take the line `-- build:` out of its head, or read another table.",
                )

    def signals(self, sources: Mapping[str, str]) -> tuple[dict[str, Pass], dict[str, str]]:
        """Compute raw readings into tables of schema `signals`, one pass per table of facts that signals read.

        Returns those tables with what each holds, and what went wrong, by signal: one that fails is left out and takes
        no other with it.
        """
        connection, tables, wrong = self.warehouse.connection, dict[str, Pass](), dict[str, str]()
        pending = fuse(connection, dict(sources))
        while pending:
            one = pending.pop(0)
            names = list(one.fields)
            over = one.table and len(names) > 1
            table = f"signals.over_{str(one.table).partition('.')[2]}" if over else f"signals.alone_{names[0]}"
            trouble = self._measure(table, one)
            if not trouble:
                tables[table] = one
            elif len(names) == 1:
                wrong[names[0]] = trouble
            else:
                pending += [single for name in names for single in fuse(connection, {name: sources[name]})]
        if not self.part:
            self._forget_other(tables)
        return tables, wrong

    def _measure(self, table: str, one: Pass) -> str:
        """Compute a pass; what went wrong, or nothing."""
        by_account = one.table and self.how.get(one.table.partition(".")[2], "whole") != "whole"
        try:
            if self.part and by_account:
                self.warehouse.execute(f"CREATE OR REPLACE TEMP TABLE part_raw AS {self.pointed(rounded(one))}")
                self.exchange(table, f"{PART}raw")
            else:
                self._make(f"TABLE {table} AS {rounded(one)}")
                words = f"Raw readings of {', '.join(one.fields)}: kept, so that few changes cost little."
                self.warehouse.execute(f"COMMENT ON TABLE {table} IS {literal(words)}")
        except duckdb.Error as error:
            if self.part:
                raise PartError(f"{', '.join(one.fields)}: {error}") from error
            return str(error).splitlines()[0]
        return ""

    def _forget_other(self, tables: Iterable[str]) -> None:
        kept = {table.partition(".")[2] for table in tables}
        known = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'signals' AND NOT temporary"
        for (name,) in self.warehouse.execute(known):
            if name not in kept:
                self.warehouse.execute(f"DROP TABLE signals.{name}")


def drop_other(house: Warehouse, name: str, kind: str) -> None:
    """Drop what bears the name and is of the other kind: a release may turn a table into a view."""
    schema, _, table = name.partition(".")
    other = "VIEW" if kind == "TABLE" else "TABLE"
    found = f"SELECT 1 FROM duckdb_{other.lower()}s() WHERE schema_name = $schema AND {other.lower()}_name = $name"
    if house.execute(found, {"schema": schema, "name": table}):
        house.execute(f"DROP {other} {name}")
