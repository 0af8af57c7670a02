"""Champion and challenger: which of two models knows more of later decisions that neither has seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from vetting.score.calibrate import VennAbers, chances, sigmoid
from vetting.score.evaluate import auc, log_losses
from vetting.score.examples import INTERVAL
from vetting.score.fit import fit
from vetting.score.splits import Unfair, in_time, split
from vetting.score.train import out_of_fold

if TYPE_CHECKING:
    from vetting.score.examples import Examples, Floats
    from vetting.score.model import Model
    from vetting.score.train import Calibration

Chosen = Literal["sigmoid", "venn_abers", "auto"]
DRAWS = 2000
LACKING = " Some of what it learnt from had not run its 12 months when the later part began: too few older ones."


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the challenger is better beyond chance, why in words, and the figures."""

    better: bool
    because: str
    facts: dict[str, Any]


def challenge(examples: Examples, incumbent: Model, *, calibration: Calibration, seed: int = 0) -> Verdict:
    """Hold a model that learns from the earlier decisions against the incumbent, on the later ones.

    The default ranks made-up creators and knows no company's rate: it is first given this one's, by a sigmoid fitted on
    the earlier decisions. The challenger is better where the 90 % interval of how much lower its log-loss is, drawn by
    creator, lies above 0.
    """
    cut = split(examples, _learnt_until(incumbent))
    name = incumbent.fingerprint
    if isinstance(cut, Unfair):
        facts = {"incumbent": name, "fair": False, "because": str(cut)}
        return Verdict(better=False, because=str(cut), facts=facts)
    late, early = examples.take(cut.late), examples.take(cut.early)
    told = {
        "challenger": chances_of(early, late.readings, calibration, seed),
        "incumbent": _incumbent(incumbent, early, late),
    }
    losses = {which: log_losses(late.incident, chance) for which, chance in told.items()}
    less, (low, high) = _less(losses["incumbent"] - losses["challenger"], late.creators, seed)
    facts = {
        "incumbent": name,
        "incumbent_trained_on": incumbent.about.get("trained_on"),
        "fair": True,
        **cut.facts(examples),
        "log_loss": {which: _round(loss.mean()) for which, loss in losses.items()}
        | {"less": _round(less), "low": _round(low), "high": _round(high)},
        "auc": {which: auc(late.incident, chance) for which, chance in told.items()},
    }
    better = bool(low > 0)
    because = _because(facts, better=better)
    return Verdict(better=better, because=because, facts=facts | {"because": because})


def chances_of(early: Examples, late: Floats, calibration: Calibration, seed: int) -> Floats:
    """What a model says of late readings that learnt from the early decisions as `train` does, without its draws."""
    held, slope, shift = out_of_fold(early, seed)
    fitted = fit(early.readings, early.worse, early.incident, seed=seed)
    bounds = VennAbers.of(slope * held + shift, early.incident) if calibration == "venn_abers" else None
    return chances(slope * fitted.logits(late) + shift, bounds)


def choose(examples: Examples, asked: Chosen, incumbent: Model, seed: int = 0) -> tuple[Calibration, str]:
    """The calibration, and why: `auto` takes the one with the lower log-loss on the later part of the earlier ones."""
    if asked != "auto":
        return asked, f"{asked}, as asked for"
    outer = split(examples, _learnt_until(incumbent))
    within = examples if isinstance(outer, Unfair) else examples.take(outer.early)
    inner = in_time(within)
    if inner is None:
        return "sigmoid", "sigmoid: too few decisions to choose by"
    early, late = within.take(inner.early), within.take(inner.late)
    ways: tuple[Calibration, ...] = ("sigmoid", "venn_abers")
    losses = {way: float(log_losses(late.incident, chances_of(early, late.readings, way, seed)).mean()) for way in ways}
    best = min(ways, key=lambda way: round(losses[way], 6))
    told = ", ".join(f"{way} {loss:.4f}" for way, loss in losses.items())
    return best, f"{best}, by the log-loss on {len(late):,} later decisions: {told}"


def _learnt_until(model: Model) -> np.datetime64 | None:
    """The last decision that an own model learnt from; None for one that learnt from none."""
    period = model.about.get("period")
    return np.datetime64(period[1], "us") if model.own and period else None


def _incumbent(model: Model, early: Examples, late: Examples) -> Floats:
    """What the incumbent says; the default after it was given the rate of the early decisions."""
    then, now = (model.logits(part.picked(model.features)) for part in (early, late))
    if model.own:
        return model.probability(now)
    slope, shift = sigmoid(then, early.incident)
    return chances(slope * now + shift, None)


def _less(differences: Floats, creators: Floats, seed: int) -> tuple[float, Floats]:
    """The mean difference, and its 90 % interval over draws of creators with replacement."""
    _, whose = np.unique(creators, return_inverse=True)
    sums, counts = np.bincount(whose, weights=differences), np.bincount(whose)
    rng = np.random.default_rng([seed, *b"challenge"])
    times = rng.multinomial(len(sums), np.full(len(sums), 1 / len(sums)), size=DRAWS)
    return float(differences.mean()), np.quantile((times @ sums) / (times @ counts), INTERVAL)


def _because(facts: dict[str, Any], *, better: bool) -> str:
    """The figures in words."""
    loss, ranks = facts["log_loss"], facts["auc"]
    named, lacking = "the default model set to the company's rate", LACKING
    if facts["incumbent_trained_on"] == "outcomes":
        named, lacking = f"the own model {facts['incumbent']}", ""
    verdict = "better beyond chance" if better else "not better beyond chance"
    way = "better" if loss["less"] > 0 else "worse"
    return (
        f"On {facts['decisions']:,} later decisions ({facts['from']} to {facts['to']}, {facts['incidents']:,} "
        f"incidents) of creators that it had not learnt from, it is {verdict}: log-loss {loss['challenger']:.3f} "
        f"against {loss['incumbent']:.3f} of {named}, {abs(loss['less']):.3f} {way} (90 % interval of what is gained: "
        f"{loss['low']:+.3f} to {loss['high']:+.3f}); AUC {ranks['challenger']:.2f} against "
        f"{ranks['incumbent']:.2f}.{'' if facts['strict'] else lacking}"
    )


def _round(value: float | np.floating[Any]) -> float:
    return round(float(value), 6)
