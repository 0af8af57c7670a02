"""`vet evaluate`: a model held against what happened, in any labelled warehouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from vetting.cli.options import PATH, Moment, config_option, now, say, warehouse_option
from vetting.errors import RefusalError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from vetting.score.examples import Examples, Flags, Floats
    from vetting.score.model import Model
    from vetting.settings import Settings
    from warehouse import Warehouse

Facts = dict[str, Any]
TRUTH = {"creator_id", "incident", "incident_probability", "honest"}
PROPOSED = """SELECT creator_id, arg_max(decision, {'at': proposed_at, 'run': run_id}) AS decision
FROM stored.proposals WHERE as_of = getvariable('as_of') GROUP BY creator_id ORDER BY creator_id"""


@dataclass(frozen=True, slots=True)
class Labels:
    """Decisions to judge by, and what is known of a made-up world."""

    examples: Examples
    chance: Floats | None = None
    honest: Flags | None = None


@click.command()
@warehouse_option
@click.option(
    "--model", "asked", help="A model file, the hash of a registered model, or `default`.  [default: the champion]"
)
@click.option("--truth", type=PATH, help="The truth of a made-up world, in place of outcomes: a folder, or its file.")
@click.option("--as-of", type=Moment(), help="Judge by nothing later than this (UTC).  [default: all there is]")
@config_option
@click.option("--curve", is_flag=True, help="Add what few labels are worth: four learners from 50 to 800 decisions.")
@click.option("--json", "raw", is_flag=True, help="All of it as JSON.")
def evaluate(  # noqa: PLR0913, PLR0917 - a command has the options that it has
    warehouse: Path,
    asked: str | None,
    truth: Path | None,
    as_of: datetime | None,
    config: Path | None,
    curve: bool,  # noqa: FBT001 - a flag
    raw: bool,  # noqa: FBT001 - the same
) -> None:
    """Hold a model against what happened: AUC, Brier skill, calibration, flags, each with its 90 % interval.

    Labels are the outcomes in the warehouse, or the truth of a made-up world. No model is judged on what it learnt
    from, and nothing is changed but what was measured at past decisions, which is kept for the next time.
    """
    from vetting.cli.evaluate_table import as_text
    from vetting.cli.explain import there
    from vetting.settings import HOME, Settings

    settings = Settings.read(config or HOME)
    with there(warehouse) as house:
        labels = by_truth(house, truth, as_of, settings) if truth else by_outcomes(house, as_of, settings)
        facts = held(house, model_asked(house, asked), labels, settings)
        if truth and (proposed := _proposed(house, labels)):
            facts["proposed"] = proposed
    if curve:
        from vetting.score.curve import curve as drawn

        facts["curve"] = drawn(labels.examples, tell=lambda what: say("curve", what))
    if raw:
        import json

        click.echo(json.dumps(facts, indent=1))
        return
    click.echo(as_text(facts))


def model_asked(house: Warehouse, asked: str | None) -> Model:
    """A model by its file or its hash, the shipped one, or the champion; refused where signals are others now."""
    from pathlib import Path as AnyPath

    from vetting.cli.models import DEFAULT_NAME
    from vetting.cli.scoring import champion_of
    from vetting.score.model import Model as AnyModel
    from vetting.score.registry import recall
    from vetting.score.score import DEFAULT, declared
    from vetting.signals import read_signals

    if not asked:
        return champion_of(house).model
    if asked == DEFAULT_NAME:
        return AnyModel.load(DEFAULT)
    model = AnyModel.load(AnyPath(asked)) if AnyPath(asked).is_file() else recall(house, asked)
    model.refuse_strangers(declared(read_signals(house.tree)))
    return model


def by_truth(house: Warehouse, folder: Path, as_of: datetime | None, settings: Settings) -> Labels:
    """The creators of a made-up world as they were last measured, with what is true of them."""
    from vetting.cli.opening import stand
    from vetting.cli.scoring import to_score
    from vetting.score.decisions import known_now

    stand(house, to_score(house, as_of), settings)
    known = house.query("creators_seen").select("creator_id").join(_truth(folder), on="creator_id").sort("creator_id")
    if known.is_empty():
        raise RefusalError(f"{folder} knows none of the warehouse's creators.", "Name the truth of the same world.")
    made = known_now(house, known)
    return Labels(made, known["incident_probability"].to_numpy(), known["honest"].to_numpy())


def _truth(folder: Path) -> Any:  # noqa: ANN401 - a polars frame, whose module is not loaded here
    import polars as pl

    file = folder / "creators.parquet" if folder.is_dir() else folder
    try:
        truth = pl.read_parquet(file)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise RefusalError(f"{file} can't be read as Parquet.", "Name the folder WORLD_truth of a world.") from error
    if lacking := sorted(TRUTH - set(truth.columns)):
        raise RefusalError(f"{file} lacks {', '.join(lacking)}.", "It needs " + ", ".join(sorted(TRUTH)) + ".")
    return truth.select(sorted(TRUTH)).unique("creator_id", keep="first", maintain_order=True)


def by_outcomes(house: Warehouse, as_of: datetime | None, settings: Settings) -> Labels:
    """The company's own decisions, with what was known when they were made."""
    from vetting.cli.cuts import measure_cuts
    from vetting.runs import choose_as_of
    from vetting.score.decisions import decisions, examples

    house.set(as_of=choose_as_of(house, as_of, now()))
    until = f"{house.as_of:%Y-%m-%d}"
    found = decisions(house)
    found.refuse(until)
    measure_cuts(house, found.rows, settings, lambda what: say("measure", what))
    made, left = examples(house, found)
    left.refuse(until)
    return Labels(made)


