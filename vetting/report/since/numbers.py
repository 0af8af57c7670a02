"""The key numbers of two reports side by side, and whether a change is more than the uncertainty of both."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
ENDS = ("value", "low", "high")
COUNTED = ("problem", "strength")
NOTHING: Row = dict.fromkeys(ENDS)


def beyond(then: Row, now: Row) -> bool | None:
    """Whether the intervals of both lie apart; None where one of them has none."""
    if any(side[end] is None for side in (then, now) for end in ("low", "high")):
        return None
    return bool(now["low"] > then["high"] or now["high"] < then["low"])


def numbers(then: Row, now: Row, *, other_model: bool) -> list[Row]:
    """Each key number of two reports; one that neither measured is left out.

    `why` says by what a change is judged (`interval`, `count`), or why it can't be.
    """
    old, new = _keyed(then["numbers"]), _keyed(now["numbers"])
    pairs = [(key[0], old.get(key), new.get(key)) for key in (*new, *(key for key in old if key not in new))]
    told = [
        _number(name, before, after, other_model=other_model)
        for name, before, after in pairs
        if any(one and one["value"] is not None for one in (before, after))
    ]
    return told + [_counted(kind, then["findings"], now["findings"]) for kind in COUNTED]


def _keyed(listed: list[Row]) -> dict[tuple[str, str | None], Row]:
    """Followers are those of an account; the other numbers speak for the creator."""
    return {(one["name"], one["account_id"] if one["name"] == "followers" else None): one for one in listed}


def _number(name: str, then: Row | None, now: Row | None, *, other_model: bool) -> Row:
    sides = {"then": _ends(then), "now": _ends(now)}
    why = _why(name, then, now, other_model=other_model)
    sure = beyond(sides["then"], sides["now"]) if why == "interval" else None
    why = "no_interval" if why == "interval" and sure is None else why
    return {"name": name, "account_id": (now or then or {}).get("account_id")} | sides | {"beyond": sure, "why": why}


def _ends(one: Row | None) -> Row:
    return NOTHING if one is None else {end: one[end] for end in ENDS}


def _why(name: str, then: Row | None, now: Row | None, *, other_model: bool) -> str:
    if then is None or now is None:
        return "account_new" if then is None else "account_gone"
    if then["value"] is None or now["value"] is None:
        return "first" if then["value"] is None else "silent"
    if name == "followers":
        return "count"
    if then["account_id"] != now["account_id"]:
        return "other_account"
    return "other_model" if name == "risk" and other_model else "interval"


def _counted(kind: str, then: list[Row], now: list[Row]) -> Row:
    sides = [NOTHING | {"value": sum(one["kind"] == kind for one in listed)} for listed in (then, now)]
    return {"name": kind, "account_id": None, "then": sides[0], "now": sides[1], "beyond": None, "why": "count"}
