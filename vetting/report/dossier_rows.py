"""The shape of the rows that a dossier holds most of: findings, accounts, readings."""

from __future__ import annotations

from typing import Any

from vetting.report.shape import Text, flag, number, raw

NAME, LINE, PASSAGE, BIO = Text(120), Text(240), Text(900), Text(1200)

FINDING: dict[str, Any] = {
    "id": raw,
    "kind": LINE,
    "area": LINE,
    "signal": raw,
    "account_id": raw,
    "record_id": raw,
    "affair": raw,
    "rule": NAME,
    "rows": NAME,
    "formula": Text(6000, lines=True),
    "decide": LINE,
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
    "lower": number,
    "cohort": NAME,
    "benchmark_low": number,
    "benchmark_high": number,
    "benchmark_source": NAME,
    "benchmark_date": NAME,
    "text": PASSAGE,
    "means": PASSAGE,
    "innocent": [LINE],
    "ask": [LINE],
}
