"""A small model of three real signals, put together by hand: for tests that need one and don't mind what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vetting.score.model import Model
from vetting.score.ramps import RAMPS
from vetting.score.score import declared
from vetting.score.train import DECILES
from vetting.signals import read_signals

if TYPE_CHECKING:
    from vetting.score.examples import Floats

NAMES = ("audience_inflation", "comment_authenticity", "pod_engagement")
WORSE = np.array([1.0, -1.0, 1.0])
ROWS = 300
MISSING = 0.1
DRAWS = 4


def drawn(rows: int = ROWS, seed: int = 1) -> Floats:
    """Readings, a tenth of them missing."""
    rng = np.random.default_rng(seed)
    readings: Floats = np.where(rng.random((rows, 3)) < MISSING, np.nan, rng.random((rows, 3)))
    return readings


def small_model(trained_on: str = "outcomes", as_of: str = "2026-05-01", seed: int = 1) -> Model:
    """A model that learnt from `drawn()`, with such a card; another card is another model."""
    about = {"trained_on": trained_on, "as_of": as_of, "decisions": ROWS, "incidents": 90, "seed": seed}
    about |= {"metrics": {"auc": {"value": 0.7, "low": 0.6, "high": 0.8}}, "rows_hash": "r"}
    readings, known = drawn(), declared(read_signals())
    weights = np.full((3, RAMPS), 0.5)
    bare = Model(
        features=NAMES,
        declarations=tuple(known[name] for name in NAMES),
        worse=WORSE,
        knots=np.sort(WORSE[:, None] * np.linspace(0.5, 0.9, RAMPS + 1)),
        weights=weights,
        silent=np.zeros(3),
        base=-1.0,
        drawn_weights=np.stack([weights * (1 + at / 10) for at in range(DRAWS)]),
        drawn_silent=np.zeros((DRAWS, 3)),
        drawn_bases=np.full(DRAWS, -1.0),
        held_logits=np.linspace(-3, 3, ROWS),
        held_incident=(np.arange(ROWS) % 3 == 0).astype(float),
        held_sizes=np.full(ROWS, -1.0),
        sizes=(),
        reference=np.linspace(-1, 1, 101),
        edges=np.nanquantile(readings, DECILES, axis=0).T,
        shares=np.tile(np.r_[np.full(10, (1 - MISSING) / 10), MISSING], (3, 1)),
        about=about,
    )
    fields = {name: getattr(bare, name) for name in bare.__dataclass_fields__}
    return Model(**fields | {"reference": np.quantile(bare.logits(readings), np.linspace(0, 1, 101))})
