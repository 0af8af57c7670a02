"""The rows of the shortlist's table: what each cell says, and the small strip that an interval is drawn as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from vetting.report import readings

if TYPE_CHECKING:
    from vetting.report.shortlist.creator import Creator
    from vetting.report.words import Words

Row = dict[str, Any]
COLUMNS = {
    "decision": "decision",
    "audience": "share",
    "engagement": "rate",
    "affairs": "affairs",
    "risk": "score",
    "followers": "followers",
    "seen": "seen",
}
"""The columns after the name, and what each is sorted by."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says; `quiet` where that is nothing to look at, `strip` the path of an interval from 0 to 100."""

    text: str
    note: str | None = None
    strip: str | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One creator's row."""

    name: str
    about: str
    link: str | None
    decision: str
    cells: list[Cell]


def line(one: Creator, words: Words) -> Line:
    """Give a creator's row."""
    row = one.row
    platforms = [words.known("platform", name) for name in _distinct(row, "platform")]
    about = ", ".join(platforms) or words.say("shortlist.no_account")
    handles = " ".join(_distinct(row, "handle"))
    return Line(
        name(row, words), f"{about} · {handles}" if handles else about, link(row), one.decision, cells(one, words)
    )


def name(row: Row, words: Words) -> str:
    """Give the name by which a creator is listed."""
    return row["name"] or row["creator_id"] or words.texts["unknown"]


def link(row: Row) -> str | None:
    """Give the address of a creator's page, a file beside this one, whatever it is called."""
    page: str | None = row["page"]
    if not page:
        return None
    file = page if page.endswith(".html") else f"{page}.html"
    return "./" + quote(file, safe="", errors="replace")


def _distinct(row: Row, key: str) -> list[str]:
    return list(dict.fromkeys(one[key] for one in row["accounts"] if one[key]))


def cells(one: Creator, words: Words) -> list[Cell]:
    """Give the cells in the order of `COLUMNS`."""
    known = one.main["followers"] if one.main else None
    share = one.seen
    return [
        _decision(one, words),
        _audience(one.row["authenticity"], words),
        _engagement(one.row["authenticity"]["real_engagement"], words),
        _affairs(one, words),
        _risk(one.row["risk"], words),
        Cell(words.compact(known), quiet=known is None),
        Cell(words.percent(share, 0), quiet=share is None),
    ]


def _decision(one: Creator, words: Words) -> Cell:
    word, who = words.known("decision", one.decision), one.row["recommendation"]["decided_by"]["who"]
    if who:
        return Cell(word, words.say("shortlist.by", who=who))
    if one.decision in {"review", "decline"}:
        return Cell(word, one.first["title"] if one.first else None)
    counts = ((kind, len(one.of_kind(kind))) for kind in ("problem", "strength"))
    return Cell(word, ", ".join(words.count(f"findings.{kind}", number) for kind, number in counts if number) or None)


def _audience(part: Row, words: Words) -> Cell:
    inflation = part["inflation"]
    value, low, high = inflation["share"], inflation["low"], inflation["high"]
    if value is None and low is None:
        return silent(part["outcome"], words)
    spread = readings.interval(low, high, "share", words)
    return Cell(spread or words.percent(value if value is not None else low), strip=strip(value, low, high))


def _engagement(part: Row, words: Words) -> Cell:
    if part["rate"] is None and part["low"] is None:
        return silent(part["outcome"], words)
    spread = readings.interval(part["low"], part["high"], "share", words)
    return Cell(spread or words.percent(part["rate"] if part["rate"] is not None else part["low"]))


def _affairs(one: Creator, words: Words) -> Cell:
    if not one.searched:
        return Cell(words.say("shortlist.not_searched"), quiet=True)
    grave = one.gravest
    what = (grave["category_label"] or grave["category"]) if grave else None
    return Cell(counted(one, words), what, quiet=grave is None)


def _counted(one: Creator, words: Words) -> list[str]:
    pairs = (("theirs", len(one.theirs)), ("unsure", len(one.unsure)))
    return [words.count(f"shortlist.{key}", number) for key, number in pairs if number]


def counted(one: Creator, words: Words) -> str:
    """Say how many affairs are theirs and how many may be."""
    return ", ".join(_counted(one, words)) or words.say("shortlist.none_held" if one.cleared else "shortlist.no_affair")


def _risk(risk: Row, words: Words) -> Cell:
    if risk["outcome"] != "measured" or risk["score"] is None:
        return silent(risk["outcome"], words)
    return Cell(words.number(risk["score"]), words.known("shortlist.band", risk["band"]))


def silent(outcome: str | None, words: Words) -> Cell:
    """Say why there is no reading."""
    return Cell(readings.silence(outcome, words), quiet=True)


def strip(value: float | None, low: float | None, high: float | None) -> str:
    """Give an interval of shares as a path on a strip 100 wide and 10 high: a bar, and a mark at its best estimate."""
    known = [edge for edge in (low, value, high) if edge is not None]
    start, end = (_place(edge) for edge in (min(known), max(known)))
    bar = f"M{start} 3h{max(end - start, 1)}v4h-{max(end - start, 1)}z"
    return bar if value is None else f"{bar}M{_place(value)} 0h2v10h-2z"


def _place(share: float) -> int:
    return round(min(1.0, max(0.0, share)) * 98)
