"""Why something is recommended, in a sentence for each finding that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.judgement import in_force
from vetting.report.safe import isolate
from vetting.report.standing import sideless, tag

if TYPE_CHECKING:
    from vetting.report.findings import Finding
    from vetting.report.words import Words

Row = dict[str, Any]
UNNAMED = "other"
"""The category that says nothing: the record's own title stands beside it."""
SHORT = 220
"""A longer sentence is none for a first screen; the finding's title stands in."""

STRENGTHS = 2
"""So many strengths stand beside a recommendation that is not to proceed: whoever is refused has a good side too."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, and the place in the page of the finding that it tells."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the recommendation rests on, the problems beside it, and the strengths where it is not to proceed."""

    because: list[Reason]
    more: int
    beside: list[Reason]
    more_beside: int
    speaks: list[Reason]


def reasons(
    dossier: Row, found: list[Row], shown: list[Finding], names: dict[str | None, str], words: Words
) -> Reasons:
    """Give the reasons in the recommendation's own order, at most three, and the first problems beside them."""
    places = {one["id"]: place for place, one in enumerate(found) if one["id"]}
    ids = [one["id"] for one in dossier["recommendation"]["because"] if one["id"] in places]
    other = [one["id"] for one in found if one["kind"] == "problem" and one["id"] and one["id"] not in ids]
    strong = [one["id"] for one in found if one["kind"] == "strength" and one["id"] and one["id"] not in ids]
    against = (in_force(dossier["recommendation"]) or "none") in {"review", "decline"}
    told, beside, speaks = (
        [Reason(shown[places[one]].anchor, sentence(found[places[one]], dossier, names, words)) for one in listed]
        for listed in (ids[:3], other[:3], strong[:STRENGTHS] if against else [])
    )
    return Reasons(told, max(0, len(ids) - 3), beside, max(0, len(other) - 3), speaks)


def sentence(one: Row, dossier: Row, names: dict[str | None, str], words: Words) -> str:
    """Give a finding in one sentence that stands alone: with its account, an affair with what is known of it."""
    if one["rule"]:
        return f"{one['title']}."
    if one["affair"]:
        return _affair(one, dossier, words)
    account = names.get(one["account_id"]) if len(names) > 1 else None
    if one["signal"] == "audience_inflation" and (told := _inflation(one, dossier, names, words)):
        return told
    short = one["text"] if one["text"] and len(one["text"]) <= SHORT else None
    text = short or one["title"] or words.say("findings.untitled")
    return on(account, text, words) if account else text


def on(account: str, text: str, words: Words) -> str:
    """Say of which account a sentence speaks."""
    return words.say("reason.on", account=account, text=f"{text[:1].lower()}{text[1:]}")


def _inflation(one: Row, dossier: Row, names: dict[str | None, str], words: Words) -> str | None:
    of = {(row["account_id"], row["signal"]): row for row in dossier["signals"]}
    row = of.get((one["account_id"], one["signal"]))
    spread = row and readings.interval(row["low"], row["high"], "share", words)
    if not row or not spread:
        return None
    account = names.get(one["account_id"]) or words.texts["unknown"]
    if one["kind"] == "strength":
        return words.say("reason.real", account=account, high=words.percent(row["high"]))
    return words.say("reason.inflation", account=account, range=spread)


def _affair(one: Row, dossier: Row, words: Words) -> str:
    """Give category and tag with status, source, day and identity; the title where the record is not told."""
    records = [row for row in dossier["conduct"]["controversies"] if row["affair"] == one["affair"]]
    first = next((row for row in records if row["record_id"] == one["record_id"]), records[0] if records else None)
    if not first:
        return f"{one['title'] or words.say('findings.untitled')}."
    affair = next((row for row in dossier["conduct"]["affairs"] if row["affair"] == one["affair"]), None)
    word = tag(affair) if affair else None
    aside = word == "did" and sideless(records)
    # the title may say the status
    called = affair and not aside and f"affair.tag.{word}_{affair['status']}" in words.texts
    status = None if called else words.known("status", (affair or first)["status"] or "unknown")
    day = words.day(first["published_at"]) if first["published_at"] else None
    facts = ", ".join(part for part in (status, first["source"], day) if part)
    sure = words.percent(first["probability"])
    title = one["title"]
    if first["category"] == UNNAMED and first["title"]:
        title = words.say("reason.titled", title=title, record=isolate(first["title"]))
    key = "reason.affair_sideless" if aside else "reason.affair"
    return words.say(key, title=title, facts=facts or words.texts["unknown"], probability=sure)
