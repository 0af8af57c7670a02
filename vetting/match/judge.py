"""A person's judgement of a pair: appended, signed and dated, never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vetting.errors import RefusalError
from vetting.match.sides import sides

if TYPE_CHECKING:
    from datetime import datetime

    from warehouse import Warehouse

VERDICTS = ("confirmed", "rejected")
APPEND = """INSERT INTO stored.judgements BY NAME
SELECT * FROM (SELECT
    $at AS judged_at, $by AS judged_by, 'match' AS subject, $creator AS creator_id, $record AS record_id,
    NULL::VARCHAR AS finding_id, $verdict AS verdict, $reason AS reason) AS one
ANTI JOIN stored.judgements AS j
    USING (judged_at, judged_by, subject, creator_id, record_id, verdict, reason)"""


def judge(warehouse: Warehouse, pair: tuple[str, str], verdict: str, *, by: str, reason: str, at: datetime) -> None:
    """Write down what a person decided of creator and record: confirmed or rejected. Said twice, it stands once.

    The warehouse's as_of is the time at which creator and record have to be known. RefusalError where they are not, or
    where the judgement is not signed or gives no reason.
    """
    if verdict not in VERDICTS:
        raise RefusalError(f"{verdict!r} is no verdict.", f"Say {' or '.join(VERDICTS)}.")
    if not (by.strip() and reason.strip()):
        raise RefusalError("A judgement needs a name and a reason.", "Say who decides (--by) and why (--reason).")
    sides(warehouse, *pair)
    told = {"at": at, "by": by.strip(), "creator": pair[0], "record": pair[1], "reason": reason.strip()}
    with warehouse.transaction():
        warehouse.execute(APPEND, told | {"verdict": verdict})
