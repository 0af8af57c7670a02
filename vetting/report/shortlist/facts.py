"""What is known of each creator of the shortlist, as values: numbers as numbers, codes as codes, and their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vetting.report import forms
from vetting.report.shortlist.creator import Creator, first_reason
from vetting.report.shortlist.rows import link, name
from vetting.report.shortlist.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vetting.report.words import Words

Row = dict[str, Any]
NAMED = {
    "decision": "decision",
    "proposed": "decision",
    "platforms": "platform",
    "tier": "tier",
    "band": "shortlist.band",
    "trained_on": "shortlist.trained",
}
"""Fields that hold codes, and where their words are."""
PLACES = {"countries": forms.country, "languages": forms.language}


@dataclass(slots=True)
class Texts:
    """Texts by number, each once."""

    listed: dict[str, int] = field(default_factory=dict)

    def numbers(self, lines: Sequence[str]) -> list[int]:
        """Give the number of each text; a new one gets the next."""
        return [self.listed.setdefault(text, len(self.listed)) for text in lines]


def facts(one: Creator, texts: Texts, words: Words) -> Row:
    """Give what is known of a creator; the texts that come often by their number in `texts`."""
    row, person = one.row, one.row["recommendation"]["decided_by"]
    when = forms.moment(person["when"])
    grave, listed = one.gravest, row["accounts"]
    return {
        "creator_id": row["creator_id"],
        "name": name(row, words),
        "handles": _some(listed, "handle"),
        "link": link(row),
        "anchor": one.anchor,
        "decision": one.decision,
        "proposed": row["recommendation"]["decision"] or "none",
        "person": int(bool(person["who"] or person["decision"])),
        "who": person["who"],
        "when": f"{when:%Y-%m-%d}" if when else person["when"],
        "reason": first_reason(one, words),
        "platforms": _some(listed, "platform"),
        "tier": one.main["tier"] if one.main else None,
        "countries": _some(listed, "country"),
        "languages": _some(listed, "language"),
        "followers": one.main["followers"] if one.main else None,
        "theirs": len(one.theirs) if one.searched else None,
        "unsure": len(one.unsure) if one.searched else None,
        "gravest": grave["category_label"] or grave["category"] if grave else None,
        "problems": len(one.of_kind("problem")),
        "strengths": len(one.of_kind("strength")),
        "seen": None if one.seen is None else round(one.seen, 4),
        "unseen": texts.numbers(row["coverage"]["not_seen"]),
        **_measured(one),
        "told": [texts.numbers(lines) for lines in told(one, words)],
    }


def _measured(one: Creator) -> Row:
    part, risk = one.row["authenticity"], one.row["risk"]
    scored = risk if risk["outcome"] == "measured" else dict.fromkeys(risk)
    views = one.signal("expected_views") or {}
    return {
        **_ends("share", part["inflation"], "share"),
        **_ends("rate", part["real_engagement"], "rate"),
        **_ends("score", scored, "score"),
        "band": scored["band"],
        "trained_on": scored["trained_on"],
        **_ends("views", views, "reading"),
        "paid": (one.signal("sponsored_share") or {}).get("reading"),
        "rhythm": (one.signal("posting_cadence") or {}).get("reading"),
    }


def _ends(key: str, part: Row, value: str) -> Row:
    return {key: part.get(value), f"{key}_low": part.get("low"), f"{key}_high": part.get("high")}


def _some(listed: list[Row], key: str) -> list[str]:
    return list(dict.fromkeys(one[key] for one in listed if one[key]))


def names(known: list[Row], words: Words) -> dict[str, dict[str, str]]:
    """Give the words of the codes that occur, by field."""
    return {key: {code: _word(key, code, words) for code in _codes(known, key)} for key in (*NAMED, *PLACES)}


def _word(key: str, code: str, words: Words) -> str:
    if key not in PLACES:
        return words.known(NAMED[key], code)
    spoken = PLACES[key](words.lang, code)
    return spoken[:1].upper() + spoken[1:]


def _codes(known: list[Row], key: str) -> list[str]:
    every = (row[key] for row in known)
    return sorted({code for given in every for code in (given if isinstance(given, list) else [given]) if code})
