"""The affairs about a creator, or perhaps about them, numbered, each with its records: as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report.conduct import by_affair, called, remarks
from vetting.report.safe import address
from vetting.report.standing import ROLES, sideless, stands, tag

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
AFFAIRS, QUIET, RECORDS, TURNS = 40, 40, 6, 12
"""So many affairs, affairs of just the same name, records of one affair and turns of its status are shown."""
TOLD = (
    "category", "category_label", "severity", "role", "adverse", "called_false", "status", "standing", "probability",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Affair:
    """One affair as the page shows it; `records` come with what is known of each, in words."""

    number: int
    title: str
    byline: str
    remarks: list[str]
    history: list[str]
    facts: list[tuple[str, str]]
    records: list[tuple[Row, str, list[tuple[str, str]]]]
    total: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The affairs to read, those where just the name is the same, and how many more there are of each."""

    affairs: list[Affair]
    quiet: list[tuple[Row, str]]
    more: int
    more_quiet: int


def numbered(conduct: Row) -> list[Row]:
    """Give the affairs with number and records: theirs before those to review, what stands first, then the heaviest."""
    records = by_affair(conduct["controversies"])
    known = {one["affair"]: one for one in conduct["affairs"] if one["affair"] in records}
    every = [known.get(affair) or _alone(affair, rows) for affair, rows in records.items()]
    newest = sorted(every, key=lambda one: (one["last_published"] or "", one["affair"] or ""), reverse=True)
    ordered = sorted(newest, key=_place)
    return [
        one | {"number": number, "rows": [row | {"number": number} for row in _newest(records[one["affair"]])]}
        for number, one in enumerate(ordered, 1)
    ]


def _place(affair: Row) -> tuple[bool, bool, float]:
    return affair["decision"] != "match", not stands(affair), -(affair["weight"] or 0.0)


def _newest(records: list[Row]) -> list[Row]:
    dated = sorted(records, key=lambda row: (row["published_at"] or "", row["record_id"] or ""), reverse=True)
    return sorted(dated, key=lambda row: row["decision"] != "match")


def _alone(affair: str, rows: list[Row]) -> Row:
    """What is known of records whose affair the dossier doesn't tell: as the first of them says."""
    told = {key: rows[0][key] for key in TOLD}
    days = [row["published_at"] for row in rows if row["published_at"]]
    sure = any(row["decision"] == "match" for row in rows)
    return told | {
        "affair": affair,
        "history": [],
        "first_published": min(days, default=None),
        "last_published": max(days, default=None),
        "records": len(rows),
        "independent_sources": None,
        "weight": None,
        "decision": "match" if sure else "review",
    }


def shown(affairs: list[Row], words: Words) -> Shown:
    """Give the affairs as the page shows them."""
    quiet = [one for one in affairs if _alike(one)]
    loud = [one for one in affairs if not _alike(one)]
    return Shown(
        [_shown(one, words) for one in loud[:AFFAIRS]],
        [(one | {"title": _headline(one)}, _brief(one["rows"][0], words)) for one in quiet[:QUIET]],
        max(0, len(loud) - AFFAIRS),
        max(0, len(quiet) - QUIET),
    )


def _alike(affair: Row) -> bool:
    """Whether nothing but the name speaks for it."""
    return affair["decision"] != "match" and all(row["alike"] for row in affair["rows"])


def _headline(affair: Row) -> str | None:
    title: str | None = affair["rows"][0]["title"]
    return title


def _shown(affair: Row, words: Words) -> Affair:
    category = affair["category_label"] or affair["category"] or words.texts["unknown"]
    return Affair(
        number=affair["number"],
        title=words.say("affair.title", category=category, tag=called(affair, affair["rows"], words)),
        byline=_byline(affair, words),
        remarks=remarks(affair, words),
        history=[_turn(row, words) for row in affair["history"][:TURNS]],
        facts=_facts(affair, words),
        records=[(row, _brief(row, words), record_facts(row, words)) for row in map(_linked, affair["rows"][:RECORDS])],
        total=max(len(affair["rows"]), int(affair["records"] or 0)),
    )


def _linked(row: Row) -> Row:
    return row | {"link": address(row["url"])}


def _byline(affair: Row, words: Words) -> str:
    days = list(dict.fromkeys(words.day(affair[key]) for key in ("first_published", "last_published") if affair[key]))
    when = words.between(*days) if len(days) > 1 else (days or [words.say("records.undated")])[0]
    return f"{words.known('match', affair['decision'])} · {when}"


def _turn(row: Row, words: Words) -> str:
    said = "affair.called_false" if row["called_false"] else f"status.{row['status'] or 'unknown'}"
    state = words.texts.get(said, row["status"] or words.texts["unknown"])
    return words.say(
        "affair.turn", day=words.day(row["date"]), status=state, source=words.known("source_kind", row["source_kind"])
    )


def _facts(affair: Row, words: Words) -> list[tuple[str, str]]:
    sources, role = affair["independent_sources"], affair["role"] if affair["role"] in ROLES else "named"
    role = "sideless" if role == "did" and sideless(affair["rows"]) else role
    pairs = (
        ("record.role", tag(affair) not in {"refuted", "cleared"} and words.known("affair.role", role)),
        ("record.status", words.known("status", affair["status"] or "unknown")),
        ("record.sources", sources and words.number(sources)),
        ("record.severity", affair["severity"] and words.known("severity", affair["severity"])),
        ("record.identity", affair["probability"] is not None and words.percent(affair["probability"])),
    )
    return [(words.say(key), value) for key, value in pairs if value]


def _brief(row: Row, words: Words) -> str:
    """Source, day and probability of a record in one line."""
    day = words.day(row["published_at"]) if row["published_at"] else words.say("records.undated")
    parts = [row["source"] or words.say("records.no_source"), words.known("source_kind", row["source_kind"]), day]
    sure = None if row["probability"] is None else words.say("affair.sure", share=words.percent(row["probability"]))
    return " · ".join(part for part in (*parts, sure) if part)


def record_facts(row: Row, words: Words) -> list[tuple[str, str]]:
    """Give what is known of a record, in words; who says what its status is, and the words that made the role."""
    status = words.known("status", row["status"] or "unknown")
    by = words.known("record.status_by", row["status_by"]) if row["status"] and row["status_by"] else None
    role = words.known(
        "affair.role", "sideless" if sideless([row]) else row["role"] if row["role"] in ROLES else "named"
    )
    pairs = (
        ("record.status", f"{status} ({by})" if by else status),
        ("record.role", f"{role} ({'; '.join(row['role_words'][:2])})" if row["role_words"] else role),
        ("record.copies", row["copies"] and words.number(row["copies"])),
        ("record.matched_on", row["matched_on"]),
    )
    return [(words.say(key), value) for key, value in pairs if value]
