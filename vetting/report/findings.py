"""The findings of a dossier, each once, in the order in which they weigh, with all that they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.safe import address

if TYPE_CHECKING:
    from vetting.report.words import Words

FEWEST, MOST = 3, 10
"""So many rows of evidence stand at a finding at least, unless the page is the longest, and at most."""
KINDS = ("problem", "strength", "gap")
SENTENCE = 220
"""A longer text is no heading; the measure's name stands in."""
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
    heading: str
    """The finding as a sentence, where it has a short one."""
    label: str | None
    """What was measured, where the heading is the sentence."""
    text: str | None
    means: str | None
    facts: list[str]
    decide: str | None
    affair: int | None
    innocent: list[str]
    ask: list[str]
    rows: list[Row]
    total: int
    caption: str | None
    query: str | None
    formula: str | None
    """The SELECT that gives the number."""

    @property
    def table(self) -> str | None:
        """Where its rows lie, if all lie in one table."""
        tables = {row.table for row in self.rows}
        return tables.pop() if len(tables) == 1 else None

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
    totals: dict[str, float | None]


def collected(dossier: dict[str, Any]) -> list[dict[str, Any]]:
    """Give each finding once, problems first; in each kind those that the recommendation rests on come first."""
    listed = [one | {"area": one["area"] or area} for area in AREAS for one in dossier[area]["findings"]]
    unique: dict[object, dict[str, Any]] = {}
    for place, one in enumerate([*listed, *dossier["recommendation"]["because"]]):
        unique.setdefault(one["id"] or place, one)
    because = [one["id"] for one in dossier["recommendation"]["because"] if one["id"]]
    return sorted(unique.values(), key=lambda one: _order(one, because))


def _order(one: dict[str, Any], because: list[str]) -> tuple[int, int, float, str]:
    kind = KINDS.index(one["kind"]) if one["kind"] in KINDS else len(KINDS)
    place = because.index(one["id"]) if one["id"] in because else len(because)
    return kind, place, -abs(one["weight"] or 0.0), one["id"] or ""


def shown(found: list[dict[str, Any]], around: Around, rows: int, words: Words) -> list[Finding]:
    """Give the findings as the page shows them, numbered in their order, with about `rows` rows of evidence in all."""
    few = min(MOST, max(FEWEST if rows else 1, rows // max(1, len(found))))
    return [_shown(number, one, around, few, words) for number, one in enumerate(found, 1)]


def _shown(number: int, one: dict[str, Any], around: Around, few: int, words: Words) -> Finding:
    signal = around.signals.get((one["account_id"], one["signal"]))
    evidence = around.evidence.get(one["id"] or "", {"rows": [], "total": 0})
    title = one["title"] or words.say("findings.untitled")
    sentence = one["text"] if one["signal"] and one["text"] and len(one["text"]) <= SENTENCE else None
    return Finding(
        number=number,
        kind=words.known("kind", one["kind"]),
        area=words.known("area", one["area"]),
        account=around.accounts.get(one["account_id"]),
        heading=sentence or title,
        label=title if sentence else None,
        text=None if sentence or one["text"] == title else one["text"],
        means=signal["means"] if signal else None,
        facts=_facts(signal, words) if signal else [],
        decide=one["decide"],
        affair=around.affairs.get(one["affair"]) if one["affair"] else None,
        innocent=one["innocent"],
        ask=one["ask"],
        rows=[_row(row, words) for row in evidence["rows"][:few]],
        total=int(around.totals.get(one["id"] or "") or evidence["total"]),
        caption=words.texts.get(f"rows.of.{one['rows']}"),
        query=around.queries.get(one["id"] or ""),
        formula=one["formula"],
    )


def _facts(signal: dict[str, Any], words: Words) -> list[str]:
    """Give the number with its interval, what it stands on, and its place among peers."""
    number, spread = (
        readings.reading(signal, words),
        readings.interval(signal["low"], signal["high"], signal["unit"], words),
    )
    rests = readings.basis(signal, words)
    facts = (
        words.say("fact.interval", reading=number, range=spread) if spread else number,
        rests and words.say("fact.basis", basis=rests),
        readings.among(signal, words),
        readings.published(signal, words),
    )
    return [fact for fact in facts if fact]


def _row(row: dict[str, Any], words: Words) -> Row:
    time = words.time(row["time"]) if row["time"] else None
    key = None if row["key"] == row["time"] else row["key"]  # a day is its own key
    return Row(time, row["table"], key, row["text"], row["url"], address(row["url"]))
