"""A person's judgement of a pair: appended, signed and dated, never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vetting.errors import RefusalError
from vetting.judgements import append, refuse_unsigned
from vetting.match.sides import sides

if TYPE_CHECKING:
    from datetime import datetime

    from warehouse import Warehouse

VERDICTS = ("confirmed", "rejected")


def judge(warehouse: Warehouse, pair: tuple[str, str], verdict: str, *, by: str, reason: str, at: datetime) -> None:
    """Write down what a person decided of creator and record: confirmed or rejected. Said twice, it stands once.

    The warehouse's as_of is the time at which creator and record have to be known. RefusalError where they are not, or
    where the judgement is not signed or gives no reason.
    """
    if verdict not in VERDICTS:
        raise RefusalError(f"{verdict!r} is no verdict.", f"Say {' or '.join(VERDICTS)}.")
    refuse_unsigned("A judgement", by, reason)
    sides(warehouse, *pair)
    creator, record = pair
    append(warehouse, "match", creator, verdict, by=by, reason=reason, at=at, record=record)
