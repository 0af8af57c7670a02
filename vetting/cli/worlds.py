"""Made-up worlds through the same rooms as real ones, to train the default model on."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.cli.opening import made_up
from vetting.cli.options import say
from vetting.match.match import match
from vetting.measure.measure import measure
from vetting.score.score import CONTROVERSIES, declared, matrix
from vetting.score.train import Examples, ranking, train
from vetting.signals import Signal, read_signals
from vetting.simulate.world import AS_OF, simulate

if TYPE_CHECKING:
    from vetting.score.model import Model


def default_model(creators: int, seeds: tuple[int, ...]) -> Model:
    """Simulate, load, measure and match a world per seed, and learn from what happened in them."""
    parts = [_examples(creators, seed) for seed in seeds]
    truth = pl.concat([truth for _, truth in parts])
    incident = truth["incident"].cast(pl.Float64).to_numpy()
    signals = read_signals()
    names = tuple(sorted(declared(signals)))
    readings = [matrix(features, truth["creator_id"].to_list(), names) for features, truth in parts]
    worse = np.array([_worse(name, signals) for name in names])
    # The most that anybody could learn: the worlds' own probabilities against what they drew from them.
    limit = ranking(incident, truth["incident_probability"].to_numpy())
    about = {"trained_on": "simulated", "as_of": AS_OF.isoformat(), "seeds": list(seeds), "limit_auc": limit}
    return train(Examples(names, worse, np.vstack(readings), incident), declared(signals), about=about)


def _worse(name: str, signals: dict[str, Signal]) -> float:
    return 1.0 if name == CONTROVERSIES or signals[name].card.polarity == "higher_is_worse" else -1.0


def _examples(creators: int, seed: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The features of a world's creators, and the truth about them."""
    with TemporaryDirectory(prefix="vetting-") as scratch:
        world = Path(scratch) / "world"
        say("train", simulate(world, creators=creators, seed=seed))
        truth = pl.read_parquet(world.with_name("world_truth") / "creators.parquet")
        with made_up(world, AS_OF, path=Path(scratch) / "world.duckdb") as house:
            measure(house)
            match(house)
            return house.query("features"), truth.sort("creator_id")
