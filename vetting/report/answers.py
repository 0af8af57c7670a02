"""The three answers of the first screen: is the audience real, what did they do, do they suit us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.charts.ranges import RangeStrip, range_strip
from vetting.report.standing import stands, tag

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
SENTENCE = 280
"""A longer text is no sentence for a first screen; the finding's title stands in."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its question, the answer, how sure it is, one sentence why; `strip` draws its interval."""

    area: str
    question: str
    headline: str
    sure: list[str]
    why: str
    strip: RangeStrip | None = None


def answers(
    dossier: Row, affairs: list[Row], found: list[Row], names: dict[str | None, str], words: Words
) -> list[Answer]:
    """Give the three answers in their order."""
    return [
        _audience(dossier["authenticity"], found, names, words),
        _conduct(dossier, affairs, found, words),
        _suitability(dossier, found, words),
    ]


def _answer(area: str, headline: str, sure: list[str | None], why: str, words: Words) -> Answer:
    return Answer(area, words.say(f"answer.{area}.question"), headline, [part for part in sure if part], why)


def _why(area: str, found: list[Row], words: Words) -> str:
    """Give the heaviest finding of the area in its own words, problems before strengths before gaps."""
    first = next((one for one in found if one["area"] == area), {"text": None, "title": None})
    brief = first["text"] if first["text"] and len(first["text"]) <= SENTENCE else first["title"]
    return brief or words.say(f"answer.{area}.no_finding")


def _unanswered(area: str, outcome: str | None, found: list[Row], words: Words) -> Answer:
    first = any(one["area"] == area for one in found)
    why = _why(area, found, words) if first else words.say("answer.silent")
    return _answer(area, words.say("answer.none"), [readings.reason(outcome, words)], why, words)


def _audience(part: Row, found: list[Row], names: dict[str | None, str], words: Words) -> Answer:
    share, low, high = (part["inflation"][key] for key in ("share", "low", "high"))
    if share is None and (low is None or high is None):
        return _unanswered("authenticity", part["outcome"], found, words)
    spread = readings.interval(low, high, "share", words)
    headline = (
        words.say("answer.authenticity.range", range=spread)
        if spread
        else words.say("answer.authenticity.point", share=words.percent(share))
    )
    account = names.get(part["inflation"]["account_id"])
    sure = [_best(share, spread, words), _engagement(part["real_engagement"], words)]
    answer = _answer(
        "authenticity",
        headline,
        [account and words.say("answer.on", account=account), *sure],
        _why("authenticity", found, words),
        words,
    )
    return Answer(answer.area, answer.question, answer.headline, answer.sure, answer.why, range_strip(low, high, share))


def _best(share: float | None, spread: str | None, words: Words) -> str:
    if spread is None:
        return words.say("answer.no_interval")
    return words.say("answer.interval") if share is None else words.say("answer.best", share=words.percent(share))


def _engagement(real: Row, words: Words) -> str | None:
    if real["rate"] is None:
        return None
    spread = readings.interval(real["low"], real["high"], "share", words)
    key = "answer.authenticity.engagement" if spread else "answer.authenticity.engagement_point"
    return words.say(key, rate=words.percent(real["rate"]), range=spread)


def _conduct(dossier: Row, affairs: list[Row], found: list[Row], words: Words) -> Answer:
    part, searched = dossier["conduct"], dossier["coverage"]["records"]
    if part["outcome"] != "measured" and not affairs:
        return _unanswered("conduct", part["outcome"], found, words)
    sure = [
        *(_besides(affairs, what, words) for what in ("suffered", "refuted", "cleared", "retracted")),
        _identity(part["controversies"], words),
        None if searched is None else words.count("answer.conduct.searched", searched),
    ]
    return _answer("conduct", _affairs(affairs, words), sure, _why("conduct", found, words), words)


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


def _suitability(dossier: Row, found: list[Row], words: Words) -> Answer:
    outcome, posts = dossier["suitability"]["outcome"], dossier["coverage"]["posts"]
    kinds = [one["kind"] for one in found if one["area"] == "suitability"]
    if outcome != "measured" and not kinds:
        return _unanswered("suitability", outcome, found, words)
    problems, strengths, gaps = (kinds.count(kind) for kind in ("problem", "strength", "gap"))
    headline = words.say(
        "answer.suitability.counts",
        problems=words.count("answer.suitability.problems", problems)
        if problems
        else words.say("answer.suitability.no_problem"),
        strengths=words.count("answer.suitability.strengths", strengths)
        if strengths
        else words.say("answer.suitability.no_strength"),
    )
    sure = [
        None if posts is None else words.count("answer.suitability.posts", posts),
        words.count("answer.suitability.gaps", gaps) if gaps else None,
    ]
    return _answer("suitability", headline, sure, _why("suitability", found, words), words)
