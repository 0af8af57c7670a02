"""The affairs of two reports side by side: what is new, gone, or tells of something else by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vetting.report.since.findings import Reports

Row = dict[str, Any]
TURNS = ("status", "decision", "tag")
SIDES = (*TURNS, "probability")


def renamed(conduct: Row) -> dict[str, str]:
    """What the affair of each record is called by now: an older record that comes late gives an affair another name."""
    return {row["record_id"]: row["affair"] or row["record_id"] for row in conduct["controversies"]}


def affairs(reports: Reports, same: dict[str, str]) -> Row:
    """Affairs that are new, gone, or changed: in status, in how they are called, in whether they are the creator's.

    Two that are one by now are held together: against it stands the one that had its name, else the first.
    """
    old: dict[str, Row] = {}
    for row in sorted(reports.then["affairs"], key=lambda row: same.get(row["affair"], row["affair"]) != row["affair"]):
        old.setdefault(same.get(row["affair"], row["affair"]), row)
    new = {row["affair"]: row for row in reports.now["affairs"]}
    judged = {row["record_id"]: row for row in _between(reports)}
    pairs = [(key, old.get(key), new.get(key)) for key in (*new, *(key for key in old if key not in new))]
    told = [(_how(then, now), _affair(key, then, now, judged, reports)) for key, then, now in pairs]
    return {how: [one for own, one in told if own == how] for how in ("new", "gone", "changed")}


def _between(reports: Reports) -> list[Row]:
    """What people judged of the creator's records since the earlier report."""
    said = reports.context.gathered.rows.get("judged", {}).get(reports.told["creator_id"], [])
    return [row for row in said if row["when"] > reports.as_of]


def _how(then: Row | None, now: Row | None) -> str | None:
    if then is None or now is None:
        return "new" if then is None else "gone"
    return "changed" if any(then[key] != now[key] for key in TURNS) else None


def _affair(key: str, then: Row | None, now: Row | None, judged: dict[str, Row], reports: Reports) -> Row:
    category = (now or then or {}).get("category")
    sides = {side: {"then": then and then[side], "now": now and now[side]} for side in SIDES}
    own: Row = {"affair": key, "was": then and then["affair"], "category": category}
    own |= {"category_label": reports.category(category), "judged": _judged(key, then, judged, reports)}
    return own | sides


def _judged(key: str, then: Row | None, judged: dict[str, Row], reports: Reports) -> Row | None:
    """What a person said in between of whose affair it is: of the record that names it, else of any of its records."""
    own = [row["record_id"] for row in reports.told["conduct"]["controversies"] if row["affair"] == key]
    named = (then or {}).get("affair")
    said = [judged[record] for record in (named, key, *own) if record in judged]
    return {name: said[0][name] for name in ("verdict", "who", "when")} if said else None
