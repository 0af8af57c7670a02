"""What is kept of the matching: which records and creators it holds, the words of records, and the pairs.

`matching.records.met` is the queue: a record that is not met has no pairs here, whatever became of the run that was to
make them. What changes sets it to false and takes the pairs away in one transaction; `fill` sets it to true together
with the pairs. So a run may be killed at any time, and the next one goes on.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import polars as pl

from vetting.match.evidence import TELLING
from vetting.runs import code_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vetting.match.reading import Ours
    from warehouse import Warehouse

TABLES = {
    "made": ("stamp VARCHAR", "By which code the tables beside it were made."),
    "records": (
        "record INTEGER, record_id VARCHAR, row_hash UBIGINT, met BOOLEAN",
        "Records that the matching holds, as they were read; not met: their pairs are still to be made.",
    ),
    "creators": ("creator_id VARCHAR, digest UBIGINT", "Creators that the matching holds; digest: names and facts."),
    "names": ("creator_id VARCHAR, kind VARCHAR, written VARCHAR, text VARCHAR", "The names of those creators."),
    "hooks": (
        "record INTEGER, hook UBIGINT, running INTEGER, small INTEGER",
        "Hashes of the words of records, with their places in running text; without: ends of names (index_reach.py).",
    ),
    "words": (
        "hook UBIGINT, token VARCHAR, info DOUBLE, ordinary BOOLEAN",
        "Every word of names and records, and what an agreement on it was worth when the pairs were made.",
    ),
}
PAIRS = "Pairs of creator and record with what each shows by itself."
PAIRED = "DELETE FROM matching.pairs WHERE record_id IN (SELECT record_id FROM matching.records WHERE record IN ({}))"
FORGET = (
    PAIRED.format("FROM temp.gone_records"),
    "DELETE FROM matching.hooks WHERE record IN (FROM temp.gone_records)",
    "DELETE FROM matching.records WHERE record IN (FROM temp.gone_records)",
)
AGAIN = (
    PAIRED.format("FROM temp.again"),
    "UPDATE matching.records SET met = false WHERE met AND record IN (FROM temp.again)",
)


def prepare(warehouse: Warehouse) -> None:
    """Have the tables; empty ones where other code made them."""
    stamp = hashlib.sha256(f"{code_fingerprint()} {pl.__version__} {TELLING}".encode()).hexdigest()[:16]
    there = warehouse.execute("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'matching' AND table_name = 'made'")
    if there and warehouse.execute("FROM matching.made") == [(stamp,)]:
        return
    with warehouse.transaction():
        warehouse.replace("matching.pairs", pl.DataFrame(schema=TELLING), PAIRS)
        for name, (columns, says) in TABLES.items():
            warehouse.execute(f"CREATE OR REPLACE TABLE matching.{name} ({columns})")
            warehouse.execute(f"COMMENT ON TABLE matching.{name} IS '{says}'")
        warehouse.execute("INSERT INTO matching.made VALUES (?)", [stamp])


def forget_records(warehouse: Warehouse) -> None:
    """Take out the records that are seen no longer, or otherwise than before."""
    with warehouse.transaction():
        warehouse.execute(f"CREATE OR REPLACE TEMP TABLE gone_records AS {warehouse.tree.query('records_gone').sql}")
        for statement in FORGET:
            warehouse.execute(statement)


def new_records(warehouse: Warehouse, size: int) -> Iterator[str]:
    """Records that are not held yet, numbered, `size` at a time, as the name of a table of `record`, `record_id`."""
    sql = warehouse.tree.query("records_new").sql
    warehouse.execute(f"CREATE OR REPLACE TEMP TABLE new_records AS {sql}")
    yield from _chunks(warehouse, "temp.new_records", size)


def unmet_records(warehouse: Warehouse, size: int) -> Iterator[str]:
    """Records whose pairs are to be made, in the same way."""
    warehouse.execute(
        "CREATE OR REPLACE TEMP TABLE unmet AS SELECT record, record_id, row_hash, row_number() OVER (ORDER BY record) "
        "- 1 AS place FROM matching.records WHERE NOT met"
    )
    yield from _chunks(warehouse, "temp.unmet", size)


def _chunks(warehouse: Warehouse, table: str, size: int) -> Iterator[str]:
    (many,) = warehouse.execute(f"SELECT count(*) FROM {table}")[0]
    for first in range(0, many, size):
        chosen = f"place >= {first} AND place < {first + size}"
        warehouse.execute(
            f"CREATE OR REPLACE TEMP TABLE chunk AS SELECT record, record_id, row_hash FROM {table} WHERE {chosen}"
        )
        yield "temp.chunk"


def again(warehouse: Warehouse, records: str) -> None:
    """Have the pairs of these records made again; `records` selects their numbers. Inside a transaction."""
    warehouse.execute(f"CREATE OR REPLACE TEMP TABLE again AS {records}")
    for statement in AGAIN:
        warehouse.execute(statement)


def digests(warehouse: Warehouse, ours: Ours) -> pl.DataFrame:
    """`creator_id` and `digest`, a hash of everything that pairs know of a creator; sorted."""
    called = ours.names.group_by("creator_id", maintain_order=True).agg("kind", "written", "text")
    every = ours.people.join(called, on="creator_id", how="left").sort("creator_id")
    with warehouse.view_of("every", every):
        return warehouse.frame("SELECT creator_id, hash(every) AS digest FROM every ORDER BY creator_id")
