"""The room `measure` as a task."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flows.steps import opened, step, tell
from vetting.measure.measure import measure as room

if TYPE_CHECKING:
    from flows.steps import Keys
    from vetting.measure.measure import Measured


@step
def measure(keys: Keys) -> Measured:
    """Measure every account that was seen."""
    with opened(keys) as (house, _):
        measured = room(house, progress=partial(tell, "measure"))
    tell("measure", measured)
    return measured
