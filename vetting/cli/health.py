"""What `vet doctor` and the flow `monitor` look at: is the warehouse sound, which model scores, has the world moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from vetting.cli.scoring import champion_of, measured_at
from vetting.score.drift import COLUMNS, drift
from vetting.score.registry import standing
from vetting.score.score import matrix
from warehouse import LATEST

if TYPE_CHECKING:
    from datetime import datetime

    from vetting.score.registry import Champion
    from warehouse import Warehouse

STATES = ("ok", "watch", "act")
"""From good to bad; `act`: something must be done."""
STALE_DAYS = 30
"""From when on observations are called old."""
LAST_RUN = "SELECT run_id, as_of, started_at, finished_at FROM ops.runs ORDER BY started_at DESC LIMIT 1"
LOADS = """SELECT coalesce(sum(quarantined), 0)::BIGINT, coalesce(sum(read), 0)::BIGINT,
    coalesce(arg_max(quarantined, load_id), 0) FROM ops.loads"""
SCORED_BY = "SELECT DISTINCT model FROM stored.scores WHERE as_of = getvariable('as_of') AND model <> ?"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was looked at."""

    what: str
    state: str
    says: str


@dataclass(frozen=True, slots=True)
class Health:
    """Everything that was looked at, and the drift table (see `vetting/score/drift.py`)."""

    items: list[Item]
    drift: pl.DataFrame

    @property
    def state(self) -> str:
        """The worst of its items."""
        return max((item.state for item in self.items), key=STATES.index)


def examine(house: Warehouse, now: datetime) -> Health:
    """Look at a warehouse as of its last measuring, or as of now where there was none; nothing is changed."""
    measured = measured_at(house)
    house.set(as_of=measured or now)
    one = champion_of(house)
    moved = drifted(house, one) if measured else pl.DataFrame(schema=COLUMNS)
    items = [Item("version", "ok", f"{LATEST}, the newest that this program knows"), *_checks(house)]
    items += [_data(house, now), _quarantine(house), _run(house), _model(house, one)]
    return Health([*items, _drift(moved, one)], moved)


def drifted(house: Warehouse, one: Champion) -> pl.DataFrame:
    """The creators as of the last measuring, against those that the champion learnt from."""
    creators = house.query("creators_seen")["creator_id"].to_list()
    return drift(one.model, matrix(house.query("features"), creators, one.model.features))


def _checks(house: Warehouse) -> list[Item]:
    found = house.check()
    if not found:
        return [Item("checks", "ok", "all hold")]
    states = {"fail": "act", "warn": "watch"}
    return [Item(name, states[level], f"{rows:,} rows, see warehouse/checks/{name}.sql") for name, level, rows in found]


def _data(house: Warehouse, now: datetime) -> Item:
    last = house.execute(house.tree.query("span_seen").sql)[0][1]
    if last is None:
        return Item("data", "act", "no observation yet: vet load DIR")
    days = (now - last).days
    return Item("data", "watch" if days > STALE_DAYS else "ok", f"last observed {last:%Y-%m-%d}, {days:,} days ago")


def _quarantine(house: Warehouse) -> Item:
    bad, read, last = house.execute(LOADS)[0]
    words = f"{bad:,} of {read:,} rows read, {last:,} of them in the last file; see ops.quarantine"
    return Item("quarantine", "watch" if last else "ok", words if bad else "empty")


def _run(house: Warehouse) -> Item:
    runs = house.execute(LAST_RUN)
    if not runs:
        return Item("last run", "watch", "none yet: vet run DIR")
    run_id, as_of, started, finished = runs[0]
    words = f"{run_id} as of {as_of:%Y-%m-%d}, begun {started:%Y-%m-%d %H:%M}"
    return Item("last run", "ok", words) if finished else Item("last run", "watch", f"{words}, did not end")


def _model(house: Warehouse, one: Champion) -> Item:
    """A promoted model that can't be used is for somebody to mend; scores of another model are out of date."""
    promoted = standing(house)
    if one.because:
        young = promoted[0]["as_of"] > house.as_of
        return Item("model", "watch" if young else "act", str(one))
    if house.execute(SCORED_BY, [one.model.fingerprint]):
        return Item("model", "watch", f"{one}; the last scores are another model's: vet score")
    return Item("model", "ok", str(one))


def _drift(moved: pl.DataFrame, one: Champion) -> Item:
    """Drift from made-up worlds is no news, so that nobody is woken by it; from the company's own past it is."""
    if moved.is_empty():
        return Item("drift", "ok", "nothing measured yet")
    act, watch = (int((moved["state"] == state).sum()) for state in ("act", "watch"))
    words = f"of {moved.height} signals with the score: {act} to act on, {watch} to watch"
    if one.kind == "default":
        return Item("drift", "ok", f"{words}, against made-up worlds: expected, and the more a reason for vet train")
    return Item("drift", "act" if act else "watch" if watch else "ok", words)
