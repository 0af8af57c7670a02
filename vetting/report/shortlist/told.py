"""What the comparison says of a creator, row by row, in words; the last word on each is in the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.safe import isolate
from vetting.report.shortlist.creator import Creator, called, first_reason
from vetting.report.shortlist.rows import counted, silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from vetting.report.words import Words

Row = dict[str, Any]
TITLES = 3
"""So many problems and strengths are named; the others are counted."""


def told(one: Creator, words: Words) -> list[list[str]]:
    """Give the lines of each row of the comparison, in the order of `ROWS`."""
    return [[line for line in say(one, words) if line] for say in ROWS.values()]


def _decision(one: Creator, words: Words) -> list[str | None]:
    given = one.row["recommendation"]
    person, word = given["decided_by"], words.known("decision", one.decision)
    if not (person["decision"] or person["who"]):
        return [word, words.say("shortlist.nobody")]
    parts = {"who": isolate(person["who"] or words.texts["unknown"]), "when": words.day(person["when"])}
    by = words.say("decided.why", **parts, why=person["why"]) if person["why"] else words.say("decided.by", **parts)
    return [word, by, words.say("decided.proposed", decision=words.known("decision", given["decision"] or "none"))]


def _reason(one: Creator, words: Words) -> list[str | None]:
    more = len(one.row["recommendation"]["because"]) - 1
    if not one.first:
        return [words.say("shortlist.nothing_against" if one.decision == "proceed" else "shortlist.no_reason")]
    return [
        first_reason(one, words) or words.say("findings.untitled"),
        words.count("shortlist.more_reasons", more) if more else None,
    ]


def _audience(one: Creator, words: Words) -> list[str | None]:
    part = one.row["authenticity"]
    return [*_range(part["inflation"], "share", part["outcome"], words), _where(one, words)]


def _engagement(one: Creator, words: Words) -> list[str | None]:
    real = one.row["authenticity"]["real_engagement"]
    return [*_range(real, "rate", real["outcome"], words), _where(one, words) if real["rate"] is not None else None]


def _where(one: Creator, words: Words) -> str | None:
    """Name the account whose audience it is, where there are several; its real engagement is that account's too."""
    listed = one.row["accounts"]
    account = next((a for a in listed if a["account_id"] == one.row["authenticity"]["inflation"]["account_id"]), None)
    return words.say("shortlist.on", account=called(account, listed, words)) if account and len(listed) > 1 else None


def _range(part: Row, key: str, outcome: str | None, words: Words) -> list[str | None]:
    value, spread = part[key], readings.interval(part["low"], part["high"], "share", words)
    if value is None:
        return [spread or silent(outcome, words).text]
    return [spread, words.say("shortlist.best", value=words.percent(value))] if spread else [words.percent(value)]


def _conduct(one: Creator, words: Words) -> list[str | None]:
    grave = one.gravest
    if not one.searched:
        return [words.say("shortlist.not_searched")]
    if not grave:
        return [counted(one, words)]
    what = grave["category_label"] or grave["category"] or words.texts["unknown"]
    severity = words.known("severity", grave["severity"]) if grave["severity"] else None
    key = "shortlist.gravest" if severity else "shortlist.gravest_unknown"
    return [
        counted(one, words),
        words.say(key, what=what, severity=severity),
        words.known("status", grave["status"] or "unknown"),
    ]


def _risk(one: Creator, words: Words) -> list[str | None]:
    risk = one.row["risk"]
    if risk["outcome"] != "measured" or risk["score"] is None:
        return [silent(risk["outcome"], words).text]
    spread = readings.interval(risk["low"], risk["high"], "count", words)
    trained = risk["trained_on"] if risk["trained_on"] in {"simulated", "outcomes"} else "unknown"
    band = words.known("shortlist.band", risk["band"])
    score = words.say("shortlist.score", score=words.number(risk["score"]), band=band)
    return [score, spread and words.say("shortlist.interval", range=spread), words.say(f"shortlist.trained.{trained}")]


def _followers(one: Creator, words: Words) -> list[str | None]:
    own = one.row["accounts"]
    listed = [f"{called(account, own, words)} {words.compact(account['followers'])}" for account in own]
    return [*listed] or [words.say("shortlist.no_account")]


def _signal(name: str) -> Callable[[Creator, Words], list[str | None]]:
    def say(one: Creator, words: Words) -> list[str | None]:
        signal = one.signal(name)
        if signal is None:
            return [words.say("answer.none")]
        shown = readings.reading(signal, words)
        if not readings.measured(signal):
            return [shown]
        spread = readings.interval(signal["low"], signal["high"], signal["unit"], words)
        basis = readings.basis(signal, words)
        return [
            shown,
            spread and words.say("shortlist.interval", range=spread),
            basis and words.say("shortlist.basis", basis=basis),
        ]

    return say


def _named(kind: str) -> Callable[[Creator, Words], list[str | None]]:
    def say(one: Creator, words: Words) -> list[str | None]:
        found = one.of_kind(kind)
        counted = words.count(f"findings.{kind}", len(found)) if found else words.say(f"findings.{kind}.none")
        titles = dict.fromkeys(finding["title"] for finding in found if finding["title"])
        return [counted, *list(titles)[:TITLES]]

    return say


def _unseen(one: Creator, words: Words) -> list[str | None]:
    share = words.say("shortlist.seen_share", share=words.percent(one.seen, 0), total=words.number(one.signals.total))
    return [share if one.signals.total else words.texts["unknown"], *one.row["coverage"]["not_seen"]]


ROWS: dict[str, Callable[[Creator, Words], list[str | None]]] = {
    "decision": _decision,
    "reason": _reason,
    "audience": _audience,
    "engagement": _engagement,
    "conduct": _conduct,
    "risk": _risk,
    "followers": _followers,
    "views": _signal("expected_views"),
    "paid": _signal("sponsored_share"),
    "rhythm": _signal("posting_cadence"),
    "problems": _named("problem"),
    "strengths": _named("strength"),
    "unseen": _unseen,
}
"""The rows of the comparison, and who says them."""
