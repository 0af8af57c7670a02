"""What makes two runs the same: the data that was seen, the configuration, the code, the model, and as_of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vetting.briefs import configured
from vetting.errors import RefusalError
from warehouse import LATEST

if TYPE_CHECKING:
    from datetime import datetime

    from vetting.briefs import Brief
    from vetting.settings import Settings
    from warehouse import Warehouse

HOME = Path(__file__).parent.parent
CODE = ("vetting", "warehouse")
SUFFIXES = {".py", ".sql", ".toml", ".html", ".css", ".js", ".svg", ".json", ".skops"}


@dataclass(frozen=True, slots=True)
class Run:
    """A run's identity. `run_id` is a hash of the rest, so the same inputs bear the same one."""

    as_of: datetime
    data: str
    config: str
    code: str
    model: str
    lang: str

    @property
    def run_id(self) -> str:
        """Hash of what went in; the clock is no part of it."""
        parts = (self.as_of.isoformat(), self.data, self.config, self.code, self.model, self.lang)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    @property
    def seen_until(self) -> str:
        """as_of as reports write it."""
        return f"{self.as_of:%Y-%m-%dT%H:%M:%SZ}"

    @property
    def versions(self) -> dict[str, str]:
        """What a report names at its end."""
        return {"code": self.code, "config": self.config, "model": self.model, "data": self.data}


def code_fingerprint() -> str:
    """Hash of every file of ours that can change a report, and of the warehouse's version."""
    digest = hashlib.sha256(str(LATEST).encode())
    for path in sorted(p for part in CODE for p in (HOME / part).rglob("*") if p.suffix in SUFFIXES):
        digest.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def choose_as_of(warehouse: Warehouse, asked: datetime | None, now: datetime) -> datetime:
    """The asked time, or that of the last observation. Raises RefusalError for a future one or an empty warehouse."""
    if asked and asked > now:
        raise RefusalError(f"--as-of {asked:%Y-%m-%d %H:%M} is in the future.", "Name a time up to now.")
    first, last = warehouse.execute(warehouse.tree.query("span_seen").sql)[0]
    if last is None:
        raise RefusalError("The warehouse holds no observation yet.", "Load some first: vet load DIR.")
    if asked and asked < first:
        raise RefusalError(f"Nothing was observed by {asked:%Y-%m-%d %H:%M}.", f"The first observation is of {first}.")
    return asked or min(last, now)


def begin(
    warehouse: Warehouse,
    settings: Settings,
    *,
    model: str,
    lang: str,
    started_at: datetime,
    brief: Brief | None = None,
) -> Run:
    """Write down what goes in, as soon as it is known, in ops.runs; `model`: fingerprint of the one that scores."""
    data = warehouse.execute(warehouse.tree.query("data_fingerprint").sql)[0][0]
    config = configured(settings.fingerprint, brief)
    run = Run(warehouse.as_of, str(data), config, code_fingerprint(), model, lang)
    with warehouse.transaction():
        warehouse.execute("DELETE FROM ops.runs WHERE run_id = ?", [run.run_id])
        warehouse.execute(
            "INSERT INTO ops.runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            [run.run_id, run.as_of, run.data, run.config, run.code, run.model, lang, started_at],
        )
    return run


def finish(warehouse: Warehouse, run: Run, finished_at: datetime) -> None:
    """Say that its reports are written."""
    warehouse.execute("UPDATE ops.runs SET finished_at = ? WHERE run_id = ?", [finished_at, run.run_id])
