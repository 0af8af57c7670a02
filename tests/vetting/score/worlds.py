"""Made-up decisions for the tests of training and judging."""

from __future__ import annotations

import numpy as np

from vetting.score.examples import GROUPS, Examples

START = np.datetime64("2023-01-01", "us")
NAMES = ("audience_inflation", "even_like_share", "silent_post_share")


def made(rows: int, *, strength: float = 3.0, days: float = 900.0, seed: int = 1, per_creator: int = 1) -> Examples:
    """Decisions spread evenly over `days`; the third signal drives incidents, the others nothing."""
    rng = np.random.default_rng(seed)
    readings = rng.random((rows, len(NAMES)))
    odds = strength * 2 * (readings[:, 2] - 0.5) - 1.0
    incident = (rng.random(rows) < 1 / (1 + np.exp(-odds))).astype(float)
    readings[rng.random(readings.shape) < 0.1] = np.nan
    day = np.sort(rng.uniform(0, days, rows))
    return Examples(
        features=NAMES,
        worse=np.ones(len(NAMES)),
        readings=readings,
        incident=incident,
        creators=np.array([f"c{number // per_creator}" for number in range(rows)], dtype=object),
        decided=START + (day * 86400).astype("timedelta64[s]"),
        groups={by: np.array(["x"] * rows, dtype=object) for by in GROUPS},
    )
