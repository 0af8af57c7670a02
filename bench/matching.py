"""`python -m bench.matching DIR`: what `vet screen` costs, cold, and again after one record in a hundred came new.

DIR holds exchange files with creators and records. Each run is a process of its own; CPU seconds and peak memory are
those of the whole process, with what it imports. The last line says whether the road mattered: it must not.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import click
import polars as pl

TABLES = ("creators", "accounts")
NEW = 100
"""One record in so many comes later."""
SCREEN = "from vetting.cli import main; main()"


class Cost(NamedTuple):
    """Seconds of CPU and of the clock, and the peak of memory in MB."""

    cpu: float
    wall: float
    peak_mb: int


def cost(arguments: list[str]) -> Cost:
    """Run `vet` with these arguments to its end."""
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", SCREEN, *arguments], stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise click.ClickException(f"vet {' '.join(arguments)} ended with {child.returncode}.")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss >> 10)


def without_new(folder: Path, old: Path) -> Path:
    """The folder's tables, but for one record in a hundred."""
    old.mkdir()
    for name in TABLES:
        if (folder / f"{name}.parquet").is_file():
            (old / f"{name}.parquet").symlink_to((folder / f"{name}.parquet").resolve())
    records = pl.read_parquet(folder / "records.parquet").with_row_index("row")
    records.filter(pl.col("row") % NEW != 0).drop("row").write_parquet(old / "records.parquet")
    return old


def steps(folder: Path, scratch: Path) -> dict[str, list[str]]:
    """What is run, in order, and its arguments."""
    old, index = without_new(folder, scratch / "old"), ["--index", str(scratch / "index.duckdb")]
    return {
        "cold, nothing kept": ["screen", str(folder), "--out", str(scratch / "cold.parquet")],
        "cold, kept, 99 %": ["screen", str(old), "--out", str(scratch / "old.parquet"), *index],
        "then 1 % new": ["screen", str(folder), "--out", str(scratch / "kept.parquet"), *index],
        "then nothing new": ["screen", str(folder), "--out", str(scratch / "again.parquet"), *index],
    }  # fmt: skip


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
def main(folder: Path) -> None:
    """Print what matching a folder costs."""
    with tempfile.TemporaryDirectory(prefix="matching-") as made:
        scratch = Path(made)
        click.echo(f"{'':<22}{'CPU s':>8}{'wall s':>8}{'peak MB':>9}")
        for name, arguments in steps(folder, scratch).items():
            used = cost(arguments)
            click.echo(f"{name:<22}{used.cpu:>8.1f}{used.wall:>8.1f}{used.peak_mb:>9,}")
        cold, *kept = ((scratch / f"{name}.parquet").read_bytes() for name in ("cold", "kept", "again"))
        click.echo("the same, byte for byte" if all(one == cold for one in kept) else "NOT the same")


if __name__ == "__main__":
    main()
