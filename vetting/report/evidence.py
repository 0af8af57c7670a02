"""The rows that a signal's finding stands on: the SELECT that gives them, the first of them, and each in words."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import polars as pl

from vetting.report import notices
from vetting.report.evidence_sets import BASES, OWN, USUAL
from warehouse import literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vetting.report.words import Words
    from vetting.signals import Signal
    from warehouse import Warehouse

Row = dict[str, Any]
FIRST = 10
"""So many rows of a set are kept; the SELECT gives all."""
COUNTED = ("likes", "comments", "views", "followers", "following", "posts", "posts_count", "gap_days", "days")
SIGNED = ("gained", "following_change", "posts_count_change")
TIMES = ("posted_at", "day", "sampled_at", "observed_at")
AWAY = {"labelled": False, "in_language": False}
"""Marks of which not having them is worth the look."""


def basis_of(signal: Signal) -> str:
    """Name the set of rows that a finding of this signal shows."""
    return OWN.get(signal.name) or USUAL[signal.card.basis_unit]


def select(basis: str, account: str) -> str:
    """Give the SELECT of all rows of a set, as `vet sql` takes it."""
    of = BASES[basis]
    where = f"account_id = {literal(account)}" + (f" AND {of.where}" if of.where else "")
    return f"SELECT {of.columns}\nFROM {of.source}\nWHERE {where}\nORDER BY {of.order}, {of.key}"


def formula(signal: str, account: str) -> str:
    """Give the SELECT of a signal's reading."""
    return f"SELECT * FROM signals.{signal} WHERE account_id = {literal(account)}"


def read(warehouse: Warehouse, readings: Iterable[Row], signals: dict[str, Signal]) -> dict[str, dict[str, list[Row]]]:
    """Give the first rows that the findings among `readings` stand on, by set and account: one query for each set."""
    wanted: dict[str, set[str]] = {}
    for row in readings:
        signal = signals[row["signal"]]
        if notices.kind_of(row, signal.card):
            wanted.setdefault(basis_of(signal), set()).add(row["account_id"])
    return {basis: _read(warehouse, basis, sorted(wanted[basis])) for basis in sorted(wanted)}


def _read(warehouse: Warehouse, basis: str, accounts: list[str]) -> dict[str, list[Row]]:
    of = BASES[basis]
    condition = f"AND {of.where}" if of.where else ""
    select = (
        f"SELECT account_id AS evidence_of, {of.columns}, count(*) OVER (PARTITION BY account_id) AS evidence_total, "
        f"row_number() OVER (PARTITION BY account_id ORDER BY {of.order}, {of.key}) AS evidence_at "
        f"FROM {of.source} WHERE account_id IN (FROM wanted) {condition} "
        f"QUALIFY evidence_at <= {FIRST} ORDER BY evidence_of, evidence_at"
    )
    found: dict[str, list[Row]] = {}
    with warehouse.view_of("wanted", pl.DataFrame({"account_id": accounts})):
        for row in warehouse.frame(select).iter_rows(named=True):
            found.setdefault(row["evidence_of"], []).append(row)
    return found


def told(basis: str, row: Row, words: Words) -> Row:
    """Give a row as the dossier holds it: where it stands, when it was, and what it says, numbers before the text."""
    of = BASES[basis]
    when = next((row[key] for key in TIMES if row.get(key) is not None), None)
    said = [_mark(of.mark, row, words)] if of.mark else []
    said += [words.count(f"rows.{key}", float(row[key])) for key in COUNTED if row.get(key) is not None]
    said += [words.say(f"rows.{key}", n=_signed(row[key], words)) for key in SIGNED if row.get(key) is not None]
    said += [words.say(f"rows.cause.{row['cause']}")] if row.get("cause") else []
    said += [words.say("rows.opened", day=words.date(row["created_at"]))] if row.get("created_at") else []
    said += [words.say(f"rows.label.{row['label']}")] if row.get("label") else []
    return {
        "table": of.table,
        "key": str(row[of.key]),
        "url": row.get("url"),
        "time": _iso(when),
        "text": " · ".join([*filter(None, said), *([row["text"][:160]] if row.get("text") else [])]),
    }


def _iso(when: date | None) -> str | None:
    if isinstance(when, datetime):
        return f"{when:%Y-%m-%dT%H:%M:%SZ}"
    return when.isoformat() if when else None


def _signed(value: float, words: Words) -> str:
    return words.signed(float(value), 0)


def _mark(mark: str, row: Row, words: Words) -> str | None:
    return words.say(f"rows.mark.{mark}") if row[mark] is AWAY.get(mark, True) else None
