"""All signals of each account in one table, grouped by family; those without a reading in a line for each reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.charts.ranges import place_among_peers
from vetting.report.whom import folded

if TYPE_CHECKING:
    from vetting.report.accounts import Account
    from vetting.report.words import Words

Row = dict[str, Any]
Anchors = dict[tuple[str | None, str | None], str]
"""Where the finding of a signal of an account stands, by account and signal."""
FEW = 3
OUT = 0.05
_WORSE = {"higher_is_worse": ("high",), "lower_is_worse": ("low",), "two_sided": ("low", "high")}


@dataclass(frozen=True, slots=True)
class SignalRow:
    """A reading. `worse` names the ends of the peer strip that are worth a question, `mark` a cohort of its own."""

    label: str
    anchor: str | None
    reading: str
    under: str
    place: str | None
    mark: str | None
    at: float | None
    worse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignalTable:
    """One account's readings by family, its other cohorts by their marks, and its silences, each with its signals."""

    account: str
    cohort: str | None
    families: list[tuple[str, list[SignalRow]]]
    marks: list[tuple[str, str]]
    silent: list[tuple[str, str]]
    measured: int
    total: int
    left_out: int


def signal_tables(
    signals: list[Row], listed: list[Account], anchors: Anchors, most: int, words: Words
) -> list[SignalTable]:
    """Give one table per account, in the dossier's order; what belongs to none of them comes last.

    Readings are listed whole, account by account, up to about `most`; with more than a few accounts, of the first one.
    Of the others those are listed that are findings or stand out.
    """
    known = {one.account_id for one in listed}
    tables: list[SignalTable] = []
    told = 0
    for one in listed:
        own = [signal for signal in signals if signal["account_id"] == one.account_id]
        told += sum(map(readings.measured, own))
        tables.append(_table(one.name, own, anchors, words, whole=not tables or (told <= most and len(listed) <= FEW)))
    strays = [signal for signal in signals if signal["account_id"] not in known]
    stray = _table(words.say("signals.no_account"), strays, anchors, words, whole=True)
    return [table for table in [*tables, stray] if table.total]


def _table(account: str, signals: list[Row], anchors: Anchors, words: Words, *, whole: bool) -> SignalTable:
    measured = [one for one in signals if readings.measured(one)]
    shown = [one for one in measured if whole or _anchor(one, anchors) or _stands_out(one)]
    usual, marks = _cohorts(shown)
    ordered = sorted(shown, key=lambda one: one["family"] or "")
    families = [
        (words.known("family", family or None), [_row(one, anchors, marks, words) for one in group])
        for family, group in groupby(ordered, key=lambda one: one["family"] or "")
    ]
    named = [(mark, readings.cohort(cohort, words)) for cohort, mark in marks.items()]
    said = usual and readings.cohort(usual, words)
    left_out = len(measured) - len(shown)
    return SignalTable(account, said, families, named, _silent(signals, words), len(measured), len(signals), left_out)


def _anchor(one: Row, anchors: Anchors) -> str | None:
    return anchors.get((one["account_id"], one["signal"]))


def _stands_out(one: Row) -> bool:
    place = one["percentile"]
    return place is not None and (place <= OUT or place >= 1 - OUT)


def _cohorts(shown: list[Row]) -> tuple[str | None, dict[str, str]]:
    """Give the cohort of most readings, and a letter for each of the others."""
    common = Counter(one["cohort"] for one in shown if one["cohort"] and one["percentile"] is not None)
    ordered = sorted(common, key=lambda cohort: (-common[cohort], cohort))
    return (ordered[0] if ordered else None), dict(zip(ordered[1:], "abcdefgh", strict=False))


def _row(signal: Row, anchors: Anchors, marks: dict[str, str], words: Words) -> SignalRow:
    place = readings.short_place(signal, words)
    spread = readings.interval(signal["low"], signal["high"], signal["unit"], words)
    under = (spread, readings.basis(signal, words), readings.published(signal, words))
    return SignalRow(
        label=signal["label"] or signal["signal"] or words.texts["unknown"],
        anchor=_anchor(signal, anchors),
        reading=readings.reading(signal, words),
        under=" · ".join(part for part in under if part),
        place=place,
        mark=marks.get(signal["cohort"]) if place else None,
        at=place_among_peers(signal["percentile"]) if place else None,
        worse=_WORSE.get(signal["polarity"], ()),
    )


def _silent(signals: list[Row], words: Words) -> list[tuple[str, str]]:
    """Give each reason for silence with the signals that it silences."""
    mute = sorted((one for one in signals if not readings.measured(one)), key=lambda one: one["outcome"] or "")
    return [
        (
            readings.silence(reason, words),
            ", ".join(one["label"] or one["signal"] or words.texts["unknown"] for one in group),
        )
        for reason, group in groupby(mute, key=lambda one: one["outcome"])
    ]


def glossary(signals: list[Row], tables: list[SignalTable], anchors: Anchors) -> list[tuple[str, str]]:
    """Give label and meaning of each signal of the tables that is no finding, which says it itself, by label."""
    findings = {signal for _, signal in anchors}
    listed = {row.label for table in tables for _, rows in table.families for row in rows}
    known = {one["label"]: one["means"] for one in reversed(signals) if one["means"] and one["signal"] not in findings}
    told = ((label, means) for label, means in known.items() if label in listed)
    return sorted(told, key=lambda one: folded(one[0] or ""))


def silences(signals: list[Row], words: Words) -> list[str]:
    """Say how many signals have no reading, by the reason."""
    reasons = sorted(one["outcome"] or "" for one in signals if not readings.measured(one))
    return [
        words.count("silence", len(list(group)), reason=words.known("outcome", reason or None))
        for reason, group in groupby(reasons)
    ]
