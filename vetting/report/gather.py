"""Everything that dossiers need from the warehouse, read once for all creators and parted by creator."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import polars as pl

if TYPE_CHECKING:
    from warehouse import Warehouse

Rows = list[dict[str, Any]]
PER_CREATOR = (
    "accounts", "signals", "scores", "drivers", "coverage", "followers", "breaks", "posts", "cohort_rates", "decisions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gathered:
    """All rows by kind and creator: `rows["signals"][creator_id]` is that creator's readings."""

    creators: Rows
    rows: dict[str, dict[str, Rows]]
    evidence: dict[str, dict[str, Rows]] = field(default_factory=dict)
    """By basis (posts, days, comments, followers) and account."""
    records: int = 0

    def of(self, kind: str, creator: str) -> Rows:
        """One creator's rows of a kind."""
        return self.rows[kind].get(creator, [])


def gather(warehouse: Warehouse, lang: str) -> Gathered:
    """Read it: a fixed number of queries, however many creators there are."""
    rows = {kind: _parted(warehouse.query(f"report_{kind}"), "creator_id") for kind in PER_CREATOR}
    for kind in ("matches", "affairs"):
        rows[kind] = _parted(warehouse.query(f"report_{kind}", lang=lang), "creator_id")
    accounts = pl.DataFrame({"account_id": [row["account_id"] for each in rows["accounts"].values() for row in each]})
    with warehouse.view_of("wanted", accounts.cast(pl.String)):
        evidence = {
            basis: _parted(warehouse.query(f"evidence_{basis}"), "account_id")
            for basis in ("posts", "days", "comments", "followers")
        }
    records = warehouse.execute("SELECT count(*) FROM seen.records(getvariable('as_of'))")[0][0]
    return Gathered(warehouse.query("creators_seen").to_dicts(), rows, evidence, int(records))


def _parted(frame: pl.DataFrame, key: str) -> dict[str, Rows]:
    parted: dict[str, Rows] = defaultdict(list)
    for row in frame.iter_rows(named=True):
        parted[row.pop(key)].append(row)
    return dict(parted)
