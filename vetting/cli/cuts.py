"""Measuring what was known at past decisions: in a copy, cut by cut, and kept in the warehouse."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from shutil import copytree, ignore_patterns, rmtree
from typing import TYPE_CHECKING

from vetting.cli.opening import stand
from vetting.match.match import match
from vetting.measure.measure import measure
from vetting.score.made_by import code_of
from vetting.signals import read_signals
from warehouse import Tree, Warehouse, literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    import polars as pl

    from vetting.settings import Settings

    Progress = Callable[[str], None]

OBSERVED = "observed_at <= $until"
COPIED = {
    "accounts": OBSERVED,
    "follower_snapshots": OBSERVED,
    "posts": OBSERVED,
    "comments": "coalesce(observed_at <= $until, true) AND coalesce(posted_at <= $until, true)",
    "follower_samples": "sampled_at <= $until",
    "records": OBSERVED,
    "judgements": "judged_at <= $until AND subject = 'match'",
}
"""Stored tables that measuring and matching read, and what of them was there by the last cut."""
LISTED = """INSERT INTO stored.creators SELECT * FROM main.listed
WHERE creator_id IN (SELECT creator_id FROM seen.accounts(getvariable('as_of')))
AND creator_id NOT IN (SELECT creator_id FROM stored.creators)"""
FRESH = """SELECT count(*) FROM wanted ANTI JOIN stored.creators_at AS c
ON c.cut = wanted.cut AND c.creator_id = wanted.creator_id AND c.stamp = $stamp WHERE wanted.cut = $cut"""
FORGET = ("DELETE FROM stored.features_at WHERE cut = $cut", "DELETE FROM stored.creators_at WHERE cut = $cut")
KEEP_FEATURES = """INSERT INTO stored.features_at SELECT $cut, creator_id, signal, reading FROM features_then
WHERE creator_id IN (SELECT creator_id FROM stored.outcomes)"""
KEEP_CREATORS = """INSERT INTO stored.creators_at SELECT $cut, creator_id, platform, tier, language, $stamp
FROM (SELECT DISTINCT creator_id FROM stored.outcomes) LEFT JOIN groups_then USING (creator_id) ORDER BY creator_id"""


def measure_cuts(house: Warehouse, wanted: pl.DataFrame, settings: Settings, progress: Progress) -> int:
    """Have stored.features_at and stored.creators_at hold every `cut` and `creator_id` of `wanted`; how many were new.

    Each new cut is measured and matched in a copy, so that the warehouse's own facts and readings stay as they are, and
    kept in one transaction: killed at any time, the next call goes on where this one was.
    """
    stale = _stale(house, wanted.select("cut", "creator_id").unique(), settings)
    if not stale:
        return 0
    with _aside(house, max(stale)) as copy:
        for number, (cut, stamp) in enumerate(sorted(stale.items()), 1):
            features, groups = _measured(copy, cut, settings)
            _keep(house, cut, stamp, features, groups)
            seen = groups.height
            progress(f"{cut:%Y-%m-%d}: {seen:,} creators as they were known then ({number:,} of {len(stale):,} cuts)")
    return len(stale)


def _stale(house: Warehouse, wanted: pl.DataFrame, settings: Settings) -> dict[datetime, str]:
    """The cuts that must be measured, with their stamps."""
    before, stale = house.as_of, {}
    made_by = code_of(house.tree) + settings.model_dump_json(exclude={"folder", "score", "recommend"})
    with house.view_of("wanted", wanted):
        for cut in wanted["cut"].unique().sort().to_list():
            house.set(as_of=cut)
            seen = house.execute(house.tree.query("training_seen").sql)[0][0]
            stamp = hashlib.sha256(f"{made_by} {seen}".encode()).hexdigest()[:16]
            if house.execute(FRESH, {"cut": cut, "stamp": stamp})[0][0]:
                stale[cut] = stamp
    house.set(as_of=before)
    return stale


@contextmanager
def _aside(house: Warehouse, until: datetime) -> Iterator[Warehouse]:
    """A copy of what was observed until then, for as long as the block lasts."""
    path = house.scratch / "cuts.duckdb"
    Warehouse(path, house.tree).connection.close()
    house.execute(f"ATTACH {literal(path)} AS aside")
    try:
        house.execute("CREATE TABLE aside.main.listed AS FROM stored.creators")
        for table, known in COPIED.items():
            rows = f"SELECT * FROM stored.{table} WHERE {known}"
            house.execute(f"INSERT INTO aside.stored.{table} BY NAME {rows}", {"until": until})
    finally:
        house.execute("DETACH aside")
    try:
        with Warehouse(path, _scored(house.tree, house.scratch / "scored")) as copy:
            yield copy
    finally:
        path.unlink(missing_ok=True)
        rmtree(house.scratch / "scored")


def _scored(tree: Tree, folder: Path) -> Tree:
    """The same files, but of the signals only those that a risk model may read."""
    copytree(tree.root, folder, ignore=ignore_patterns("__pycache__"))
    scored = {name for name, signal in read_signals(tree).items() if signal.scored}
    for path in (folder / "signals").rglob("*.*"):
        if path.stem not in scored:
            path.unlink()
    return Tree(folder)


def _measured(copy: Warehouse, cut: datetime, settings: Settings) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Features and groups of all creators as they were known at the cut."""
    stand(copy, cut, settings)
    copy.execute(LISTED)
    copy.execute("DELETE FROM stored.readings")
    measure(copy)
    match(copy)
    return copy.query("features"), copy.query("training_groups")


def _keep(house: Warehouse, cut: datetime, stamp: str, features: pl.DataFrame, groups: pl.DataFrame) -> None:
    """Write what was found in the place of what was kept of the cut."""
    with house.transaction(), house.view_of("features_then", features), house.view_of("groups_then", groups):
        for statement in FORGET:
            house.execute(statement, {"cut": cut})
        house.execute(KEEP_FEATURES, {"cut": cut})
        house.execute(KEEP_CREATORS, {"cut": cut, "stamp": stamp})
