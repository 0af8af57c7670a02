"""`vet train-match`: the scorer of matches, from made-up worlds and from what people judged."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import click

from vetting.cli.opening import opened
from vetting.cli.options import PATH, say
from vetting.errors import RefusalError

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

WORLDS = 56
CREATORS, PER_CREATOR = (400, 1000, 2500, 6000), (2, 3, 5)
"""Sizes that the worlds take in turn: creators, and records to each of them."""
PROCESSES = 2


@click.command("train-match")
@click.option("--worlds", default=WORLDS, show_default=True, help="How many made-up worlds to learn from.")
@click.option("--judged", type=PATH, help="A warehouse: what people decided on its pairs is learnt as well.")
@click.option("--out", type=PATH, help="The model file.  [default: the shipped one]")
def train_match(worlds: int, judged: Path | None, out: Path | None) -> None:
    """Train the scorer of matches. The same worlds and judgements give the same file, byte for byte."""
    from vetting.match.scorer import SHIPPED
    from vetting.match.train import train

    frames: list[pl.DataFrame] = []
    with ProcessPoolExecutor(PROCESSES) as pool:
        for seed, frame in enumerate(pool.map(made_up, range(1, worlds + 1)), 1):
            frames.append(frame)
            say("train", f"world {seed} of {worlds}: {frame.height:,} pairs, {frame['about'].sum():,} of them true")
    scorer = train(frames, judged_pairs(judged) if judged else None)
    scorer.save(out or SHIPPED)
    click.echo(f"Wrote {out or SHIPPED}")


def made_up(seed: int) -> pl.DataFrame:
    """The labelled pairs of one made-up world."""
    from vetting.match.train import labelled
    from vetting.simulate.namesakes import draw

    creators = CREATORS[seed % len(CREATORS)]
    world = draw(seed, creators=creators, records=creators * PER_CREATOR[seed % len(PER_CREATOR)])
    return labelled(world.creators, world.accounts, world.records, world.truth)


def judged_pairs(path: Path) -> pl.DataFrame:
    """Pairs of a warehouse on which people decided, with `about`."""
    import polars as pl

    from vetting.match.evidence import LEAST_COVER
    from vetting.match.together import together

    if not path.is_file():
        raise RefusalError(f"There is no warehouse {path}.", "Name the file that `vet run --warehouse` keeps.")
    with opened(path) as house:
        last = house.execute("SELECT max(judged_at) FROM stored.judgements WHERE subject = 'match'")[0][0]
        if last is None:
            raise RefusalError(f"Nobody has judged a match in {path}.", "Judge some with `vet judge-match`.")
        house.set(as_of=last)
        verdicts = house.query("verdicts_seen")
        rows = together(house.query("pairs_kept", least=LEAST_COVER), verdicts)
    decided = rows.join(verdicts, on=["creator_id", "record_id"], how="semi")
    return decided.with_columns(about=pl.col("verdict") == "confirmed")
