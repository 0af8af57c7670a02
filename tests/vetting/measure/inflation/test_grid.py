"""Distributions over shares: quantiles, means, tempering."""

from __future__ import annotations

import numpy as np
import pytest

from vetting.measure.inflation.grid import EDGES, MIDDLES, WIDTHS, bins, mean, quantile, scaled, tempered

EVEN = WIDTHS[None, :]


def test_the_bins_cover_all_shares_without_a_gap() -> None:
    assert EDGES[0] == 0
    assert EDGES[-1] == pytest.approx(1)
    assert WIDTHS.min() > 0
    assert bins(np.array([0.0, 0.005, 0.01, 0.999, 1.0])).tolist() == [0, 0, 1, len(MIDDLES) - 1, len(MIDDLES) - 1]


def test_quantiles_of_an_even_distribution_are_their_levels() -> None:
    for level in (0.05, 0.5, 0.95):
        assert quantile(EVEN, level) == pytest.approx([level])
    assert mean(EVEN) == pytest.approx([0.5])


def test_quantiles_of_a_certain_share_stay_in_its_bin() -> None:
    sure = np.eye(len(MIDDLES))
    assert (quantile(sure, 0.05) >= EDGES[:-1] - 1e-12).all()
    assert (quantile(sure, 0.95) <= EDGES[1:] + 1e-12).all()


def test_tempering_widens_and_keeps_what_is_likeliest() -> None:
    peaked = scaled(np.exp(-(((MIDDLES - 0.3) / 0.1) ** 2))[None, :] * WIDTHS)
    wider = tempered(peaked, 0.5)
    assert wider.sum() == pytest.approx(1)
    assert quantile(wider, 0.95) > quantile(peaked, 0.95)
    assert (wider / WIDTHS).argmax() == (peaked / WIDTHS).argmax()
