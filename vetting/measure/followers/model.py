"""The account classifier: additive, no form can make a follower look less automated by rising, and plain numbers."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeGuard

import numpy as np

from vetting.errors import RefusalError
from vetting.measure.followers.features import FORMS, Floats, matrix

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

FORMAT, PLACES = 1, 6
ARRAYS = ("usual", "scale", "weights")


@dataclass(frozen=True, slots=True)
class Classifier:
    """log-odds = base + sum of weight x (form - usual) / scale; a form that is not known adds nothing.

    Arrays have one entry per form, in the order of `forms`.
    """

    forms: tuple[str, ...]
    usual: Floats
    scale: Floats
    weights: Floats
    """In log-odds per scale, at least 0."""
    base: float
    about: dict[str, Any]
    """Plain facts for the reader: trained_on, followers, sets, measures of fit."""

    def inputs(self, followers: pl.DataFrame) -> Floats:
        """Followers in exchange columns -> followers x forms, in scales beyond the usual; 0 where not known."""
        return np.nan_to_num((matrix(followers) - self.usual) / self.scale, nan=0.0)

    def logits(self, followers: pl.DataFrame) -> Floats:
        """Log-odds of being fake, one per follower, at the base rate of what it was trained on."""
        told: Floats = self.inputs(followers) @ self.weights + self.base
        return told

    def with_weights(self, weights: Floats, base: float, **about: object) -> Classifier:
        """The same forms, weighed otherwise."""
        return replace(self, weights=weights, base=base, about=self.about | about)

    def save(self, path: Path) -> None:
        """Write it as JSON: words and numbers, the same for the same classifier."""
        arrays = {name: getattr(self, name).round(PLACES).tolist() for name in ARRAYS}
        base = round(self.base, PLACES)
        told = {"format": FORMAT, "about": self.about, "forms": list(self.forms), "base": base, **arrays}
        path.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Classifier:
        """Read it. Raises RefusalError for a file that is none of ours, or of other forms than today's."""
        remedy = "Make one with vet train-followers."
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise RefusalError(f"There is no classifier at {path}.", remedy) from error
        except (OSError, ValueError, RecursionError) as error:
            raise RefusalError(f"{path.name} is no classifier of ours.", remedy) from error
        if not isinstance(held, dict) or held.get("format") != FORMAT or not _whole(held):
            raise RefusalError(f"{path.name} is a classifier of another version.", remedy)
        arrays = {name: np.array(held[name], dtype=np.float64) for name in ARRAYS}
        return cls(forms=tuple(held["forms"]), **arrays, base=float(held["base"]), about=held["about"])


def _whole(held: dict[str, Any]) -> bool:
    """Whether it holds today's forms and, for each, numbers that can be used."""
    lists = [held.get(name) for name in ARRAYS]
    if held.get("forms") != list(FORMS) or not isinstance(held.get("about"), dict) or not _numbers([held.get("base")]):
        return False
    return all(_numbers(one) and len(one) == len(FORMS) for one in lists) and min(held["scale"]) > 0


def _numbers(values: Any) -> TypeGuard[list[float]]:  # noqa: ANN401 # whatever a stranger's file holds
    """Whether it is a list of finite numbers."""
    return isinstance(values, list) and all(
        isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) for value in values
    )
