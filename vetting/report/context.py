"""What all dossiers of a run share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vetting.briefs import Brief
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
    card: dict[str, Any]
    """The card of the model that scored."""
    brief: Brief | None = None

    @property
    def trained_on(self) -> str:
        """What the model learnt from: simulated, outcomes, or unknown."""
        return str(self.card.get("trained_on", "unknown"))
