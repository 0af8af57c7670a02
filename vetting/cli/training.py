"""`vet train`: the default model, from made-up worlds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vetting.cli.options import PATH, say

if TYPE_CHECKING:
    from pathlib import Path

CREATORS, WORLDS = 1500, (11, 12, 13)


@click.command()
@click.option("--out", type=PATH, help="The model file.  [default: the shipped one]")
@click.option("--creators", default=CREATORS, show_default=True, help="Creators in each made-up world.")
def train(out: Path | None, creators: int) -> None:
    """Train the default risk model on made-up worlds. The same code gives the same file, byte for byte."""
    from vetting.cli.worlds import default_model
    from vetting.score.score import DEFAULT

    model = default_model(creators, WORLDS)
    model.save(out or DEFAULT)
    about = model.about
    say("train", f"{about['creators']:,} made-up creators, {about['incidents']:,} incidents")
    say("train", f"AUC {about['auc']} out of fold; the worlds' own probabilities reach {about['limit_auc']}")
    for name, weight in sorted(zip(model.features, model.weights, strict=True), key=lambda pair: -pair[1]):
        say("train", f"{weight:6.3f}  {name}")
    click.echo(f"Wrote {out or DEFAULT}")
