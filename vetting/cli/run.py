"""`vet run`: from a folder of exchange files to reports, in one go."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from vetting.cli.options import (
    PATH,
    folder_of_files,
    now,
    refuse_future,
    reports_options,
    say,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@click.command()
@click.argument("folder", type=PATH, metavar="DIR")
@reports_options
def run(  # noqa: PLR0913, PLR0917 - a command has the options that it has
    folder: Path,
    out: Path,
    warehouse: Path | None,
    as_of: datetime | None,
    brief: Path | None,
    lang: str,
    config: Path | None,
) -> None:
    """Load DIR, measure, match, score, and write the shortlist and a dossier per creator to OUT."""
    from vetting.briefs import read_brief
    from vetting.cli.opening import load_folder, opened
    from vetting.cli.scoring import chosen
    from vetting.match.match import match
    from vetting.measure.measure import measure
    from vetting.report.report import report, writable
    from vetting.runs import begin, choose_as_of, finish
    from vetting.score.card import card
    from vetting.score.model import Model
    from vetting.score.score import DEFAULT, score
    from vetting.settings import HOME, Settings

    settings = Settings.read(config or HOME)
    wanted = read_brief(brief, settings.taxonomy) if brief else None
    Model.load(DEFAULT)  # which may score, and is refused before anything is stored
    refuse_future(as_of)
    folder_of_files(folder)
    writable(out)
    with opened(warehouse or out / "warehouse.duckdb") as house:
        load_folder(house, folder)
        house.set(as_of=choose_as_of(house, as_of, now()))
        settings.apply(house)
        one = chosen(house)
        this = begin(house, settings, model=one.model.fingerprint, lang=lang, started_at=now(), brief=wanted)
        measured = measure(house, progress=lambda what: say("measure", what))
        say("measure", measured)
        matched, review = match(house, progress=lambda what: say("match", what))
        say("match", f"{matched:,} matches, {review:,} to review")
        say("score", f"{score(house, settings, one.model):,} creators scored")
        with click.progressbar(length=len(house.query("creators_seen")), label="report  ", file=sys.stderr) as bar:
            made = report(
                house,
                out,
                run=this,
                settings=settings,
                card=card(one.model, decision=one.decision, because=one.because),
                brief=wanted,
                progress=lambda *_: bar.update(1),
            )
        warn(house.check())
        finish(house, this, now())
    shown = ", ".join(f"{count:,} {decision}" for decision, count in made.decisions.items())
    say("report", f"{made.creators:,} creators as of {this.as_of:%Y-%m-%d}: {shown} (proposed; a person decides)")
    click.echo(f"Open {made.index}")


def warn(found: list[tuple[str, str, int]]) -> None:
    """Say which checks of `warehouse/checks/` returned rows."""
    for name, level, rows in found:
        say("check", f"{level}: {name} returned {rows:,} rows; see warehouse/checks/{name}.sql")
