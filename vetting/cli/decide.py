"""`vet decide`: what a person decides of a creator, whatever was proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import Moment, now, refuse_future, warehouse_option

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@click.command()
@click.argument("creator")
@click.argument("decision", type=click.Choice(("proceed", "review", "decline")))
@click.option("--by", required=True, help="Who decides.")
@click.option("--reason", required=True, help="Why.")
@click.option("--date", "at", type=Moment(), help="When it was decided (UTC).  [default: now]")
@warehouse_option
def decide(creator: str, decision: str, by: str, reason: str, at: datetime | None, warehouse: Path) -> None:
    """Write down what is decided of CREATOR (an id): appended, signed and dated, shown beside what was proposed.

    No model learns from it. What learns is `vet train`, from outcomes: how the partnerships went.
    """
    from vetting.cli.explain import there
    from vetting.report.proposals import decide as write_down

    refuse_future(at)
    decided = at or now()
    with there(warehouse) as house:
        house.set(as_of=now())
        write_down(house, creator, decision, by=by, reason=reason, at=decided)
    click.echo(f"{decision}, signed {by}, {decided:%Y-%m-%d %H:%M} UTC; reports as of then or later show it.")
