"""What people decide: appended to stored.judgements, signed and dated, never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vetting.errors import RefusalError

if TYPE_CHECKING:
    from datetime import datetime

    from warehouse import Warehouse

APPEND = """INSERT INTO stored.judgements BY NAME
SELECT
    $at::TIMESTAMP AS judged_at, $by AS judged_by, $subject AS subject, $creator AS creator_id,
    $record::VARCHAR AS record_id, NULL::VARCHAR AS finding_id, $verdict AS verdict, $reason AS reason
EXCEPT SELECT judged_at, judged_by, subject, creator_id, record_id, finding_id, verdict, reason
FROM stored.judgements"""


def refuse_unsigned(what: str, by: str, reason: str) -> None:
    """Raise RefusalError for a word that is not signed or gives no reason; `what` it is, such as *A decision*."""
    if not (by.strip() and reason.strip()):
        raise RefusalError(f"{what} needs a name and a reason.", "Say who decides (--by) and why (--reason).")


def append(  # noqa: PLR0913 - a judgement is made of these
    warehouse: Warehouse,
    subject: str,
    creator: str,
    verdict: str,
    *,
    by: str,
    reason: str,
    at: datetime,
    record: str | None = None,
) -> None:
    """Write a judgement down. Said twice, it stands once."""
    told = {"at": at, "by": by.strip(), "subject": subject, "creator": creator, "record": record}
    with warehouse.transaction():
        warehouse.execute(APPEND, told | {"verdict": verdict, "reason": reason.strip()})
