"""The shortlist in few plain values, for whoever shows it elsewhere: a line per creator, in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report.propose import DECISIONS
from vetting.report.standing import held, stands

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = dict[str, Any]
ORDER = (*DECISIONS, "none")
NO_SCORE = 1000.0
"""Who has no score comes after those who have one."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is proposed of a creator, and on what. None is unknown. Id and name are as strangers wrote them."""

    creator_id: str
    name: str
    proposed: str
    decided: str | None
    """What a person decided; None: nobody has."""
    unreal: tuple[float, float] | None
    """The 90 % interval of the share of followers that are not real, reachable people."""
    theirs: int | None
    """Records that stand against them and are theirs; None: no record was searched."""
    to_review: int | None
    band: str | None
    """Of the risk: low, medium or high."""


def lines(dossiers: Iterable[Row]) -> list[Line]:
    """Dossiers in few values: who may proceed first, then by risk."""
    return [_line(told) for told in sorted(dossiers, key=lambda told: place(_in_force(told), told))]


def place(decision: str, told: Row) -> tuple[int, float, str, str]:
    """Where a creator of whom this was decided stands in the shortlist, wherever that is shown."""
    score = told["risk"]["score"]
    return ORDER.index(decision), NO_SCORE if score is None else score, told["name"] or "", told["creator_id"] or ""


def _in_force(told: Row) -> str:
    return _decided(told) or str(told["recommendation"]["decision"])


def _decided(told: Row) -> str | None:
    decided = (told["recommendation"]["decided_by"] or {}).get("decision")
    return decided if decided in DECISIONS else None


def _line(told: Row) -> Line:
    inflation, conduct = told["authenticity"]["inflation"], told["conduct"]
    affairs = {one["affair"]: stands(one) for one in conduct["affairs"]}
    against = [one for one in conduct["controversies"] if held(one) and affairs.get(one["affair"], True)]
    theirs = sum(one["decision"] == "match" for one in against)
    searched = conduct["outcome"] == "measured"
    return Line(
        told["creator_id"],
        told["name"],
        told["recommendation"]["decision"],
        _decided(told),
        (inflation["low"], inflation["high"]) if inflation else None,
        theirs if searched else None,
        len(against) - theirs if searched else None,
        told["risk"]["band"] if told["risk"]["outcome"] == "measured" else None,
    )
