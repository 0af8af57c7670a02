"""The rule by which a recommendation is proposed. It is a rule, shown as one; a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vetting.settings import Settings

Row = dict[str, Any]
LITTLE = "gap:little"
ENOUGH = 5
"""Signals on engagement, growth, audience and comments that must be measured before we propose to proceed."""
AUDIENCE = ("engagement", "growth", "audience", "comments")
SEVERE = 3
"""Severity from which an unconfirmed or unsure controversy asks for a look."""
COINCIDE = 2
"""Families in which the audience must stand out before that asks for a look: among so many signals everybody stands out
in some."""


def propose(dossier: Row, settings: Settings) -> Row:
    """The decision and the findings that made it: decline before review before proceed."""
    decline = [one for one in _findings(dossier) if _declines(one, dossier, settings)]
    review = [one for one in _findings(dossier) if _asks(one, dossier, _coincide(dossier))]
    if decline:
        return {"decision": "decline", "because": decline}
    if review:
        return {"decision": "review", "because": review}
    return {"decision": "proceed", "because": [one for one in _findings(dossier) if one["kind"] == "strength"]}


def _findings(dossier: Row) -> list[Row]:
    every = [one for area in ("authenticity", "conduct", "suitability") for one in dossier[area]["findings"]]
    return sorted(every, key=lambda one: (-one["weight"], one["id"]))


def _declines(one: Row, dossier: Row, settings: Settings) -> bool:
    bounds = settings.recommend
    if one["signal"] == "audience_inflation" and one["kind"] == "problem":
        low = dossier["authenticity"]["inflation"]["low"]
        return bool(low is not None and low >= bounds.inflation_decline)
    record = _record(one, dossier)
    return bool(
        record
        and record["decision"] == "match"
        and record["role"] == "did"  # whom a record only names, or who suffered it, did nothing
        and record["status"] == "confirmed"
        and (record["severity"] or 0) >= bounds.severity_decline
    )


def _asks(one: Row, dossier: Row, coincide: bool) -> bool:  # noqa: FBT001 - the third thing that it depends on
    """A record, hidden advertising, an inflated audience, or an audience that stands out in several ways at once.

    What only concerns how well the creator suits us is for the conversation, not against it.
    """
    record = _record(one, dossier)
    if record:
        speaks = record["status"] != "retracted" and record["role"] != "suffered"
        return speaks and (record["decision"] == "match" or (record["severity"] or 0) >= SEVERE)
    if one["kind"] != "problem":
        return bool(one["id"] == LITTLE)
    return bool(
        one["signal"] == "undisclosed_promotion_share"
        or (_of_audience(one) and (coincide or one["signal"] == "audience_inflation"))
    )


def _of_audience(one: Row) -> bool:
    return bool(one["area"] == "authenticity" and one["signal"])


def _coincide(dossier: Row) -> bool:
    """Whether problems of the audience come from several families of signals."""
    family = {row["signal"]: row["family"] for row in dossier["signals"]}
    problems = (one for one in _findings(dossier) if one["kind"] == "problem" and _of_audience(one))
    return len({family.get(one["signal"]) for one in problems}) >= COINCIDE


def _record(one: Row, dossier: Row) -> Row | None:
    listed = dossier["conduct"]["controversies"]
    return next((row for row in listed if row["record_id"] == one["record_id"]), None) if one["record_id"] else None


def saw_little(dossier: Row) -> bool:
    """Whether too little was measured to propose to go on: what was not seen speaks neither for nor against anybody."""
    audience = [one for one in dossier["signals"] if one["family"] in AUDIENCE and one["outcome"] == "measured"]
    return len({one["signal"] for one in audience}) < ENOUGH or dossier["risk"]["outcome"] != "measured"
