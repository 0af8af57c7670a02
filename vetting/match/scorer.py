"""From evidence to a probability: small decision trees over the evidence, whose log odds add up."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray

from vetting.errors import RefusalError
from vetting.match.features import FEATURES, matrix
from vetting.match.frozen import REMEDY, frozen, thawed
from vetting.match.trees import Trees

if TYPE_CHECKING:
    from vetting.match.frozen import Arrays

SHIPPED = Path(__file__).with_name("scorer.skops")
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scorer:
    """Trees over `features.FEATURES`; what each feature adds to the log odds is known exactly."""

    trees: Trees

    @property
    def base(self) -> float:
        """Log odds of a pair before its evidence is looked at."""
        return self.trees.base

    def probability(self, rows: pl.DataFrame) -> Floats:
        """Probability (0-1) of each row of evidence, before what `decide` knows of its neighbors."""
        chance: Floats = 1 / (1 + np.exp(-self.trees.total(matrix(rows))))
        return chance

    def contributions(self, rows: pl.DataFrame) -> pl.DataFrame:
        """What each feature of each row adds to `base`: `row`, `feature`, `value`, `adds` (log odds)."""
        values = matrix(rows)
        return told(values, self.trees.added(values))

    def save(self, path: Path) -> None:
        """Write the trees to `path` (.skops) and the names of their features, in order, beside it (.json)."""
        path.write_bytes(frozen(self.trees.arrays()))
        path.with_suffix(".json").write_text(json.dumps({"features": FEATURES}, indent=1) + "\n", encoding="utf-8")

    @staticmethod
    def load(path: Path) -> Scorer:
        """Read what `save` wrote; RefusalError where a file is missing, not ours, or of other features."""
        names = path.with_suffix(".json")
        if not (path.is_file() and names.is_file()):
            raise RefusalError(f"There is no scorer {path.name} with its {names.name}.", REMEDY)
        arrays = thawed(path.read_bytes())
        if _features(names) != list(FEATURES):
            raise RefusalError(f"The scorer {path.name} was trained on other features than this version has.", REMEDY)
        return Scorer(_grown(arrays, path))


def told(values: Floats, adds: Floats) -> pl.DataFrame:
    """Rows x features of `values` and of what they add as a long table: `row`, `feature`, `value`, `adds`."""
    return pl.DataFrame(
        {
            "row": np.repeat(np.arange(len(values)), len(FEATURES)),
            "feature": [*FEATURES] * len(values),
            "value": values.ravel(),
            "adds": adds.ravel(),
        },
        {"row": pl.Int64, "feature": pl.String, "value": pl.Float64, "adds": pl.Float64},
    )


def _grown(arrays: Arrays, path: Path) -> Trees:
    """The trees of a file; refused where they could lead anywhere but down."""
    if set(arrays) != {field.name for field in fields(Trees)}:
        raise RefusalError(f"The scorer {path.name} is not one of ours.", REMEDY)
    trees = Trees(**{name: np.asarray(array) for name, array in arrays.items()})  # type: ignore[arg-type]
    nodes = len(trees.feature)
    inner = np.flatnonzero(trees.feature >= 0)
    sides = np.concatenate([trees.left[inner], trees.right[inner], trees.roots])
    down = (trees.left[inner] > inner).all() and (trees.right[inner] > inner).all()
    if not down or (sides >= nodes).any() or (trees.roots < 0).any() or (trees.feature >= len(FEATURES)).any():
        raise RefusalError(f"The scorer {path.name} is broken.", REMEDY)
    return trees


def _features(names: Path) -> object:
    try:
        return json.loads(names.read_text(encoding="utf-8"))["features"]
    except (ValueError, KeyError, TypeError):
        return None


@cache
def shipped() -> Scorer:
    """The scorer that comes with the project, trained on simulated worlds: see `train.py`."""
    return Scorer.load(SHIPPED)
