"""How likely a comment is arranged (paid for, automatic, from a ring), from several signs together.

One sign alone moves little: short praise, an emoji or a repeated phrase is what fans write. The weights
(`arranged.json`) were learnt on simulated comments only (`python -m bench.comments --train`), with signs that speak
against anybody never below 0, and those that speak for somebody never above.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

Floats = NDArray[np.float64]
DEFAULT = Path(__file__).with_name("arranged.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds by sign, for a comment, a tie between creators, and an account."""

    comment: dict[str, float]
    tie: dict[str, float]
    account: dict[str, float]
    curve: list[list[float]]
    """What weighed shares meant in the worlds learnt from: rows of weighed share, 5 %, mean, 95 % of the truth."""
    trained_on: str

    @classmethod
    def read(cls, path: Path = DEFAULT) -> Weights:
        """The shipped weights."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def save(self, path: Path = DEFAULT) -> None:
        """Write them as JSON, to four figures."""
        parts = {name: getattr(self, name) for name in ("comment", "tie", "account")}
        told = {name: {sign: round(weight, 4) for sign, weight in part.items()} for name, part in parts.items()}
        text = json.dumps(told | {"curve": self.curve, "trained_on": self.trained_on}, indent=1)
        path.write_text(text + "\n", encoding="utf-8")


def weighed(weights: dict[str, float]) -> pl.Expr:
    """The probability that these signs give together; a sign that is null says nothing."""
    parts = [
        pl.col(sign).cast(pl.Float64).fill_null(0.0) * weight for sign, weight in weights.items() if sign != "base"
    ]
    logit = pl.sum_horizontal(pl.lit(weights["base"]), *parts)
    return 1.0 / (1.0 + (-logit.clip(-30, 30)).exp())
