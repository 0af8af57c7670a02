"""What was learnt from made-up worlds: from an account's features to the chances of each share of its audience.

A few small neural networks, averaged. They were trained with whole kinds of evidence left out at random, so any part of
the evidence gives an answer, a wider one for less. The file holds arrays and words only, and reading it runs nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import skops.io

from vetting.errors import RefusalError
from vetting.measure.inflation.grid import Floats, Ints, scaled

if TYPE_CHECKING:
    import polars as pl

DEFAULT = Path(__file__).with_name("default.skops")
TRUSTED: list[str] = []
"""Types beyond skops' own safe ones that a model file may hold: none."""
FORMAT = 1
LIMIT = 3.0
"""Inputs beyond so many (bent) spreads count as that many: a stranger's world is never further than what was learnt."""


@dataclass(frozen=True, slots=True)
class Model:
    """Networks over features. Arrays `middle` and `spread` have one entry per feature, in the order of `names`."""

    names: tuple[str, ...]
    middle: Floats
    spread: Floats
    marked: Ints
    """Places of the features whose absence is an input of its own."""
    networks: tuple[tuple[Floats, ...], ...]
    """Per network, layer by layer: weights (inputs x outputs), then what is added; the last layer has one per bin."""
    about: dict[str, Any]

    def inputs(self, table: pl.DataFrame) -> Floats:
        """Features (see `features.features`) -> (accounts, inputs): bent, clipped, 0 where unknown, and which are."""
        raw = table.select(self.names).fill_null(float("nan")).to_numpy().astype(np.float64)
        return bent(raw, self.middle, self.spread, self.marked)

    def chances(self, table: pl.DataFrame) -> Floats:
        """The chance of each bin of `grid`, shape (accounts, bins); rows sum to 1."""
        return self.heard(table)[0]

    def heard(self, table: pl.DataFrame) -> tuple[Floats, Floats, Floats]:
        """The chances, the inputs they come from, and the last hidden layers of all networks beside each other."""
        inputs = self.inputs(table)
        hidden = [_hidden(network, inputs) for network in self.networks]
        parts = [_chances(network, layer) for network, layer in zip(self.networks, hidden, strict=True)]
        return np.mean(parts, axis=0), inputs, np.hstack(hidden)

    def save(self, path: Path) -> None:
        """Write it as a skops file."""
        layers = [[layer.astype(np.float32) for layer in network] for network in self.networks]
        arrays = {"middle": self.middle, "spread": self.spread, "marked": self.marked}
        words = {"format": FORMAT, "names": list(self.names), "about": json.dumps(self.about, sort_keys=True)}
        path.write_bytes(skops.io.dumps(words | arrays | {"networks": layers}))

    @classmethod
    def load(cls, path: Path = DEFAULT) -> Model:
        """Read it. Raises RefusalError for a stranger's file or another version's."""
        try:
            held = skops.io.loads(path.read_bytes(), trusted=TRUSTED)
            names = {FORMAT: tuple(held["names"])}[held["format"]]
            networks = tuple(tuple(layer.astype(np.float64) for layer in network) for network in held["networks"])
            arrays = {name: held[name] for name in ("middle", "spread", "marked")}
            return cls(names, networks=networks, about=json.loads(held["about"]), **arrays)
        except FileNotFoundError as error:
            raise RefusalError(f"There is no model at {path.name}.", "Make one: vet train-inflation.") from error
        except Exception as error:
            raise RefusalError(f"{path.name} is no model of this version.", "Train it: vet train-inflation.") from error


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    return Model.load()


def bent(raw: Floats, middle: Floats, spread: Floats, marked: Ints) -> Floats:
    """Features by their spread, bent like a logarithm on both sides and clipped; then 1 for each marked one unknown."""
    near = np.clip(np.arcsinh((raw - middle) / spread), -LIMIT, LIMIT)
    return np.hstack([np.nan_to_num(near, nan=0.0), np.isnan(raw[:, marked]).astype(np.float64)])


def _hidden(network: tuple[Floats, ...], inputs: Floats) -> Floats:
    """One network's rectified layers, the last of them."""
    for weights, added in zip(network[:-2:2], network[1:-2:2], strict=True):
        inputs = np.maximum(inputs @ weights + added, 0.0)
    return inputs


def _chances(network: tuple[Floats, ...], hidden: Floats) -> Floats:
    logits = hidden @ network[-2] + network[-1]
    return scaled(np.exp(logits - logits.max(axis=1, keepdims=True)))
