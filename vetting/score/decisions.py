"""Past decisions of the company, what became of them, and what was known when they were made."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
import polars as pl

from vetting.errors import RefusalError
from vetting.score.examples import GROUPS, Examples
from vetting.score.score import CONTROVERSIES, MINIMUM_FEATURES, declared, matrix
from vetting.signals import Signal, read_signals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vetting.score.examples import Floats
    from warehouse import Warehouse

Every = Literal["month", "quarter"]
YEAR_DAYS = 365
"""An incident counts within so many days of the decision; a younger decision is not judged yet."""
MOST_CUTS = 36
"""From more months with decisions than this, features are taken once a quarter."""
NAMED = 3
WHY = {
    "young": "younger than 12 months",
    "unknown": "of creators that the warehouse does not know",
    "contradicting": "contradicting themselves",
    "ahead": "dated later than the load that brought them",
    "unseen": "made before anything of the creator was observed",
    "unmeasured": f"with fewer than {MINIMUM_FEATURES} readings by then",
}
"""Why a decision is left out."""
REMEDY = {
    "young": "Wait until twelve months have passed; until then the default model scores.",
    "unknown": "Load their creators and accounts: vet load DIR.",
    "contradicting": "Mend these rows of outcomes and load them again.",
    "ahead": "Mend the dates in outcomes and load them again.",
    "unseen": "Only what was observed by a decision can be learnt from; pull and load before deciding.",
    "unmeasured": "Load more of what had been observed of these creators by then: posts, comments, follower counts.",
}


@dataclass(frozen=True, slots=True)
class Decisions:
    """Those that can be learnt from, and how many can't."""

    rows: pl.DataFrame
    """creator_id, decided_at, incident, undated, known_at (first observed), cut; by creator and time."""
    left_out: dict[str, int]
    """Reason (see `WHY`) to how many; `young` are the censored ones."""
    unknown: tuple[str, ...]
    """Creators of decisions whom nobody knows."""
    later: int = 0
    """Decisions after as_of: they have not been made yet."""
    quarantined: int = 0
    """Rows of outcomes that could not be loaded, or contradict another of their file."""

    @property
    def total(self) -> int:
        """All decisions up to as_of."""
        return self.rows.height + sum(self.left_out.values())

    def told(self) -> list[str]:
        """One line for each reason, the largest first."""
        lines = [f"{count:,} left out, {WHY[why]}" for why, count in self._largest()]
        undated = int(self.rows["undated"].sum())
        lines += [f"{undated:,} incidents without a date: taken to lie within 12 months"] if undated else []
        if self.quarantined:
            lines.append(f'{self.quarantined:,} rows of outcomes were quarantined: vet sql "FROM ops.quarantine"')
        named = ", ".join(self.unknown[:NAMED])
        more = len(self.unknown) - NAMED
        return [*lines, f"unknown: {named}" + (f" and {more:,} more" if more > 0 else "")] if self.unknown else lines

    def _largest(self) -> list[tuple[str, int]]:
        return sorted(self.left_out.items(), key=lambda pair: (-pair[1], pair[0]))

    def refuse(self, as_of: str) -> None:
        """Raise RefusalError where nothing, or only one kind, can be learnt from."""
        if not self.total:
            remedy = "Load some (outcomes, see docs/exchange.md); until then the default model scores."
            if self.later:
                remedy = (
                    f"The {self.later:,} that there are were decided later: mend their dates, or name another --as-of."
                )
            elif self.quarantined:
                remedy = f'{self.quarantined:,} rows of outcomes were quarantined, see vet sql "FROM ops.quarantine".'
            raise RefusalError(f"There are no outcomes of decisions up to {as_of} to learn from.", remedy)
        if self.rows.is_empty():
            why, count = self._largest()[0]
            what = f"None of {self.total:,} decisions can be learnt from: {count:,} are left out, {WHY[why]}"
            named = f" ({', '.join(self.unknown[:NAMED])})" if why == "unknown" else ""
            raise RefusalError(f"{what}{named}.", REMEDY[why])
        if self.rows["incident"].n_unique() < 2:  # noqa: PLR2004 - two kinds
            kind = "in an incident" if self.rows["incident"][0] else "without an incident"
            raise RefusalError(
                f"All {self.rows.height:,} decisions to learn from ended {kind}: there is nothing to tell apart.",
                "Load outcomes of both kinds; until then the default model scores.",
            )


