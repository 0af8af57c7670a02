"""The shape of a dossier as this room reads it: the keys of EXCHANGE.md and those that carry a page's charts."""

from __future__ import annotations

from typing import Any

from vetting.report.shape import Keyed, Text, flag, number, raw, reader, rows

EVIDENCE_ROWS = 12
NAME, LINE, PASSAGE, BIO, QUERY = Text(120), Text(240), Text(900), Text(1200), Text(6000, lines=True)

FINDING: dict[str, Any] = {
    "id": raw,
    "kind": LINE,
    "area": LINE,
    "signal": raw,
    "account_id": raw,
    "record_id": raw,
    "affair": raw,
    "rule": NAME,
    "title": LINE,
    "text": PASSAGE,
    "innocent": [LINE],
    "ask": [LINE],
    "weight": number,
}

ACCOUNT: dict[str, Any] = {
    "account_id": raw,
    "platform": NAME,
    "handle": NAME,
    "display_name": NAME,
    "bio": BIO,
    "url": LINE,
    "category": NAME,
    "country": NAME,
    "language": NAME,
    "followers": number,
    "following": number,
    "posts_count": number,
    "created_at": NAME,
    "verified": flag,
    "observed_at": NAME,
    "tier": NAME,
    "cohort": NAME,
}

SIGNAL: dict[str, Any] = {
    "account_id": raw,
    "signal": NAME,
    "label": NAME,
    "family": NAME,
    "unit": NAME,
    "polarity": NAME,
    "outcome": NAME,
    "reading": number,
    "low": number,
    "high": number,
    "basis": number,
    "basis_unit": NAME,
    "percentile": number,
    "peers": number,
    "cohort": NAME,
    "text": PASSAGE,
    "means": PASSAGE,
    "innocent": [LINE],
    "ask": [LINE],
}

CONTROVERSY: dict[str, Any] = {
    "record_id": raw,
    "probability": number,
    "decision": NAME,
    "category": NAME,
    "category_label": NAME,
    "severity": NAME,
    "role": NAME,
    "role_words": [LINE],
    "adverse": flag,
    "called_false": flag,
    "status": NAME,
    "status_by": NAME,
    "affair": raw,
    "copies": number,
    "source": NAME,
    "source_kind": NAME,
    "standing": number,
    "published_at": NAME,
    "url": Text(400),
    "title": LINE,
    "text": PASSAGE,
    "for": [LINE],
    "against": [LINE],
    "alike": flag,
    "matched_on": LINE,
}

AFFAIR: dict[str, Any] = {
    "affair": raw,
    "category": NAME,
    "category_label": NAME,
    "severity": NAME,
    "role": NAME,
    "adverse": flag,
    "status": NAME,
    "called_false": flag,
    "history": [{"date": NAME, "status": NAME, "called_false": flag, "source_kind": NAME, "record_id": raw}],
    "first_published": NAME,
    "last_published": NAME,
    "records": number,
    "independent_sources": number,
    "standing": number,
    "probability": number,
    "weight": number,
    "decision": NAME,
}

INTERVAL: dict[str, Any] = {"share": number, "rate": number, "low": number, "high": number, "account_id": raw}
EVIDENCE = reader([{"table": NAME, "key": LINE, "url": Text(400), "time": NAME, "text": Text(400)}])


def evidence(value: object) -> dict[str, Any]:
    """Give the first rows of a finding's evidence, and how many there are in all.

    The dossier holds all rows, or the first ones and their number: `{"total": 900, "rows": [...]}`.
    """
    told = value if isinstance(value, dict) else {"rows": value}
    given = rows(told.get("rows"))
    total = max(len(given), int(number(told.get("total")) or 0))
    return {"total": total, "rows": EVIDENCE(given[:EVIDENCE_ROWS])}


RECOMMENDATION: dict[str, Any] = {
    "decision": NAME,
    "because": [FINDING],
    "decided_by": {"who": NAME, "when": NAME, "decision": NAME, "why": PASSAGE},
}

RISK: dict[str, Any] = {
    "outcome": NAME,
    "score": number,
    "probability": number,
    "low": number,
    "high": number,
    "band": NAME,
    "trained_on": NAME,
    "model": NAME,
    "because": PASSAGE,
    "base": number,
    "drivers": [{"signal": NAME, "label": NAME, "contribution": number, "text": PASSAGE}],
    "findings": [FINDING],
}

SERIES: dict[str, Any] = {"followers": rows, "breaks": rows, "posts": rows, "cohort_rate": Keyed(number)}

COVERAGE: dict[str, Any] = {
    "platforms": [NAME],
    "first_post": NAME,
    "last_post": NAME,
    "posts": number,
    "comments": number,
    "records": number,
    "follower_days": number,
    "followers_sampled": number,
    "not_seen": [LINE],
}

DOSSIER: dict[str, Any] = {
    "creator_id": NAME,
    "name": NAME,
    "as_of": NAME,
    "run_id": NAME,
    "made_up": flag,
    "model_page": raw,
    "brief": {"name": NAME, "rules_out": [NAME]},
    "versions": {"code": NAME, "config": NAME, "model": NAME, "data": NAME},
    "accounts": [ACCOUNT],
    "recommendation": RECOMMENDATION,
    "risk": RISK,
    "authenticity": {
        "outcome": NAME,
        "inflation": INTERVAL,
        "real_engagement": {"outcome": NAME} | INTERVAL,
        "findings": [FINDING],
    },
    "conduct": {"outcome": NAME, "controversies": [CONTROVERSY], "affairs": [AFFAIR], "findings": [FINDING]},
    "suitability": {"outcome": NAME, "findings": [FINDING]},
    "signals": [SIGNAL],
    "evidence": Keyed(evidence),
    "queries": Keyed(QUERY),
    "series": SERIES,
    "coverage": COVERAGE,
}

read_dossier = reader(DOSSIER)
"""Give any dossier its full shape."""
