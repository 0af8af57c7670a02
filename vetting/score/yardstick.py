"""A model against labelled decisions: its measures, and where the truth is known, the best that anybody could reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import expit  # type: ignore[import-untyped] # scipy ships no types

from vetting.errors import RefusalError
from vetting.score.evaluate import LEAST, auc, brier_skill, ece, evaluate
from vetting.score.groups import BANDS, wilson

if TYPE_CHECKING:
    from vetting.score.examples import Examples, Flags, Floats, Strings
    from vetting.score.model import Model
    from vetting.settings import Score

Facts = dict[str, Any]
SHIFT, HALVINGS = 20.0, 50
"""Log-odds are moved by at most so much, and to the last digit."""
FEWEST = 10
"""Fewer incidents, or decisions without, say nothing of a model."""


def judged(  # noqa: PLR0913 - what is known of the truth is told apart
    model: Model,
    examples: Examples,
    costs: Score,
    *,
    chance: Floats | None = None,
    honest: Flags | None = None,
    seed: int = 0,
    draws: int = 400,
) -> Facts:
    """Measure a model on decisions that it has not seen; `chance` and `honest` are the truth of a made-up world.

    Returns what `evaluate` does, `recentred`, and of a made-up world `limit`, `parts` and `honest`. Raises RefusalError
    where there are too few outcomes; a made-up world may be as quiet as it likes.
    """
    if honest is None:
        refuse_little(examples.incident)
    logits = model.logits(examples.picked(model.features))
    said, band = model.probability(logits), model.band(logits, examples.groups["tier"], costs)
    own = (examples.incident, logits, said, band, examples.creators, examples.groups)
    facts = counted(examples) | evaluate(*own, seed=seed, draws=draws)
    facts["recentred"] = recentred(examples.incident, said)
    if chance is not None:
        facts["limit"] = {"auc": auc(examples.incident, chance), "brier_skill": brier_skill(examples.incident, chance)}
    if honest is not None:
        facts["parts"] = {name: part(examples, logits, chance, rows) for name, rows in sides(honest).items()}
        facts["honest"] = rates(band[honest], BANDS)
    return facts


def refuse_little(incident: Floats) -> None:
    """Raise RefusalError for fewer than `FEWEST` incidents, or decisions without one."""
    bad = int(incident.sum())
    if min(bad, len(incident) - bad) < FEWEST:
        raise RefusalError(
            f"{len(incident):,} decisions, {bad:,} of them with an incident, are too few to judge a model by.",
            f"At least {FEWEST} with and {FEWEST} without one are needed.",
        )


def recentred(incident: Floats, said: Floats) -> Facts | None:
    """Calibration once the base rate is known: all log-odds moved by one number. None where there is one kind only."""
    rate = incident.mean()
    if not 0 < rate < 1:
        return None
    held = np.clip(said, LEAST, 1 - LEAST)
    odds = np.log(held) - np.log1p(-held)
    low, high = -SHIFT, SHIFT
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if expit(odds + middle).mean() < rate else (low, middle)
    moved = expit(odds + low)
    return {"shift": round(low, 4), "ece": ece(incident, moved), "brier_skill": brier_skill(incident, moved)}


def counted(examples: Examples) -> Facts:
    """How much there was to judge by."""
    creators = len(np.unique(examples.creators))
    return {"decisions": len(examples), "creators": creators, "incidents": int(examples.incident.sum())}


def sides(honest: Flags) -> dict[str, Flags]:
    """Who cheats, and who doesn't."""
    return {"fraud": ~honest, "honest": honest}


def part(examples: Examples, logits: Floats, chance: Floats | None, rows: Flags) -> Facts:
    """How well a model ranks within one part, and the best that anybody could."""
    limit = None if chance is None else auc(examples.incident[rows], chance[rows])
    own = auc(examples.incident[rows], logits[rows])
    return {"decisions": int(rows.sum()), "incidents": int(examples.incident[rows].sum()), "auc": own, "limit": limit}


def rates(names: Strings, known: tuple[str, ...]) -> list[Facts]:
    """How many bear each name, with the interval of the share."""
    counts = [int((names == name).sum()) for name in known]
    ends = [wilson(count, len(names)) for count in counts]
    shares = [round(count / len(names), 4) if len(names) else None for count in counts]
    return [
        {"name": name, "count": count, "of": len(names), "share": share, "low": low, "high": high}
        for name, count, share, (low, high) in zip(known, counts, shares, ends, strict=True)
    ]
