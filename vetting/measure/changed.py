"""Which accounts changed since the last measuring, or that all of them must be measured again.

What was measured is kept: facts, and every account's raw readings. `ops.measured` says from what they were made. Where
as_of, configuration, code and SQL are the same, only the accounts of rows loaded since, and of rows lost since
(`ops.touched`), are to do. Whatever is in doubt is measured anew.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from vetting.runs import code_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warehouse import Source, Warehouse

STORED = ("accounts", "comments", "follower_samples", "follower_snapshots", "posts")
MOST = 0.2
"""Share of the accounts from which measuring all of them is cheaper."""
ROOMS = ("seen", "facts", "signals", "queries")
CHANGED = """CREATE OR REPLACE TEMP TABLE todo AS
SELECT account_id FROM ops.touched
UNION SELECT account_id FROM stored.accounts WHERE load_id > $since
UNION SELECT account_id FROM stored.follower_snapshots WHERE load_id > $since
UNION SELECT account_id FROM stored.follower_samples WHERE load_id > $since
UNION SELECT account_id FROM stored.posts WHERE load_id > $since
UNION SELECT account_id FROM stored.posts SEMI JOIN (
    SELECT post_id FROM stored.comments
    SEMI JOIN (SELECT comment_id FROM stored.comments WHERE load_id > $since) USING (comment_id)
) USING (post_id)"""


def stamp(warehouse: Warehouse, read: Iterable[Source]) -> str:
    """Hash of what decides, besides the stored rows, what is measured; `read`: the SQL that reads schema `config`."""
    digest = hashlib.sha256(code_fingerprint().encode())
    for room in ROOMS:
        for source in warehouse.tree.sources(room):
            digest.update(f"{source.name}\0{source.text}\0".encode())
    said = sorted((name, repr(value)) for name, value in warehouse.variables.items() if name != "as_of")
    digest.update(repr(said).encode())
    tables = {table for source in read for schema, table in source.reads if schema == "config"}
    for name in sorted(tables | {"benchmarks"}):
        rows = warehouse.execute(f"SELECT count(*), bit_xor(hash(t)) FROM config.{name} AS t")
        digest.update(f"{name} {rows}".encode())
    return digest.hexdigest()[:16]


def find_changed(warehouse: Warehouse, now: str) -> int | None:
    """How many accounts to do, their ids in `temp.todo`; None: all of them. `now` is the stamp."""
    last = {row[0]: row[1:] for row in warehouse.execute("FROM ops.measured")}
    if set(last) != set(STORED) or any(row[:2] != (warehouse.as_of, now) for row in last.values()):
        return None
    touched = warehouse.execute("SELECT count(*) FROM ops.touched")[0][0]
    lost = any(rows < last[name][3] for name, rows in _rows(warehouse).items())
    if lost and not touched:  # somebody deleted rows and did not say whose
        return None
    warehouse.execute(CHANGED, {"since": last["posts"][2]})
    todo: int = warehouse.execute("SELECT count(*) FROM temp.todo")[0][0]
    every: int = warehouse.execute("SELECT count(*) FROM facts.accounts")[0][0]
    return todo if todo <= MOST * every else None


def forget(warehouse: Warehouse) -> None:
    """Say that what is kept is not whole: whatever happens next, the run after it measures everything."""
    warehouse.execute("DELETE FROM ops.measured")


def remember(warehouse: Warehouse, now: str) -> None:
    """Say what was measured, when all of it is stored."""
    with warehouse.transaction():
        forget(warehouse)
        warehouse.execute("DELETE FROM ops.touched")
        load = warehouse.execute("SELECT coalesce(max(load_id), 0) FROM ops.loads")[0][0]
        for name, rows in _rows(warehouse).items():
            row = [name, warehouse.as_of, now, load, rows]
            warehouse.execute("INSERT INTO ops.measured VALUES (?, ?, ?, ?, ?)", row)


def _rows(warehouse: Warehouse) -> dict[str, int]:
    return {name: warehouse.execute(f"SELECT count(*) FROM stored.{name}")[0][0] for name in STORED}
