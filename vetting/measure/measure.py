"""From stored tables to readings: facts, then every signal in few passes, then places among peers.

Where only few accounts changed since the last measuring, facts and raw readings are computed for these alone; the
readings are the same, byte for byte (see `changed.py`). Places among peers are computed for all: one new reading moves
those of its whole cohort.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from vetting.measure.changed import find_changed, forget, remember, stamp
from vetting.measure.cohorts import place
from vetting.measure.estimates import ESTIMATES, Estimate, in_order, run_estimate, sources_of
from vetting.measure.judge import Raw, align, judge
from vetting.signals import Signal, read_signals
from warehouse import Builder, PartError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from warehouse import Pass, Source, Warehouse

    Progress = Callable[[str], None]

ACCOUNTS = "SELECT account_id, platform, tier, category, followers FROM facts.accounts ORDER BY account_id"
BENCHMARKS = "SELECT signal, platform, at_least, below, low, high, benchmark FROM config.benchmarks"
MIN_PEERS = "SELECT getvariable('min_peers')"
SUMMARY = """SELECT
    count(DISTINCT account_id), count(DISTINCT signal), count(reading), count(reading) FILTER (signal = $inflation)
FROM stored.readings WHERE as_of = getvariable('as_of')"""
INFLATION = "audience_inflation"


@dataclass(frozen=True, slots=True)
class Measured:
    """How many readings there are, and of how many they are."""

    accounts: int
    signals: int
    measured: int
    inflation_share: float
    """Share of the accounts that got a reading of audience_inflation."""

    def __str__(self) -> str:
        """The figure that says how much could be known."""
        return f"{self.accounts:,} accounts; {self.inflation_share:.0%} got a reading of audience inflation"


def measure(warehouse: Warehouse, *, full: bool = False, progress: Progress = lambda _: None) -> Measured:
    """Measure every account that was seen at the warehouse's as_of and store its readings.

    `full` measures all of them anew even where few changed. Killed at any time it leaves nothing half-measured: the
    next run then measures everything.
    """
    signals = read_signals(warehouse.tree)
    warehouse.replace("config.signals", declarations(signals), "Every signal that is measured, from its card.")
    run = _Run(warehouse, signals, in_order(warehouse.tree, ESTIMATES), progress)
    now = stamp(warehouse, [source for step in run.steps for source in sources_of(warehouse.tree, step)])
    todo = None if full else find_changed(warehouse, now)
    if todo is not None:
        progress(f"{todo:,} accounts changed")
        try:
            if todo:
                run.part()
            remember(warehouse, now)
        except PartError as error:  # a signal that failed on a part has its say on the whole
            progress(str(error))
            todo = None
    if todo is None:
        forget(warehouse)
        if not run.whole():
            remember(warehouse, now)
    return _summary(warehouse)


@dataclass(frozen=True, slots=True)
class _Run:
    """One measuring: the signals, and what is computed before them, in order."""

    warehouse: Warehouse
    signals: Mapping[str, Signal]
    steps: Sequence[Source | Estimate]
    progress: Progress

    def whole(self) -> dict[str, str]:
        """Measure every account; what went wrong, by signal."""
        with Builder(self.warehouse, part=False) as builder:
            self._build(builder)
            self.warehouse.build_views("signals")
            self.progress(f"{len(self.signals)} signals")
            passes, failed = builder.signals({name: signal.sql for name, signal in self.signals.items()})
            for name, why in failed.items():
                self.progress(f"{name} could not be computed: {why}")
            self._store(passes, failed)
        return failed

    def part(self) -> None:
        """Measure the accounts to do, and store everybody's readings.

        Killed between the two, what was to do stays to do: it is done again, to the same end.
        """
        with Builder(self.warehouse, part=True) as builder:
            with self.warehouse.transaction():
                self._build(builder)
                passes, _ = builder.signals({name: signal.sql for name, signal in self.signals.items()})
            self._store(passes, {})

    def _build(self, builder: Builder) -> None:
        self.progress("facts")
        for step in self.steps:
            if isinstance(step, Estimate):
                run_estimate(self.warehouse, builder, step)
            else:
                builder.build(step)

    def _store(self, passes: Mapping[str, Pass], failed: Mapping[str, str]) -> None:
        accounts, raw = self.warehouse.frame(ACCOUNTS), Raw()
        for table, one in passes.items():
            aligned = align(accounts, self.warehouse.frame(f"FROM {table}"))
            raw |= dict.fromkeys(one.fields, aligned)
        readings = judge(accounts, raw, self.signals, failed)
        benchmarks, (peers,) = self.warehouse.frame(BENCHMARKS), self.warehouse.execute(MIN_PEERS)[0]
        placed = place(readings, accounts, benchmarks, min_peers=peers)
        self.warehouse.rewrite("stored.readings", placed)


def _summary(warehouse: Warehouse) -> Measured:
    """What stands in stored.readings at as_of."""
    figures = warehouse.execute(SUMMARY, {"inflation": INFLATION})[0]
    accounts, signals, measured, known = figures
    return Measured(accounts, signals, measured, known / accounts if accounts else 0.0)


def declarations(signals: Mapping[str, Signal]) -> pl.DataFrame:
    """What SQL and analysts need of the cards: one row per signal."""
    rows = [
        {
            "signal": signal.name,
            "family": signal.family,
            "label": signal.card.en.label,
            "means": signal.card.en.means,
            "unit": signal.card.unit,
            "polarity": signal.card.polarity,
            "area": signal.card.area,
            "scored": signal.card.scored,
            "basis_unit": signal.card.basis_unit,
            "minimum_basis": signal.card.minimum_basis,
            "platforms": list(signal.card.platforms),
        }
        for signal in signals.values()
    ]
    return pl.DataFrame(rows, schema_overrides={"platforms": pl.List(pl.String)})
