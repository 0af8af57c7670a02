"""What samples teach: nothing where there are none, the lean of the warehouse, and that of accounts that look alike."""

from __future__ import annotations

import numpy as np
import pytest

from vetting.measure.inflation.grid import MIDDLES, WIDTHS, Floats, mean, scaled
from vetting.measure.inflation.settle import SPREADS, _loss, settled, side_by_side

ACCOUNTS = 200
CHANCES: Floats = scaled(np.tile(np.exp(-MIDDLES / 0.15) * WIDTHS, (ACCOUNTS, 1)))
HALF = np.arange(ACCOUNTS) % 2 == 0
SAMPLED = np.arange(ACCOUNTS) % 10 < 4
"""Two fifths of either half."""


def around(share: Floats) -> Floats:
    """Log-likelihoods of good samples."""
    return -(((MIDDLES - share[:, None]) / 0.05) ** 2) / 2


def looks(*columns: Floats) -> Floats:
    return side_by_side(np.column_stack([*columns, np.sin(np.arange(ACCOUNTS))]))


def test_no_sample_teaches_nothing() -> None:
    said = np.zeros_like(CHANCES)
    assert settled(CHANCES, said, np.zeros(ACCOUNTS, dtype=bool), looks(HALF * 1.0)) is CHANCES


def test_samples_teach_about_those_that_look_like_the_sampled() -> None:
    said = around(np.where(HALF, 0.5, 0.02))
    got = mean(settled(CHANCES, said, SAMPLED, looks(HALF * 1.0)))
    assert got[HALF & ~SAMPLED].mean() > 0.3
    assert got[~HALF & ~SAMPLED].mean() < 0.1


def test_where_nothing_tells_them_apart_all_lean_the_same_way() -> None:
    got = mean(settled(CHANCES, around(np.full(ACCOUNTS, 0.02)), SAMPLED, looks()))
    assert got.max() < mean(CHANCES).min()


def test_a_few_samples_change_little() -> None:
    one = np.arange(ACCOUNTS) == 0
    got = mean(settled(CHANCES, around(np.full(ACCOUNTS, 0.9)), one, looks(HALF * 1.0)))
    assert got[1::2] == pytest.approx(mean(CHANCES)[1::2], abs=0.08)


def test_the_slopes_are_those_of_the_loss() -> None:
    dice = np.random.default_rng(1)
    beside = np.hstack([np.ones((ACCOUNTS, 1)), dice.normal(size=(ACCOUNTS, 2))])
    known = (np.log(CHANCES / WIDTHS), beside, np.exp(around(dice.random(ACCOUNTS))), np.append(0.15, [*SPREADS] * 3))
    numbers = dice.normal(0, 0.3, 7)
    slopes = _loss(numbers, *known)[1]
    moved = [_loss(numbers + 1e-5 * way, *known)[0] - _loss(numbers - 1e-5 * way, *known)[0] for way in np.eye(7)]
    assert slopes == pytest.approx(np.array(moved) / 2e-5, rel=1e-4, abs=1e-3)


def test_blocks_side_by_side_weigh_the_same() -> None:
    dice = np.random.default_rng(2)
    got = side_by_side(dice.normal(5, 1, (300, 4)), dice.normal(0, 90, (300, 50)))
    lengths = [np.sqrt((got[:, part] ** 2).sum(axis=1).mean()) for part in (slice(4), slice(4, None))]
    assert lengths == pytest.approx([0.5**0.5] * 2, rel=1e-3)
    assert got.mean(axis=0) == pytest.approx(0)
    assert side_by_side(np.empty((0, 3)), np.ones((0, 2))).shape == (0, 5)


def test_a_sample_does_not_teach_about_its_own_account() -> None:
    one = np.arange(ACCOUNTS) == 0
    got = settled(CHANCES, around(np.full(ACCOUNTS, 0.9)), one, looks(HALF * 1.0))
    assert got[0] == pytest.approx(CHANCES[0])
