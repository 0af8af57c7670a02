"""The risk model: an additive logistic one, whose contributions are exact.

log-odds = base + sum of contributions. A feature contributes only beyond its usual value and only in its worse
direction, up to a cap; a missing or hidden reading contributes nothing. So worsening a signal never lowers the risk,
and silence never raises it, by construction.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import skops.io
from numpy.typing import NDArray

from vetting.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Floats = NDArray[np.float64]
TRUSTED: list[str] = []
"""Types beyond skops' own safe ones that a model file may hold: none. Arrays and words are enough."""
FORMAT = 1
QUANTILES = np.linspace(0.0, 1.0, 101)


@dataclass(frozen=True, slots=True)
class Model:
    """What `vetting/score/train.py` learnt. Arrays have one entry per feature, in the order of `features`."""

    features: tuple[str, ...]
    declarations: tuple[str, ...]
    """Fingerprint of each feature's declaration (see `Signal.fingerprint`)."""
    worse: Floats
    """1 where higher is worse, -1 where lower is."""
    usual: Floats
    scale: Floats
    cap: float
    base: float
    weights: Floats
    """In log-odds per scale, at least 0."""
    drawn_bases: Floats
    """Shape (draws,): the base of each bootstrap draw."""
    drawn_weights: Floats
    """Shape (draws, features)."""
    reference: Floats
    """Shape (101,): quantiles of the log-odds among the creators it was trained on."""
    about: dict[str, Any]
    """Plain facts for the reader: trained_on, creators, incidents, as_of, measures of fit."""

    def excess(self, readings: Floats) -> Floats:
        """Readings (creators x features, NaN where missing) -> how far beyond usual, 0 to cap; missing gives 0."""
        beyond = (readings - self.usual) * self.worse / self.scale
        return np.clip(np.nan_to_num(beyond, nan=0.0, posinf=self.cap, neginf=0.0), 0.0, self.cap)

    def contributions(self, readings: Floats) -> Floats:
        """Shape (creators, features), in log-odds."""
        return self.excess(readings) * self.weights

    def drawn_logits(self, readings: Floats) -> Floats:
        """Log-odds by each bootstrap draw, shape (creators, draws)."""
        return self.excess(readings) @ self.drawn_weights.T + self.drawn_bases

    def place(self, logits: Floats) -> Floats:
        """Log-odds -> 0-100: where they stand among the creators that it was trained on."""
        return 100.0 * np.interp(logits, self.reference, QUANTILES)

    @property
    def fingerprint(self) -> str:
        """Hash of everything it holds: the same training gives the same."""
        digest = hashlib.sha256(json.dumps([self.features, self.declarations, self.about], sort_keys=True).encode())
        for array in (self.worse, self.usual, self.scale, self.weights, self.drawn_bases, self.drawn_weights):
            digest.update(np.ascontiguousarray(array).tobytes())
        digest.update(np.array([self.cap, self.base]).tobytes() + self.reference.tobytes())
        return digest.hexdigest()[:16]

    def refuse_strangers(self, declared: Mapping[str, str]) -> None:
        """Raise RefusalError unless every signal that it reads is declared now as it was at training."""
        for name, known in zip(self.features, self.declarations, strict=True):
            if known != declared.get(name):
                state = "is declared otherwise now" if name in declared else "is not declared any more"
                raise RefusalError(
                    f"The model was trained on the signal {name}, which {state}.", "Train it again: vet train."
                )

    def save(self, path: Path) -> None:
        """Write it as a skops file: no code, arrays and words only."""
        facts = {"format": FORMAT, "about": json.dumps(self.about, sort_keys=True), "cap": self.cap, "base": self.base}
        words = {"features": list(self.features), "declarations": list(self.declarations)}
        arrays = {name: getattr(self, name) for name in ARRAYS}
        path.write_bytes(skops.io.dumps(facts | words | arrays))

    @classmethod
    def load(cls, path: Path) -> Model:
        """Read a skops file. Raises RefusalError for a stranger's or another version's, before anything of it runs."""
        try:
            held = skops.io.loads(path.read_bytes(), trusted=TRUSTED)
        except FileNotFoundError as error:
            raise RefusalError(f"There is no model at {path}.", "Make one with vet train.") from error
        except Exception as error:
            raise RefusalError(f"{path.name} is no model of ours: {_first(error)}.", "Use one of vet train.") from error
        if not isinstance(held, dict) or held.get("format") != FORMAT or not _whole(held):
            raise RefusalError(f"{path.name} is a model of another version.", "Train it again: vet train.")
        words: dict[str, Any] = {name: tuple(held[name]) for name in ("features", "declarations")}
        about = json.loads(held["about"])
        return cls(**words, **{n: held[n] for n in ARRAYS}, cap=held["cap"], base=held["base"], about=about)


ARRAYS = ("worse", "usual", "scale", "weights", "drawn_bases", "drawn_weights", "reference")


def _whole(held: dict[str, Any]) -> bool:
    """Whether everything is there, as arrays of one length and words."""
    arrays = [held.get(name) for name in ARRAYS]
    words = [held.get(name) for name in ("features", "declarations")]
    width = len(words[0]) if isinstance(words[0], list) else -1
    numbers = all(isinstance(held.get(name), float) for name in ("cap", "base")) and isinstance(held.get("about"), str)
    return (
        numbers
        and all(isinstance(word, list) and len(word) == width for word in words)
        and all(isinstance(array, np.ndarray) and array.dtype == np.float64 for array in arrays)
        and all(held[name].shape == (width,) for name in ("worse", "usual", "scale", "weights"))
    )


def _first(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
