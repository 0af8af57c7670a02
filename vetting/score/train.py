"""From decisions and what became of them to a model: fit, calibrate out of fold, draw, hold to account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

from vetting.errors import RefusalError
from vetting.score.bands import bands, dearer
from vetting.score.calibrate import VennAbers, chances, sigmoid
from vetting.score.drift import counted
from vetting.score.evaluate import evaluate
from vetting.score.fit import Fitted, fit, many
from vetting.score.model import QUANTILES, Model
from vetting.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vetting.score.examples import Examples, Floats, Strings
    from vetting.score.ramps import Ramps
    from vetting.settings import Score

Calibration = Literal["sigmoid", "venn_abers"]
Folds = list[tuple[Any, Any]]
"""Rows to learn from and rows to judge, for each fold."""
MINIMUM_INCIDENTS = 30
"""Fewer incidents, or fewer decisions without, can't carry a model of this many features; training is refused."""
MINIMUM_CREATORS = 10
"""Of fewer, a fold or a draw of creators may hold one kind only."""
FOLDS, DRAWS = 5, 40
DECILES = np.linspace(0.1, 0.9, 9)


def train(  # noqa: PLR0913 - each is one thing that a model is made from
    examples: Examples,
    declared: Mapping[str, str],
    *,
    about: dict[str, Any],
    seed: int = 0,
    calibration: Calibration = "sigmoid",
    costs: Score | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Model:
    """Learn from decisions. The same ones in any order of rows and columns, and the same seed, give the same model.

    `costs` are those of the bands that the model is held to account by; the shipped ones unless given. Raises
    RefusalError where there are too few incidents, or too few decisions without.
    """
    refuse_few(examples.incident, examples.creators)
    examples = examples.canonical()
    progress("out of fold")
    cut = _folds(examples, seed)
    held, slope, shift = out_of_fold(examples, seed, cut)
    progress("on all of them")
    whole = fit(examples.readings, examples.worse, examples.incident, seed=seed)
    progress(f"on {DRAWS} draws of creators")
    draws = [_drawn(examples, whole.ramps, seed, number) for number in range(DRAWS)]
    method = {"calibration": calibration, "seed": seed, "draws": DRAWS, "folds": FOLDS, "trees": whole.trees}
    fitted = [_scaled(one, slope, shift) for one in (whole, *draws)]
    edges, shares = _spread(examples.readings)
    names, place = np.unique(examples.groups["tier"].astype(str), return_inverse=True)
    unknown = int("" in names)  # "" sorts first, and becomes -1
    model = Model(
        features=examples.features,
        declarations=tuple(declared[name] for name in examples.features),
        worse=examples.worse,
        knots=whole.ramps.knots,
        weights=fitted[0].weights,
        silent=fitted[0].silent,
        base=fitted[0].base,
        drawn_weights=np.array([one.weights for one in fitted[1:]]),
        drawn_silent=np.array([one.silent for one in fitted[1:]]),
        drawn_bases=np.array([one.base for one in fitted[1:]]),
        held_logits=slope * held + shift,
        held_incident=examples.incident,
        held_sizes=(place - unknown).astype(float),
        sizes=tuple(names[unknown:].tolist()),
        reference=np.quantile(fitted[0].logits(examples.readings), QUANTILES),
        edges=edges,
        shares=shares,
        about=about | {"method": method},
    )
    chance = held_chances(examples, held, seed, calibration, cut)
    return replace(model, about=model.about | _held_to_account(model, examples, chance, costs or Settings.read().score))


def _held_to_account(model: Model, examples: Examples, chance: Floats, costs: Score) -> dict[str, Any]:
    """How well it does on decisions whose creators it did not see; the bands are those of all of them."""
    limits = model.limits(examples.groups["tier"], costs)
    band = bands(model.held_logits, chance, limits, dearer(costs.cost_incident, costs.cost_declined))
    told = evaluate(examples.incident, model.held_logits, chance, band, examples.creators, examples.groups)
    incidents = int(examples.incident.sum())
    return told | {
        "held_out": {"how": "out of fold", "folds": FOLDS, "decisions": len(examples), "incidents": incidents}
    }


def refuse_few(incident: Floats, creators: Strings) -> None:
    """Raise RefusalError for too few incidents, or decisions without one, or creators of either: see `enough`."""
    events = int(incident.sum())
    few, what = min((events, "with"), (len(incident) - events, "without"))
    if few < MINIMUM_INCIDENTS:
        raise RefusalError(
            f"{len(incident):,} decisions, {few:,} of them {what} an incident, are too few to learn from.",
            f"{MINIMUM_INCIDENTS - few:,} more {what} an incident are needed, {MINIMUM_INCIDENTS} in all; the default "
            "scores till then.",
        )
    if not enough(incident, creators, MINIMUM_INCIDENTS):
        raise RefusalError(
            f"{len(incident):,} decisions on {len(np.unique(creators)):,} creators are too few to learn from.",
            f"{MINIMUM_CREATORS} creators with an incident and as many without are needed; the default scores so far.",
        )


def enough(incident: Floats, creators: Strings, least: int) -> bool:
    """Whether there are so many incidents, and so many decisions without, of `MINIMUM_CREATORS` creators each."""
    kinds = [incident == 1, incident == 0]
    return all(kind.sum() >= least and len(np.unique(creators[kind])) >= MINIMUM_CREATORS for kind in kinds)


def out_of_fold(examples: Examples, seed: int, cut: Folds | None = None) -> tuple[Floats, float, float]:
    """Raw log-odds of each decision by a model that never saw its creator; slope and shift that calibrate them."""
    held, trees = np.zeros(len(examples)), many(examples.incident)
    for rows, rest in cut or _folds(examples, seed):
        part, other = examples.take(rows), examples.take(rest)
        fitted = fit(part.readings, part.worse, part.incident, seed=seed, trees=trees)
        held[rest] = fitted.logits(other.readings)
    return held, *sigmoid(held, examples.incident)


def held_chances(
    examples: Examples, held: Floats, seed: int, calibration: Calibration, cut: Folds | None = None
) -> Floats:
    """Chances of each decision out of fold, calibrated without its creator as well: what metrics may be taken from."""
    told = np.zeros(len(examples))
    for rows, rest in cut or _folds(examples, seed):
        slope, shift = sigmoid(held[rows], examples.incident[rows])
        odds = slope * held + shift
        bounds = VennAbers.of(odds[rows], examples.incident[rows]) if calibration == "venn_abers" else None
        told[rest] = chances(odds[rest], bounds)
    return told


def _folds(examples: Examples, seed: int) -> Folds:
    """A creator's rows are always together."""
    way = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed)
    return list(way.split(examples.readings, examples.incident, examples.creators))


def _drawn(examples: Examples, ramps: Ramps, seed: int, number: int) -> Fitted:
    """A fit to creators drawn with replacement, on the same ramps."""
    rng = np.random.default_rng([seed, number, *b"draw"])
    _, owner = np.unique(examples.creators, return_inverse=True)
    times = np.bincount(rng.integers(0, owner.max() + 1, owner.max() + 1), minlength=owner.max() + 1)
    rows = np.repeat(np.arange(len(examples)), times[owner])
    drawn, trees = examples.take(rows), many(examples.incident)
    return fit(drawn.readings, drawn.worse, drawn.incident, seed=seed, ramps=ramps, trees=trees)


def _scaled(fitted: Fitted, slope: float, shift: float) -> Fitted:
    return Fitted(
        fitted.ramps, slope * fitted.base + shift, slope * fitted.weights, slope * fitted.silent, fitted.trees
    )


def _spread(readings: Floats) -> tuple[Floats, Floats]:
    """Deciles of each feature, and the share of readings between them and of those missing."""
    missing = np.isnan(readings)
    known = np.where(missing.all(axis=0), 0.0, readings)
    edges = np.nanquantile(known, DECILES, axis=0).T
    shares = counted(edges, readings) / len(readings)
    return edges, shares
