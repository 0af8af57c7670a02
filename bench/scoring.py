"""`python -m bench.scoring`: the risk model held to its figures, each beside what it must reach.

Worlds of the second generator (`bench/elsewhere`, written apart from the one that the default model learnt from), the
curve of few labels, and what scoring and starting cost. Worlds are kept in `--keep` and used again.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import numpy as np

from bench.scoring_costs import scoring_seconds, start_seconds
from vetting.cli.opening import stand
from vetting.cli.worlds import Labelled, joined, labelled
from vetting.report.report import report
from vetting.runs import begin
from vetting.score.card import card
from vetting.score.curve import OURS, curve
from vetting.score.groups import by_group
from vetting.score.model import Model
from vetting.score.score import DEFAULT, score
from vetting.score.yardstick import judged
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

AS_OF = datetime(2026, 6, 30)  # noqa: DTZ001 - times are UTC without a zone throughout
SEEDS, HONEST = (51, 52, 53), 54
Row = tuple[str, str, str, str]
"""What, its figure, what it must be, what is known beside it."""


def world(folder: Path, seed: int, creators: int, *, honest: bool = False) -> Labelled:
    """A world of the second generator with its partnerships, measured and matched; written where it isn't there."""
    if not folder.is_dir():
        options = [
            "--seed",
            str(seed),
            "--creators",
            str(creators),
            "--partnerships",
            *(["--honest"] if honest else []),
        ]
        subprocess.run([sys.executable, "-m", "bench.elsewhere", str(folder), *options], check=True)  # noqa: S603 - ours
    house = folder.with_suffix(".duckdb")
    house.unlink(missing_ok=True)
    return labelled(folder, AS_OF, prefix=f"{seed}:", warehouse=house)


def measures(name: str, one: Labelled, model: Model, settings: Settings) -> Iterator[Row]:
    """How well a model fits one world, and its parts."""
    facts = judged(model, one.examples, settings.score, chance=one.probability, honest=one.honest)
    known = {"auc": ">= 0.80", "brier_skill": "", "ece": "<= 0.05"}
    for metric, must in known.items():
        spread, limit = facts["metrics"][metric], facts["limit"].get(metric)
        beside = f"limit {limit:.3f}" if limit is not None else f"by chance alone {spread['by_chance']:.3f}"
        yield f"{name}: {metric}", f"{spread['value']:.3f} ({spread['low']:.3f} to {spread['high']:.3f})", must, beside
    if told := facts["recentred"]:
        yield f"{name}: ece, base rate known", f"{told['ece']:.3f}", "", f"log-odds moved by {told['shift']:+.2f}"
    for part, own in facts["parts"].items():
        shown = "unknown" if own["auc"] is None else f"{own['auc']:.3f}"
        limit = "" if own["limit"] is None else f"limit {own['limit']:.3f}, "
        yield (
            f"{name}: auc, {part} only",
            shown,
            "",
            f"{limit}{own['incidents']:,} of {own['decisions']:,} with an incident",
        )


def proposals(house: Path, model: Model, settings: Settings) -> Iterator[Row]:
    """What reports propose where nobody cheats."""
    with Warehouse(house) as warehouse, tempfile.TemporaryDirectory(prefix="bench-") as out:
        stand(warehouse, AS_OF, settings)
        run = begin(warehouse, settings, model=model.fingerprint, lang="en", started_at=AS_OF)
        score(warehouse, settings, model)
        made = report(warehouse, Path(out), run=run, settings=settings, card=card(model))
    for decision, must in (("decline", "<= 1 %"), ("review", "<= 10 %")):
        count = made.decisions[decision]
        yield f"nobody cheats: {decision}", f"{count / made.creators:.1%}", must, f"{count:,} of {made.creators:,}"


def flags(one: Labelled, model: Model, settings: Settings) -> Iterator[Row]:
    """How far flag rates of groups lie apart among honest creators."""
    rows = one.examples.take(one.honest)
    logits = model.logits(rows.picked(model.features))
    own = (
        np.zeros(len(rows)),
        model.probability(logits),
        model.band(logits, rows.groups["tier"], settings.score),
        rows.creators,
        rows.groups,
    )
    _, apart = by_group(*own, rng=np.random.default_rng(0), draws=400)
    for each in apart:
        if each["ratio"] is not None:
            known = f"{each['highest']} to {each['lowest']}; up to {each['by_chance']:.2f} by chance"
            ratio = f"{each['ratio']:.2f} ({each['low']:.2f} to {each['high']:.2f})"
            yield f"honest, {each['rate']} by {each['by']}: worst ratio", ratio, "<= 1.25", known


def labels(name: str, one: Labelled, draws: int) -> Iterator[Row]:
    """What few labels are worth in one world: the place of ours at each size."""
    told = curve(one.examples, draws=draws, tell=lambda what: click.echo(f"{name}: {what}", err=True))
    for size in dict.fromkeys(row["size"] for row in told):
        each = sorted((row for row in told if row["size"] == size), key=lambda row: row["log_loss"])
        ours = next(row for row in each if row["learner"] == OURS)
        others = ", ".join(f"{row['learner']} {row['log_loss']:.3f} +- {row['error']:.3f}" for row in each)
        shown = f"{ours['log_loss']:.3f}, behind {ours['behind']:.3f} +- {ours['behind_error']:.3f}"
        yield f"{name}: log-loss from {size}", shown, "first or <= 1 error", others


def table(rows: list[Row]) -> str:
    """The rows, aligned."""
    wide = [max(len(row[at]) for row in rows) for at in range(3)]
    return "\n".join(f"{a:<{wide[0]}}  {b:<{wide[1]}}  {c:<{wide[2]}}  {d}".rstrip() for a, b, c, d in rows)


@click.command()
@click.option("--keep", type=click.Path(path_type=Path), help="Where worlds stay.  [default: nowhere]")
@click.option("--creators", default=1500, show_default=True)
@click.option("--draws", default=20, show_default=True, help="Of the curve; 0: leave it out.")
@click.option("--model", "file", type=click.Path(path_type=Path), help="A model file.  [default: the shipped one]")
@click.option("--costs-only", is_flag=True, help="Only what scoring and starting cost.")
def main(keep: Path | None, creators: int, draws: int, file: Path | None, costs_only: bool) -> None:  # noqa: FBT001 - a flag
    """Print every figure of the risk model beside what it must be."""
    model, settings = Model.load(file or DEFAULT), Settings.read()
    rows: list[Row] = [("what", "figure", "must", "known"), *scoring_seconds(model), *start_seconds()]
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        home: Any = keep or Path(scratch)
        home.mkdir(parents=True, exist_ok=True)
        if not costs_only:
            rows += judgements(home, creators, draws, model, settings)
    click.echo(table(rows))


def judgements(home: Path, creators: int, draws: int, model: Model, settings: Settings) -> list[Row]:
    """All that needs worlds."""
    worlds = {seed: world(home / f"w{seed}", seed, creators) for seed in SEEDS}
    fair = world(home / f"h{HONEST}", HONEST, creators, honest=True)
    rows = [row for seed, one in worlds.items() for row in measures(f"world {seed}", one, model, settings)]
    rows += proposals(home / f"h{HONEST}.duckdb", model, settings)
    rows += flags(joined([*worlds.values(), fair]), model, settings)
    return rows + [row for seed, one in worlds.items() if draws for row in labels(f"world {seed}", one, draws)]


if __name__ == "__main__":
    main()
