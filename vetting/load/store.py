"""From staged rows to a stored table: an idempotent MERGE without keys, and an account of every row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vetting.records import Table
    from warehouse import Warehouse

STAGED = "temp.staged"


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the rows of one file: read = loaded + already_there + quarantined."""

    table: str
    file: str
    read: int
    loaded: int
    already_there: int
    quarantined: int
    ignored_columns: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line that adds up."""
        into = "" if self.file.startswith(f"{self.table}.") else f" into {self.table}"
        sums = f"{self.loaded:,} loaded + {self.already_there:,} already there + {self.quarantined:,} quarantined"
        return f"{self.file}{into}: {self.read:,} read = {sums}"


def quote(names: tuple[str, ...] | list[str], prefix: str = "") -> str:
    """Names as a list of quoted columns."""
    return ", ".join(f'{prefix}"{name}"' for name in names)


def same_key(table: Table, one: str, other: str) -> str:
    """That two rows are the same observation. A part of the key may be unknown: the unknown equals the unknown."""
    return " AND ".join(f'{one}."{name}" IS NOT DISTINCT FROM {other}."{name}"' for name in table.key)


def find_twins(warehouse: Warehouse, table: Table) -> None:
    """Which good staged rows repeat the key of an earlier one (`temp.twins`), and whether they say the same."""
    key, columns = quote(table.key), quote([column.name for column in table.columns])
    warehouse.execute(
        f"CREATE OR REPLACE TEMP TABLE twins AS WITH doubled AS (SELECT {key} FROM {STAGED} WHERE _error IS NULL "
        f"GROUP BY {key} HAVING count(*) > 1), rows AS (SELECT s.rowid AS row, hash({columns}) AS said, {key} "
        f"FROM {STAGED} s SEMI JOIN doubled d ON {same_key(table, 's', 'd')} WHERE _error IS NULL) "
        f"SELECT row, first_value(row) OVER w AS first, said = first_value(said) OVER w AS same "
        f"FROM rows WINDOW w AS (PARTITION BY {key} ORDER BY row) QUALIFY row_number() OVER w > 1"
    )


def refuse_contradictions(warehouse: Warehouse, table: Table) -> None:
    """Within one file the first row of a key stands; a later one that says otherwise is an error.

    Where they differ in what `CONTESTED` names, the first is one as well: neither can be believed.
    """
    warehouse.execute(
        f"UPDATE {STAGED} SET _error = 'contradicts line ' || t.line || ' of the same file' "
        f"FROM (SELECT w.row, f._line AS line FROM temp.twins w "
        f"JOIN {STAGED} f ON f.rowid = w.first WHERE NOT w.same) t "
        f"WHERE {STAGED}.rowid = t.row"
    )
    if table.name in CONTESTED:
        column = CONTESTED[table.name]
        warehouse.execute(
            f"UPDATE {STAGED} SET _error = 'contradicts line ' || t.line || ' of the same file: neither is taken' "
            f"FROM (SELECT w.first AS row, min(s._line) AS line FROM temp.twins w JOIN {STAGED} s ON s.rowid = w.row "
            f"JOIN {STAGED} f ON f.rowid = w.first WHERE s.{column} <> f.{column} GROUP BY w.first) t "
            f"WHERE {STAGED}.rowid = t.row"
        )


def any_bad(warehouse: Warehouse) -> bool:
    """Whether a staged row is in error or contradicts another."""
    return bool(
        warehouse.execute(
            f"SELECT 1 FROM {STAGED} WHERE _error IS NOT NULL UNION ALL SELECT 1 FROM temp.twins WHERE NOT same LIMIT 1"
        )
    )


CONTESTED = {"outcomes": "incident"}
"""Table to the column in which two rows of one key must not differ, or a person has to say which is true."""
OF_INCIDENT = {"outcomes": ("incident_at", "kind")}
"""Columns that a correction to `no incident` empties; every other one stays known where a later file is silent."""
MOVED = {
    "posts": "SELECT DISTINCT t.account_id FROM stored.posts t JOIN ({good}) s ON {same} "
    "WHERE s.account_id <> t.account_id",
    "comments": "SELECT DISTINCT p.account_id FROM stored.comments t JOIN ({good}) s ON {same} "
    "JOIN stored.posts p ON p.post_id = t.post_id WHERE s.post_id <> t.post_id",
}
"""The accounts that lose what is corrected to be another's; those of all other changes are found by `load_id`."""


def log_moved(warehouse: Warehouse, table: Table, good: str) -> None:
    """Write down which accounts lose a row to another one by this file, so that they are measured again."""
    if table.name in MOVED:
        moved = MOVED[table.name].format(good=good, same=same_key(table, "t", "s"))
        warehouse.execute(f"INSERT INTO ops.touched {moved}")


def merge(warehouse: Warehouse, table: Table, load_id: int) -> int:
    """Bring the good staged rows into the stored table; how many were new or changed one. What is known stays known."""
    names = [column.name for column in table.columns]
    good = f"SELECT * FROM {STAGED} WHERE _error IS NULL AND rowid NOT IN (SELECT row FROM temp.twins)"
    hashed = f"hash({quote(names, 's.')})"
    target = f"stored.{table.name}"
    if not warehouse.execute(f"SELECT 1 FROM {target} LIMIT 1"):
        rows = warehouse.execute(
            f"INSERT INTO {target} ({quote(names)}, row_hash, load_id) "
            f"SELECT {quote(names, 's.')}, {hashed}, {load_id} FROM ({good}) s"
        )
        return int(rows[0][0])
    log_moved(warehouse, table, good)
    others = [name for name in names if name not in table.key]
    news = " OR ".join(f'(s."{name}" IS NOT NULL AND s."{name}" IS DISTINCT FROM t."{name}")' for name in others)
    kept = {name: f'coalesce(s."{name}", t."{name}")' for name in names}
    kept |= {
        name: f"CASE WHEN s.incident THEN {kept[name]} ELSE s.{name} END" for name in OF_INCIDENT.get(table.name, ())
    }
    sets = ", ".join(f'"{name}" = {kept[name]}' for name in others)
    rows = warehouse.execute(
        f"MERGE INTO {target} t USING ({good}) s ON {same_key(table, 't', 's')} "
        f"WHEN MATCHED AND ({news}) THEN UPDATE SET {sets}, "
        f"row_hash = hash({', '.join(kept.values())}), load_id = {load_id} "
        f"WHEN NOT MATCHED THEN INSERT ({quote(names)}, row_hash, load_id) "
        f"VALUES ({quote(names, 's.')}, {hashed}, {load_id})"
    )
    return int(rows[0][0])


def quarantine(warehouse: Warehouse, table: Table, file: str, load_id: int) -> int:
    """Put the staged rows that have an error into ops.quarantine; how many."""
    rows = warehouse.execute(
        f"INSERT INTO ops.quarantine SELECT $load, $table, coalesce(_file, $file), _line, _error, _text "
        f"FROM {STAGED} WHERE _error IS NOT NULL",
        {"load": load_id, "table": table.name, "file": file},
    )
    return int(rows[0][0])
