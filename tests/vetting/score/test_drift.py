"""Drift is told from chance: the same creators give none, few creators give none, other creators give it by name."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from tests.vetting.score.small import MISSING, NAMES, ROWS, drawn, small_model
from vetting.score.drift import ACT, SCORE, WATCH, counted, drift, index

MODEL = small_model()


def states(readings: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> dict[str, str]:
    frame = drift(MODEL, readings)
    return dict(zip(frame["what"], frame["state"], strict=True))


def test_those_it_learnt_from_show_no_drift() -> None:
    frame = drift(MODEL, drawn())
    assert set(frame["what"]) == {*NAMES, SCORE}
    assert frame["psi"].max() < 0.02  # type: ignore[operator] # a column of numbers
    assert set(frame["state"]) == {"ok"}
    assert frame["missing_then"].to_list()[:3].count(MISSING) >= 2


def test_a_signal_that_moved_is_named_first_and_moves_nothing_else() -> None:
    moved = drawn(400, seed=2)
    moved[:, 0] += 0.3
    frame = drift(MODEL, moved)
    assert frame["what"][0] == NAMES[0]
    assert frame["state"][0] == "act"
    assert states(moved)[NAMES[1]] == states(moved)[NAMES[2]] == "ok"
    row = frame.row(0, named=True)
    assert row["usual_now"] == pytest.approx(row["usual_then"] + 0.3, abs=0.1)


def test_what_went_missing_is_drift() -> None:
    silent = drawn(400, seed=3)
    silent[100:, 1] = np.nan
    row = drift(MODEL, silent).row(0, named=True)
    assert (row["what"], row["state"]) == (NAMES[1], "act")
    assert row["missing_now"] > 0.7
    silent[:, 1] = np.nan
    assert drift(MODEL, silent).row(0, named=True)["usual_now"] is None


def test_the_score_is_held_to_account_as_well() -> None:
    worse = drawn(400, seed=4)
    worse[:, 1:] = 0.85
    assert states(worse)[SCORE] == "act"


@pytest.mark.parametrize("count", [1, 5, 20, 100])
def test_few_creators_alarm_nobody(count: int) -> None:
    for seed in range(20):
        assert set(states(drawn(count, seed=seed)).values()) == {"ok"}


def test_no_creator_gives_no_rows() -> None:
    frame = drift(MODEL, np.zeros((0, 3)))
    assert frame.is_empty()
    assert frame.columns[:4] == ["what", "psi", "by_chance", "state"]


def test_the_index_is_what_the_books_say() -> None:
    then, now = np.array([[5000.0, 3000, 2000]]), np.array([[4000.0, 3000, 3000]])
    by_hand = (0.4 - 0.5) * np.log(0.4 / 0.5) + (0.3 - 0.2) * np.log(0.3 / 0.2)
    psi, mean, limit = index(then, now)
    assert psi[0] == pytest.approx(by_hand, rel=1e-3)
    assert mean[0] == pytest.approx(2 * (1 / 10000 + 1 / 10000))
    assert mean[0] < limit[0] < WATCH < ACT
    empty = np.array([[10.0, 0, 10]])
    assert index(empty, empty)[0] == 0


def test_a_reading_at_an_edge_counts_where_training_counted_it() -> None:
    edges = np.tile(np.array([0.0, 0, 0, 1, 2, 3, 4, 5, 6]), (1, 1))
    assert counted(edges, np.array([[0.0], [-1], [6], [np.nan]]))[0].tolist() == [1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1]
    told = pl.Series(counted(MODEL.edges, drawn())[:, :-1].sum(axis=1))
    assert told.is_between(ROWS * 0.85, ROWS * 0.95).all()
