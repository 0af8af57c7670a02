"""How much of the audience is real, in sentences: the number and its interval, whose it is, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import readings

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
Names = dict[str | None, str]
NONE = 0.0005
"""A share below this is shown as 0 %."""
OTHERS = 3
"""Of so many more accounts the estimate stands beside the worst one's."""


def inflated(share: float | None, low: float | None, high: float | None, words: Words) -> str:
    """Give the interval in a sentence: one from nothing on with its best estimate, the estimate where there is none."""
    spread = readings.interval(low, high, "share", words)
    if not spread:
        return words.say("answer.authenticity.point", share=words.percent(share))
    if low is not None and low < NONE:
        if share is None:
            return words.say("answer.authenticity.up_to", high=words.percent(high))
        return words.say("answer.authenticity.from_none", range=spread, share=words.percent(share))
    return words.say("answer.authenticity.range", range=spread)


def whose(account: str | None, others: list[Row], names: Names, words: Words) -> str | None:
    """Say of which account the number is, and that it is the worst where there are others."""
    if not account or len(names) == 1:
        return None
    return words.say("answer.on_worst" if others else "answer.on", account=account)


def beside(others: list[Row], names: Names, words: Words) -> list[str]:
    """Give the intervals of the creator's other accounts."""
    told = [
        words.say(
            "answer.other", account=names.get(one["account_id"]) or words.texts["unknown"], range=_range(one, words)
        )
        for one in others[:OTHERS]
    ]
    return [f"{words.texts['separator'].join(told)}."] if told else []


def _range(one: Row, words: Words) -> str:
    return readings.interval(one["low"], one["high"], "share", words) or words.percent(one["reading"])


def rests(one: Row, words: Words) -> str:
    """Say where the estimate stands among peers, and what it rests on."""
    place, basis = readings.among(one, words), readings.basis(one, words)
    if place and basis:
        return words.say("answer.authenticity.rests", place=place, basis=basis)
    if place:
        return words.say("answer.authenticity.rests_place", place=place)
    told = words.say("fact.basis", basis=basis) if basis else ""
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def best(share: float | None, low: float | None, spread: str | None, words: Words) -> str:
    """Give the best estimate within the interval `spread`, where the headline does not."""
    if spread is None:
        return words.say("answer.no_interval")
    told = share is None or (low is not None and low < NONE)
    return words.say("answer.interval") if told else words.say("answer.best", share=words.percent(share))


def engagement(real: Row, words: Words) -> str | None:
    """Give how many of the real followers react to a typical post."""
    if real["rate"] is None:
        return None
    spread = readings.interval(real["low"], real["high"], "share", words)
    key = "answer.authenticity.engagement" if spread else "answer.authenticity.engagement_point"
    return words.say(key, rate=words.percent(real["rate"]), range=spread)
