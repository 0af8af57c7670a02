"""The shape of the dossier's key `since`, as its view reads it."""

from __future__ import annotations

from typing import Any

from vetting.report.dossier_rows import LINE, NAME
from vetting.report.shape import flag, number, raw
from vetting.report.since.kept import COUNTS

BOTH: dict[str, Any] = {"then": NAME, "now": NAME}
FIGURES: dict[str, Any] = {side: dict.fromkeys(("value", "low", "high"), number) for side in ("then", "now")}
FIGURES |= {"beyond": flag, "why": NAME}
JUDGED: dict[str, Any] = {"verdict": NAME, "who": NAME, "when": NAME}

FINDING: dict[str, Any] = {
    "id": raw,
    "kind": NAME,
    "was": NAME,
    "area": NAME,
    "signal": NAME,
    "account_id": raw,
    "affair": raw,
    "title": LINE,
    "unit": NAME,
    "outcome": NAME,
    **FIGURES,
}

AFFAIR: dict[str, Any] = {
    "affair": raw,
    "category": NAME,
    "category_label": NAME,
    "status": BOTH,
    "decision": BOTH,
    "tag": BOTH,
    "probability": {"then": number, "now": number},
    "judged": JUDGED,
}

LOOKED: dict[str, Any] = {"platforms": [NAME], "first_post": NAME, "last_post": NAME}
LOOKED |= dict.fromkeys(COUNTS, number)
SIGNAL: dict[str, Any] = {"account_id": raw, "signal": NAME, "label": NAME, "outcome": NAME}

SINCE: dict[str, Any] = {
    "as_of": NAME,
    "run_id": NAME,
    "kept": flag,
    "recommendation": BOTH | {"decided": {"who": NAME, "when": NAME, "decision": NAME}},
    "numbers": [{"name": NAME, "account_id": raw} | FIGURES],
    "band": BOTH,
    "findings": {how: [FINDING] for how in ("new", "gone", "changed")},
    "affairs": {how: [AFFAIR] for how in ("new", "gone", "changed")},
    "coverage": {"then": LOOKED, "now": LOOKED, "silent": [SIGNAL], "heard": [SIGNAL]},
    "versions_changed": [BOTH | {"part": NAME}],
}
