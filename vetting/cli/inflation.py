"""`vet train-inflation`: the estimator of audience inflation, from made-up worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import PATH, say

if TYPE_CHECKING:
    from pathlib import Path

WORLDS, CREATORS, SEED = 140, 450, 5000


@click.command("train-inflation")
@click.option("--out", type=PATH, help="The model file.  [default: the shipped one]")
@click.option("--worlds", default=WORLDS, show_default=True, help="How many worlds to make up.")
@click.option("--creators", default=CREATORS, show_default=True, help="Creators in most of them.")
def train_inflation(out: Path | None, worlds: int, creators: int) -> None:
    """Train the estimator of audience inflation on made-up worlds. The same code gives the same model."""
    from vetting.cli.inflation_worlds import known_worlds
    from vetting.measure.inflation.features import features
    from vetting.measure.inflation.fit import fit
    from vetting.measure.inflation.model import DEFAULT

    tables, shares = [], []
    for number, world in enumerate(known_worlds(range(SEED, SEED + worlds), creators), start=1):
        tables.append(features(world.evidence, world.steps))
        shares.append(world.share)
        if number % 10 == 0:
            say("train", f"{number} of {worlds} worlds")
    accounts = sum(map(len, shares))
    about = {"trained_on": "simulated", "worlds": worlds, "accounts": accounts, "seed": SEED}
    model = fit(tables, shares, about)
    model.save(out or DEFAULT)
    say("train", f"{accounts:,} made-up accounts in {worlds} worlds, {len(model.names)} features")
    click.echo(f"Wrote {out or DEFAULT}")
