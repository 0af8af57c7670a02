"""`python -m bench.elsewhere OUT`: write a world and its truth, and say what it is like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bench.elsewhere.partners.history import DAYS, partnerships
from bench.elsewhere.world import elsewhere

if TYPE_CHECKING:
    from datetime import datetime

MUCH = 0.2


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--creators", default=600, show_default=True)
@click.option("--seed", default=3, show_default=True, help="Every seed draws a climate of its own.")
@click.option("--as-of", type=click.DateTime(), default="2026-06-30", show_default=True, help="The day after the last.")
@click.option("--honest", is_flag=True, help="Nobody did anything.")
@click.option("--partnerships", "labelled", is_flag=True, help="Years of history with records, decisions and outcomes.")
@click.option("--days", default=DAYS, show_default=True, help="How long that history is.")
def main(  # noqa: PLR0913 - a command has the options that it has
    out: Path, creators: int, seed: int, as_of: datetime, *, honest: bool, labelled: bool, days: int
) -> None:
    """Write a simulated world to OUT and its truth to OUT_truth."""
    if labelled:
        made = partnerships(out, creators=creators, seed=seed, as_of=as_of, days=days, honest=honest)["outcomes"]
        share = made["incident"].to_numpy().mean() if made.height else 0.0
        click.echo(f"{creators:,} simulated creators, {made.height:,} decisions; an incident followed {share:.0%}")
        return
    truth = elsewhere(out, creators=creators, seed=seed, as_of=as_of, fraud=0.0 if honest else None)
    inflated = (truth["inflated_share"] > MUCH).to_numpy().mean()
    click.echo(f"{truth.height:,} simulated accounts of {creators:,} creators; {inflated:.0%} inflated by over 20 %")


if __name__ == "__main__":
    main()
