"""One creator as the shortlist sees them: what its row, the comparison and the export are all made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vetting.report import judgement
from vetting.report.controversies import numbered
from vetting.report.findings import AREAS, collected
from vetting.report.propose import DECISIONS
from vetting.report.reasons import on
from vetting.report.safe import isolate
from vetting.report.standing import stands

if TYPE_CHECKING:
    from vetting.report.shortlist.shape import Signals
    from vetting.report.words import Words

Row = dict[str, Any]
SENTENCE = 280
"""A longer text is no sentence for a comparison; the finding's title stands in."""


@dataclass(frozen=True, slots=True)
class Creator:
    """A dossier's parts, and what is worked out from them once."""

    row: Row
    decision: str
    main: Row | None
    """The account with the most followers."""
    theirs: list[Row]
    """The affairs that stand against them, counted as in their dossier."""
    unsure: list[Row]
    cleared: int
    """How many are told of, but not held against them."""
    found: list[Row]
    """Each finding once, in the order of the dossier."""

    @property
    def signals(self) -> Signals:
        """How many signals were measured, and those that are told."""
        read: Signals = self.row["signals"]
        return read

    @property
    def gravest(self) -> Row | None:
        """The affair of the gravest category: theirs, or else of those to review."""
        return max(self.theirs or self.unsure, key=_severity, default=None)

    @property
    def seen(self) -> float | None:
        """The share of signals that have a reading."""
        return self.signals.measured / self.signals.total if self.signals.total else None

    @property
    def searched(self) -> bool:
        """Whether records were searched at all."""
        return bool(self.row["conduct"]["outcome"] == "measured" or self.theirs or self.unsure)

    @property
    def first(self) -> Row | None:
        """The first finding that the recommendation rests on."""
        return next(iter(self.row["recommendation"]["because"]), None)

    @property
    def anchor(self) -> str | None:
        """Where that finding stands in the dossier's page."""
        own = self.first and self.first["id"]
        place = next((place for place, one in enumerate(self.found, 1) if own and one["id"] == own), None)
        return f"f{place}" if place else None

    def signal(self, name: str) -> Row | None:
        """Give a signal of the largest account, None where that has none."""
        return self.signals.told.get((name, self.main["account_id"])) if self.main else None

    def of_kind(self, kind: str) -> list[Row]:
        """Give the problems, or the strengths, the heaviest first."""
        return [one for one in self.found if one["kind"] == kind]


def creator(row: Row) -> Creator:
    """Work out what the shortlist says of one dossier that `READ_ROW` read."""
    affairs = numbered(row["conduct"])
    return Creator(
        row,
        decided(row),
        max(row["accounts"], key=lambda one: -1 if one["followers"] is None else one["followers"], default=None),
        [one for one in affairs if one["decision"] == "match" and stands(one)],
        [one for one in affairs if one["decision"] != "match"],
        sum(one["decision"] == "match" and not stands(one) for one in affairs),
        collected(row),
    )


def decided(row: Row) -> str:
    """Give the decision in force, `none` where there is none."""
    decision = judgement.in_force(row["recommendation"])
    return decision if decision in DECISIONS else "none"


def first_reason(one: Creator, words: Words) -> str | None:
    """Give the first finding in a sentence that stands alone: of what it tells, and of which of several accounts."""
    if not (finding := one.first):
        return None
    text, title = finding["text"], finding["title"]
    told: str | None = text if text and len(text) <= SENTENCE else title
    if finding["affair"] and title and told != title:
        return f"{title}. {told}"
    listed = one.row["accounts"]
    own = next((a for a in listed if a["account_id"] == finding["account_id"]), None) if len(listed) > 1 else None
    if not own or not told:
        return told
    return on(called(own, listed, words), told, words)


def called(account: Row, listed: list[Row], words: Words) -> str:
    """Name one of a creator's accounts: by its platform, with its handle where it isn't the only one there."""
    platform = words.known("platform", account["platform"])
    alone = sum(one["platform"] == account["platform"] for one in listed) == 1
    return platform if alone or not account["handle"] else f"{platform} {isolate(account['handle'])}"


def area(one: Creator) -> str | None:
    """Give the area of the first reason: the audience, their conduct, how they suit, the risk model."""
    told = one.first and one.first["area"]
    return told if told in AREAS else None


def _severity(affair: Row) -> float:
    try:
        return float(affair["severity"] or 0)
    except ValueError:
        return 0.0
