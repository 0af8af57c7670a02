"""Decisions drawn from a known law, and a model that learnt from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from vetting.score.examples import Examples
from vetting.score.train import train

if TYPE_CHECKING:
    from vetting.score.model import Model

NAMES = ("alpha", "beta", "gamma")
KNOWN = {name: name for name in NAMES}
WORSE = np.array([1.0, -1.0, 1.0])


def made_up(rows: int = 800, seed: int = 1, *, steep: float = 2.5) -> Examples:
    """High alpha and low beta bring incidents, gamma brings none; every seventh reading is missing."""
    rng = np.random.default_rng(seed)
    readings = rng.normal(size=(rows, 3))
    odds = steep * np.maximum(readings[:, 0], 0) + 2 * np.maximum(-readings[:, 1], 0) - 2.5
    incident = (rng.random(rows) < 1 / (1 + np.exp(-odds))).astype(float)
    readings[rng.random((rows, 3)) < 0.15] = np.nan
    creators = np.array([f"c{number:05}" for number in rng.integers(0, rows, rows)])
    decided = np.datetime64("2024-01-01", "us") + rng.integers(0, 700, rows).astype("timedelta64[D]")
    groups = {"platform": rng.choice(["youtube", "tiktok"], rows), "tier": rng.choice(["nano", "mega"], rows)}
    groups["language"] = rng.choice(["en", "fr", ""], rows)
    return Examples(NAMES, WORSE, readings, incident, creators, decided, groups)


@pytest.fixture(scope="session")
def model() -> Model:
    """A model of three features, without trees and with the sigmoid."""
    return train(made_up(240), KNOWN, about={"trained_on": "outcomes"})


@pytest.fixture(scope="session")
def grown() -> Model:
    """A model of enough incidents for trees, calibrated by Venn-Abers."""
    return train(made_up(1200), KNOWN, about={"trained_on": "outcomes"}, calibration="venn_abers")
