"""What a creator did, as records tell it: records with a category, their affairs, and a finding to weigh for each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from vetting.report.standing import OVER, held, proven, rumour, sideless, stands, tag
from vetting.report.words import typeset

if TYPE_CHECKING:
    from vetting.briefs import Brief
    from vetting.report.words import Words

Row = dict[str, Any]
SAYS = 200
"""So much of a record's own words stands in the finding that it makes."""
LIKE_NAMED = "records:other"
"""The finding that names records of a like name in which nothing adverse was read."""
KEPT = (
    "record_id", "probability", "decision", "category", "category_label", "severity", "role", "role_words", "adverse",
    "called_false", "status", "status_by", "affair", "copies", "source", "source_kind", "standing", "published_at",
    "url", "title", "text", "for", "against", "alike", "matched_on",
)  # fmt: skip


def printed(row: Row, lang: str) -> Row:
    """A record or an affair with our own words as they are printed: its category, and the evidence for and against."""
    own = {key: [typeset(lang, line) for line in row[key]] for key in ("for", "against") if row.get(key)}
    label = row["category_label"]
    return row | own | {"category_label": label and typeset(lang, label)}


def controversies(matches: list[Row]) -> list[Row]:
    """The records in which a category was read, gravest and likeliest first."""
    return [{key: row[key] for key in KEPT} for row in matches if row["category"]]


def by_affair(listed: list[Row]) -> dict[str, list[Row]]:
    """The records of each affair, in their order."""
    parted: dict[str, list[Row]] = defaultdict(list)
    for row in listed:
        parted[row["affair"] or row["record_id"]].append(row)
    return dict(parted)


def findings(name: str, affairs: list[Row], listed: list[Row], words: Words) -> list[Row]:
    """One per affair: a problem where it stands against the creator by the evidence, else a question that is open."""
    records = by_affair(listed)
    return [_finding(name, one, records[one["affair"]], words) for one in affairs if one["affair"] in records]


def _finding(name: str, affair: Row, records: list[Row], words: Words) -> Row:
    against = stands(affair) and any(row["decision"] == "match" and held(row) for row in records)
    first = max(records, key=lambda row: (row["decision"] == "match", row["standing"] or 0, row["probability"]))
    word = called(affair, records, words)
    victim, aside = tag(affair) == "suffered", sideless(records)
    innocent = ["record_innocent_name", "record_innocent_side" if aside else "record_innocent_role"]
    ask = ["record_ask_side" if aside else "record_ask"]
    return {
        "id": f"affair:{affair['affair']}",
        "kind": "problem" if against else "gap",
        "area": "conduct",
        "signal": None,
        "account_id": None,
        "record_id": first["record_id"],
        "affair": affair["affair"],
        "title": words.say("affair.title", category=affair["category_label"], tag=word),
        "text": " ".join(_sentences(name, affair, first, words)),
        "innocent": [] if victim else [words.say(f"assemble.{key}") for key in innocent],
        "ask": [] if victim else [words.say(f"assemble.{key}") for key in ask],
        "weight": affair["weight"],
    }


def called(affair: Row, records: list[Row], words: Words) -> str:
    """How an affair is called in words: one that they are said to have done by what became of that, where it is known.

    "Said to have done it" would be too much for what they deny, and too little for what is confirmed.
    """
    word = tag(affair)
    if word == "did" and sideless(records):
        return words.say("affair.tag.sideless")
    return words.texts.get(f"affair.tag.{word}_{affair['status']}") or words.say(f"affair.tag.{word}")


def ruled_out(affairs: list[Row], listed: list[Row], brief: Brief, words: Words) -> list[Row]:
    """What the brief rules out, one finding per affair: `rule` says whether it declines or asks for a look."""
    records = by_affair([row for row in listed if row["category"] in brief.rules_out and held(row)])
    known = [one for one in affairs if one["affair"] in records and stands(one)]
    found = ((one, _rule(one, records[one["affair"]])) for one in known)
    return [_ruled(one, rule, records[one["affair"]][0], brief, words) for one, rule in found if rule]


def _rule(affair: Row, records: list[Row]) -> str | None:
    """Decline for what is confirmed, theirs and still stands; a look for the rest, unless just the name is the same."""
    if affair["status"] not in OVER and any(row["decision"] == "match" and proven(row) for row in records):
        return "decline"
    return "review" if any(row["decision"] == "match" or not row["alike"] for row in records) else None


def _ruled(affair: Row, rule: str, record: Row, brief: Brief, words: Words) -> Row:
    facts = {"brief": brief.name, "category": record["category_label"]}
    nothing = dict.fromkeys(("signal", "account_id"))
    told: Row = {"title": words.say("rule.title", **facts), "text": words.say(f"rule.{rule}", **facts)}
    own: Row = {"id": f"brief:{affair['affair']}", "kind": "problem", "area": "conduct", "rule": rule}
    own |= {"record_id": record["record_id"], "affair": affair["affair"], "innocent": [], "ask": []}
    return nothing | told | own | {"weight": 1.0 + (affair["weight"] or 0.0)}


def _sentences(name: str, affair: Row, first: Row, words: Words) -> list[str]:
    """Where it can be read, what is said of it, and how sure it is that it means the creator."""
    facts = {
        "source": first["source"],
        "kind": words.known("source_kind", first["source_kind"]),
        "day": words.day(first["published_at"]),
        "title": first["title"] or words.texts["unknown"],
        "name": name,
        "probability": words.percent(affair["probability"]),
    }
    told = [words.say("assemble.record_lead", **facts)]
    if text := " ".join((first["text"] or "").split()):
        short = text if len(text) <= SAYS else f"{text[:SAYS].rsplit(' ', 1)[0]} …"
        told.append(words.say("assemble.record_says", text=short))
    if affair["records"] > 1:
        told.append(words.count("affair.sources", affair["independent_sources"], records=affair["records"]))
    told += remarks(affair, words)
    sure = "assemble.record_match" if affair["decision"] == "match" else "assemble.record_review"
    return [*told, words.say(sure, **facts)]


def remarks(affair: Row, words: Words) -> list[str]:
    """What must be said with an affair: that fact-checkers call it false, or that it is a rumour."""
    if affair["called_false"]:
        return [words.say("affair.contested" if affair["adverse"] else "affair.refuted")]
    return [words.say("affair.rumour")] if rumour(affair) else []


def others(name: str, matches: list[Row], words: Words) -> tuple[Row, list[Row]] | None:
    """Records of a like name in which nothing adverse was read, as one finding with its rows; None without any."""
    plain = [row for row in matches if not row["category"]]
    if not plain:
        return None
    told: Row = {
        "id": LIKE_NAMED,
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
