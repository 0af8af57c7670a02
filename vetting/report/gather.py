"""Everything that dossiers need from the warehouse, read once for all creators and parted by creator."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vetting.report import evidence
from vetting.signals import read_signals
from warehouse import literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from vetting.signals import Signal
    from warehouse import Warehouse

Rows = list[dict[str, Any]]
PER_CREATOR = (
    "accounts", "signals", "scores", "drivers", "coverage", "followers", "breaks", "posts", "cohort_rates", "decisions",
    "seen", "months", "next_posts", "judged",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gathered:
    """All rows by kind and creator: `rows["signals"][creator_id]` is that creator's readings."""

    creators: Rows
    rows: dict[str, dict[str, Rows]]
    evidence: dict[str, dict[str, Rows]] = field(default_factory=dict)
    """The first rows that findings stand on, by set (see evidence_sets.py) and account."""
    records: int = 0
    searched: Rows = field(default_factory=list)
    """Those records by the kind of their source."""
    signals: dict[str, Signal] = field(default_factory=dict)
    """The cards, by name."""

    def of(self, kind: str, creator: str) -> Rows:
        """One creator's rows of a kind."""
        return self.rows[kind].get(creator, [])


def gather(warehouse: Warehouse, lang: str, only: Sequence[str] | None = None, *, run_id: str = "") -> Gathered:
    """Read it, of all creators or of `only` these: a fixed number of queries, however many creators there are.

    `run_id`: the run that reports; what was proposed after it first was is not before it.
    """
    rows = {kind: _parted(_read(warehouse, f"report_{kind}", only), "creator_id") for kind in PER_CREATOR}
    for kind in ("matches", "affairs"):
        rows[kind] = _parted(_read(warehouse, f"report_{kind}", only, lang=lang), "creator_id")
    rows["previous"] = _parted(_read(warehouse, "report_previous", only, run=run_id), "creator_id")
    readings = (row for each in rows["signals"].values() for row in each)
    signals = read_signals(warehouse.tree)
    rests = evidence.read(warehouse, readings, signals)
    searched = warehouse.query("searched").to_dicts()
    records = sum(row["records"] for row in searched)
    return Gathered(_read(warehouse, "creators_seen", only).to_dicts(), rows, rests, int(records), searched, signals)


def _read(warehouse: Warehouse, query: str, only: Sequence[str] | None, **parameters: object) -> pl.DataFrame:
    """Run a named read, of all creators or of `only` these: DuckDB takes the condition down to the tables."""
    if only is None:
        return warehouse.query(query, **parameters)
    theirs = ", ".join(literal(creator) for creator in only) or "NULL"
    return warehouse.frame(
        f"FROM ({warehouse.tree.query(query).sql}) WHERE creator_id IN ({theirs})", parameters or None
    )


def _parted(frame: pl.DataFrame, key: str) -> dict[str, Rows]:
    parted: dict[str, Rows] = defaultdict(list)
    for row in frame.iter_rows(named=True):
        parted[row.pop(key)].append(row)
    return dict(parted)
