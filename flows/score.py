"""The room `score` as a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.steps import opened, step, tell
from vetting.score.registry import recall
from vetting.score.score import score as room

if TYPE_CHECKING:
    from flows.steps import Keys


@step
def score(keys: Keys) -> int:
    """Score every creator by the model that the run began with; how many got a score."""
    with opened(keys) as (house, settings):
        scored = room(house, settings, recall(house, keys.run.model))
    tell("score", f"{scored:,} creators scored")
    return scored
