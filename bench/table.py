"""`make bench`: what loading and measuring cost against the bare limit.

A made-up world of about two million post rows; then ten million posts of `bench/many.py`, and these again after one
account in a hundred changed. Last, what pages cost to write and to open: `bench/pages.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import polars as pl

from bench.many import write
from bench.pages import print_figures
from bench.steps import STEPS
from vetting.simulate.world import simulate

PAIRS = {
    "vet load parquet": "bare load parquet",
    "vet load jsonl": "bare load jsonl",
    "vet measure": "bare scan",
    "measure 10 M posts": "bare pattern",
    "measure 1 % again": "measure 10 M posts",
}
PAGES = 72
"""Creators whose pages are written: as many as `make demo` has."""
Cost = dict[str, float]


def prepare(folder: Path, creators: int) -> int:
    """Write the world, and its posts alone as Parquet and as lines; how many rows of posts."""
    simulate(folder / "world", creators=creators, seed=7)
    posts = pl.read_parquet(folder / "world" / "posts.parquet")
    for name in ("parquet", "jsonl"):
        (folder / name).mkdir()
    posts.write_parquet(folder / "parquet" / "posts.parquet")
    times = [pl.col(column).dt.strftime("%Y-%m-%dT%H:%M:%S%.6fZ") for column in ("posted_at", "observed_at")]
    posts.with_columns(times).write_ndjson(folder / "jsonl" / "posts.jsonl")
    return posts.height


def cost(step: str, folder: Path) -> Cost:
    """Run a step in a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "bench.steps", step, str(folder)], check=True, capture_output=True, text=True
    )
    told: Cost = json.loads(done.stdout)
    return told


@click.command()
@click.option("--creators", default=5000, show_default=True, help="About 400 rows of posts each.")
def main(creators: int) -> None:
    """Time loading and measuring against bare scans, in one run."""
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        folder = Path(scratch)
        rows = prepare(folder, creators)
        click.echo(f"{rows:,} rows of posts, {creators:,} made-up creators (simulated). Compare ratios, not seconds.\n")
        click.echo(f"{'step':<20}{'cpu s':>8}{'wall s':>8}{'peak MB':>9}  against the bare limit (cpu, wall)")
        costs: dict[str, Cost] = {}
        for step in STEPS:
            if step == "fill many":
                write(folder)
            costs[step] = cost(step, folder)
            if not step.startswith("fill"):
                click.echo(line(step, costs))
    click.echo()
    print_figures(PAGES)


def line(step: str, costs: dict[str, Cost]) -> str:
    """One row of the table."""
    one = costs[step]
    text = f"{step:<20}{one['cpu']:>8.1f}{one['wall']:>8.1f}{one['peak_mb']:>9.0f}"
    if step not in PAIRS:
        return text
    limit = costs[PAIRS[step]]
    return f"{text}  {one['cpu'] / limit['cpu']:.2g} x, {one['wall'] / limit['wall']:.2g} x"


if __name__ == "__main__":
    main()
