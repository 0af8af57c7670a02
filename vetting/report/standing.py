"""Whether a record or an affair is held against the creator, and how it is called."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
ROLES = ("did", "answered", "suffered", "named")
SETTLED = ("confirmed", "resolved", "retracted")
OVER = ("resolved", "retracted")
"""Status of an affair that proposes no decline any more."""
BELIEVED = 0.5
"""Standing of a source from which what it tells is more than a rumour, as in marts.controversies."""


def held(row: Row) -> bool:
    """Whether a record or affair says something against the creator, if it is about them.

    Not what they suffered, what was retracted, what clears them or what a fact-check calls false.
    """
    return bool(row["adverse"]) and row["role"] != "suffered" and row["status"] != "retracted"


def stands(affair: Row) -> bool:
    """Whether an affair as a whole still stands against the creator; what it stands on are records that are `held`."""
    return held(affair)


def proven(row: Row) -> bool:
    """Whether a record says that the creator did it, and the source itself or one of standing that it is so.

    A judgment that doesn't say on which side they stood proves nothing: they may be who was wronged.
    """
    believed = row["status_by"] == "source" or (row["standing"] or 0) >= BELIEVED
    return held(row) and row["role"] == "did" and row["status"] == "confirmed" and believed and not sideless([row])


def sideless(records: list[Row]) -> bool:
    """Whether only courts tell it, and no word says on which side they stood: a judgment names who sued as well."""
    told = [row for row in records if row["role"] == "did"]
    return bool(told) and all(row["source_kind"] == "court" and not row.get("role_words") for row in told)


def rumour(affair: Row) -> bool:
    """Whether only sources of little standing tell it, and nobody confirms it."""
    little = affair["standing"] is not None and affair["standing"] < BELIEVED
    return bool(affair["adverse"]) and little and affair["status"] not in SETTLED


def tag(affair: Row) -> str:
    """How an affair is called: `unsure` where it may be somebody else's, what became of it, else the creator's role."""
    if affair["decision"] != "match":
        return "unsure"
    if affair["adverse"] is False:
        return "refuted" if affair["called_false"] else "cleared"
    if affair["status"] == "retracted":
        return "retracted"
    return affair["role"] if affair["role"] in ROLES else "named"
