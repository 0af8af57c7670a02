"""How much of an account's likes may not be people's: whether any is, and how much then. Both are additive and small.

Bought likes are even, come with few comments and follow no views; none of that proves anything by itself, and most
accounts read 0 to a few per cent. Trained on made-up worlds (`vet train-likes`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import expit  # type: ignore[import-untyped] # scipy ships no types
from scipy.stats import beta  # type: ignore[import-untyped] # the same

from vetting.errors import RefusalError

Floats = NDArray[np.float64]
DEFAULT = Path(__file__).parent / "default.json"
SIGNS = (
    "evenness",
    "steadiness",
    "forgets",
    "no_views_with_them",
    "no_comments_with_them",
    "per_view",
    "few_comments",
    "inflation",
)
MOST, SURE, FEW_PEERS = 3.0, 30.0, 10
"""How far a sign counts; log odds beyond which a share would round to all or nothing, and have no interval."""
LEVELS = {"low": 0.05, "share": 0.5, "high": 0.95}


@dataclass(frozen=True, slots=True)
class Likes:
    """Weights of the signs, the constant first: log odds that likes are bought, log odds of the share that then is."""

    any: tuple[float, ...]
    share: tuple[float, ...]
    strength: float
    """Of the beta distribution around that share."""

    @classmethod
    def read(cls, path: Path = DEFAULT) -> Likes:
        """Read a model file. Raises RefusalError where it is none, or was trained on other signs."""
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            model = cls(tuple(told["any"]), tuple(told["share"]), float(told["strength"]))
            signs = tuple(told["signs"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RefusalError(f"{path.name} is no model of likes.", "Train one with vet train-likes.") from error
        if signs != SIGNS or {len(model.any), len(model.share)} != {len(SIGNS) + 1}:
            raise RefusalError(f"{path.name} was trained on other signs.", "Train it again with vet train-likes.")
        return model

    def save(self, path: Path, about: dict[str, object]) -> None:
        """Write the model file."""
        told = {"about": about, "signs": SIGNS, "any": self.any, "share": self.share, "strength": self.strength}
        path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")

    def bought(self, signs: Floats) -> dict[str, Floats]:
        """Signs (accounts x SIGNS) -> the share of likes that is bought: `share` (median), `low`, `high` (90 %)."""
        odds = (weights[0] + signs @ np.array(weights[1:]) for weights in (self.any, self.share))
        chance, share = (expit(each.clip(-SURE, SURE)) for each in odds)
        curve = beta(share * self.strength, (1 - share) * self.strength)
        ends = {}
        for name, level in LEVELS.items():
            inside = np.clip((level - (1 - chance)) / np.maximum(chance, 1e-9), 0.0, 1.0)
            ends[name] = np.where(inside > 0, curve.ppf(inside), 0.0)
        return ends


def signs(evidence: pl.DataFrame) -> Floats:
    """Evidence (`real_engagement_evidence.sql`) -> accounts x SIGNS; 0 is what is usual on the platform, or unknown."""
    told = {
        "evenness": -_beyond(pl.col("likes_sd").log()),
        "steadiness": -_beyond(pl.col("likes_step").log()),
        "forgets": -_beyond(pl.col("likes_memory")),
        "no_views_with_them": -_beyond(pl.col("likes_views")),
        "no_comments_with_them": -_beyond(pl.col("likes_comments")),
        "per_view": _beyond(pl.col("likes_per_view")),
        "few_comments": -_beyond(pl.col("comments_per_like")),
        "inflation": pl.col("share"),
    }
    known = [
        pl.when(sign.is_finite()).then(sign.clip(-MOST, MOST)).fill_null(0.0).alias(name) for name, sign in told.items()
    ]
    return evidence.select(known).to_numpy().astype(np.float64)


def _beyond(value: pl.Expr) -> pl.Expr:
    """How far from the platform's median, where it has enough accounts to have one."""
    known = pl.when(value.is_finite()).then(value)
    peers = pl.when(known.count() >= FEW_PEERS).then(known.median())
    return known - peers.over("platform")
