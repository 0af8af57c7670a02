"""The rows of the table that holds two reports side by side: key numbers, and what could be seen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.since.kept import COUNTS

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
UNITS = {"audience_inflation": "share", "real_engagement": "share"}
SHOWN, NAMED = 20, 6
"""So many numbers, and so many signals in one sentence, are shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its label, what the change means, the figure of each report, and what stands under each."""

    label: str
    change: str | None
    then: str
    now: str
    under: tuple[str | None, str | None] = (None, None)

    @property
    def moved(self) -> bool:
        """Whether the figures, as they are shown, differ."""
        return (self.then, self.under[0]) != (self.now, self.under[1])


def number_rows(part: Row, names: dict[str | None, str], words: Words) -> list[Line]:
    """Give the key numbers of both reports; of very many accounts the first."""
    return [_number(one, part["band"], names, words) for one in part["numbers"][:SHOWN]]


def _number(one: Row, band: Row, names: dict[str | None, str], words: Words) -> Line:
    unit = UNITS.get(one["name"] or "", "count")
    then, now = (_figure(one[side]["value"], unit, words) for side in ("then", "now"))
    under = (_under(one, "then", unit, band, words), _under(one, "now", unit, band, words))
    account = names.get(one["account_id"])
    label = words.known("since.number", one["name"])
    line = Line(f"{label} · {account}" if account else label, None, then, now, under)
    return replace(line, change=_change(one, line, words))


def _figure(value: float | None, unit: str, words: Words) -> str:
    return words.say("since.silent") if value is None else readings.figure(value, unit, words)


def _under(one: Row, side: str, unit: str, band: Row, words: Words) -> str | None:
    own = one[side]
    spread = readings.interval(own["low"], own["high"], unit, words)
    word = (
        words.known("band", band[side]) if one["name"] == "risk" and band[side] and own["value"] is not None else None
    )
    return " · ".join(text for text in (spread, word) if text) or None


def _change(one: Row, line: Line, words: Words) -> str | None:
    if one["why"] == "count" and one["name"] != "followers":
        return None
    if one["why"] == "count" and one["then"]["value"] and line.moved:
        share = one["now"]["value"] / one["then"]["value"] - 1
        return words.say("since.counted", change=words.signed_percent(share))
    if one["why"] in {"count", "interval", "no_interval"}:
        return meaning(one["beyond"], words, moved=line.moved)
    return words.known("since.why", one["why"])


def meaning(sure: bool | None, words: Words, *, moved: bool) -> str:  # noqa: FBT001 # a state of three, not a switch
    """Say whether a change is more than the uncertainty of both figures."""
    if not moved:
        return words.say("since.unchanged")
    if sure is None:
        return words.say("since.no_interval")
    return words.say("since.beyond" if sure else "since.within")


def looked(part: Row, words: Words) -> list[Line]:
    """Give what was looked at for both reports."""
    sides = (part["then"], part["now"])
    if all(side[key] is None for side in sides for key in ("last_post", *COUNTS)):
        return []
    pairs = [("since.looked.last_post", [words.day(side["last_post"]) for side in sides])]
    pairs += [(f"since.looked.{key}", [words.number(side[key]) for side in sides]) for key in COUNTS]
    return [Line(words.say(key), None, then, now) for key, (then, now) in pairs]


def signals(part: Row, names: dict[str | None, str], words: Words) -> list[str]:
    """Say which signals of each account have no reading any more, by the reason, and which have one they had not."""
    said = []
    for key in ("silent", "heard"):
        parted: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
        for one in part[key]:
            label = one["label"] or one["signal"] or words.texts["unknown"]
            parted[one["account_id"], one["outcome"] if key == "silent" else None].append(label)
        said += [_signals(key, names.get(of), reason, labels, words) for (of, reason), labels in parted.items()]
    return said


def _signals(key: str, account: str | None, outcome: str | None, labels: list[str], words: Words) -> str:
    listed, more = words.texts["separator"].join(labels[:NAMED]), len(labels) - NAMED
    facts = {
        "account": account or words.say("signals.no_account"),
        "reason": words.known("outcome", outcome) if outcome else words.say("since.retired"),
        "listed": words.say("since.and_more", listed=listed, n=words.number(more)) if more > 0 else listed,
    }
    return words.count(f"since.{key}_signals", len(labels), **facts)
