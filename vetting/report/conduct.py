"""What a creator did, as records tell it: the adverse ones as controversies, each a finding to weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
KEPT = (
    "record_id", "probability", "decision", "category", "category_label", "severity", "role", "status", "source",
    "source_kind", "published_at", "url", "title", "text", "for", "against", "matched_on",
)  # fmt: skip


def controversies(matches: list[Row]) -> list[Row]:
    """The records in which something adverse was read, gravest and likeliest first."""
    return [{key: row[key] for key in KEPT} for row in matches if row["category"]]


def findings(name: str, listed: list[Row], words: Words) -> list[Row]:
    """One per controversy: a problem where it is the creator's by the evidence, else a question that is open."""
    return [_finding(name, row, words) for row in listed]


def _finding(name: str, row: Row, words: Words) -> Row:
    matched = row["decision"] == "match"
    against = matched and row["role"] != "suffered" and row["status"] != "retracted"
    facts = {
        "source": row["source"],
        "kind": words.known("source_kind", row["source_kind"]),
        "day": words.day(row["published_at"]),
        "title": row["title"] or words.texts["unknown"],
        "name": name,
        "probability": words.percent(row["probability"]),
    }
    return {
        "id": f"record:{row['record_id']}",
        "kind": "problem" if against else "gap",
        "area": "conduct",
        "signal": None,
        "account_id": None,
        "record_id": row["record_id"],
        "title": words.say("assemble.record_title", category=row["category_label"]),
        "text": words.say("assemble.record_match" if matched else "assemble.record_review", **facts),
        "innocent": [words.say("assemble.record_innocent_name"), words.say("assemble.record_innocent_role")],
        "ask": [words.say("assemble.record_ask")],
        "weight": row["probability"] * (row["severity"] or 1) / 5,
    }


def others(name: str, matches: list[Row], words: Words) -> tuple[Row, list[Row]] | None:
    """Records of a like name in which nothing adverse was read, as one finding with its rows; None without any."""
    plain = [row for row in matches if not row["category"]]
    if not plain:
        return None
    told: Row = {
        "id": "records:other",
        "kind": "gap",
        "area": "conduct",
        "signal": None,
        "account_id": None,
        "record_id": None,
        "title": words.say("assemble.more_records_title"),
        "text": words.count("assemble.more_records", len(plain), name=name),
        "innocent": [],
        "ask": [],
        "weight": 0.0,
    }
    return told, [evidence(row) for row in plain]


def evidence(row: Row) -> Row:
    """The record that a finding stands on."""
    text = " · ".join(part for part in (row["source"], row["title"]) if part)
    return {
        "table": "marts.matches",
        "key": row["record_id"],
        "url": row["url"],
        "time": row["published_at"],
        "text": text,
    }
