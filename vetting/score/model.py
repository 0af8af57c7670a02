"""The risk model: additive, so that what each signal adds to the log-odds is exact.

log-odds = base + sum of contributions. A feature contributes only beyond its usual value and only in its worse
direction, along a rising broken line; a missing or hidden reading contributes nothing, or less. So worsening a signal
never lowers the risk, and silence never raises it, by construction.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from vetting.errors import RefusalError
from vetting.score.bands import bands, bounds_by_size, dearer
from vetting.score.calibrate import VennAbers, chances
from vetting.score.examples import INTERVAL
from vetting.score.model_file import digest, pack, read, unpack
from vetting.score.ramps import Ramps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from vetting.score.examples import Floats, Strings
    from vetting.settings import Score

QUANTILES = np.linspace(0.0, 1.0, 101)
ROWS = 4096
"""Creators at once: their ramps and all draws stay in the cache."""


@dataclass(frozen=True)
class Model:
    """What `vetting/score/train.py` learnt. Arrays have one entry per feature, in the order of `features`."""

    features: tuple[str, ...]
    declarations: tuple[str, ...]
    """Fingerprint of each feature's declaration (see `Signal.fingerprint`)."""
    worse: Floats
    """1 where higher is worse, -1 where lower is."""
    knots: Floats
    """Shape (features, RAMPS + 1), turned so that higher is worse; see `Ramps`."""
    weights: Floats
    """Shape (features, RAMPS): what each ramp adds to the log-odds, at least 0."""
    silent: Floats
    """What a missing reading adds, at most 0."""
    base: float
    drawn_weights: Floats
    """Shape (draws, features, RAMPS): the weights of each bootstrap draw."""
    drawn_silent: Floats
    """Shape (draws, features)."""
    drawn_bases: Floats
    """Shape (draws,)."""
    held_logits: Floats
    """Log-odds worked out of fold, of the decisions it learnt from, in no order: what bands and chances rest on."""
    held_incident: Floats
    """What became of them, 1 or 0."""
    held_sizes: Floats
    """Of what size their creators were then: a place in `sizes`, -1 where unknown."""
    sizes: tuple[str, ...]
    """Names of follower tiers."""
    reference: Floats
    """Shape (101,): quantiles of its log-odds among the creators that it was trained on."""
    edges: Floats
    """Shape (features, 9): deciles of the readings that it was trained on, against which drift is held."""
    shares: Floats
    """Shape (features, 11): the share of readings between them, the last: of those missing."""
    about: dict[str, Any]
    """Plain facts for the reader: what the model card says."""

    @property
    def own(self) -> bool:
        """Whether it learnt from a company's outcomes, and not from made-up worlds."""
        return bool(self.about.get("trained_on") == "outcomes")

    @property
    def ramps(self) -> Ramps:
        """The basis that its weights belong to."""
        return Ramps(self.worse, self.knots)

    def contributions(self, readings: Floats) -> Floats:
        """Readings (creators, features; NaN where missing) to what each adds, in log-odds, of the same shape."""
        parts = [self._contributions(readings[at : at + ROWS]) for at in range(0, len(readings), ROWS)]
        added: Floats = np.concatenate(parts) if parts else np.zeros((0, len(self.features)))
        return added

    def _contributions(self, readings: Floats) -> Floats:
        added: Floats = np.einsum("nfk,fk->nf", self.ramps.heights(readings), self.weights)
        added += np.isnan(readings) * self.silent
        return added

    def logits(self, readings: Floats) -> Floats:
        """Log-odds, shape (creators,): the base and all contributions."""
        odds: Floats = self.base + self.contributions(readings).sum(axis=1)
        return odds

    def interval(self, readings: Floats) -> tuple[Floats, Floats]:
        """The 90 % interval of the log-odds over the bootstrap draws; it holds the log-odds themselves."""
        parts = [self._interval(readings[at : at + ROWS]) for at in range(0, len(readings), ROWS)]
        low, high = np.concatenate(parts, axis=1) if parts else np.zeros((2, 0))
        return low, high

    def _interval(self, readings: Floats) -> Floats:
        draws = len(self.drawn_bases)
        heights = self.ramps.heights(readings).reshape(len(readings), -1)
        odds = heights @ self.drawn_weights.reshape(draws, -1).T
        odds += np.isnan(readings) @ self.drawn_silent.T + self.drawn_bases
        odds.sort(axis=1)
        low, high = (odds[:, round(at * (draws - 1))] for at in INTERVAL)
        own = self.base + heights @ self.weights.ravel() + np.isnan(readings) @ self.silent
        return np.stack([np.minimum(low, own), np.maximum(high, own)])

    def place(self, logits: Floats) -> Floats:
        """Log-odds to 0-100: where they stand among the creators that it was trained on."""
        return 100.0 * np.interp(logits, self.reference, QUANTILES)

    def probability(self, logits: Floats) -> Floats:
        """Log-odds to the chance of an incident within 12 months, by the calibration chosen at training."""
        return chances(logits, self.venn_abers)

    @cached_property
    def venn_abers(self) -> VennAbers | None:
        """Venn-Abers where that was chosen; else the log-odds are calibrated as they stand."""
        chosen = self.about.get("method", {}).get("calibration") == "venn_abers"
        return VennAbers.of(self.held_logits, self.held_incident) if chosen else None

    def band(self, logits: Floats, sizes: Strings, costs: Score) -> Strings:
        """`low`, `medium` (the review band: the model can't tell) or `high`, see `bands.py`.

        `sizes` names the follower tier of each creator's largest account, "" where unknown.
        """
        dear = dearer(costs.cost_incident, costs.cost_declined)
        return bands(logits, self.probability(logits), self.limits(sizes, costs), dear)

    def limits(self, sizes: Strings, costs: Score) -> tuple[Floats, Floats]:
        """The log-odds between which neither kind is ruled out, for creators of these sizes."""
        unknown, known = bounds_by_size(self.held_logits, self.held_incident, self.held_sizes, costs.error)
        named = {name: known.get(place, unknown) for place, name in enumerate(self.sizes)}
        names, which = np.unique(sizes.astype(str), return_inverse=True)
        each = np.array([named.get(name, unknown) for name in names.tolist()]).reshape(-1, 2)[which]
        return each[:, 0], each[:, 1]

    def refuse_strangers(self, declared: Mapping[str, str]) -> None:
        """Raise RefusalError unless every signal that it reads is declared now as it was at training."""
        for name, known in zip(self.features, self.declarations, strict=True):
            if known != declared.get(name):
                state = "is declared otherwise now" if name in declared else "is not declared any more"
                raise RefusalError(
                    f"The model was trained on the signal {name}, which {state}.", "Train it again: vet train."
                )

    @cached_property
    def fingerprint(self) -> str:
        """Hash of everything it holds: the same training gives the same."""
        return digest(self._fields())

    def dumps(self) -> bytes:
        """The model as the bytes of a skops file: no code, arrays and words only."""
        return pack(self._fields())

    def save(self, path: Path) -> None:
        """Write it to a file, whole or not at all."""
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(self.dumps())
        part.replace(path)

    @classmethod
    def loads(cls, content: bytes, name: str) -> Model:
        """The model of a file's bytes; `name` stands in a refusal. Raises RefusalError for any but a sound one."""
        return cls(**unpack(content, name))

    @classmethod
    def load(cls, path: Path) -> Model:
        """Read a file. Raises RefusalError for none, a stranger's or another version's, before anything of it runs."""
        return cls.loads(read(path), path.name)

    def _fields(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}
