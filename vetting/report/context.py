"""What all dossiers of a run share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vetting.report.gather import Gathered
    from vetting.report.words import Words
    from vetting.runs import Run
    from vetting.settings import Settings
    from vetting.signals import Signal


@dataclass(frozen=True, slots=True)
class Context:
    """What all dossiers of a run share."""

    run: Run
    gathered: Gathered
    signals: dict[str, Signal]
    settings: Settings
    words: Words
    trained_on: str
