"""`vet report`: dossiers of a few creators again, in either language, and as PDF, without measuring anew."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from vetting.cli.options import PATH, Moment, config_option, say, warehouse_option
from vetting.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from vetting.briefs import Brief
    from vetting.settings import Settings
    from warehouse import Warehouse


@click.command()
@click.argument("creators", nargs=-1, metavar="CREATOR...")
@click.option("--all", "everyone", is_flag=True, help="All creators, and the shortlist.")
@click.option("--out", type=PATH, default="reports", show_default=True, help="Where they go; made if absent.")
@click.option("--pdf", is_flag=True, help="Print each page to PDF as well, with a Chromium of this machine.")
@click.option("--lang", type=click.Choice(["en", "fr"]), help="Language.  [default: the run's]")
@click.option("--brief", type=PATH, help="What this partnership rules out; examples in config/briefs/.")
@click.option("--as-of", type=Moment(), help="Of which run (UTC); only the last can be. [default: that one]")
@warehouse_option
@config_option
def report(  # noqa: PLR0913, PLR0917 - a command has the options that it has
    creators: tuple[str, ...],
    everyone: bool,  # noqa: FBT001 - a flag
    out: Path,
    pdf: bool,  # noqa: FBT001 - a flag
    lang: str | None,
    brief: Path | None,
    as_of: datetime | None,
    warehouse: Path,
    config: Path | None,
) -> None:
    """Write the dossiers of CREATORs again from a warehouse in which a run has ended. Nothing is measured or stored.

    A creator is named by id, or by a name or handle that nobody else bears.
    """
    from vetting.briefs import read_brief
    from vetting.cli.explain import there
    from vetting.cli.opening import stand
    from vetting.cli.scoring import to_score
    from vetting.report.pdf import chromium
    from vetting.settings import HOME, Settings

    if bool(creators) is everyone:
        raise RefusalError("Which creators?", "Name some, or say --all.")
    if pdf:
        chromium()  # which is refused before anything is written
    settings = Settings.read(config or HOME)
    wanted = read_brief(brief, settings.taxonomy) if brief else None
    with there(warehouse) as house:
        at = to_score(house, as_of)
        stand(house, at, settings)
        pages = write(house, out, None if everyone else creators, settings, wanted, lang)
    for page in pages:
        click.echo(f"Wrote {page}")
    if pdf:
        printed(pages, at)


def write(
    house: Warehouse,
    out: Path,
    creators: Sequence[str] | None,
    settings: Settings,
    brief: Brief | None,
    lang: str | None,
) -> list[Path]:
    """Write the dossiers of some creators, or of all with the shortlist; their pages."""
    from vetting.briefs import configured
    from vetting.cli.last_run import last_run
    from vetting.cli.scoring import of_run
    from vetting.report.report import again
    from vetting.report.whom import whom
    from vetting.score.card import card

    ended = last_run(house, settings, brief)
    this = replace(ended, config=configured(settings.fingerprint, brief), lang=lang or ended.lang)
    only = None if creators is None else whom(house, creators)
    one = of_run(house, ended.model)
    told = card(one.model, decision=one.decision, because=one.because)
    pages = again(house, out, run=this, settings=settings, card=told, brief=brief, only=only, proposed_by=ended.run_id)
    say("report", f"{len(pages):,} as of {this.as_of:%Y-%m-%d}, run {this.run_id}")
    return pages


def printed(pages: Sequence[Path], as_of: datetime) -> None:
    """Print pages to PDF beside them; a bar for many, a line for each."""
    from vetting.report.pdf import print_pages

    with click.progressbar(length=len(pages), label="pdf     ", file=sys.stderr) as bar:
        made = print_pages(pages, as_of, lambda _: bar.update(1))
    for pdf in made:
        click.echo(f"Wrote {pdf}")
