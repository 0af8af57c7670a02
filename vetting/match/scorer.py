"""From evidence to a probability: an additive logistic scorer, trained on labelled pairs.

The shipped one was trained with

    train([(Path(f"w{seed}"), simulate(Path(f"w{seed}"), creators=1500, seed=seed).truth_out) for seed in (1, 2)])
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from vetting.errors import RefusalError
from vetting.match.evidence import evidence
from vetting.match.features import CUES, DIRECTIONS, FEATURES, NEEDED, matrix
from vetting.match.frozen import frozen, thawed
from vetting.match.hands import rewritten

if TYPE_CHECKING:
    from collections.abc import Sequence

SHIPPED = Path(__file__).with_name("scorer.skops")
HEAVIEST_CUE = 2.0
"""Log odds that a word in passing may take away; made-up records mention other platforms far too rarely."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights over `features.FEATURES`; each weight times its feature is what it adds to the log odds."""

    model: LogisticRegression

    @property
    def weights(self) -> dict[str, float]:
        """Log odds that each feature adds at 1."""
        return dict(zip(FEATURES, (float(weight) for weight in self.model.coef_[0]), strict=True))

    def probability(self, rows: pl.DataFrame) -> Floats:
        """Probability (0-1) of each row of evidence, before what `decide` knows of its neighbors."""
        odds = matrix(rows) @ self.model.coef_[0] + self.model.intercept_[0]
        chance: Floats = 1 / (1 + np.exp(-odds))
        return chance

    def save(self, path: Path) -> None:
        """Write the model to `path` (.skops) and the names of its features, in order, beside it (.json)."""
        path.write_bytes(frozen(self.model))
        path.with_suffix(".json").write_text(json.dumps({"features": FEATURES}, indent=1) + "\n", encoding="utf-8")

    @staticmethod
    def load(path: Path) -> Scorer:
        """Read what `save` wrote; RefusalError where a file is missing, not ours, or of other features."""
        remedy = "Train the scorer again and save it with this version."
        names = path.with_suffix(".json")
        if not (path.is_file() and names.is_file()):
            raise RefusalError(f"There is no scorer {path.name} with its {names.name}.", remedy)
        model = thawed(path.read_bytes())
        if _features(names) != list(FEATURES) or model.coef_.shape != (1, len(FEATURES)):
            raise RefusalError(f"The scorer {path.name} was trained on other features than this version has.", remedy)
        return Scorer(model)


def _features(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))["features"]
    except (ValueError, KeyError, TypeError):
        return None


@cache
def shipped() -> Scorer:
    """The scorer that comes with the project, trained on its simulated world."""
    return Scorer.load(SHIPPED)


def train(folders: Sequence[tuple[Path, Path]]) -> Scorer:
    """Fit on worlds of known truth: folders of exchange tables, each with its truths or their folder.

    The truths (`records.parquet`) have a row per record and creator that it is about: `record_id`, `creator_id` (null:
    about nobody). RefusalError where they hold nothing to learn from.
    """
    parts = [_labelled(world, truth) for world, truth in folders]
    pairs = [features for features, _ in parts if len(features)]
    if not pairs or len(np.unique(np.concatenate([about for _, about in parts]))) < len((True, False)):
        remedy = "Give folders whose records are about some creators and not others."
        raise RefusalError("There are no pairs to learn from.", remedy)
    return fit(np.concatenate(pairs), np.concatenate([about for _, about in parts]))


def fit(features: Floats, about: NDArray[np.bool_]) -> Scorer:
    """Fit on rows of features; what would point the wrong way is left at 0, and the rest is fitted again."""
    ways = np.array([DIRECTIONS[name] for name in FEATURES])
    kept = np.ones(len(FEATURES), dtype=np.bool_)
    while True:
        model = LogisticRegression(C=1.0, tol=1e-8, max_iter=10_000).fit(features * kept, about)
        wrong = (np.sign(model.coef_[0]) * ways < 0) & kept
        if not wrong.any():
            return Scorer(_bounded(model))
        kept &= ~wrong


def _bounded(model: LogisticRegression) -> LogisticRegression:
    """The same model in which no cue weighs more than `HEAVIEST_CUE`."""
    cue = np.isin(np.array(FEATURES), CUES)
    model.coef_ = np.where(cue, np.maximum(model.coef_, -HEAVIEST_CUE), model.coef_)
    return model


def _labelled(world: Path, truth: Path) -> tuple[Floats, NDArray[np.bool_]]:
    """Features and truth of a world's pairs, once as it is and once with the creators' names in other hands."""
    creators, accounts, records = (table(world, name) for name in ("creators", "accounts", "records"))
    told = pl.read_parquet(truth / "records.parquet" if truth.is_dir() else truth)
    about = told.select("record_id", "creator_id").drop_nulls().unique().with_columns(about=pl.lit(value=True))
    ways = [evidence(creators, accounts, records), evidence(*rewritten(creators, accounts), records)]
    rows = pl.concat([way.select("creator_id", "record_id", *NEEDED) for way in ways])
    labelled = rows.join(about, on=["record_id", "creator_id"], how="left", maintain_order="left")
    return matrix(rows), labelled["about"].fill_null(value=False).to_numpy()


def table(world: Path, name: str) -> pl.DataFrame:
    """A table of a world's folder; empty where there is none."""
    path = world / f"{name}.parquet"
    return pl.read_parquet(path) if path.is_file() else pl.DataFrame()
