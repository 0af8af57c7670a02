"""What reports proposed, kept beside what people decide: who overrode what, and what came of it, can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from vetting.errors import RefusalError
from vetting.judgements import append, refuse_unsigned
from vetting.report.propose import DECISIONS
from vetting.report.since.kept import KEPT, kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from vetting.runs import Run
    from warehouse import Warehouse

COLUMNS: dict[str, pl.DataType] = {
    "creator_id": pl.String(),
    "decision": pl.String(),
    "because": pl.List(pl.String()),
} | KEPT
KEEP = """INSERT INTO stored.proposals BY NAME
SELECT
    $as_of::TIMESTAMP AS as_of, p.*, $run AS run_id,
    (SELECT started_at FROM ops.runs WHERE run_id = $run) AS proposed_at
FROM proposed AS p
ANTI JOIN (SELECT creator_id FROM stored.proposals WHERE run_id = $run) USING (creator_id)"""


def keep(warehouse: Warehouse, run: Run, dossiers: Sequence[dict[str, Any]]) -> None:
    """Store what a run proposes and tells of each creator. The same run tells the same, and keeps it once.

    A dossier needs `creator_id` and `recommendation`; with the rest of it the next report can say what changed.
    """
    rows = [_proposed(one) for one in dossiers]  # not strict: a whole number is a number
    with warehouse.view_of("proposed", pl.DataFrame(rows, COLUMNS, strict=False)), warehouse.transaction():
        warehouse.execute(KEEP, {"as_of": run.as_of, "run": run.run_id})


def _proposed(dossier: dict[str, Any]) -> dict[str, Any]:
    said = dossier["recommendation"]
    because = [why["id"] for why in said["because"]]
    return {"creator_id": dossier["creator_id"], "decision": said["decision"], "because": because} | kept(dossier)


def decide(warehouse: Warehouse, creator: str, decision: str, *, by: str, reason: str, at: datetime) -> None:
    """Write down what a person decided of a creator: appended, signed and dated. Said twice, it stands once.

    No model learns from it: only an outcome says how a partnership went. RefusalError for a creator who is not known at
    the warehouse's as_of, and for what is not signed or gives no reason.
    """
    if decision not in DECISIONS:
        raise RefusalError(f"{decision!r} is no decision.", f"Say one of {', '.join(DECISIONS)}.")
    refuse_unsigned("A decision", by, reason)
    if creator not in warehouse.query("creators_seen")["creator_id"]:
        raise RefusalError(f"The warehouse knows no creator {creator}.", "marts.creators lists them: vet sql.")
    append(warehouse, "recommendation", creator, decision, by=by, reason=reason, at=at)
