"""What changed since the last report, in words: the line of the first screen, and the section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report.propose import DECISIONS
from vetting.report.since.items import Item, Turn, items, turns
from vetting.report.since.rows import Line, looked, number_rows, signals

if TYPE_CHECKING:
    from vetting.report.words import Words

Row = dict[str, Any]
HOW = ("new", "gone", "changed")


@dataclass(frozen=True, slots=True)
class Since:
    """The section; where `alone` says all there is to say, nothing else is shown. `line` is for the first screen."""

    line: tuple[str, str] | None
    """What links to the section, and what follows it."""
    alone: str | None
    lead: list[str]
    notes: list[str]
    heads: tuple[str, str]
    numbers: list[Line]
    looked: list[Line]
    signals: list[str]
    groups: list[tuple[str, list[Item], int]]
    """Heading, the findings under it, and how many more there are."""
    turns: list[Turn]


def since_view(dossier: Row, names: dict[str | None, str], anchors: dict[str, str], words: Words) -> Since:
    """Put it into words; `anchors` gives the place in the page of each finding by its id."""
    part = dossier["since"]
    if not part["as_of"]:
        return _alone(None, words.say("since.first"))
    days = words.day(part["as_of"]), words.day(dossier["as_of"])
    numbers, seen = number_rows(part, names, words), looked(part["coverage"], words)
    if _still(part, numbers, seen):
        return _alone(_line(part, words), words.say("since.nothing", day=words.day(part["as_of"], "long")))
    return Since(
        line=_line(part, words),
        alone=None,
        lead=_lead(part, words),
        notes=_notes(part, words),
        heads=days,
        numbers=numbers,
        looked=seen,
        signals=signals(part["coverage"], names, words),
        groups=items(part, names, anchors, words),
        turns=turns(part["affairs"]["changed"], anchors, words),
    )


def _alone(line: tuple[str, str] | None, sentence: str) -> Since:
    return Since(line, sentence, [], [], ("", ""), [], [], [], [], [])


def _still(part: Row, numbers: list[Line], seen: list[Line]) -> bool:
    """Whether nothing that is told differs, as far as the figures show."""
    said = part["recommendation"]
    lists = [part[which][how] for which in ("findings", "affairs") for how in HOW]
    lists += [part["versions_changed"], part["coverage"]["silent"], part["coverage"]["heard"]]
    moved = any(line.moved for line in (*numbers, *seen)) or said["then"] != said["now"] or said["decided"]["decision"]
    return bool(part["kept"] and not moved and not any(lists))


def _word(decision: str | None, words: Words) -> str:
    return words.say(f"since.word.{decision if decision in DECISIONS else 'none'}")


def _line(part: Row, words: Words) -> tuple[str, str]:
    said = part["recommendation"]
    then, now = (_word(said[side], words) for side in ("then", "now"))
    parts = [words.say("since.proposed_same" if then == now else "since.proposed", then=then, now=now)]
    if part["kept"]:
        listed = part["findings"]
        counted = [words.count(f"since.{how}", len(listed[how])) for how in HOW if listed[how]]
        counted += [words.count("since.turned", len(turned)) for turned in [part["affairs"]["changed"]] if turned]
        parts.append(", ".join(counted) if counted else words.say("since.none"))
    day, told = words.day(part["as_of"], "long"), words.texts["separator"].join(parts)
    return words.say("since.line", day=day), words.say("since.line_tells", parts=told)


def _lead(part: Row, words: Words) -> list[str]:
    said, run = part["recommendation"], part["run_id"] or words.texts["unknown"]
    then, now = (_word(said[side], words) for side in ("then", "now"))
    lead = [
        words.say("since.compared", day=words.day(part["as_of"], "long"), run=run),
        words.say("since.recommended_same" if then == now else "since.recommended", then=then, now=now),
    ]
    decided = said["decided"]
    if not decided["decision"]:
        return [*lead, words.say("since.undecided")]
    facts = {"who": decided["who"] or words.texts["unknown"], "when": words.day(decided["when"], "long")}
    return [*lead, words.say("since.decided", decision=_word(decided["decision"], words), **facts)]


def _notes(part: Row, words: Words) -> list[str]:
    """What made both reports, where it is another; a model is told of beside its score."""
    changed = [one for one in part["versions_changed"] if one["part"] in {"code", "config"}]
    unknown = words.texts["unknown"]
    told = [
        words.say(f"since.version.{one['part']}", then=one["then"] or unknown, now=one["now"] or unknown)
        for one in changed
    ]
    return told if part["kept"] else [words.say("since.not_kept"), *told]
