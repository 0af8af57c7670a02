"""The three answers of the first screen: is the audience real, what did they do, do they suit us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import audience, fit, readings
from vetting.report.charts.ranges import RangeStrip, range_strip
from vetting.report.conduct import LIKE_NAMED, called
from vetting.report.covered import searched
from vetting.report.standing import stands, tag

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
Names = dict[str | None, str]
INFLATION = "audience_inflation"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its question, the answer, how sure it is, what it rests on; `strip` draws its interval."""

    area: str
    question: str
    headline: str
    sure: list[str]
    why: list[str]
    strip: RangeStrip | None = None


def answers(dossier: Row, affairs: list[Row], found: list[Row], names: Names, words: Words) -> list[Answer]:
    """Give the three answers in their order."""
    return [
        _audience(dossier, names, words),
        _conduct(dossier, affairs, words),
        _suitability(dossier, found, names, words),
    ]


def _answer(
    area: str,
    headline: str,
    sure: list[str | None],
    why: list[str | None],
    words: Words,
    strip: RangeStrip | None = None,
) -> Answer:
    told, rests = ([part for part in parts if part] for parts in (sure, why))
    return Answer(area, words.say(f"answer.{area}.question"), headline, told, rests, strip)


def _unanswered(area: str, outcome: str | None, words: Words) -> Answer:
    return _answer(
        area, words.say("answer.none"), [readings.reason(outcome, words)], [words.say("answer.silent")], words
    )


def _audience(dossier: Row, names: Names, words: Words) -> Answer:
    part = dossier["authenticity"]
    share, low, high = (part["inflation"][key] for key in ("share", "low", "high"))
    if share is None and (low is None or high is None):
        return _unanswered("authenticity", part["outcome"], words)
    spread = readings.interval(low, high, "share", words)
    headline = audience.inflated(share, low, high, words)
    own = part["inflation"]["account_id"]
    measured = [one for one in dossier["signals"] if one["signal"] == INFLATION and readings.measured(one)]
    speaks = next((one for one in measured if one["account_id"] == own), None)
    others = [one for one in measured if one is not speaks]
    sure = [
        audience.whose(names.get(own), others, names, words),
        audience.best(share, low, spread, words),
        *audience.beside(others, names, words),
    ]
    why = [speaks and audience.rests(speaks, words), _engagement(dossier, names, words)]
    return _answer("authenticity", headline, sure, why, words, range_strip(low, high, share))


def _engagement(dossier: Row, names: Names, words: Words) -> str | None:
    """Say how many real followers react, and of which account where there are several."""
    real = dossier["authenticity"]["real_engagement"]
    told = audience.engagement(real, words)
    account = names.get(dossier["authenticity"]["inflation"]["account_id"])
    return words.say("reason.on", account=account, text=told) if told and account and len(names) > 1 else told


def _conduct(dossier: Row, affairs: list[Row], words: Words) -> Answer:
    part = dossier["conduct"]
    if part["outcome"] != "measured" and not affairs:
        return _unanswered("conduct", part["outcome"], words)
    sure = [
        *(_besides(affairs, what, words) for what in ("suffered", "refuted", "cleared", "retracted")),
        _identity(part["controversies"], words),
    ]
    why = [
        _gravest(affairs, words),
        next((one["text"] for one in part["findings"] if one["id"] == LIKE_NAMED), None),
        searched(dossier["coverage"], words),
        words.say("answer.conduct.unwritten"),
    ]
    return _answer("conduct", _affairs(affairs, words), sure, why, words)


def _affairs(affairs: list[Row], words: Words) -> str:
    """How many affairs are the creator's and stand against them, and how many may be."""
    matched = sum(one["decision"] == "match" and stands(one) for one in affairs)
    unsure = sum(one["decision"] != "match" for one in affairs)
    if not matched and not unsure:
        return words.say("answer.conduct.nothing_held" if affairs else "answer.conduct.nothing")
    if not matched:
        return f"{words.count('answer.conduct.maybe', unsure)}."
    about = words.count("answer.conduct.matched", matched)
    more = words.count("answer.conduct.unsure", unsure) if unsure else None
    return words.say("answer.conduct.both", about=about, unsure=more) if more else f"{about}."


def _gravest(affairs: list[Row], words: Words) -> str | None:
    """Say what the first affair is, in the order of the page: theirs, still standing, the heaviest."""
    if not affairs:
        return None
    first = affairs[0]
    category = first["category_label"] or first["category"] or words.texts["unknown"]
    title = words.say("affair.title", category=category, tag=called(first, first["rows"], words))
    severity = words.known("severity", first["severity"])
    return words.say("answer.conduct.gravest", title=title, severity=severity)


def _besides(affairs: list[Row], what: str, words: Words) -> str | None:
    """Say how many affairs are theirs but not held against them, and why."""
    those = sum(tag(one) == what for one in affairs)
    return words.count(f"answer.conduct.{what}", those) if those else None


def _identity(listed: list[Row], words: Words) -> str | None:
    sure = sorted(one["probability"] for one in listed if one["probability"] is not None)
    if not sure:
        return None
    low, high = words.percent(sure[0]), words.percent(sure[-1])
    return words.say("answer.conduct.identity", range=low if low == high else words.between(low, high))


def _suitability(dossier: Row, found: list[Row], names: Names, words: Words) -> Answer:
    outcome, posts = dossier["suitability"]["outcome"], dossier["coverage"]["posts"]
    kinds = [one["kind"] for one in found if one["area"] == "suitability"]
    brief, paid, told = (
        fit.ruled(dossier, found, words),
        fit.paid(dossier, names, words),
        fit.facts(dossier, names, words),
    )
    if outcome != "measured" and not kinds and not brief:
        return _unanswered("suitability", outcome, words)
    counts = _counts(kinds, words)
    headline = brief or paid or counts
    sure = [
        paid if brief else words.say("fit.no_brief"),
        counts if kinds and headline != counts else None,
    ]
    seen = words.count("answer.suitability.posts", posts) if posts is not None and not told and not paid else None
    return _answer("suitability", headline, sure, [*told, seen], words)


def _counts(kinds: list[str], words: Words) -> str:
    """Count what was found of how they work with brands; what was found is under Findings."""
    problems, strengths, gaps = (kinds.count(kind) for kind in ("problem", "strength", "gap"))
    if not problems + strengths + gaps:
        return words.say("answer.suitability.no_finding")
    parts = (("problems", problems), ("strengths", strengths), ("gaps", gaps))
    each = [words.count(f"answer.suitability.{key}", number) for key, number in parts if number]
    return words.say("answer.suitability.counts", counted=", ".join(each))
