"""`python -m bench.namesakes --creators N --records N --seed N --out DIR --truth FILE`: write a world of namesakes."""

from __future__ import annotations

from pathlib import Path

import click
import polars as pl

from bench.namesakes.world import namesakes

PATH = click.Path(path_type=Path)


@click.command()
@click.option("--creators", default=2000, show_default=True)
@click.option("--records", default=20_000, show_default=True)
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same bytes.")
@click.option("--out", type=PATH, required=True, help="The folder of exchange tables.")
@click.option("--truth", type=PATH, required=True, help="A Parquet file; keep it out of the folder.")
def main(creators: int, records: int, seed: int, out: Path, truth: Path) -> None:
    """Write a simulated world that is full of people who share a name."""
    told = namesakes(out, truth, creators, records, seed)
    near = told.filter(pl.col("creator_id").is_not_null() & (pl.col("about") == False))  # noqa: E712 - null is neither
    untold = told.filter(pl.col("about").is_null()).height
    click.echo(
        f"{creators:,} simulated creators, {records:,} records: {int(told['about'].sum()):,} about one of them, "
        f"{near.height:,} near misses, {untold:,} of which nobody could tell"
    )


if __name__ == "__main__":
    main()