def decisions(warehouse: Warehouse, every: Every | None = None) -> Decisions:
    """The decisions up to the warehouse's as_of, labelled, each with the cut at which its features are taken."""
    rows = warehouse.query("decisions_labelled", days=YEAR_DAYS)
    counts = rows["left_out"].drop_nulls().value_counts().sort("left_out").rows()
    unknown = rows.filter(pl.col("left_out") == "unknown")["creator_id"].unique().sort().to_list()
    good = rows.filter(pl.col("left_out").is_null()).drop("left_out")
    bad = warehouse.execute("SELECT count(*) FROM ops.quarantine WHERE table_name = 'outcomes'")[0][0]
    later = warehouse.execute("SELECT count(*) FROM stored.outcomes WHERE decided_at > getvariable('as_of')")[0][0]
    return Decisions(good.with_columns(cut=cut(good, every)), dict(counts), tuple(unknown), later, bad)


def cut(rows: pl.DataFrame, every: Every | None) -> pl.Series:
    """When the features of each decision are taken: the start of its month (quarter), if the creator was known by then.

    Else the start of the week or of the day; else the decision itself. It hangs on nothing but the decision and its
    creator's first observation, so what was measured for one training serves the next.
    """
    many = rows["decided_at"].dt.truncate("1mo").n_unique() > MOST_CUTS
    wide = "1q" if every == "quarter" or (every is None and many) else "1mo"
    starts = [pl.col("decided_at").dt.truncate(step) for step in (wide, "1w", "1d")]
    # A day later than the first row: a pull takes its time.
    known = pl.col("known_at").dt.offset_by("1d")
    return rows.select(cut=pl.coalesce(*(pl.when(start >= known).then(start) for start in starts), "decided_at"))["cut"]


def examples(warehouse: Warehouse, found: Decisions) -> tuple[Examples, Decisions]:
    """What to learn from, and the decisions that are left: those with too few readings are out as well.

    Reads stored.features_at and stored.creators_at, which `vetting/cli/cuts.py` fills.
    """
    signals = read_signals(warehouse.tree)
    rows = found.rows.with_row_index("row")
    keys = rows.select("row", "cut", "creator_id")
    with warehouse.view_of("decided", keys):
        long = warehouse.query("decisions_features").with_columns(pl.col("row").cast(pl.String).alias("creator_id"))
        groups = warehouse.query("decisions_groups")
    names = tuple(name for name in sorted(declared(signals)) if name in set(long["signal"]))
    readings = matrix(long, [str(row) for row in range(rows.height)], names)
    enough = (~np.isnan(readings)).sum(axis=1) >= MINIMUM_FEATURES
    few = int((~enough).sum())
    lacking = {"unmeasured": few} if few else {}
    left = replace(found, rows=found.rows.filter(enough), left_out=found.left_out | lacking)
    made = Examples(
        features=names,
        worse=worse(names, signals),
        readings=readings,
        incident=rows["incident"].cast(pl.Float64).to_numpy(),
        creators=rows["creator_id"].to_numpy(),
        decided=rows["decided_at"].to_numpy(),
        groups={by: groups[by].fill_null("").to_numpy() for by in GROUPS},
    )
    return made.take(enough).canonical(), left


def known_now(warehouse: Warehouse, told: pl.DataFrame) -> Examples:
    """Creators as they were measured and matched at the warehouse's as_of; `told` has creator_id and incident."""
    signals = read_signals(warehouse.tree)
    names = tuple(sorted(declared(signals)))
    rows = told.join(warehouse.query("training_groups"), on="creator_id", how="left", maintain_order="left")
    return Examples(
        features=names,
        worse=worse(names, signals),
        readings=matrix(warehouse.query("features"), told["creator_id"].to_list(), names),
        incident=told["incident"].cast(pl.Float64).to_numpy(),
        creators=told["creator_id"].to_numpy(),
        decided=np.full(told.height, np.datetime64(warehouse.as_of, "us")),
        groups={by: rows[by].fill_null("").to_numpy() for by in GROUPS},
    )


def worse(names: tuple[str, ...], signals: Mapping[str, Signal]) -> Floats:
    """1 where higher is worse, else -1, by name."""
    lower = [name != CONTROVERSIES and signals[name].card.polarity == "lower_is_worse" for name in names]
    return np.where(lower, -1.0, 1.0)


def rows_hash(learnt: Examples) -> str:
    """Hash of every row that a model learns from, in whatever order they came."""
    same = learnt.canonical()
    digest = hashlib.sha256(json.dumps([same.features, same.creators.tolist()]).encode())
    for array in (same.readings, same.incident, same.decided.astype("datetime64[us]").astype(np.int64)):
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()[:16]


def signals_hash(known: Mapping[str, str], names: tuple[str, ...]) -> str:
    """Hash of the declarations of what a model reads."""
    return hashlib.sha256(json.dumps([[name, known[name]] for name in sorted(names)]).encode()).hexdigest()[:16]
