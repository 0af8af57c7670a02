"""Many small decision trees as plain arrays: what they add up to, and what each feature adds to it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sklearn.ensemble import HistGradientBoostingClassifier

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
CHUNK = 20_000
"""Rows that walk down the trees together."""
LEAF = -1


@dataclass(frozen=True, slots=True)
class Trees:
    """Nodes of all trees in a row. One goes `left` where its `feature` is at most `threshold`; leaves have no feature.

    `value` is the mean log odds of all that came to a node in training; `roots` are the first nodes of the trees.
    """

    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    roots: Ints
    start: Floats
    """Log odds before the first tree, one number."""

    @property
    def base(self) -> float:
        """Log odds of a pair of which nothing is known but that it is one."""
        return float(self.start[0] + self.value[self.roots].sum())

    def total(self, rows: Floats) -> Floats:
        """Log odds of each row of features."""
        parts = [self._leaves(rows[at : at + CHUNK]) for at in range(0, len(rows), CHUNK)]
        # one sum per row, so that it is the same to the bit however many rows come together
        sums = [self.value[part].sum(axis=1) for part in parts]
        odds: Floats = self.start[0] + (np.concatenate(sums) if sums else np.zeros(0))
        return odds

    def _leaves(self, rows: Floats) -> Ints:
        node = np.tile(self.roots, (len(rows), 1))
        inner = self.feature[node] >= 0
        while inner.any():
            node = np.where(inner, self._next(rows, node), node)
            inner = self.feature[node] >= 0
        return node

    def _next(self, rows: Floats, node: Ints) -> Ints:
        seen = np.take_along_axis(rows, np.maximum(self.feature[node], 0), axis=1)
        return np.where(seen <= self.threshold[node], self.left[node], self.right[node])

    def added(self, rows: Floats) -> Floats:
        """What each feature adds to each row's log odds: rows x features; with `base` it is exactly their total.

        A step down a tree moves the mean; the move is put down to the feature that the step looked at.
        """
        added = np.zeros_like(rows)
        node = np.tile(self.roots, (len(rows), 1))
        at = np.arange(len(rows))[:, None]
        inner = self.feature[node] >= 0
        while inner.any():
            step = np.where(inner, self._next(rows, node), node)
            moved = np.where(inner, self.value[step] - self.value[node], 0.0)
            np.add.at(added, (np.broadcast_to(at, node.shape), np.maximum(self.feature[node], 0)), moved)
            node = step
            inner = self.feature[node] >= 0
        return added

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """The fields by name, to be written."""
        return asdict(self)


def planted(model: HistGradientBoostingClassifier) -> Trees:
    """The trees of a fitted model of two classes."""
    nodes = [predictors[0].nodes for predictors in model._predictors]  # noqa: SLF001 - scikit-learn gives no other way in
    begins = np.cumsum([0, *(len(tree) for tree in nodes)])[:-1]
    leaf = np.concatenate([tree["is_leaf"].astype(bool) for tree in nodes])
    shift = np.concatenate([np.full(len(tree), begin) for tree, begin in zip(nodes, begins, strict=True)])
    left, right = (
        np.concatenate([tree[side] for tree in nodes]).astype(np.int64) + shift for side in ("left", "right")
    )
    return Trees(
        feature=np.where(leaf, LEAF, np.concatenate([tree["feature_idx"] for tree in nodes])).astype(np.int32),
        threshold=np.where(leaf, 0.0, np.concatenate([tree["num_threshold"] for tree in nodes])),
        left=np.where(leaf, 0, left).astype(np.int32),
        right=np.where(leaf, 0, right).astype(np.int32),
        value=np.concatenate([_means(tree) for tree in nodes]),
        roots=begins.astype(np.int32),
        start=np.asarray(model._baseline_prediction, dtype=np.float64).ravel()[:1],  # noqa: SLF001 - as above
    )


def _means(tree: NDArray[np.void]) -> Floats:
    """Each node's mean over the leaves below it; children come after their parents."""
    value, count = tree["value"].astype(np.float64), tree["count"].astype(np.float64)
    for at in range(len(tree) - 1, -1, -1):
        if not tree["is_leaf"][at]:
            sides = [int(tree["left"][at]), int(tree["right"][at])]
            value[at] = (value[sides] * count[sides]).sum() / count[sides].sum()
    return value
