"""`python -m bench.cohorts SHARED_DATA` tells how much a wider cohort should weigh where peers are few.

Real accounts of a popular category (rankings of 2022, the file's first category column) are placed by few of their
category and all of the platform, and held against their place among all of the category: root mean squared error.
"""

from __future__ import annotations

import time
from pathlib import Path

import click
import numpy as np
import polars as pl
from numpy.typing import NDArray

from vetting.measure.cohorts import place

Floats = NDArray[np.float64]
SETS = (
    ("instagram", "Category 1", "Followers", "Engagement avg"),
    ("youtube", "Category", "Subscribers", "Likes avg"),
    ("youtube", "Category", "Subscribers", "Views avg"),
)
PEERS = (1, 3, 5, 10, 20)
WEIGHTS = (0, 2, 5, 10, 20, 40, 10**9)
"""What the wider cohort is worth, in accounts; with the last it stands alone."""
POPULAR, ROUNDS = 40, 40


def rates(folder: Path, name: str, category: str, followers: str, count: str) -> pl.DataFrame:
    """Category and count per follower of each ranked account that has all three."""
    rows = pl.read_csv(folder / "influencers_2022" / f"{name}.csv", infer_schema=False)
    rate = _number(count) / _number(followers)
    return rows.select(pl.col(category).alias("category"), rate.alias("rate")).drop_nulls().filter(pl.col("rate") > 0)


def _number(name: str) -> pl.Expr:
    """Counts are rounded text: 48.5M, 221.7K, 290."""
    text = pl.col(name).str.strip_chars()
    unit = pl.when(text.str.ends_with("M")).then(1e6).when(text.str.ends_with("K")).then(1e3).otherwise(1.0)
    return text.str.replace("[MK]$", "").cast(pl.Float64, strict=False) * unit


def below(values: Floats, among: Floats) -> Floats:
    """Share of the others that read lower, ties counted half; `values` are among them."""
    ordered = np.sort(among)
    lower, upper = np.searchsorted(ordered, values, "left"), np.searchsorted(ordered, values, "right")
    return np.asarray((lower + (upper - lower - 1) / 2) / (len(among) - 1))


def errors(rows: pl.DataFrame, random: np.random.Generator) -> Floats:
    """Peers x weight: squared error, the mean over popular categories, rounds and accounts."""
    everyone = rows["rate"].to_numpy()
    popular = rows.filter(pl.len().over("category") >= POPULAR).sort("category").partition_by("category")
    squares = np.zeros((len(PEERS), len(WEIGHTS)))
    for own in (part["rate"].to_numpy() for part in popular):
        truth, wide = below(own, own), below(own, everyone)
        for nth, peers in enumerate(PEERS):
            for _ in range(ROUNDS):
                some = _others_below(random, own, peers)
                for kth, weight in enumerate(WEIGHTS):
                    guess = (peers * some + weight * wide) / (peers + weight)
                    squares[nth, kth] += np.mean((guess - truth) ** 2) / (ROUNDS * len(popular))
    return squares


def _others_below(random: np.random.Generator, own: Floats, peers: int) -> Floats:
    """For each account: the share that reads lower among a few others, drawn anew."""
    order = np.argsort(random.random((len(own), len(own))) + np.eye(len(own)), axis=1)[:, :peers]
    drawn = own[order]
    return np.asarray(((drawn < own[:, None]) + (drawn == own[:, None]) / 2).mean(axis=1))


def seconds(accounts: int, signals: int) -> float:
    """Seconds of CPU for the places of that many made-up accounts and signals."""
    random = np.random.default_rng(1)
    names = {"platform": "abcd", "tier": "abcde", "category": "abcdefgh"}
    who = pl.DataFrame({name: random.choice(list(values), accounts) for name, values in names.items()})
    who = who.with_columns(pl.int_range(accounts).cast(pl.String).alias("account_id"), pl.lit(5000).alias("followers"))
    what = pl.DataFrame({"signal": [f"signal {number}" for number in range(signals)], "outcome": "measured"})
    readings = who.select("account_id").join(what, how="cross")
    readings = readings.with_columns(pl.Series("reading", np.round(random.lognormal(size=readings.height), 3)))
    start = time.process_time()
    place(readings, who, pl.DataFrame(), min_peers=20)
    return time.process_time() - start


@click.command()
@click.argument("shared", type=click.Path(path_type=Path, exists=True))
def main(shared: Path) -> None:
    """Print the error by number of peers and by what the wider cohort weighs, and what placing costs."""
    for one in SETS:
        rows = rates(shared, *one)
        found = np.sqrt(errors(rows, np.random.default_rng(1)))
        click.echo(f"\n{one[0]}, {one[3]} per follower, {rows.height} accounts; weight of the wider cohort:")
        click.echo("peers " + "".join(f"{weight:>7}" for weight in WEIGHTS[:-1]) + "  alone")
        for peers, row in zip(PEERS, found, strict=True):
            click.echo(f"{peers:>5} " + "".join(f"{value:>7.3f}" for value in row))
    click.echo(f"\n{seconds(20_000, 65):.2f} s of CPU to place 20,000 accounts by 65 signals")


if __name__ == "__main__":
    main()
