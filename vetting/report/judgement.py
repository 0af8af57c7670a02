"""What is recommended, who decided, and what the risk score says and does not say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.charts.drivers import DriversChart, drivers_chart, odds
from vetting.report.charts.ranges import RangeStrip, range_strip
from vetting.report.propose import DECISIONS

if TYPE_CHECKING:
    from vetting.report.words import Words

STRONGEST = 5
"""So many drivers are told in words; the others stand in the chart and the table."""
SLIGHT = 0.02
"""A smaller contribution, 2 % of the odds, is not told in words."""
Driver = tuple[str, str, str]
"""Label, what it does to the odds (in the table: signed contribution in log-odds), sentence."""
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""An id that may stand in a command; any other could be one itself."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision in force (a person's, where there is one), its sentence, and who took it."""

    word: str
    sentence: str
    by_person: bool
    proposed: str
    who: str | None
    key: str
    """Its key: proceed, review, decline, or none."""
    command: str
    """What is typed to decide."""


@dataclass(frozen=True, slots=True)
class Risk:
    """The risk in words: the score or why there is none, and what the model was trained on."""

    headline: str
    detail: list[str]
    training: str
    strip: RangeStrip | None
    drivers: DriversChart | None
    texts: list[Driver]
    up: list[Driver]
    """The strongest that raise it, at most `STRONGEST` with those that lower it."""
    down: list[Driver]
    because: str | None
    """Why this model scores, where another was promoted."""


def in_force(recommendation: dict[str, Any]) -> str | None:
    """Give the decision that counts: a person's before the machine's."""
    decision: str | None = recommendation["decided_by"]["decision"] or recommendation["decision"]
    return decision


def decision(recommendation: dict[str, Any], creator: str | None, words: Words) -> Decision:
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
        word if word in DECISIONS else "none",
        f"vet decide {creator if creator and PLAIN.fullmatch(creator) else 'CREATOR'} proceed|review|decline",
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
    because = part["because"]
    if part["outcome"] != "measured" or part["score"] is None:
        silence = [readings.reason(part["outcome"], words)]
        return Risk(words.say("risk.none"), silence, training, None, None, [], [], [], because)
    strip = range_strip(part["low"], part["high"], part["score"], 100.0)
    chart = drivers_chart(part["drivers"], part["base"], part["score"], words)
    known = sorted((one for one in part["drivers"] if one["contribution"] is not None), key=_place)
    strong = [one for one in known[:STRONGEST] if abs(one["contribution"]) >= SLIGHT]
    up, down = ([one for one in strong if (one["contribution"] > 0) == way] for way in (True, False))
    texts = [_said(one, words.signed(one["contribution"])) for one in known]
    up_texts, down_texts = ([_said(one, odds(one["contribution"], words)) for one in way] for way in (up, down))
    return Risk(
        _headline(part, words), _detail(part, words), training, strip, chart, texts, up_texts, down_texts, because
    )


def _headline(part: dict[str, Any], words: Words) -> str:
    key = "risk.simulated" if part["trained_on"] == "simulated" else "risk.score"
    return words.say(key, score=words.number(part["score"]), band=words.known("band", part["band"]))


def _detail(part: dict[str, Any], words: Words) -> list[str]:
    low, high = part["low"], part["high"]
    spread = (
        words.say("answer.no_interval")
        if low is None or high is None
        else words.say("risk.interval", range=words.between(words.number(low), words.number(high)))
    )
    look = [words.say("risk.look")] if part["band"] == "medium" else []
    if part["trained_on"] != "outcomes" or part["probability"] is None:
        return [spread, *look]
    return [spread, words.say("risk.probability", probability=words.percent(part["probability"])), *look]


def _place(driver: dict[str, Any]) -> tuple[float, str]:
    return -abs(driver["contribution"]), driver["signal"] or ""


def _said(one: dict[str, Any], figure: str) -> Driver:
    return one["label"] or one["signal"] or "", figure, one["text"] or ""


BOUNDS = ("inflation_decline", "inflation_review", "severity_decline", "record_review")


def rules(bounds: dict[str, float | None], words: Words) -> list[str]:
    """Say by which rule a recommendation is proposed, with the bounds that were in force; nothing where unknown."""
    known = {key: bounds.get(key) for key in BOUNDS}
    if any(value is None for value in known.values()):
        return []
    said = {
        key: words.number(value) if key == "severity_decline" else words.percent(value) for key, value in known.items()
    }
    return [words.say(f"rules.{kind}", **said) for kind in ("decline", "review", "proceed")]
