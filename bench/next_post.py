"""`python -m bench.next_post [SHARED]`: the forecast of the next post, tested on posts that were left out.

Made-up worlds of drawn styles always; with the folder of real data sets also the posts of 659 Instagram accounts and
of two accounts with 3,200 tweets each. Every post from an account's eleventh on is forecast from those before it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click
import polars as pl

from vetting.load.translate import translate
from vetting.measure.next_post import COUNTS, expect
from vetting.simulate.world import simulate

if TYPE_CHECKING:
    from collections.abc import Iterator

MAPPINGS = Path(__file__).parent.parent / "config" / "mappings"
REAL = {"instafake_media": "instafake/nonautomated*.json", "fte_twitter_ratio": "fte_twitter_ratio/*.csv"}


def in_order(posts: pl.DataFrame) -> pl.DataFrame:
    """The last observation of every post, numbered from the account's newest."""
    latest = posts.sort("observed_at").unique("post_id", keep="last").sort("account_id", "posted_at", "post_id")
    absent = [pl.lit(None, dtype=pl.Int64).alias(name) for name in COUNTS if name not in latest.columns]
    place = pl.int_range(pl.len(), 0, -1).over("account_id")
    return latest.with_columns(*absent).select("account_id", place.alias("place"), *COUNTS)


def worlds(scratch: Path, shared: Path | None) -> Iterator[tuple[str, pl.DataFrame]]:
    """Name and posts of everything that is tested on."""
    for seed in (101, 102):
        out = scratch / str(seed)
        simulate(out, creators=300, seed=seed, style="drawn")
        yield f"simulated, style {seed}", pl.read_parquet(out / "posts.parquet")
    found = [(mapping, file) for mapping, glob in REAL.items() if shared for file in sorted(shared.glob(glob))]
    for number, (mapping, file) in enumerate(found, 1):
        landing = scratch / str(number)
        landing.mkdir()
        translate(file, MAPPINGS / f"{mapping}.toml", landing)
        yield f"{mapping} {number} (real)", pl.read_parquet(landing / "posts.parquet")


@click.command()
@click.argument("shared", required=False, type=click.Path(path_type=Path, exists=True))
def main(shared: Path | None) -> None:
    """Say how often the next post fell between its p10 and p90."""
    click.echo(f"{'posts of':<28}{'count':<10}{'accounts':>9}{'tested':>9}{'inside p10-p90':>16}{'worst tenth':>13}")
    with tempfile.TemporaryDirectory() as scratch:
        for name, posts in worlds(Path(scratch), shared):
            told = expect(in_order(posts)).filter(pl.col("tested") > 0)
            for (counted,), part in told.group_by("counted", maintain_order=True):
                inside = float(part.select((pl.col("inside") * pl.col("tested")).sum() / pl.col("tested").sum()).item())
                worst = part["inside"].quantile(0.1)
                rows = f"{part.height:>9,}{part['tested'].sum():>9,}{inside:>16.3f}{worst:>13.2f}"
                click.echo(f"{name:<28}{counted:<10}{rows}")


if __name__ == "__main__":
    main()
