"""A scorer with plain weights, so that tests know what every piece of evidence adds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vetting.match.features import FEATURES, matrix
from vetting.match.scorer import told

if TYPE_CHECKING:
    import polars as pl

Floats = NDArray[np.float64]
WEIGHTS = {
    "name_score": 5.0, "country_equal": 1.0, "country_differs": -3.0, "birth_equal": 5.0, "birth_differs": -5.0,
    "trade_equal": 2.0, "trade_differs": -2.0, "handle_equal": 6.0, "crowd": -1.0, "rivals": -1.0,
}  # fmt: skip


@dataclass(frozen=True)
class Weigher:
    """An additive scorer that weighs a few features and ignores the others."""

    base: float = -3.0
    weights: dict[str, float] = field(default_factory=lambda: dict(WEIGHTS))

    @property
    def _row(self) -> Floats:
        return np.array([self.weights.get(name, 0.0) for name in FEATURES])

    def probability(self, rows: pl.DataFrame) -> Floats:
        """Of each row."""
        chance: Floats = 1 / (1 + np.exp(-(matrix(rows) @ self._row + self.base)))
        return chance

    def contributions(self, rows: pl.DataFrame) -> pl.DataFrame:
        """What each feature of each row adds."""
        values = matrix(rows)
        return told(values, values * self._row)
