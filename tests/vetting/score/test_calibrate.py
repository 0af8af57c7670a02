"""Chances: a sigmoid that few incidents can't bend, and Venn-Abers that never falls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from vetting.score.calibrate import VennAbers, chances, sigmoid

if TYPE_CHECKING:
    from vetting.score.examples import Floats


def drawn(seed: int, rows: int) -> tuple[Floats, Floats]:
    """Log-odds that are three times too steep and one too high."""
    rng = np.random.default_rng(seed)
    logits = rng.normal(size=rows)
    return 3 * logits + 1, (rng.random(rows) < 1 / (1 + np.exp(-logits))).astype(float)


def test_the_sigmoid_takes_back_what_is_too_steep_and_too_high() -> None:
    slope, shift = sigmoid(*drawn(1, 20_000))
    assert slope == pytest.approx(1 / 3, rel=0.1)
    assert shift == pytest.approx(-1 / 3, abs=0.1)


def test_few_decisions_hardly_move_the_slope_and_never_turn_it() -> None:
    for seed in range(20):
        logits, incident = drawn(seed, 20)
        assert 0.3 < sigmoid(logits, incident)[0] < 1.5
    against = np.linspace(-2, 2, 200)
    assert sigmoid(against, (against < 0).astype(float))[0] > 0


def test_venn_abers_never_falls_and_holds_what_happened() -> None:
    logits, incident = drawn(2, 3000)
    bounds = VennAbers.of(logits, incident)
    assert (bounds.lower <= bounds.upper).all()
    assert (np.diff(bounds.probability(np.linspace(-20, 20, 500))) >= 0).all()
    fresh, happened = drawn(3, 3000)
    for part in np.array_split(np.argsort(fresh), 5):
        assert abs(chances(fresh, bounds)[part].mean() - happened[part].mean()) < 0.06


def test_venn_abers_never_says_certain() -> None:
    logits = np.linspace(-3, 3, 60)
    bounds = VennAbers.of(logits, (logits > 0).astype(float))
    assert 0 < bounds.probability(np.array([-9.0]))[0] < 0.2
    assert 0.8 < bounds.probability(np.array([9.0]))[0] < 1
