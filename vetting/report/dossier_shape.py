"""The shape of a dossier as this room reads it: the keys of EXCHANGE.md and those that carry a page's charts."""

from __future__ import annotations

from typing import Any

from vetting.report.dossier_rows import ACCOUNT, FINDING, LINE, NAME, PASSAGE, SIGNAL
from vetting.report.shape import Keyed, Text, flag, number, raw, reader, rows
from vetting.report.since.shape import SINCE

EVIDENCE_ROWS = 10
QUERY = Text(6000, lines=True)

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
    """Give the first rows of a finding's evidence, and how many the dossier holds."""
    given = rows(value)
    return {"total": len(given), "rows": EVIDENCE(given[:EVIDENCE_ROWS])}


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

USUAL: dict[str, Any] = {
    "rate_by": NAME,
    "rate": number,
    "cohort": NAME,
    "peers": number,
    "benchmark_low": number,
    "benchmark_high": number,
    "benchmark_source": NAME,
    "benchmark_date": NAME,
}
SERIES: dict[str, Any] = dict.fromkeys(("followers", "breaks", "purges", "posts", "months", "next_posts"), rows)
SERIES |= {"cohort_rate": Keyed(number), "usual": Keyed(USUAL)}

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
    "brief": LINE,
    "accounts": [
        {"account_id": raw, "first_post": NAME, "last_post": NAME, "first_day": NAME, "last_day": NAME}
        | dict.fromkeys(("posts", "comments", "follower_days", "followers_sampled"), number)
    ],
    "searched": [{"kind": NAME, "records": number, "first_record": NAME, "last_record": NAME}],
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
    "totals": Keyed(number),
    "bounds": Keyed(number),
    "series": SERIES,
    "coverage": COVERAGE,
    "since": SINCE,
}

read_dossier = reader(DOSSIER)
"""Give any dossier its full shape."""
