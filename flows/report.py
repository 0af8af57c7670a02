"""The room `report` as a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.steps import opened, step, tell
from vetting.briefs import read_brief
from vetting.cli.scoring import of_run
from vetting.report.report import report as room
from vetting.score.card import card

if TYPE_CHECKING:
    from pathlib import Path

    from flows.steps import Keys
    from vetting.report.report import Reported

EVERY = 500
"""Creators between two lines of progress."""


def now_and_then(done: int, of: int) -> None:
    """Say how far it is."""
    if done % EVERY == 0:
        tell("report", f"{done:,} of {of:,}")


@step
def report(keys: Keys, out: Path) -> Reported:
    """Write the shortlist, the model's card, and a page and a JSON dossier per creator."""
    with opened(keys) as (house, settings):
        one = of_run(house, keys.run.model)
        told = card(one.model, decision=one.decision, because=one.because)
        brief = read_brief(keys.brief, settings.taxonomy) if keys.brief else None
        made = room(house, out, run=keys.run, settings=settings, card=told, brief=brief, progress=now_and_then)
    shown = ", ".join(f"{count:,} {decision}" for decision, count in made.decisions.items())
    tell("report", f"{made.creators:,} creators as of {keys.run.as_of:%Y-%m-%d}: {shown} (proposed; a person decides)")
    return made
