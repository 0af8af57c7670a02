"""Puts a signal's reading into words: the figure, its interval, what it stands on, its place among peers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report.forms import plural

if TYPE_CHECKING:
    from vetting.report.words import Words

MANY = 100
"""With fewer peers than this, a percentage would promise more than they can tell: they are counted."""
EDGE = 0.01
MIDDLE = 0.05
"""So near to the middle a place is called so: where all read the same, ties counted half put everybody there."""
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
        return silence(signal["outcome"], words)
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


def silence(outcome: str | None, words: Words) -> str:
    """Say why there is no reading, where that is what an outcome tells."""
    return words.known("outcome", None if outcome == "measured" else outcome)


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
    """Say on how many rows of which kind a reading stands; a signal that stands on several kinds has its own words."""
    count, unit = signal["basis"], signal["basis_unit"]
    if count is None:
        return None
    own = (f"basis.{name}" for name in (signal["signal"], unit))
    key = next((key for key in own if f"{key}.one" in words.texts), None)
    return words.count(key, count) if key else words.number(count)


def cohort(text: str, words: Words) -> str:
    """Give a cohort with its platform as the platform writes itself."""
    platform, *narrower = text.split(", ")
    known = words.texts.get(f"platform.{platform}", platform)
    narrower = [words.texts.get(f"tier.{one}") or words.known("field", one) for one in narrower]
    return ", ".join([known, *narrower]) if narrower else words.say("peers.any_size", platform=known)


def place(signal: dict[str, Any], words: Words) -> str | None:
    """Say where the reading stands among how many peers, None where that is not known."""
    percentile, peers = signal["percentile"], signal["peers"]
    if percentile is None or not measured(signal):
        return None
    if peers is None:
        return words.say("peers.unknown", share=words.percent(percentile))
    others = max(int(peers) - 1, 0)  # the peers of a reading count it too
    if peers < MANY:
        below = _below(signal, others)
        return words.count(_among(below, others), others, below=words.number(int(below)))
    key = "peers.lowest" if percentile < EDGE else "peers.highest" if percentile > 1 - EDGE else "peers.above"
    return words.count(key, others, share=words.percent(percentile, 0))


def _below(signal: dict[str, Any], others: int) -> float:
    """How many others read lower, ties counted half; where it was not counted, as the place says."""
    counted: float | None = signal.get("lower")
    return float(signal["percentile"]) * others + 1e-9 if counted is None else counted


def _among(below: float, others: int) -> str:
    """Choose the words for a place among few: at the ends and in the middle they are other than in between."""
    if others and (below >= others or below < 0.5):  # noqa: PLR2004 # a tie with one counts half
        return "peers.all" if below >= others else "peers.no"
    if not others or abs(below / others - 0.5) <= MIDDLE:
        return "peers.middle"
    return "peers.few" if below >= 1 else "peers.nearly_none"


def short_place(signal: dict[str, Any], words: Words) -> str | None:
    """Give the place in few signs for a table: how many of how many peers read lower; None where that is not known."""
    percentile, peers = signal["percentile"], signal["peers"]
    if percentile is None or peers is None or not measured(signal):
        return None
    others = max(int(peers) - 1, 0)
    below = words.number(int(_below(signal, others))) if peers < MANY else words.percent(percentile, 0)
    return words.say("peers.short", below=below, n=words.number(others))


def among(signal: dict[str, Any], words: Words) -> str | None:
    """Say where the reading stands, and among whom."""
    where = place(signal, words)
    if not where or not signal["cohort"]:
        return where
    return words.say("peers.among", place=where, cohort=cohort(signal["cohort"], words))


def published(signal: dict[str, Any], words: Words) -> str | None:
    """Give the published band, by whom and when, where there is one: it stands in for peers that are too few."""
    low, high, unit = signal["benchmark_low"], signal["benchmark_high"], signal["unit"]
    if low is None or high is None:
        return None
    source = signal["benchmark_source"] or words.texts["unknown"]
    date = words.known("published", signal["benchmark_date"])
    return words.say("peers.published", range=interval(low, high, unit, words), source=source, date=date)
