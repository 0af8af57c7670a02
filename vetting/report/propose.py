"""The rule by which a recommendation is proposed. It is a rule, shown as one; a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report.risk import HIGH
from vetting.report.standing import OVER, held, proven, stands

if TYPE_CHECKING:
    from vetting.settings import Settings

Row = dict[str, Any]
DECISIONS = ("proceed", "review", "decline")
LITTLE = "gap:little"
ENOUGH = 5
"""Signals on engagement, growth, audience and comments that must be measured before we propose to proceed."""
INFLATION = "audience_inflation"
AUDIENCE = ("engagement", "growth", "audience", "comments")
SEVERE = 3
"""Severity from which a record that may be somebody else's asks for a look."""
COINCIDE = 2
"""Families in which the audience must stand out before that asks for a look: among so many signals everybody stands out
in some."""


def propose(dossier: Row, settings: Settings) -> Row:
    """The decision and the findings that made it: decline before review before proceed."""
    decline = [one for one in _findings(dossier) if _declines(one, dossier, settings)]
    coincide = _coincide(dossier)
    review = [one for one in _findings(dossier) if _asks(one, dossier, settings, coincide=coincide)]
    if decline:
        return {"decision": "decline", "because": decline}
    if review:
        return {"decision": "review", "because": review}
    return {"decision": "proceed", "because": [one for one in _findings(dossier) if one["kind"] == "strength"]}


def _findings(dossier: Row) -> list[Row]:
    parts = (dossier.get(area, {}) for area in ("authenticity", "conduct", "suitability", "risk"))
    every = [one for part in parts for one in part.get("findings", [])]
    return sorted(every, key=lambda one: (-one["weight"], one["id"]))


def _declines(one: Row, dossier: Row, settings: Settings) -> bool:
    if rule := one.get("rule"):
        return bool(rule == "decline")
    bounds = settings.recommend
    if one["signal"] == INFLATION and one["kind"] == "problem":
        return _low(one, dossier) >= bounds.inflation_decline
    affair, records = _affair(one, dossier)
    grave = (row for row in records if (row["severity"] or 0) >= bounds.severity_decline)
    ruled = any(row["decision"] == "match" and proven(row) for row in grave)
    return bool(affair and stands(affair) and affair["status"] not in OVER and ruled)


def _asks(one: Row, dossier: Row, settings: Settings, *, coincide: bool) -> bool:
    """An affair, hidden advertising, an inflated audience, or an audience that stands out in several ways at once.

    A record that may be somebody else's asks where it is grave and likely enough; the others are listed, no more.
    So does what the brief rules out, and a high risk by a model that learnt from what really happened. What only
    concerns how well the creator suits us is for the conversation, not against it.
    """
    if one.get("rule") or one["id"] == HIGH:
        return True
    likely, unreal = settings.recommend.record_review, settings.recommend.inflation_review
    affair, records = _affair(one, dossier)
    if affair:
        against = (row for row in records if held(row))
        return stands(affair) and any(row["decision"] == "match" or _grave(row, likely) for row in against)
    if one["kind"] != "problem":
        return bool(one["id"] == LITTLE)
    return bool(
        one["signal"] == "undisclosed_promotion_share"
        or (_of_audience(one) and coincide)
        or (one["signal"] == INFLATION and _low(one, dossier) >= unreal)
    )


def _low(one: Row, dossier: Row) -> float:
    """The low end of the interval that a finding tells of: its own account's."""
    own = (one["signal"], one["account_id"])
    low = next((row["low"] for row in dossier["signals"] if (row["signal"], row["account_id"]) == own), None)
    return 0.0 if low is None else float(low)


def _grave(row: Row, likely: float) -> bool:
    return bool((row["severity"] or 0) >= SEVERE and (row["probability"] or 0) >= likely)


def _of_audience(one: Row) -> bool:
    return bool(one["area"] == "authenticity" and one["signal"])


def _coincide(dossier: Row) -> bool:
    """Whether problems of the audience come from several families of signals."""
    family = {row["signal"]: row["family"] for row in dossier["signals"]}
    problems = (one for one in _findings(dossier) if one["kind"] == "problem" and _of_audience(one))
    return len({family.get(one["signal"]) for one in problems}) >= COINCIDE


def _affair(one: Row, dossier: Row) -> tuple[Row | None, list[Row]]:
    """The affair that a finding tells of, with its records."""
    if not (own := one.get("affair")):
        return None, []
    conduct = dossier["conduct"]
    affair = next((row for row in conduct["affairs"] if row["affair"] == own), None)
    return affair, [row for row in conduct["controversies"] if row["affair"] == own]


def saw_little(dossier: Row) -> bool:
    """Whether too little was measured to propose to go on: what was not seen speaks neither for nor against anybody."""
    audience = [one for one in dossier["signals"] if one["family"] in AUDIENCE and one["outcome"] == "measured"]
    return len({one["signal"] for one in audience}) < ENOUGH or dossier["risk"]["outcome"] != "measured"
