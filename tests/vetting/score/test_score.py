"""What is stored of a score: who has too little gets none, and takes nobody else's away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from tests.vetting.score.conftest import made_up
from vetting.score.score import CONTROVERSIES, _drivers, _scores
from vetting.settings import Settings

if TYPE_CHECKING:
    from vetting.score.model import Model

GIVEN = ("score", "probability", "low", "high", "band")


def scored(model: Model, readings: list[list[float]]) -> pl.DataFrame:
    creators = [f"c{number}" for number in range(len(readings))]
    rows, sizes = np.array(readings), np.array(["nano"] * len(creators))
    return _scores(model, Settings.read(), creators, sizes, rows, model.contributions(rows))


def test_one_with_too_little_takes_nobodys_score_away(model: Model) -> None:
    told = scored(model, [[1.0, 1.0, 1.0], [0.0, np.nan, 0.0], [2.0, -1.0, 0.0]])
    assert told["outcome"].to_list() == ["measured", "not_enough_data", "measured"]
    for name in GIVEN:
        assert told[name].is_null().to_list() == [False, True, False]


def test_controversies_are_no_signal_that_makes_a_score(model: Model) -> None:
    renamed = replace(model, features=("alpha", "beta", CONTROVERSIES))
    assert scored(renamed, [[1.0, 1.0, 1.0]])["outcome"].to_list() == ["not_enough_data"]


def test_scores_stand_within_their_interval_and_rise_with_the_risk(model: Model) -> None:
    readings = made_up(400, seed=8).readings
    told = scored(model, readings[~np.isnan(readings).any(axis=1)].tolist())
    assert (told["low"] <= told["score"]).all()
    assert (told["score"] <= told["high"]).all()
    assert (told.sort("probability")["score"].diff().drop_nulls() >= 0).all()
    assert set(told["band"]) <= {"low", "medium", "high"}
    assert told.filter(band="high")["score"].min() > told.filter(band="low")["score"].max()  # type: ignore[operator] # numbers


def test_drivers_add_up_to_the_log_odds(model: Model) -> None:
    readings = np.array([[1.0, np.nan, 2.0], [np.nan, -3.0, 0.0]])
    every = _drivers(model, ["a", "b"], readings, model.contributions(readings))
    told = every.group_by("creator_id", maintain_order=True).agg(pl.sum("contribution"))
    assert told["contribution"].to_numpy() + model.base == pytest.approx(model.logits(readings), abs=1e-9)
