"""Everything that the shortlist's template says: one row per creator, the counts, the account of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from vetting.report import judgement, readings
from vetting.report.dossier_shape import ACCOUNT, AFFAIR, CONTROVERSY, DOSSIER, INTERVAL, LINE, NAME, RECOMMENDATION
from vetting.report.shape import Keyed, flag, number, raw, reader
from vetting.report.standing import held, stands

if TYPE_CHECKING:
    from vetting.report.words import Words

ORDER = (*judgement.DECISIONS, "none")
QUARANTINE_ROWS = 50
HELD = ("decision", "adverse", "role", "status", "affair")

READ_ROW = reader(
    {
        "creator_id": NAME,
        "name": NAME,
        "page": raw,
        "accounts": [{key: ACCOUNT[key] for key in ("platform", "handle", "followers")}],
        "recommendation": {key: RECOMMENDATION[key] for key in ("decision", "decided_by")},
        "risk": {key: DOSSIER["risk"][key] for key in ("outcome", "score", "low", "high", "band", "trained_on")},
        "authenticity": {"inflation": INTERVAL, "real_engagement": INTERVAL},
        "conduct": {
            "outcome": NAME,
            "affairs": [{key: AFFAIR[key] for key in HELD}],
            "controversies": [{key: CONTROVERSY[key] for key in HELD}],
        },
        "signals": [{"outcome": NAME, "reading": number}],
    }
)

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


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and by what it sorts; None sorts last."""

    text: str
    by: float | str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One creator's row."""

    name: str
    handles: str
    link: str | None
    platforms: list[str]
    decision: str
    cells: list[Cell]


def shortlist_view(given: list[dict[str, Any]], summary: dict[str, Any], words: Words) -> dict[str, Any]:
    """Turn dossiers and the run's summary into the variables of `shortlist.html`."""
    rows = sorted((READ_ROW(one) for one in given), key=_order)
    lines = [_line(row, words) for row in rows]
    about = READ_SUMMARY(summary)
    return {
        "s": about,
        "lines": lines,
        "counts": [(kind, sum(line.decision == kind for line in lines)) for kind in ORDER],
        "platforms": sorted({platform for line in lines for platform in line.platforms}),
        "simulated": any(row["risk"]["trained_on"] == "simulated" for row in rows),
        "quarantine": about["quarantine"][:QUARANTINE_ROWS],
        "quarantine_total": _quarantine_total(about),
        "shares": sorted((signal, words.percent(share)) for signal, share in about["measured_share"].items()),
    }


def _order(row: dict[str, Any]) -> tuple[int, float, str, str]:
    """Proceed first, then the lowest risk; who has no score comes after those who have one."""
    score = row["risk"]["score"]
    return ORDER.index(_decision(row)), 1000.0 if score is None else score, row["name"] or "", row["creator_id"] or ""


def _decision(row: dict[str, Any]) -> str:
    decided = judgement.in_force(row["recommendation"])
    return decided if decided in judgement.DECISIONS else "none"


def _quarantine_total(about: dict[str, Any]) -> float:
    counted = sum(load["quarantined"] or 0 for load in about["loads"])
    return max(about["quarantine_total"] or 0, counted, len(about["quarantine"]))


def _line(row: dict[str, Any], words: Words) -> Line:
    platforms = list(dict.fromkeys(one["platform"] for one in row["accounts"] if one["platform"]))
    handles = " ".join(dict.fromkeys(one["handle"] for one in row["accounts"] if one["handle"]))
    name = row["name"] or row["creator_id"] or words.texts["unknown"]
    return Line(name, handles, _link(row["page"]), platforms, _decision(row), _cells(row, platforms, words))


def _link(page: str | None) -> str | None:
    """Give the address of a file beside this page, whatever it is called."""
    if not page:
        return None
    file = page if page.endswith(".html") else f"{page}.html"
    return "./" + quote(file, safe="", errors="replace")


def _cells(row: dict[str, Any], platforms: list[str], words: Words) -> list[Cell]:
    known = [one["followers"] for one in row["accounts"] if one["followers"] is not None]
    largest = max(known, default=None)
    return [
        _decided(row, words),
        _risk(row["risk"], words),
        _share(row["authenticity"]["inflation"], "share", words),
        _share(row["authenticity"]["real_engagement"], "rate", words),
        _records(row["conduct"], "match", words),
        _records(row["conduct"], "review", words),
        Cell(words.compact(largest), largest),
        Cell(
            ", ".join(words.known("platform", one) for one in platforms) or words.texts["unknown"], ", ".join(platforms)
        ),
        _gaps(row, words),
    ]


def _decided(row: dict[str, Any], words: Words) -> Cell:
    word, person = _decision(row), row["recommendation"]["decided_by"]
    by = words.say("shortlist.by", who=person["who"]) if person["who"] else None
    return Cell(words.known("decision", word), ORDER.index(word), by)


def _risk(risk: dict[str, Any], words: Words) -> Cell:
    if risk["outcome"] != "measured" or risk["score"] is None:
        return Cell(words.known("outcome", None if risk["outcome"] == "measured" else risk["outcome"]), None)
    return Cell(words.number(risk["score"]), risk["score"], words.known("shortlist.band", risk["band"]))


def _share(part: dict[str, Any], key: str, words: Words) -> Cell:
    value, spread = part[key], readings.interval(part["low"], part["high"], "share", words)
    shown = spread or (None if value is None else words.percent(value))
    return Cell(shown or words.texts["unknown"], value if value is not None else part["low"])


def _records(conduct: dict[str, Any], decision: str, words: Words) -> Cell:
    """Records that stand against the creator: theirs, or to review."""
    if conduct["outcome"] != "measured" and not conduct["controversies"]:
        return Cell(words.texts["unknown"], None)
    affairs = {one["affair"]: stands(one) for one in conduct["affairs"]}
    open_ones = [one for one in conduct["controversies"] if held(one) and affairs.get(one["affair"], True)]
    records = sum((one["decision"] == "match") == (decision == "match") for one in open_ones)
    return Cell(words.number(records), records)


def _gaps(row: dict[str, Any], words: Words) -> Cell:
    signals = row["signals"]
    silent = sum(not readings.measured(one) for one in signals)
    return (
        Cell(words.say("shortlist.silent", silent=silent, total=len(signals)), silent)
        if signals
        else Cell(words.texts["unknown"], None)
    )
