"""What changed since the report before this one: what was kept of it, held against what this one tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report.since.affairs import affairs, renamed
from vetting.report.since.findings import Reports, findings
from vetting.report.since.kept import kept
from vetting.report.since.numbers import numbers

if TYPE_CHECKING:
    from vetting.report.context import Context

Row = dict[str, Any]
VERSIONS = ("code", "config", "model")
LISTS = ("new", "gone", "changed")


def since(told: Row, context: Context) -> Row | None:
    """What changed, for the dossier's key `since`; None where no earlier report told of this creator.

    `kept` is false where the earlier report was written before more than its recommendation was kept.
    """
    before = next(iter(context.gathered.rows.get("previous", {}).get(told["creator_id"], [])), None)
    if before is None:
        return None
    now, versions = kept(told), _versions(before, told["versions"])
    then = {key: before[key] for key in now}
    whole = then["findings"] is not None
    said = {"as_of": before["as_of"], "run_id": before["run_id"], "kept": whole}
    said |= {"recommendation": _recommendation(before, told)}
    said |= _compared(Reports(then, now, told, context, before["as_of"]), versions) if whole else _unknown()
    return said | {"versions_changed": versions}


def _recommendation(before: Row, told: Row) -> Row:
    """What was proposed then and is now, and what a person decided in between."""
    own = told["recommendation"]
    decided = own["decided_by"]
    between = decided and decided["when"] > before["as_of"]
    said = {key: decided[key] for key in ("who", "when", "decision")} if between else None
    return {"then": before["decision"], "now": own["decision"], "decided": said}


def _versions(before: Row, versions: Row) -> list[Row]:
    """What made the reports, where it is another: other data is what a new report is for."""
    pairs = [{"part": part, "then": before[part], "now": versions.get(part)} for part in VERSIONS]
    return [one for one in pairs if one["then"] is not None and one["then"] != one["now"]]


def _unknown() -> Row:
    nothing: Row = {part: {name: [] for name in LISTS} for part in ("findings", "affairs")}
    return {"numbers": [], "band": None} | nothing | {"coverage": None}


def _compared(reports: Reports, versions: list[Row]) -> Row:
    then, now = reports.then, reports.now
    same = renamed(reports.told["conduct"])
    return {
        "numbers": numbers(then, now, other_model="model" in {one["part"] for one in versions}),
        "band": {"then": then["band"], "now": now["band"]},
        "findings": findings(reports, same),
        "affairs": affairs(reports, same),
        "coverage": _coverage(reports),
    }


def _coverage(reports: Reports) -> Row:
    """What was looked at then and now, and the signals that fell silent or had a reading for the first time."""
    old, new = reports.readings_then, reports.readings_now
    both = reports.accounts_then & reports.accounts_now
    silent = [one for one in sorted(old.keys() - new.keys()) if one[0] in both]
    heard = [one for one in sorted(new.keys() - old.keys()) if one[0] in both]
    return {
        "then": reports.then["coverage"],
        "now": reports.now["coverage"],
        "silent": [_signal(*one, reports) | {"outcome": reports.outcome(*one)} for one in silent],
        "heard": [_signal(*one, reports) for one in heard],
    }


def _signal(account: str, signal: str, reports: Reports) -> Row:
    return {"account_id": account, "signal": signal, "label": reports.label(signal)}
