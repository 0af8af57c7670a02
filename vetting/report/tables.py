"""All signals of each account in one table, grouped by family, silences named; and what was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.charts.ranges import place_among_peers

if TYPE_CHECKING:
    from vetting.report.accounts import Account
    from vetting.report.words import Words

_WORSE = {"higher_is_worse": ("high",), "lower_is_worse": ("low",), "two_sided": ("low", "high")}


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One signal of one account. `worse` names the ends of the peer strip that are worth a question."""

    label: str
    text: str | None
    measured: bool
    reading: str
    under: str
    place: str | None
    wider: str | None
    at: float | None
    worse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignalTable:
    """One account's signals by family, and how many have a reading."""

    account: str
    cohort: str | None
    families: list[tuple[str, list[SignalRow]]]
    measured: int
    total: int


def signal_tables(signals: list[dict[str, Any]], listed: list[Account], words: Words) -> list[SignalTable]:
    """Give one table per account, in the dossier's order; what belongs to none of them comes last."""
    known = {one.account_id for one in listed}
    tables = [
        _table(one.name, one.cohort, [s for s in signals if s["account_id"] == one.account_id], words) for one in listed
    ]
    strays = [signal for signal in signals if signal["account_id"] not in known]
    stray = _table(words.say("signals.no_account"), None, strays, words)
    return [table for table in [*tables, stray] if table.total]


def _table(account: str, cohort: str | None, signals: list[dict[str, Any]], words: Words) -> SignalTable:
    ordered = sorted(signals, key=lambda one: one["family"] or "")
    families = [
        (words.known("family", family or None), [_row(one, cohort, words) for one in group])
        for family, group in groupby(ordered, key=lambda one: one["family"] or "")
    ]
    measured = sum(readings.measured(one) for one in signals)
    return SignalTable(account, cohort and readings.cohort(cohort, words), families, measured, len(signals))


def _row(signal: dict[str, Any], usual: str | None, words: Words) -> SignalRow:
    place = readings.place(signal, words)
    under = (readings.interval(signal["low"], signal["high"], signal["unit"], words), readings.basis(signal, words))
    return SignalRow(
        label=signal["label"] or signal["signal"] or words.texts["unknown"],
        text=signal["text"] if readings.measured(signal) else None,
        measured=readings.measured(signal),
        reading=readings.reading(signal, words),
        under=" · ".join(part for part in under if part),
        place=place,
        wider=_wider(signal["cohort"], usual, words) if place else None,
        at=place_among_peers(signal["percentile"]) if place else None,
        worse=_WORSE.get(signal["polarity"], ()),
    )


def _wider(cohort: str | None, usual: str | None, words: Words) -> str | None:
    """Name the cohort where it is not the account's usual one."""
    if not cohort or not usual or cohort == usual:
        return None
    return words.say("signals.wider", cohort=readings.cohort(cohort, words))


def glossary(signals: list[dict[str, Any]]) -> list[tuple[str, str, list[str]]]:
    """Give label, meaning and innocent explanations of each signal once, by label."""
    known = {
        one["label"] or one["signal"]: (one["means"], one["innocent"]) for one in reversed(signals) if one["means"]
    }
    return [(label, *known[label]) for label in sorted(label for label in known if label)]


def silent(signals: list[dict[str, Any]], words: Words) -> list[str]:
    """Say in one sentence how many signals have no reading; nothing where all have."""
    without = sum(not readings.measured(one) for one in signals)
    return [words.count("unseen.signals", without, total=len(signals))] if without else []


def silences(signals: list[dict[str, Any]], words: Words) -> list[str]:
    """Say how many signals have no reading, by the reason."""
    reasons = sorted(one["outcome"] or "" for one in signals if not readings.measured(one))
    return [
        words.count("silence", len(list(group)), reason=words.known("outcome", reason or None))
        for reason, group in groupby(reasons)
    ]


def coverage(part: dict[str, Any], words: Words) -> list[tuple[str, str]]:
    """Say what was looked at; what is not known is said to be so."""
    days = [words.day(part[key]) if part[key] else None for key in ("first_post", "last_post")]
    span = words.between(days[0], days[1]) if days[0] and days[1] else words.texts["unknown"]
    platforms = ", ".join(words.known("platform", one) for one in part["platforms"]) or words.texts["unknown"]
    counted = ("posts", "comments", "records", "follower_days", "followers_sampled")
    return [
        (words.say("coverage.platforms"), platforms),
        (words.say("coverage.span"), span),
        *((words.say(f"coverage.{key}"), words.number(part[key])) for key in counted),
    ]
