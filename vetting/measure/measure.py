"""From stored tables to readings: facts, then every signal in few passes, then places among peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from vetting.measure.inflation import estimate
from vetting.signals import Signal, read_signals

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from warehouse import Warehouse

ESTIMATED = "Estimated share of each account's followers that is not a real, reachable person: one row per account."


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


def measure(warehouse: Warehouse, *, progress: Callable[[str], None] = lambda _: None) -> Measured:
    """Measure every account that was seen at the warehouse's as_of and store its readings."""
    signals = read_signals(warehouse.tree)
    warehouse.replace("config.signals", declarations(signals), "Every signal that is measured, from its card.")
    progress("facts")
    warehouse.build_facts()
    progress("estimates")
    inflation = estimate(warehouse.query("inflation_evidence"))
    warehouse.replace("facts.audience_inflation", inflation, ESTIMATED)
    warehouse.build_views("signals")
    progress(f"{len(signals)} signals")
    failed = warehouse.signals({name: signal.sql for name, signal in signals.items()})
    for name, why in failed.items():
        progress(f"{name} could not be computed: {why}")
    readings = warehouse.query("readings", failed=list(failed))
    warehouse.write("stored.readings", readings, key=("account_id", "signal"))
    return _summary(readings, inflation)


def _summary(readings: pl.DataFrame, inflation: pl.DataFrame) -> Measured:
    measured = readings.filter(pl.col("outcome") == "measured")
    accounts = inflation.height
    known = inflation.height - inflation["share"].null_count()
    return Measured(accounts, readings["signal"].n_unique(), measured.height, known / accounts if accounts else 0.0)


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
