"""From readings and matches to a risk, and what drives it: one row per creator, one per creator and feature."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.signals import Signal, read_signals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vetting.score.examples import Floats, Strings
    from vetting.score.model import Model
    from vetting.settings import Settings
    from warehouse import Warehouse

DEFAULT = Path(__file__).with_name("default.skops")
CONTROVERSIES = "controversies"
"""The one feature that is no signal: what the affairs that are theirs weigh together, 0 or more."""
MINIMUM_FEATURES = 3
"""A creator with fewer measured signals gets no score: there is nothing to rank."""


def declared(signals: Mapping[str, Signal]) -> dict[str, str]:
    """Fingerprints of everything that a model may read."""
    scored = {name: signal.fingerprint for name, signal in signals.items() if signal.scored}
    return scored | {CONTROVERSIES: "weights of the affairs that are theirs, added up"}


def matrix(features: pl.DataFrame, creators: list[str], names: tuple[str, ...]) -> Floats:
    """Long features (creator_id, signal, reading) -> creators x names, NaN where there is no reading."""
    out = np.full((len(creators), len(names)), np.nan)
    known = features.filter(pl.col("signal").is_in(names), pl.col("creator_id").is_in(creators))
    if known.is_empty():
        return out
    row = {creator: number for number, creator in enumerate(creators)}
    column = {name: number for number, name in enumerate(names)}
    rows = known["creator_id"].replace_strict(row, return_dtype=pl.Int64).to_numpy()
    columns = known["signal"].replace_strict(column, return_dtype=pl.Int64).to_numpy()
    out[rows, columns] = known["reading"].to_numpy()
    return out


def score(warehouse: Warehouse, settings: Settings, model: Model) -> int:
    """Score every creator and store scores and drivers; how many got one.

    Raises RefusalError where a signal that the model reads is declared otherwise than at training.
    """
    model.refuse_strangers(declared(read_signals(warehouse.tree)))
    seen = warehouse.query("creators_seen").select("creator_id")
    creators = seen["creator_id"].to_list()
    readings = matrix(warehouse.query("features"), creators, model.features)
    added = model.contributions(readings)
    sizes = seen.join(warehouse.query("training_groups"), on="creator_id", how="left", maintain_order="left")["tier"]
    scores = _scores(model, settings, creators, sizes.fill_null("").to_numpy(), readings, added)
    warehouse.write("stored.scores", scores, key=("creator_id",))
    warehouse.write("stored.drivers", _drivers(model, creators, readings, added), key=("creator_id", "signal"))
    return int((scores["outcome"] == "measured").sum())


def _scores(
    model: Model, settings: Settings, creators: list[str], sizes: Strings, readings: Floats, added: Floats
) -> pl.DataFrame:
    logits = model.base + added.sum(axis=1)
    low, high = (model.place(odds).round(1) for odds in model.interval(readings))
    placed = model.place(logits).round(1)
    own = np.array(model.features) != CONTROVERSIES
    enough = (~np.isnan(readings[:, own])).sum(axis=1) >= MINIMUM_FEATURES
    frame = pl.DataFrame(
        {
            "creator_id": pl.Series(creators, dtype=pl.String),
            "outcome": pl.Series(np.where(enough, "measured", "not_enough_data"), dtype=pl.String),
            "score": placed,
            "probability": model.probability(logits),
            "low": np.minimum(low, placed),
            "high": np.maximum(high, placed),
            "band": pl.Series(model.band(logits, sizes, settings.score), dtype=pl.String),
            "base": np.full(len(creators), model.base),
            "model": pl.Series([model.fingerprint] * len(creators), dtype=pl.String),
        }
    )
    told = pl.col("outcome") == "measured"  # `when` reads an array as one condition for all
    silent = [pl.when(told).then(pl.col(name)) for name in ("score", "probability", "low", "high", "band")]
    return frame.with_columns(silent)


def _drivers(model: Model, creators: list[str], readings: Floats, added: Floats) -> pl.DataFrame:
    shape = readings.shape
    frame = pl.DataFrame(
        {
            "creator_id": pl.Series(np.repeat(np.array(creators, dtype=object), shape[1]), dtype=pl.String),
            "signal": pl.Series(np.tile(np.array(model.features, dtype=object), shape[0]), dtype=pl.String),
            "contribution": added.ravel(),
            "reading": pl.Series(readings.ravel()).fill_nan(None),
        }
    )
    speaks = pl.col("reading").is_not_null() | (pl.col("contribution") != 0)
    return frame.filter(speaks).sort("creator_id", "signal")
