"""The findings of two reports side by side: what is new, gone or of another kind, with the readings of both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from vetting.report.propose import LITTLE
from vetting.report.risk import HIGH
from vetting.report.since.numbers import NOTHING, beyond

if TYPE_CHECKING:
    from vetting.report.context import Context

Row = dict[str, Any]
Readings = dict[tuple[str, str], Row]
TITLES = {
    LITTLE: "assemble.gap_little_title",
    HIGH: "assemble.high_title",
    "records:other": "assemble.more_records_title",
}
"""Words of findings that neither a signal nor an affair stands behind."""


@dataclass(frozen=True)
class Reports:
    """What two reports told of a creator, the dossier of the later one, and the words for what only the first tells."""

    then: Row
    now: Row
    told: Row
    context: Context
    as_of: str
    """Of the earlier one."""

    @cached_property
    def readings_then(self) -> Readings:
        """By account and signal."""
        return _readings(self.then)

    @cached_property
    def readings_now(self) -> Readings:
        """By account and signal."""
        return _readings(self.now)

    @cached_property
    def accounts_then(self) -> set[str]:
        """The accounts that were known."""
        return _accounts(self.then)

    @cached_property
    def accounts_now(self) -> set[str]:
        """The accounts that are known."""
        return _accounts(self.now)

    @cached_property
    def _outcomes(self) -> dict[tuple[str, str], str]:
        return {(row["account_id"], row["signal"]): row["outcome"] for row in self.told["signals"]}

    def outcome(self, account: str, signal: str) -> str | None:
        """What became of a signal now; None where it is computed no more."""
        return self._outcomes.get((account, signal))

    def label(self, signal: str) -> str:
        """A signal's label in the report's language; its bare name where no card tells of it any more."""
        known = self.context.signals.get(signal)
        return known.card.words(self.context.words.lang).label if known else signal  # type: ignore[arg-type] # the catalogs and the cards have the same languages

    def category(self, category: str | None) -> str:
        """A category's label in the report's language."""
        words, known = self.context.words, self.context.settings.taxonomy.categories.get(category or "")
        label: str | None = getattr(known.label, words.lang) if known else category
        return label or words.texts["unknown"]


def _readings(side: Row) -> Readings:
    return {(row["account_id"], row["signal"]): row for row in side["readings"]}


def _accounts(side: Row) -> set[str]:
    return {one["account_id"] for one in side["numbers"] if one["name"] == "followers"}


def findings(reports: Reports, same: dict[str, str]) -> Row:
    """Findings that are new, gone, or of another kind; `same` gives what the affair of a record is called by now."""
    old: dict[str, Row] = {}
    for one in reports.then["findings"]:
        old.setdefault(_id_now(one, same), one)
    new = {one["id"]: one for one in reports.now["findings"]}
    both = [key for key in new if key in old]
    return {
        "new": [_finding(one, None, "new", reports) for key, one in new.items() if key not in old],
        "gone": [_finding(one, one["kind"], "gone", reports) for key, one in old.items() if key not in new],
        "changed": [
            _finding(new[key], old[key]["kind"], "changed", reports)
            for key in both
            if new[key]["kind"] != old[key]["kind"]
        ],
    }


def _id_now(one: Row, same: dict[str, str]) -> str:
    kind, _, rest = one["id"].partition(":")
    return f"{kind}:{same.get(rest, rest)}" if one["affair"] else str(one["id"])


def _finding(one: Row, was: str | None, how: str, reports: Reports) -> Row:
    """A finding with the readings of both reports, as far as they are known."""
    place = (one["account_id"], one["signal"])
    then, now = (_reading(side.get(place)) for side in (reports.readings_then, reports.readings_now))
    told = {key: one[key] for key in ("id", "area", "signal", "account_id", "affair")}
    kind = None if how == "gone" else one["kind"]
    said = {"kind": kind, "was": was, "title": _title(one, reports), "unit": _unit(one, reports)}
    said |= {"then": then, "now": now, "beyond": beyond(then, now)}
    why = _why(one, then, now, reports) if one["signal"] else None
    return told | said | {"why": why, "outcome": reports.outcome(*place) if why == "silent" else None}


def _reading(row: Row | None) -> Row:
    return NOTHING if row is None else {"value": row["reading"], "low": row["low"], "high": row["high"]}


def _why(one: Row, then: Row, now: Row, reports: Reports) -> str | None:
    """What beside its reading brought a finding or took it away."""
    account = one["account_id"]
    if account not in reports.accounts_then or account not in reports.accounts_now:
        return "account_gone" if account in reports.accounts_then else "account_new"
    if now["value"] is None:
        return "silent"
    return "first" if then["value"] is None else None


def _unit(one: Row, reports: Reports) -> str | None:
    known = reports.context.signals.get(one["signal"] or "")
    return known.card.unit if known else None


def _title(one: Row, reports: Reports) -> str:
    words, id_ = reports.context.words, one["id"]
    if one["signal"]:
        return reports.label(one["signal"])
    if id_ in TITLES:
        return words.say(TITLES[id_])
    rows = [*reports.now["affairs"], *reports.then["affairs"]]
    category = reports.category(next((row["category"] for row in rows if row["affair"] == one["affair"]), None))
    return words.say("since.ruled", category=category) if id_.startswith("brief:") else category
