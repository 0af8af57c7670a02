"""How far the estimate of inflation travels: `python -m bench.inflation` measures worlds that it did not learn on.

`own` are worlds of `vetting/simulate` with other seeds than those of training, `elsewhere` those of a generator
written apart, on which nothing is fitted. Every row is simulated.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from sklearn.metrics import roc_auc_score

from bench.elsewhere.world import elsewhere
from vetting.cli.opening import made_up
from vetting.measure.measure import measure
from vetting.simulate.world import simulate

if TYPE_CHECKING:
    from numpy.typing import NDArray

AS_OF = datetime(2026, 6, 30)  # noqa: DTZ001 # times are UTC without a zone throughout
CREATORS, SEEDS = 400, (301, 302, 303)
MUCH, ACCUSED = 0.20, 0.10
DISHONEST = ("bulk", "drip", "follow_back", "likes")
HEAD = (
    "world",
    "accounts",
    "measured",
    "MAE",
    "constant",
    "AUC",
    "coverage",
    "of inflated",
    "width",
    "caught",
    "accused",
)


def own(folder: Path, seed: int, *, honest: bool) -> pl.DataFrame:
    """A world of ours; account_id, share and honest of its accounts."""
    simulate(folder, creators=CREATORS, seed=seed, style="drawn", days=180, fraud=0.0 if honest else 0.35)
    truth = pl.read_parquet(folder.with_name(f"{folder.name}_truth") / "accounts.parquet")
    return truth.select("account_id", share="inflation", honest=~pl.col("mechanism").is_in(DISHONEST))


def other(folder: Path, seed: int, *, honest: bool) -> pl.DataFrame:
    """The same of the second generator."""
    truth = elsewhere(folder, creators=CREATORS, seed=seed, as_of=AS_OF, fraud=0.0 if honest else None)
    return truth.select("account_id", "honest", share="inflated_share")


def readings(folder: Path) -> pl.DataFrame:
    """What `vet measure` says of a folder."""
    with made_up(folder, AS_OF, source="bench") as house:
        measure(house)
        said = house.query("measured_readings").filter(signal="audience_inflation")
    return said.select("account_id", "reading", "low", "high")


def line(name: str, rows: pl.DataFrame) -> str:
    """One row of the table: errors, ranking over 20 %, coverage, width, and what lies above 10 % at its low bound."""
    told = rows.drop_nulls("reading")
    share, reading, low, high = (told[name].to_numpy() for name in ("share", "reading", "low", "high"))
    large, honest = share > MUCH, told["honest"].to_numpy()
    held = (low <= share) & (share <= high)
    auc = roc_auc_score(large, reading) if large.any() else np.nan
    figures = (
        told.height / rows.height, np.abs(reading - share).mean(), np.abs(share.mean() - share).mean(), auc,
        held.mean(), _mean(held[~honest]), (high - low).mean(), _mean(low[large] > ACCUSED),
        _mean(low[honest] > ACCUSED),
    )  # fmt: skip
    return f"| {name} | {rows.height:,} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"


def _mean(of: NDArray[np.bool_]) -> float:
    return float(of.mean()) if len(of) else float("nan")


def main() -> None:
    """Print the table."""
    sys.stdout.write(f"| {' | '.join(HEAD)} |\n|{' --- |' * len(HEAD)}\n")
    for name, make in (("own", own), ("elsewhere", other)):
        for honest in (False, True):
            parts = []
            for seed in SEEDS:
                with TemporaryDirectory(prefix="vetting-") as scratch:
                    truth = make(Path(scratch) / "world", seed, honest=honest)
                    parts.append(truth.join(readings(Path(scratch) / "world"), on="account_id", how="left"))
            label = f"{name}, nobody did anything" if honest else name
            sys.stdout.write(line(label, pl.concat(parts)) + "\n")


if __name__ == "__main__":
    main()
