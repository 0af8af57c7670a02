"""The room `pull` as a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.steps import step
from vetting.pull.source import source_named

if TYPE_CHECKING:
    from pathlib import Path


@step
def pull(source: str, target: str, landing: Path) -> Path:
    """Ask a source for a target; the folder of exchange files that came of it."""
    return source_named(source).land(target, landing)
