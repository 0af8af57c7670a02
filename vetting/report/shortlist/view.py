"""Everything that the shortlist's page says: one row per creator, the counts, the filters, the account of rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from vetting.report.findings import AREAS
from vetting.report.lines import ORDER, place
from vetting.report.shortlist.creator import Creator, area, creator, decided
from vetting.report.shortlist.data import data
from vetting.report.shortlist.facts import Texts, facts, names
from vetting.report.shortlist.rows import COLUMNS, line
from vetting.report.shortlist.shape import READ_ROW, READ_SUMMARY

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
QUARANTINE_ROWS = 50
FIRST = 100
"""So many rows are drawn while the page still loads; the script takes over from there, and paper shows all."""
TIERS = ("under 1k", "1k-10k", "10k-100k", "100k-1M", "over 1M")
AFFAIRS, PEOPLE = ("theirs", "unsure", "none"), ("decided", "undecided")
SEVERAL = 2
"""A filter of one value would part nothing."""


def shortlist_view(given: list[Row], summary: Row, words: Words) -> Row:
    """Turn dossiers and the run's summary into the variables of `shortlist.html`."""
    rows = sorted((READ_ROW(one) for one in given), key=lambda row: place(decided(row), row))
    creators = [creator(row) for row in rows]
    about, texts = READ_SUMMARY(summary), Texts()
    known = [facts(one, texts, words) for one in creators]
    named, lines = names(known, words), [line(one, words) for one in creators]
    return {
        "s": about,
        "columns": COLUMNS,
        "total": len(creators),
        "batches": [lines[:FIRST], lines[FIRST:]] if lines[FIRST:] else [lines],
        "tally": _tally(creators, words),
        "people": sum(bool(row["recommendation"]["decided_by"]["who"]) for row in rows),
        "filters": _filters(known, named, words),
        "data": data(known, texts, named, about, words),
        "simulated": any(row["risk"]["trained_on"] == "simulated" for row in rows),
        "quarantine": about["quarantine"][:QUARANTINE_ROWS],
        "quarantine_total": _quarantine_total(about),
        "shares": sorted((signal, words.percent(share)) for signal, share in about["measured_share"].items()),
    }


def _quarantine_total(about: Row) -> float:
    counted = sum(load["quarantined"] or 0 for load in about["loads"])
    return max(about["quarantine_total"] or 0, counted, len(about["quarantine"]))


def _tally(creators: list[Creator], words: Words) -> list[tuple[str, int, str]]:
    """Give each recommendation, how many have it, and what their first reasons are about."""
    told = []
    for kind in ORDER:
        those = [one for one in creators if one.decision == kind]
        if those or kind != "none":
            told.append((kind, len(those), "" if kind in {"proceed", "none"} else _reasons(those, words)))
    return told


def _reasons(those: list[Creator], words: Words) -> str:
    areas = Counter(filter(None, map(area, those)))
    parts = [
        words.say("shortlist.reason_area", area=words.known("shortlist.area", key), n=words.number(areas[key]))
        for key in AREAS
        if areas[key]
    ]
    return ", ".join(parts)


def _filters(
    known: list[Row], named: dict[str, dict[str, str]], words: Words
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Give each filter that has something to part: its field, its label, its values and their words."""
    choices = {
        "decision": _placed(named["decision"], ORDER),
        "platforms": sorted(named["platforms"].items(), key=_word),
        "tier": _placed(named["tier"], TIERS),
        "affairs": [(kind, words.say(f"shortlist.filter.{kind}")) for kind in AFFAIRS],
        "countries": sorted(named["countries"].items(), key=_word),
        "languages": sorted(named["languages"].items(), key=_word),
        "person": [(kind, words.say(f"shortlist.filter.{kind}")) for kind in PEOPLE],
    }
    if len({row["person"] for row in known}) < SEVERAL:
        choices["person"] = []
    return [
        (key, words.say(f"shortlist.filter_by.{key}"), listed)
        for key, listed in choices.items()
        if len(listed) >= SEVERAL
    ]


def _placed(named: dict[str, str], order: tuple[str, ...]) -> list[tuple[str, str]]:
    return sorted(named.items(), key=lambda pair: (order.index(pair[0]) if pair[0] in order else len(order), pair))


def _word(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[1].casefold(), pair[0]