def held(house: Warehouse, model: Model, labels: Labels, settings: Settings) -> Facts:
    """Its measures on later decisions of creators that it has not seen; else those that it reached out of fold."""
    import numpy as np

    from vetting.score.yardstick import FEWEST, judged

    facts: Facts = {"model": model.fingerprint, "trained_on": model.about.get("trained_on", "unknown")}
    facts["as_of"] = f"{house.as_of:%Y-%m-%d}"
    if not model.own or labels.chance is not None:
        return facts | judged(model, labels.examples, settings.score, chance=labels.chance, honest=labels.honest)
    if not model.about.get("period"):
        raise RefusalError(f"The model {model.fingerprint} has no sound card: period.", "Train it again: vet train.")
    last = np.datetime64(model.about["period"][1], "us")
    made = labels.examples
    later = made.decided.astype("datetime64[us]") > last
    fresh = made.take(later & ~np.isin(made.creators, made.creators[~later]))
    since = f"decisions after {str(last)[:10]}, the last that it learnt from, of creators that had none before"
    bad = int(fresh.incident.sum())
    if min(bad, len(fresh) - bad) >= FEWEST:
        return facts | {"note": since} | judged(model, fresh, settings.score)
    note = f"too few to judge by ({len(fresh):,}) are {since}: what it reached out of fold, when it was trained"
    told = ("decisions", "creators", "incidents", "metrics", "calibration", "bands", "groups", "flags")
    return facts | {"note": note} | {name: model.about[name] for name in told if name in model.about}


def _proposed(house: Warehouse, labels: Labels) -> list[Facts]:
    """What the last report as of then proposed for the honest ones; nothing where there was none."""
    import polars as pl

    from vetting.score.yardstick import rates

    rows = pl.DataFrame(house.execute(PROPOSED), schema={"creator_id": pl.String, "decision": pl.String}, orient="row")
    honest = labels.examples.creators[labels.honest]
    names = rows.filter(pl.col("creator_id").is_in(honest.tolist()))["decision"]
    return rates(names.to_numpy(), ("proceed", "review", "decline")) if len(names) else []
