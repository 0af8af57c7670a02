"""The room `match` as a task."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flows.steps import opened, step, tell
from vetting.match.match import match as room

if TYPE_CHECKING:
    from flows.steps import Keys


@step
def match(keys: Keys) -> tuple[int, int]:
    """Hold every creator against every record that was seen; (matches, reviews)."""
    with opened(keys) as (house, _):
        matched, review = room(house, progress=partial(tell, "match"))
    tell("match", f"{matched:,} matches, {review:,} to review")
    return matched, review
