"""What was looked at, account by account, and what could not be seen: what matters most first, by its name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from vetting.report import readings

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
Names = dict[str | None, str]
UNSEEN = 2
"""So many sentences about what could not be seen stand on the first screen; the rest under Coverage."""
MATTERS = (
    "audience_inflation", "real_engagement_rate", "comment_authenticity", "pod_engagement",
    "undisclosed_promotion_share", "sample_fake_share", "growth_break_without_engagement", "sponsored_share",
)  # fmt: skip
"""Signals whose silence a manager must know of, the weightiest first."""
COUNTS = ("posts", "comments", "follower_days", "followers_sampled")


@dataclass(frozen=True, slots=True)
class Covered:
    """What was looked at: a row of figures for each account, and what was searched."""

    accounts: list[tuple[str, list[str]]]
    searched: str


def covered(part: Row, names: Names, words: Words) -> Covered:
    """Say what was looked at; what is not known is said to be so."""
    rows = [
        (names.get(one["account_id"]) or words.texts["unknown"], _figures(one, words))
        for one in sorted(part["accounts"], key=lambda one: _place(one, names))
    ]
    everything = words.say("coverage.all")
    if len(rows) != 1:
        rows.append((everything, _figures(part | {"first_day": None, "last_day": None}, words)))
    return Covered(rows, searched(part, words) or words.say("coverage.records_unknown"))


def _place(one: Row, names: Names) -> int:
    order = list(names)
    return order.index(one["account_id"]) if one["account_id"] in names else len(order)


def _figures(one: Row, words: Words) -> list[str]:
    days = [words.day(one[key]) if one[key] else None for key in ("first_post", "last_post")]
    span = words.between(days[0], days[1]) if days[0] and days[1] else words.texts["unknown"]
    return [span, *(words.number(one[key]) for key in COUNTS)]


def searched(part: Row, words: Words) -> str | None:
    """Say how many records were searched, of which kinds of source and of when; None where that is not known."""
    if part["records"] is None:
        return None
    kinds = [
        f"{words.known('source_kind', one['kind'])} {words.number(one['records'])}"
        for one in part["searched"]
        if one["records"] is not None
    ]
    told = words.count("coverage.searched", part["records"])
    return words.say("coverage.searched_kinds", told=told, kinds=", ".join(kinds)) if kinds else f"{told}."


def unseen(dossier: Row, names: Names, words: Words) -> tuple[list[str], int]:
    """Give the first sentences about what could not be seen, and how many more there are."""
    gaps = [*dossier["coverage"]["not_seen"], *parts(dossier["coverage"], names, words)]
    sentences = [*gaps, *_mute(dossier["signals"], names, words)]
    first = sentences[:UNSEEN]
    return [*first, *_counted(dossier["signals"], words)], len(sentences) - len(first)


def parts(part: Row, names: Names, words: Words) -> list[str]:
    """Say of which accounts something was not seen that was seen of others."""
    told = []
    for key in COUNTS:
        without = [names[one["account_id"]] for one in part["accounts"] if not one[key] and one["account_id"] in names]
        if without and len(without) < len(part["accounts"]):
            told.append(words.say(f"unseen.{key}", accounts=", ".join(without)))
    return told


def _mute(signals: list[Row], names: Names, words: Words) -> list[str]:
    """Name the signals that matter and have no reading, with the reason and the accounts."""
    mute = [one for one in signals if one["signal"] in MATTERS and not readings.measured(one)]
    ordered = sorted(mute, key=lambda one: (MATTERS.index(one["signal"]), one["outcome"] or ""))
    told = []
    for (_, outcome), group in groupby(ordered, key=lambda one: (one["signal"], one["outcome"])):
        each = list(group)
        where = [names[one["account_id"]] for one in each if one["account_id"] in names]
        reason = readings.silence(outcome, words)
        facts = {"signal": each[0]["label"] or each[0]["signal"], "reason": reason, "accounts": ", ".join(where)}
        told.append(words.say("unseen.signal" if where and len(names) > 1 else "unseen.signal_alone", **facts))
    return told


def _counted(signals: list[Row], words: Words) -> list[str]:
    without = sum(not readings.measured(one) for one in signals)
    return [words.count("unseen.signals", without, total=len(signals))] if without else []
