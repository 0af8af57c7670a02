"""Puts a signal's reading into words: the figure, its interval, what it stands on, its place among peers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report.forms import plural

if TYPE_CHECKING:
    from vetting.report.words import Words

MANY = 100
"""With fewer peers than this, a percentage would promise more than they can tell: they are counted."""
EDGE = 0.01
_COUNTED = {"days", "hours"}


def figure(value: float, unit: str | None, words: Words) -> str:
    """Give a value in the form of its unit, without the unit's word."""
    if unit == "share":
        return words.percent(value)
    if unit == "change":
        return words.signed_percent(value)
    return words.number(value) if unit in {"count", "days"} else words.plain(value)


def reading(signal: dict[str, Any], words: Words) -> str:
    """Give the reading with its unit, or the name of the silence."""
    if not measured(signal):
        return silence(signal, words)
    shown, unit = figure(signal["reading"], signal["unit"], words), signal["unit"]
    if unit in _COUNTED:
        return words.say(f"unit.{unit}.{_form(signal['reading'], words)}", n=shown)
    return words.say("unit.per_week", n=shown) if unit == "per_week" else shown


def _form(value: float, words: Words) -> str:
    """Singular or plural; one and a half days are several in English and not yet in French."""
    whole = int(value)
    return plural(words.lang, whole if words.lang == "fr" or whole == value else 2)


def measured(signal: dict[str, Any]) -> bool:
    """Say whether there is a reading."""
    return signal["outcome"] == "measured" and signal["reading"] is not None


def silence(signal: dict[str, Any], words: Words) -> str:
    """Say why there is no reading."""
    return words.known("outcome", None if signal["outcome"] == "measured" else signal["outcome"])


def reason(outcome: str | None, words: Words) -> str:
    """Say in a sentence why something was not measured."""
    if outcome is None or outcome == "measured":
        return words.say("answer.no_reason")
    return words.say("answer.reason", reason=words.known("outcome", outcome))


def interval(low: float | None, high: float | None, unit: str | None, words: Words) -> str | None:
    """Give an interval in words, None where it has not both ends."""
    if low is None or high is None:
        return None
    return words.between(figure(low, unit, words), figure(high, unit, words))


def basis(signal: dict[str, Any], words: Words) -> str | None:
    """Say on how many rows of which kind a reading stands."""
    count, unit = signal["basis"], signal["basis_unit"]
    if count is None:
        return None
    return words.count(f"basis.{unit}", count) if f"basis.{unit}.one" in words.texts else words.number(count)


def cohort(text: str, words: Words) -> str:
    """Give a cohort with its platform as the platform writes itself."""
    platform, *narrower = text.split(", ")
    return ", ".join([words.texts.get(f"platform.{platform}", platform), *narrower])


def place(signal: dict[str, Any], words: Words) -> str | None:
    """Say where the reading stands among how many peers, None where that is not known."""
    percentile, peers = signal["percentile"], signal["peers"]
    if percentile is None or not measured(signal):
        return None
    if peers is None:
        return words.say("peers.unknown", share=words.percent(percentile))
    others = max(int(peers) - 1, 0)  # the peers of a reading count it too
    if peers < MANY:
        return words.count("peers.few", others, below=words.number(int(percentile * others + 1e-9)))
    key = "peers.lowest" if percentile < EDGE else "peers.highest" if percentile > 1 - EDGE else "peers.above"
    return words.count(key, others, share=words.percent(percentile, 0))
