"""The room `load` as a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.steps import step, tell
from vetting.cli.opening import opened
from vetting.cli.options import now
from vetting.load.load import load as room

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.load.store import Account


@step
def load(warehouse: Path, folder: Path, source: str) -> list[Account]:
    """Bring a folder of exchange files into the warehouse, made if absent; an account per file."""
    with opened(warehouse) as house:
        accounts = room(house, folder, source=source, loaded_at=now())
    for one in accounts:
        tell("load", one)
    return accounts
