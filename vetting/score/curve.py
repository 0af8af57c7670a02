"""What few labels are worth: this model against three plain ones, learnt from 50 to 800 decisions in the same draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from vetting.score.challenge import chances_of
from vetting.score.evaluate import log_losses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from vetting.score.examples import Examples, Floats

    Ints = NDArray[np.int64]
    Learner = Callable[[Examples, Floats, int], Floats]

Facts = dict[str, Any]
SIZES, DRAWS = (50, 100, 300, 800), 20
LEAST, TEST = 300, 3000
"""So many decisions are left to judge by, at least and at most."""
TRIES = 20
"""Draws that are tried for each that is wanted: in a quiet world most hold no incident."""
OURS = "ours"


def curve(
    examples: Examples,
    *,
    sizes: tuple[int, ...] = SIZES,
    draws: int = DRAWS,
    seed: int = 0,
    tell: Callable[[str], None] = lambda _: None,
) -> list[Facts]:
    """Mean log-loss and its standard error by size and learner, on decisions of creators that were not learnt from.

    `behind` is how far a learner lies behind the best of that size, with the standard error of the paired difference.
    """
    told = []
    for size in sizes:
        if size + LEAST > len(examples):
            break
        parts = list(_draws(examples, size, draws, seed))
        if len(parts) < draws:
            tell(f"{size} decisions: too few incidents")
            continue
        losses = {name: np.zeros(draws) for name in LEARNERS}
        for number, (learnt, test) in enumerate(parts):
            few, rest = examples.take(learnt), examples.take(test)
            for name, learner in LEARNERS.items():
                losses[name][number] = log_losses(rest.incident, learner(few, rest.readings, number)).mean()
        tell(f"{size} decisions, {draws} draws")
        told += _compared(size, losses)
    return told


def _draws(examples: Examples, size: int, draws: int, seed: int) -> Iterator[tuple[Ints, Ints]]:
    """Rows to learn from, whole creators as they come, and rows of others; both kinds of outcome on either side."""
    rng = np.random.default_rng([seed, size])
    _, owner = np.unique(examples.creators, return_inverse=True)
    found = 0
    for _ in range(TRIES * draws):
        rank = rng.permutation(owner.max() + 1)[owner]
        rows = np.argsort(rank, kind="stable")
        learnt = rows[:size]
        test = rows[rank[rows] > rank[learnt].max()][:TEST]
        if all(1 < examples.incident[part].sum() < len(part) - 1 for part in (learnt, test)):
            found += 1
            yield learnt, test
        if found == draws:
            return


def _compared(size: int, losses: dict[str, Floats]) -> list[Facts]:
    best = min(losses, key=lambda name: losses[name].mean())
    return [
        {"size": size, "learner": name, "log_loss": _round(each.mean()), "error": _round(_error(each))}
        | {"behind": _round((each - losses[best]).mean()), "behind_error": _round(_error(each - losses[best]))}
        for name, each in losses.items()
    ]


def _error(values: Floats) -> float:
    return float(values.std(ddof=1) / np.sqrt(len(values)))


def _round(value: float | np.floating[Any]) -> float:
    return round(float(value), 4)


def _ours(few: Examples, readings: Floats, seed: int) -> Floats:
    return chances_of(few, readings, "sigmoid", seed)


def _plain(few: Examples, readings: Floats, _: int) -> Floats:
    steps = (
        SimpleImputer(strategy="median"),
        StandardScaler(),
        LogisticRegression(max_iter=2000),
    )
    return _said(make_pipeline(*steps), few, readings)


def _forest(few: Examples, readings: Floats, seed: int) -> Floats:
    trees = RandomForestClassifier(500, min_samples_leaf=5, random_state=seed, n_jobs=1)
    return _said(make_pipeline(SimpleImputer(strategy="median"), trees), few, readings)


def _boosted(few: Examples, readings: Floats, seed: int) -> Floats:
    return _said(HistGradientBoostingClassifier(random_state=seed), few, readings)


def _said(learner: Any, few: Examples, readings: Floats) -> Floats:  # noqa: ANN401 - scikit-learn ships no types
    """Chances by a learner; it is not told of features without a single reading, which boosting can't take."""
    known = ~np.isnan(few.readings).all(axis=0)
    chance: Floats = learner.fit(few.readings[:, known], few.incident).predict_proba(readings[:, known])[:, 1]
    return chance


LEARNERS: dict[str, Learner] = {
    OURS: _ours,
    "plain logistic": _plain,
    "random forest, leaf 5": _forest,
    "default boosting": _boosted,
}
"""By name: decisions to learn from, readings to judge, a seed; gives chances."""
