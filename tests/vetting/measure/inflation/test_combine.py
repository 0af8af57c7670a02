"""Two voices: agreement narrows, contradiction widens, silence changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from vetting.measure.inflation.combine import combined, opened
from vetting.measure.inflation.grid import MIDDLES, WIDTHS, Floats, quantile, scaled


def around(share: float, spread: float) -> Floats:
    return np.exp(-(((MIDDLES - share) / spread) ** 2) / 2)[None, :]


def width(chances: Floats) -> float:
    return float((quantile(chances, 0.95) - quantile(chances, 0.05))[0])


CURVE = opened(scaled(around(0.1, 0.05) * WIDTHS))


def test_a_sample_that_agrees_narrows() -> None:
    assert width(combined(CURVE, np.log(around(0.1, 0.04)))) < width(CURVE)


def test_a_sample_that_contradicts_leaves_a_wider_interval_than_one_that_agrees() -> None:
    agrees, contradicts = (combined(CURVE, np.log(around(share, 0.04) + 1e-300)) for share in (0.1, 0.5))
    assert width(contradicts) > 1.5 * width(agrees)


def test_no_sample_changes_nothing() -> None:
    assert combined(CURVE, np.zeros_like(CURVE)) == pytest.approx(CURVE)


def test_nothing_is_ruled_out() -> None:
    sure = np.zeros((1, len(MIDDLES)))
    sure[0, 3] = 1.0
    assert opened(sure).min() > 0
