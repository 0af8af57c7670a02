"""What is recommended, who decided, and what the risk score says and does not say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.charts.drivers import DriversChart, drivers_chart
from vetting.report.charts.ranges import RangeStrip, range_strip

if TYPE_CHECKING:
    from vetting.report.words import Words

DECISIONS = ("proceed", "review", "decline")


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision in force (a person's, where there is one), its sentence, and who took it."""

    word: str
    sentence: str
    by_person: bool
    proposed: str
    who: str | None


@dataclass(frozen=True, slots=True)
class Risk:
    """The risk in words: the score or why there is none, and what the model was trained on."""

    headline: str
    detail: list[str]
    training: str
    strip: RangeStrip | None
    drivers: DriversChart | None
    texts: list[tuple[str, str, str]]


def in_force(recommendation: dict[str, Any]) -> str | None:
    """Give the decision that counts: a person's before the machine's."""
    decision: str | None = recommendation["decided_by"]["decision"] or recommendation["decision"]
    return decision


def decision(recommendation: dict[str, Any], words: Words) -> Decision:
    """Put the recommendation, or the person's decision that replaced it, into words."""
    person, proposed = recommendation["decided_by"], recommendation["decision"]
    by_person = bool(person["decision"] or person["who"])
    word = in_force(recommendation) or "none"
    kind = "decided" if by_person else "proposed"
    sentence = words.say(f"decision.{kind}.{word if word in DECISIONS else 'none'}")
    return Decision(
        words.known("decision", word),
        sentence,
        by_person,
        words.known("decision", proposed or "none"),
        _who(person, words),
    )


def _who(person: dict[str, Any], words: Words) -> str | None:
    if not (person["decision"] or person["who"]):
        return None
    parts = {"who": person["who"] or words.texts["unknown"], "when": words.day(person["when"])}
    return words.say("decided.why", **parts, why=person["why"]) if person["why"] else words.say("decided.by", **parts)


def risk(part: dict[str, Any], words: Words) -> Risk:
    """Put the risk into words; a score that was not measured is said to be missing."""
    training = words.say(
        f"risk.trained.{part['trained_on'] if part['trained_on'] in {'simulated', 'outcomes'} else 'unknown'}"
    )
    if part["outcome"] != "measured" or part["score"] is None:
        return Risk(words.say("risk.none"), [readings.reason(part["outcome"], words)], training, None, None, [])
    low, high = part["low"], part["high"]
    strip = range_strip(low, high, part["score"], 100.0)
    chart = drivers_chart(part["drivers"], part["base"], words)
    return Risk(_headline(part, words), _detail(part, words), training, strip, chart, _texts(part["drivers"], words))


def _headline(part: dict[str, Any], words: Words) -> str:
    return words.say("risk.score", score=words.number(part["score"]), band=words.known("band", part["band"]))


def _detail(part: dict[str, Any], words: Words) -> list[str]:
    low, high = part["low"], part["high"]
    spread = (
        words.say("answer.no_interval")
        if low is None or high is None
        else words.say("risk.interval", range=words.between(words.number(low), words.number(high)))
    )
    if part["trained_on"] != "outcomes" or part["probability"] is None:
        return [spread]
    return [spread, words.say("risk.probability", probability=words.percent(part["probability"]))]


def _texts(drivers: list[dict[str, Any]], words: Words) -> list[tuple[str, str, str]]:
    known = [one for one in drivers if one["contribution"] is not None]
    ordered = sorted(known, key=lambda one: (-abs(one["contribution"]), one["signal"] or ""))
    return [
        (one["label"] or one["signal"] or "", words.signed(one["contribution"]), one["text"] or "") for one in ordered
    ]
