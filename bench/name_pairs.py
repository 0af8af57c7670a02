"""`python -m bench.name_pairs CASES.csv`: names that do or do not match, one against one, as `vet screen` scores them.

Each `name1` stands as a creator without anything but a name, each `name2` as the subject of a record; only the pair of
the same row counts. Rows whose names could meet one another's are never screened together, so no row changes another's
score. A pair that is not given back scores 0. Beside it rapidfuzz's WRatio on the same pairs.
"""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
import numpy.typing as npt
import polars as pl
from anyascii import anyascii
from rapidfuzz.fuzz import WRatio, ratio
from rapidfuzz.process import cdist, cpdist
from rapidfuzz.utils import default_process

from vetting.match.decide import Thresholds
from vetting.match.screen import screen

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

COLUMNS = ("schema", "category", "name1", "name2", "is_match")
ALIKE = 70
"""Likeness (0-100) from which two words might meet."""
SHORT = 3
"""Words of up to so many letters alone bring no two names together."""
FIXED = 0.5


def read(path: Path) -> pl.DataFrame:
    """The cases with their number `i`."""
    table = pl.read_csv(path, schema_overrides=dict.fromkeys(("category", "schema"), pl.String))
    return table.select(COLUMNS).with_row_index("i")


def strangers(cases: pl.DataFrame) -> list[pl.DataFrame]:
    """The cases in batches in which no two rows share a word, or a similar one."""
    words = cases.select("i", word=pl.concat_str("name1", "name2", separator=" ")).with_columns(
        pl.col("word").map_elements(anyascii, return_dtype=pl.String).str.to_lowercase().str.extract_all(r"[a-z0-9]+")
    )
    long = words.explode("word").filter(pl.col("word").str.len_chars() > SHORT)
    known = sorted(long["word"].unique())
    near = cdist(known, known, scorer=ratio, score_cutoff=ALIKE, dtype=np.uint8) > 0
    has = np.zeros((cases.height, len(known)), np.float32)
    has[long["i"].to_numpy(), np.searchsorted(known, long["word"].to_list())] = 1
    return _apart(cases, has @ near.astype(np.float32) @ has.T > 0)


def _apart(cases: pl.DataFrame, meet: Flags) -> list[pl.DataFrame]:
    """Each row in the first batch that holds nobody whom it could meet."""
    batches: list[list[int]] = []
    for row in range(len(meet)):
        free = next((batch for batch in batches if not meet[row, batch].any()), None)
        if free is None:
            batches.append([row])
        else:
            free.append(row)
    return [cases[batch] for batch in batches]


def scored(cases: pl.DataFrame, column: str) -> Floats:
    """One score (0-1) per case, in their order."""
    key = pl.col("i").cast(pl.String)
    found = [
        screen(
            batch.select(creator_id=key, name="name1"),
            pl.DataFrame(),
            batch.select(record_id=key, subject_names=pl.concat_list("name2")),
            limits=Thresholds(review=0.0),
        ).filter(pl.col("creator_id") == pl.col("record_id"))
        for batch in strangers(cases)
    ]
    each = pl.concat(found).select(i=pl.col("creator_id").cast(pl.UInt32), score=pl.col(column))
    both = cases.join(each, on="i", how="left", maintain_order="left")
    return both["score"].fill_null(0.0).to_numpy()


def wratio(cases: pl.DataFrame) -> Floats:
    """The same from rapidfuzz, 0-1."""
    left, right = cases["name1"].to_list(), cases["name2"].to_list()
    return cpdist(left, right, scorer=WRatio, processor=default_process, dtype=np.float64) / 100


def f1(score: Floats, true: Flags, threshold: float) -> float:
    """F1 of what scores at least the threshold; 0 where there is nothing to find."""
    taken = score >= threshold
    both, either = int((taken & true).sum()), int(taken.sum()) + int(true.sum())
    return 2 * both / either if either else 0.0


def best_f1(score: Floats, true: Flags) -> tuple[float, float]:
    """The best F1 over all thresholds above 0, and the highest threshold that reaches it."""
    every = [(f1(score, true, float(at)), float(at)) for at in np.unique(score[score > 0])]
    return max(every, default=(0.0, 1.0))


def table(cases: pl.DataFrame, score: Floats) -> pl.DataFrame:
    """Per schema (Person, other) and per category: F1 and what is wrong at `FIXED`; no row where nothing is."""
    kind = pl.when(pl.col("schema") == "Person").then(pl.lit("Person")).otherwise(pl.lit("other"))
    rows = cases.with_columns(schema=kind, taken=pl.Series(score >= FIXED))
    hits = (pl.col("taken") & pl.col("is_match")).sum()
    figures = [
        pl.len().alias("cases"), pl.col("is_match").sum().alias("matches"),
        (2 * hits / (pl.col("taken").sum() + pl.col("is_match").sum())).alias("f1"),
        (~pl.col("taken") & pl.col("is_match")).sum().alias("missed"),
        (pl.col("taken") & ~pl.col("is_match")).sum().alias("wrong"),
    ]  # fmt: skip
    ways = [rows.group_by(group=pl.col(name).fill_null("(none)")).agg(figures) for name in ("schema", "category")]
    off = pl.col("missed") + pl.col("wrong")
    return pl.concat([way.filter(off > 0).sort(off, "group", descending=[True, False]) for way in ways])


def misses(cases: pl.DataFrame, score: Floats, most: int) -> pl.DataFrame:
    """Cases on the wrong side of `FIXED`, the furthest first."""
    off = pl.when("is_match").then(1 - pl.col("score")).otherwise("score")
    rows = cases.with_columns(score=pl.Series(score)).with_columns(off=off).filter(pl.col("off") > 1 - FIXED)
    return rows.sort("off", "i", descending=[True, False]).head(most).drop("off")


@click.command()
@click.argument("cases", type=click.Path(path_type=Path, exists=True))
@click.option("--score", type=click.Choice(["name_score", "probability"]), default="name_score", show_default=True)
@click.option("--misses", "show", is_flag=True, help="Print the 40 worst cases.")
def main(cases: Path, score: str, *, show: bool) -> None:
    """Print best F1, F1 at a half, and where it goes wrong."""
    rows = read(cases)
    true = rows["is_match"].to_numpy()
    person = (rows["schema"] == "Person").to_numpy()
    click.echo(f"{rows.height} pairs of names, {int(true.sum())} match")
    click.echo(f"{'':<14}{'best F1':>8}{'at':>7}{'F1 at .5':>10}{'Person':>8}{'other':>7}  (best F1 of each)")
    ours = scored(rows, score)
    for name, values in ((score, ours), ("WRatio", wratio(rows))):
        best, at = best_f1(values, true)
        parts = [best_f1(values[part], true[part])[0] for part in (person, ~person)]
        click.echo(f"{name:<14}{best:>8.3f}{at:>7.3f}{f1(values, true, FIXED):>10.3f}{parts[0]:>8.3f}{parts[1]:>7.3f}")
    with pl.Config(tbl_rows=-1, tbl_hide_column_data_types=True, tbl_hide_dataframe_shape=True, fmt_str_lengths=60):
        click.echo(table(rows, ours))
        if show:
            click.echo(misses(rows, ours, most=40).drop("i", "category"))


if __name__ == "__main__":
    main()
