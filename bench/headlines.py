"""`python -m bench.headlines SHARED_DATA`: real headlines, judged by reading, as `vet screen` takes them.

The pairs of `labels/huffpost_pairs.csv` on `exchange/real_us_2017`. Pairs that a fair reader could judge otherwise are
left out. Recall is recall among the judged pairs, half of which are hard negatives by construction.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import click
import polars as pl

PAIRS = Path("labels/huffpost_pairs.csv")
FOLDER = Path("exchange/real_us_2017")
AS_OF = "2018-06-01"
"""The day after the last headline; the posts beside them end half a year before."""
SCREEN = "from vetting.cli import main; main()"


def screened(folder: Path) -> pl.DataFrame:
    """What `vet screen` gives back of a folder."""
    with tempfile.TemporaryDirectory(prefix="headlines-") as scratch:
        out = Path(scratch) / "matches.parquet"
        command = [sys.executable, "-c", SCREEN, "screen", str(folder), "--out", str(out), "--as-of", AS_OF]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
        return pl.read_parquet(out)


def judged(labels: pl.DataFrame, matches: pl.DataFrame) -> pl.DataFrame:
    """The sure pairs: flags `about` and `adverse`, `decision` (`left out` where not given back) and `probability`."""
    found = matches.select("record_id", "probability", "decision", account_id="creator_id")
    sure = labels.filter(pl.col("sure") == "yes").select(
        "account_id", "record_id", "channel_title", "headline", "note",
        about=pl.col("about_creator") == "yes", adverse=pl.col("adverse") == "yes",
    )  # fmt: skip
    both = sure.join(found, on=["account_id", "record_id"], how="left", maintain_order="left")
    return both.with_columns(pl.col("decision").fill_null("left out"), pl.col("probability").fill_null(0.0))


def figures(pairs: pl.DataFrame) -> dict[str, float]:
    """Precision and recall of `match`, recall of match and review; not a number where there is nothing to divide by."""
    match, about = pl.col("decision") == "match", pl.col("about")
    back = pl.col("decision") != "left out"
    told = pairs.select(
        **{
            "precision of match": (match & about).sum() / match.sum(),
            "recall of match": (match & about).sum() / about.sum(),
            "recall of match and review": (back & about).sum() / about.sum(),
            "wrong pairs shown for review": (back & ~match & ~about).sum() / (~about).sum(),
            "adverse ones found": (back & pl.col("adverse")).sum() / pl.col("adverse").sum(),
            "adverse ones matched": (match & pl.col("adverse")).sum() / pl.col("adverse").sum(),
        }
    )
    return {name: float(value) for name, value in told.row(0, named=True).items()}


def misses(pairs: pl.DataFrame) -> pl.DataFrame:
    """Wrong matches first, then what was left out, then what is only up for review."""
    order = {"wrong match": 0, "left out": 1, "review": 2}
    wrong = pl.when((pl.col("decision") == "match") & ~pl.col("about")).then(pl.lit("wrong match"))
    missed = pl.when(pl.col("about") & (pl.col("decision") != "match")).then("decision")
    rows = pairs.with_columns(miss=pl.coalesce(wrong, missed)).drop_nulls("miss")
    ranked = rows.sort(pl.col("miss").replace_strict(order, return_dtype=pl.Int8), "channel_title", "record_id")
    return ranked.select("miss", "adverse", "probability", "channel_title", "headline", "note")


@click.command()
@click.argument("data", type=click.Path(path_type=Path, exists=True))
@click.option("--matches", type=click.Path(path_type=Path, exists=True), help="What was screened before.")
@click.option("--misses", "show", is_flag=True, help="List them.")
def main(data: Path, matches: Path | None, *, show: bool) -> None:
    """Print how real headlines come out."""
    labels = pl.read_csv(data / PAIRS)
    pairs = judged(labels, pl.read_parquet(matches) if matches else screened(data / FOLDER))
    yes, adverse = int(pairs["about"].sum()), int(pairs["adverse"].sum())
    click.echo(f"{pairs.height} sure pairs, {yes} about the creator, {adverse} of them adverse")
    for name, value in figures(pairs).items():
        click.echo(f"{name:<30}{value:>7.3f}")
    counts = pairs.group_by("about", "decision").len().sort("about", "decision", descending=[True, False])
    click.echo(", ".join(f"{'yes' if about else 'no'}/{decision} {n}" for about, decision, n in counts.iter_rows()))
    if show:
        with pl.Config(tbl_rows=-1, tbl_hide_column_data_types=True, fmt_str_lengths=90, tbl_width_chars=200):
            click.echo(misses(pairs))


if __name__ == "__main__":
    main()
