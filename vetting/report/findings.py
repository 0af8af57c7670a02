"""The findings of a dossier, each once, in the order in which they weigh, with all that they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.safe import address

if TYPE_CHECKING:
    from vetting.report.words import Words

KINDS = ("problem", "strength", "gap")
AREAS = ("authenticity", "conduct", "suitability", "risk")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of evidence."""

    time: str | None
    table: str | None
    key: str | None
    text: str | None
    url: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding as the page shows it; `anchor` is made from its number, never from its id."""

    number: int
    kind: str
    area: str
    account: str | None
    title: str
    text: str | None
    means: str | None
    facts: list[tuple[str, str]]
    affair: int | None
    innocent: list[str]
    ask: list[str]
    rows: list[Row]
    total: int
    query: str | None

    @property
    def anchor(self) -> str:
        """Its place in the page."""
        return f"f{self.number}"


@dataclass(frozen=True, slots=True)
class Around:
    """What a finding is read with: the signals by account and name, account names, numbers of the affairs."""

    signals: dict[tuple[str | None, str | None], dict[str, Any]]
    accounts: dict[str | None, str]
    affairs: dict[str | None, int]
    evidence: dict[str, dict[str, Any]]
    queries: dict[str, str | None]


def collected(dossier: dict[str, Any]) -> list[dict[str, Any]]:
    """Give each finding once, problems first, in each kind the heaviest first."""
    listed = [one | {"area": one["area"] or area} for area in AREAS for one in dossier[area]["findings"]]
    unique: dict[object, dict[str, Any]] = {}
    for place, one in enumerate([*listed, *dossier["recommendation"]["because"]]):
        unique.setdefault(one["id"] or place, one)
    return sorted(unique.values(), key=_order)


def _order(one: dict[str, Any]) -> tuple[int, float, str]:
    kind = KINDS.index(one["kind"]) if one["kind"] in KINDS else len(KINDS)
    return kind, -abs(one["weight"] or 0.0), one["id"] or ""


def shown(found: list[dict[str, Any]], around: Around, words: Words) -> list[Finding]:
    """Give the findings as the page shows them, numbered in their order."""
    return [_shown(number, one, around, words) for number, one in enumerate(found, 1)]


def _shown(number: int, one: dict[str, Any], around: Around, words: Words) -> Finding:
    signal = around.signals.get((one["account_id"], one["signal"]))
    evidence = around.evidence.get(one["id"] or "", {"rows": [], "total": 0})
    return Finding(
        number=number,
        kind=words.known("kind", one["kind"]),
        area=words.known("area", one["area"]),
        account=around.accounts.get(one["account_id"]),
        title=one["title"] or words.say("findings.untitled"),
        text=one["text"],
        means=signal["means"] if signal else None,
        facts=_facts(signal, words) if signal else [],
        affair=around.affairs.get(one["affair"]) if one["affair"] else None,
        innocent=one["innocent"],
        ask=one["ask"],
        rows=[_row(row, words) for row in evidence["rows"]],
        total=evidence["total"],
        query=around.queries.get(one["id"] or ""),
    )


def _facts(signal: dict[str, Any], words: Words) -> list[tuple[str, str]]:
    facts = (
        ("fact.reading", readings.reading(signal, words)),
        ("fact.interval", readings.interval(signal["low"], signal["high"], signal["unit"], words)),
        ("fact.basis", readings.basis(signal, words)),
        ("fact.peers", readings.place(signal, words)),
        ("fact.cohort", readings.cohort(signal["cohort"] or "", words) if readings.place(signal, words) else None),
    )
    return [(words.say(key), value) for key, value in facts if value]


def _row(row: dict[str, Any], words: Words) -> Row:
    time = words.time(row["time"]) if row["time"] else None
    return Row(time, row["table"], row["key"], row["text"], row["url"], address(row["url"]))
