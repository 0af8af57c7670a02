"""Residuals against the platform's accounts of the same size."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from vetting.measure.inflation.peers import beyond_peers

SIZE = pl.Series(np.linspace(7, 14, 40))


def test_accounts_on_the_line_have_nothing_beyond_it_and_one_above_has_its_distance() -> None:
    likes = 0.75 * SIZE - 2 + pl.Series([0.0] * 39 + [1.0])
    beyond, odd = beyond_peers(SIZE, likes, pl.Series(["x"] * 40))
    assert beyond[0] == pytest.approx(0, abs=0.02)
    assert beyond[39] == pytest.approx(1, abs=0.05)
    assert odd[39] > 5


def test_platforms_have_lines_of_their_own() -> None:
    platform = pl.Series(["x", "y"] * 20)
    likes = 0.75 * SIZE + pl.Series([0.0, 3.0] * 20)
    beyond, _ = beyond_peers(SIZE, likes, platform)
    assert beyond.abs().max() == pytest.approx(0, abs=0.05)


def test_unknown_likes_and_a_platform_of_four_have_no_residual() -> None:
    likes = pl.Series([1.0, 2.0, 3.0, 4.0, None, 5.0])
    beyond, odd = beyond_peers(SIZE[:6], likes, pl.Series(["x"] * 5 + ["y"]))
    assert beyond.null_count() == odd.null_count() == 6
    assert beyond_peers(SIZE[:0], likes[:0], pl.Series([], dtype=pl.String))[0].len() == 0


def test_equal_accounts_and_extreme_ones_give_numbers() -> None:
    beyond, odd = beyond_peers(
        pl.Series([9.0] * 6), pl.Series([0.0] * 5 + [40.0]), pl.Series([None] * 6, dtype=pl.String)
    )
    assert beyond.is_finite().all()
    assert odd.is_finite().all()
