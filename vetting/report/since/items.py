"""The findings that are new, gone or of another kind, and the controversies that took a turn, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import readings
from vetting.report.since.rows import meaning

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
Turn = tuple[str, str | None, str]
SHOWN = 12
"""So many findings of each list are shown; the data of the dossier hold all."""


@dataclass(frozen=True, slots=True)
class Item:
    """One finding: its place in the page where it has one, what it is, and how its reading moved."""

    title: str
    anchor: str | None
    byline: str
    text: str | None


def items(
    part: Row, names: dict[str | None, str], anchors: dict[str, str], words: Words
) -> list[tuple[str, list[Item], int]]:
    """Give each list that holds any, with its heading and how many are not shown."""
    told, affairs = part["findings"], _affairs(part["affairs"])
    return [
        (
            words.count(f"since.{how}", len(told[how])),
            [_item(one, affairs, names, anchors, words) for one in told[how][:SHOWN]],
            max(0, len(told[how]) - SHOWN),
        )
        for how in ("changed", "new", "gone")
        if told[how]
    ]


def _affairs(part: Row) -> dict[str | None, Row]:
    return {one["affair"]: one for how in ("new", "changed", "gone") for one in part[how]}


def _item(
    one: Row, affairs: dict[str | None, Row], names: dict[str | None, str], anchors: dict[str, str], words: Words
) -> Item:
    account = names.get(one["account_id"])
    byline = (_kind(one, words), words.known("area", one["area"]), account)
    text = _moved(one, words) if one["signal"] else _affair(one, affairs.get(one["affair"]), words)
    return Item(
        one["title"] or words.say("findings.untitled"),
        anchors.get(one["id"] or ""),
        " · ".join(word for word in byline if word),
        text,
    )


def _kind(one: Row, words: Words) -> str:
    now, was = (words.known("kind", one[key]) if one[key] else None for key in ("kind", "was"))
    if now and was:
        return words.say("since.kinds", then=was, now=now.lower())
    return now or was or words.texts["unknown"]


def _moved(one: Row, words: Words) -> str | None:
    """Say what the reading was and is, and whether that is more than noise."""
    then, now = (_reading(one[side], one["unit"], words) for side in ("then", "now"))
    if one["why"] == "silent":
        reason = words.known("outcome", one["outcome"]) if one["outcome"] else words.say("since.retired")
        return words.say("since.finding_silent", then=then, reason=reason)
    if one["why"]:
        told = words.known("since.why", one["why"])
        return told if one["now"]["value"] is None else words.say("since.finding_first", why=told, now=now)
    if one["then"] == one["now"]:
        return words.say("since.finding_same", now=now)
    if then == now:
        return words.say("since.finding_nearly", now=now)
    return words.say("since.finding_moved", then=then, now=now, means=meaning(one["beyond"], words, moved=True))


def _reading(side: Row, unit: str | None, words: Words) -> str:
    if side["value"] is None:
        return words.texts["unknown"]
    told = {"outcome": "measured", "reading": side["value"], "unit": unit}
    spread, shown = readings.interval(side["low"], side["high"], unit, words), readings.reading(told, words)
    return f"{shown} ({spread})" if spread else shown


def _affair(one: Row, affair: Row | None, words: Words) -> str | None:
    """Say why an affair is told of no more: by a person's word, or because no record tells of it."""
    if not one["affair"] or one["kind"]:
        return None
    judged = affair["judged"] if affair else None
    if judged and judged["verdict"] == "rejected":
        return words.say("since.rejected", who=_who(judged, words), when=words.day(judged["when"], "long"))
    return words.say("since.affair_gone")


def _who(judged: Row, words: Words) -> str:
    who: str = judged["who"] or words.texts["unknown"]
    return who


def turns(changed: list[Row], anchors: dict[str, str], words: Words) -> list[Turn]:
    """Give the controversies that took a turn: category, where the page tells of it, and the turn in words."""
    return [
        (_category(one, words), anchors.get(f"affair:{one['affair']}"), _turn(one, words)) for one in changed[:SHOWN]
    ]


def _category(one: Row, words: Words) -> str:
    category: str = one["category_label"] or one["category"] or words.texts["unknown"]
    return category


def _turn(one: Row, words: Words) -> str:
    """What an affair was and is: its status, whose it is, else how it is called."""
    said = []
    if one["status"]["then"] != one["status"]["now"]:
        then, now = (words.known("status", one["status"][side] or "unknown") for side in ("then", "now"))
        said.append(words.say("since.status", then=then, now=now))
    if one["decision"]["then"] != one["decision"]["now"]:
        said.append(words.say("since.settled" if one["decision"]["now"] == "match" else "since.unsettled"))
        if one["judged"]["verdict"]:
            when = words.day(one["judged"]["when"], "long")
            said.append(words.say("since.judged", who=_who(one["judged"], words), when=when))
    if not said:
        then, now = (words.known("affair.tag", one["tag"][side]) for side in ("then", "now"))
        said.append(words.say("since.status", then=then, now=now))
    return words.texts["separator"].join(said)
