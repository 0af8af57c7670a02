"""Sudden jumps of followers: those of neighboring days read as one event, each with its candidate cause in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from vetting.report import forms
from vetting.report.shape import number

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from vetting.report.words import Words

NEAR = timedelta(days=3)
"""Jumps of one direction that follow within so many days are one event."""
COINCIDES = timedelta(days=3)
HELD = 0.1
"""Where less than this share was lost later, the gain is said to have stayed."""
CAUSES = frozenset({"shared_day", "giveaway", "outlying_post", "likes_rose", "untold", "none_found"})


class Jump(NamedTuple):
    """One day: by which share the followers changed, what they gained, and the cause that was found."""

    when: datetime
    change: float
    gained: float | None = None
    cause: str = "unknown"
    shared_by: float | None = None
    lost_later: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Jumps that belong together."""

    jumps: tuple[Jump, ...]

    @property
    def first(self) -> datetime:
        """Its first day."""
        return self.jumps[0].when

    @property
    def last(self) -> datetime:
        """Its last day."""
        return self.jumps[-1].when

    @property
    def change(self) -> float:
        """The change of all its days together, as a share."""
        return prod(1 + jump.change for jump in self.jumps) - 1

    @property
    def gained(self) -> float | None:
        """Followers gained; None where that is unknown of a day."""
        known = [jump.gained for jump in self.jumps if jump.gained is not None]
        return sum(known) if len(known) == len(self.jumps) else None


def jumps(rows: Sequence[dict[str, Any]]) -> list[Jump]:
    """Read the rows of a series, in time order; a cause that isn't one of ours is unknown."""
    read = []
    for row in rows:
        when, change = forms.moment(row.get("day")), number(row.get("change"))
        if when and change is not None:
            cause = row.get("cause")
            known = [number(row.get(key)) for key in ("gained", "shared_by", "lost_later")]
            read.append(Jump(when, change, known[0], cause if cause in CAUSES else "unknown", *known[1:]))
    return sorted(read, key=lambda one: (one.when, one.change))


def purged(rows: Sequence[dict[str, Any]]) -> list[tuple[datetime, float]]:
    """Read the days on which the platform removed accounts, and this one's loss; days without a loss are left out."""
    read = [(forms.moment(row.get("day")), number(row.get("gained"))) for row in rows]
    return sorted((when, gained) for when, gained in read if when and gained is not None and gained < 0)


def events(found: Sequence[Jump]) -> list[Event]:
    """Join the jumps (in time order) that follow each other within days and go the same way."""
    groups: list[list[Jump]] = []
    for jump in found:
        last = groups[-1][-1] if groups else None
        if last and jump.when - last.when <= NEAR and (jump.change > 0) == (last.change > 0):
            groups[-1].append(jump)
        else:
            groups.append([jump])
    return [Event(tuple(group)) for group in groups]


def head(event: Event, words: Words) -> str:
    """Say when and how much."""
    days = list(dict.fromkeys(words.date(when) for when in (event.first, event.last)))
    when = words.say("charts.break.span", first=days[0], last=days[1]) if len(days) > 1 else days[0]
    gained = event.gained
    count = "" if gained is None else words.say("charts.break.count", count=words.signed(gained, 0))
    return words.say("charts.break.line", days=when, change=words.signed_percent(event.change), count=count)


def told(event: Event, purges: Collection[datetime], records: Sequence[dict[str, Any]], words: Words) -> str:
    """Say why (as far as a cause was seen), whether it stayed, and what happened to be published in those days."""
    parts = [*_causes(event, purges, words), _later(event, words), _coincidence(event, records, words)]
    return " ".join(part for part in parts if part)


def _causes(event: Event, purges: Collection[datetime], words: Words) -> list[str]:
    """One sentence where all days have the same cause, else one for each cause with its days."""
    by_text: dict[str, list[str]] = {}
    for jump in event.jumps:
        by_text.setdefault(_cause(jump, jump.when in purges, words), []).append(words.date(jump.when))
    if len(by_text) == 1:
        return list(by_text)
    told = {f"{text[:1].lower()}{text[1:]}": ", ".join(days) for text, days in by_text.items()}
    return [words.say("charts.break.of_days", days=days, cause=text) for text, days in told.items()]


def _cause(jump: Jump, purge: bool, words: Words) -> str:  # noqa: FBT001 # which of the two sentences
    if jump.cause == "shared_day":
        key = "purge" if purge and jump.change < 0 else "shared_day"
        return words.say(f"charts.cause.{key}", share=words.percent(jump.shared_by))
    lost = jump.cause == "none_found" and jump.change < 0
    return words.say(f"charts.cause.{'lost' if lost else jump.cause}")


def _later(event: Event, words: Words) -> str:
    """Say whether a gain stayed; nothing of a loss, or where that is unknown of a part."""
    seen = [(jump.gained or 0.0, jump.lost_later) for jump in event.jumps]
    gained = sum(gain for gain, lost in seen if lost is not None)
    if event.change <= 0 or gained <= 0 or any(lost is None for _, lost in seen):
        return ""
    share = sum(gain * (lost or 0.0) for gain, lost in seen) / gained
    if share < HELD:
        return words.say("charts.break.stayed")
    gone = "charts.break.all_gone" if share > 1 - HELD / 2 else "charts.break.gone"
    return words.say(gone, share=words.percent(share))


def _coincidence(event: Event, records: Sequence[dict[str, Any]], words: Words) -> str:
    for one in records:
        when = forms.moment(one["published_at"])
        if when and event.first - COINCIDES <= when <= event.last + COINCIDES:
            return words.say("charts.break.record", number=one["number"], day=words.date(when))
    return ""
