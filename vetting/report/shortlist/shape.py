"""The shape of what the shortlist reads: of each dossier the few parts that it shows, and the run's summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vetting.report.dossier_rows import ACCOUNT, FINDING, LINE, NAME
from vetting.report.dossier_shape import AFFAIR, CONTROVERSY, DOSSIER, INTERVAL
from vetting.report.shape import Keyed, flag, number, raw, reader, rows

WANTED = ("sponsored_share", "posting_cadence", "expected_views")
"""The signals of which the comparison tells the reading."""
HELD = ("decision", "adverse", "called_false", "role", "status", "affair", "category", "category_label", "severity")
READ_SIGNAL = reader(
    dict.fromkeys(("outcome", "unit", "basis_unit"), NAME)
    | dict.fromkeys(("reading", "low", "high", "basis"), number)
    | {"signal": raw, "account_id": raw}
)
SAID = {key: FINDING[key] for key in ("id", "kind", "area", "account_id", "affair", "title", "text", "weight")}


@dataclass(frozen=True, slots=True)
class Signals:
    """How many signals have a reading, of how many, and the rows of those that are told."""

    total: int
    measured: int
    told: dict[tuple[str | None, str | None], dict[str, Any]]
    """By signal and account."""


def _signals(value: object) -> Signals:
    given = rows(value)
    told = [READ_SIGNAL(row) for row in given if row.get("signal") in WANTED]
    measured = sum(row.get("outcome") == "measured" and number(row.get("reading")) is not None for row in given)
    return Signals(len(given), measured, {(row["signal"], row["account_id"]): row for row in told})


READ_ROW = reader(
    {
        "creator_id": NAME,
        "name": NAME,
        "page": raw,
        "accounts": [
            {
                key: ACCOUNT[key]
                for key in ("account_id", "platform", "handle", "followers", "country", "language", "tier")
            }
        ],
        "recommendation": {
            "decision": NAME,
            "decided_by": DOSSIER["recommendation"]["decided_by"],
            "because": [SAID],
        },
        "risk": {key: DOSSIER["risk"][key] for key in ("outcome", "score", "low", "high", "band", "trained_on")}
        | {"findings": [SAID]},
        "authenticity": {
            "outcome": NAME,
            "inflation": INTERVAL,
            "real_engagement": {"outcome": NAME} | INTERVAL,
            "findings": [SAID],
        },
        "conduct": {
            "outcome": NAME,
            "affairs": [{key: AFFAIR[key] for key in (*HELD, "first_published", "last_published", "weight")}],
            "controversies": [
                {key: CONTROVERSY[key] for key in (*HELD, "record_id", "published_at", "standing", "probability")}
            ],
            "findings": [SAID],
        },
        "suitability": {"findings": [SAID]},
        "coverage": {"not_seen": [LINE]},
        "signals": _signals,
    }
)
"""Give a dossier what the shortlist shows of it."""

READ_SUMMARY = reader(
    {
        "as_of": NAME,
        "run_id": NAME,
        "made_up": flag,
        "model_page": raw,
        "creators": number,
        "loads": [
            {
                "file": LINE,
                "table": NAME,
                "read": number,
                "loaded": number,
                "already_there": number,
                "quarantined": number,
            }
        ],
        "quarantine": [{"file": LINE, "line": NAME, "reason": LINE}],
        "quarantine_total": number,
        "measured_share": Keyed(number),
    }
)
"""Give a run's summary its full shape."""
