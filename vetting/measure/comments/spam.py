"""Whether a comment advertises: hashed runs of characters and hand-made features, weighed by a logistic regression.

Spam here is what comes from somebody who wants something else: a channel, a profile, a shop, likes for the comment
itself. The shipped weights (`spam.json`) were learnt on simulated comments only. `python -m bench.spam FOLDER` measures
the same reader trained on labelled comments, and the shipped one beside it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack  # type: ignore[import-untyped] # scipy ships no types
from sklearn.linear_model import LogisticRegression

from vetting.errors import RefusalError
from vetting.measure.comments.spam_signs import NAMES, signs, simplified
from vetting.measure.comments.text import CHUNK, Ints, grams

if TYPE_CHECKING:
    from collections.abc import Iterator

Floats = NDArray[np.float64]
DEFAULT = Path(__file__).with_name("spam.json")
SIZES = (2, 3, 5)
BUCKETS = 2**14
STRENGTH = 20.0
SIGN_WEIGHT = 1.0
STEP = 0.001
"""Weights are kept in thousandths: the file stays small, and no decision turns on less."""


@dataclass(frozen=True, slots=True)
class SpamModel:
    """Weights of the buckets, of the signs, and the base, in log-odds."""

    buckets: Floats
    signs: Floats
    base: float
    trained_on: str

    def probability(self, prepared: pl.Series) -> Floats:
        """Prepared comments (see `text.prepared`; null reads as empty) -> 0-1 that each is spam."""
        parts = [np.empty(0)]
        for first in range(0, len(prepared), CHUNK):
            simple = simplified(prepared.slice(first, CHUNK))
            logit = _weighed(simple, self.buckets) + signs(simple) @ self.signs + self.base
            parts.append(1.0 / (1.0 + np.exp(-np.clip(logit, -30.0, 30.0))))
        return np.concatenate(parts)

    def save(self, path: Path = DEFAULT) -> None:
        """Write the weights as JSON."""
        told = {
            "trained_on": self.trained_on,
            "base": round(self.base, 4),
            "signs": dict(zip(NAMES, self.signs.round(4).tolist(), strict=True)),
            "step": STEP,
            "buckets": np.round(self.buckets / STEP).astype(int).tolist(),
        }
        path.write_text(json.dumps(told, separators=(",", ":")) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path = DEFAULT) -> SpamModel:
        """Read weights. Raises RefusalError where the file is missing or its signs are not those of this code."""
        if not path.exists():
            raise RefusalError(f"The spam weights {path.name} are missing.", "Run python -m bench.comments --train.")
        told = json.loads(path.read_text(encoding="utf-8"))
        if tuple(told["signs"]) != NAMES or len(told["buckets"]) != BUCKETS:
            raise RefusalError(
                f"The spam weights {path.name} are of another version.", "Run python -m bench.comments --train."
            )
        buckets = np.array(told["buckets"], dtype=np.float64) * told["step"]
        return cls(buckets, np.array(list(told["signs"].values())), told["base"], told["trained_on"])


def train(prepared: pl.Series, spam: NDArray[np.int64], trained_on: str) -> SpamModel:
    """Learn the weights from prepared comments and 1 (spam) or 0."""
    simple = simplified(prepared)
    features = hstack([_hashed(simple), csr_array(signs(simple) * SIGN_WEIGHT)]).tocsr()
    fitted = LogisticRegression(C=STRENGTH, max_iter=5_000).fit(features, spam)
    weights = fitted.coef_[0]
    return SpamModel(weights[:BUCKETS], weights[BUCKETS:] * SIGN_WEIGHT, float(fitted.intercept_[0]), trained_on)


def _runs(simple: pl.Series) -> Iterator[tuple[int, Ints, Ints]]:
    """The bucket of every run of characters, with blanks around the text: first row, buckets, where each begins."""
    padded = pl.Series([" "], dtype=pl.String) + simple + " "
    for size in SIZES:
        for first, hashes, starts in grams(padded, size):
            yield first, ((hashes >> np.uint64(40)) % np.uint64(BUCKETS)).astype(np.int64), starts


def _counts(simple: pl.Series) -> Floats:
    """How many runs each text has."""
    length = simple.str.len_chars().to_numpy().astype(np.float64) + 2
    counts: Floats = np.sum([np.maximum(length - size + 1, 1.0) for size in SIZES], axis=0)
    return counts


def _weighed(simple: pl.Series, weights: Floats) -> Floats:
    """What the runs of each text weigh together, without a table of them."""
    total = np.zeros(len(simple))
    for first, buckets, starts in _runs(simple):
        total[first : first + len(starts)] += np.add.reduceat(weights[buckets], starts)
    weighed: Floats = total / np.sqrt(_counts(simple))
    return weighed


def _hashed(simple: pl.Series) -> csr_array:
    """The same as a table (texts x buckets), to learn from."""
    rows, columns = [], []
    for first, buckets, starts in _runs(simple):
        counts = np.diff(np.r_[starts, len(buckets)])
        rows.append(np.repeat(np.arange(first, first + len(starts)), counts))
        columns.append(buckets)
    row, column = np.concatenate(rows), np.concatenate(columns)
    return csr_array((1.0 / np.sqrt(_counts(simple))[row], (row, column)), shape=(len(simple), BUCKETS))
