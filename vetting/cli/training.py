"""`vet train`: the company's own risk model, from its outcomes; `vet train-default`: the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import PATH, Moment, config_option, now, say, warehouse_option

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from vetting.score.challenge import Chosen
    from vetting.score.decisions import Decisions, Every
    from vetting.score.own import Trained

    Progress = Callable[[str], None]

CREATORS, WORLDS = 1000, tuple(range(11, 23))
BY = "vet train"
ENDS = {
    "promoted": "It scores from now on. To take that back: vet models back --by NAME --reason WHY",
    "kept": "It does not score. To let it score all the same: vet models use {model} --by NAME --reason WHY",
    "same": "Nothing was changed.",
}


@click.command("train-default")
@click.option("--out", type=PATH, help="The model file.  [default: the shipped one]")
@click.option("--creators", default=CREATORS, show_default=True, help="Creators in each made-up world.")
def train_default(out: Path | None, creators: int) -> None:
    """Train the default risk model on made-up worlds. The same code gives the same file, byte for byte."""
    from vetting.cli.worlds import default_model
    from vetting.score.score import DEFAULT

    model = default_model(creators, WORLDS)
    model.save(out or DEFAULT)
    about = model.about
    say("train", f"{about['creators']:,} made-up creators, {about['incidents']:,} incidents")
    say("train", f"the worlds' own probabilities reach an AUC of {about['limit_auc']}")
    click.echo(f"Wrote {out or DEFAULT}")


@click.command()
@warehouse_option
@click.option(
    "--as-of", type=Moment(), help="Learn from nothing later than this (UTC).  [default: the last observation]"
)
@config_option
@click.option("--by", default=BY, show_default=True, help="Who signs the decision on the new model.")
@click.option(
    "--every",
    type=click.Choice(["month", "quarter"]),
    help="How old features may be at a decision.  [default: month; quarter where that would be too many]",
)
@click.option(
    "--calibration",
    type=click.Choice(["sigmoid", "venn_abers", "auto"]),
    default="sigmoid",
    show_default=True,
    help="How scores become chances; auto: what does better on later decisions.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be decided, and write nothing down.")
def train(  # noqa: PLR0913, PLR0917 - a command has the options that it has
    warehouse: Path,
    as_of: datetime | None,
    config: Path | None,
    by: str,
    every: Every | None,
    calibration: Chosen,
    dry_run: bool,  # noqa: FBT001 - a flag
) -> None:
    """Train the company's own risk model on the outcomes in the warehouse.

    Features are taken as they were known at each decision. The model scores from now on only if it is better than the
    one that scores, beyond chance, on later decisions that neither has seen; the decision is written down.
    """

    def tell(what: str) -> None:
        say("train", what)

    options = {"every": every, "calibration": calibration, "dry_run": dry_run}
    trained = train_own(warehouse, config, as_of=as_of, by=by, progress=tell, **options)  # type: ignore[arg-type] # by name
    name = trained.model.fingerprint
    click.echo(f"{name}: {trained.because}")
    click.echo("Nothing was written down." if dry_run else ENDS[trained.verdict].format(model=name))


def train_own(  # noqa: PLR0913 - the options of the command
    warehouse: Path,
    config: Path | None = None,
    *,
    as_of: datetime | None = None,
    by: str = BY,
    progress: Progress = lambda _: None,
    every: Every | None = None,
    calibration: Chosen = "sigmoid",
    dry_run: bool = False,
) -> Trained:
    """Train on a warehouse's outcomes, hold the model against the one that scores, and write both down.

    What was measured at cuts is kept even in a dry run: it only saves time. Raises RefusalError where there is too
    little to learn from, before anything is measured where that can be told.
    """
    from vetting.cli.cuts import measure_cuts
    from vetting.cli.explain import there
    from vetting.runs import choose_as_of
    from vetting.score.decisions import decisions
    from vetting.score.own import learn, write_down
    from vetting.settings import HOME, Settings

    settings = Settings.read(config or HOME)
    with there(warehouse) as house:
        house.set(as_of=choose_as_of(house, as_of, now()))
        found = decisions(house, every)
        _tell(found, house.as_of, progress)
        measure_cuts(house, found.rows, settings, progress)
        trained = learn(house, found, calibration=calibration, costs=settings.score, progress=progress)
        if not dry_run:
            write_down(house, trained, by=by, at=now())
    return trained


def _tell(found: Decisions, as_of: datetime, progress: Progress) -> None:
    """Say what there is to learn from; RefusalError where it is too little."""
    from vetting.score.train import refuse_few

    rows = found.rows
    progress(f"decisions to learn from, as of {as_of:%Y-%m-%d}: {rows.height:,}, incidents: {rows['incident'].sum():,}")
    for line in found.told():
        progress(line)
    found.refuse(f"{as_of:%Y-%m-%d}")
    refuse_few(rows["incident"].to_numpy().astype(float), rows["creator_id"].to_numpy())
