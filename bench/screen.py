"""`python -m bench.screen MATCHES TRUTH [--creators DIR]`: what `vet screen` gave back, against the truth, compactly.

The truth has a row per record: `record_id`, `creator_id`, `about` (null: nobody could tell; such pairs count neither
way), `kind`, `form`, and `origin` of the creator's name where the world knows it. Any other pair is wrong. A creator is
wronged who has a wrong `match`. Intervals are Wilson's, 90 %.
"""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
import polars as pl

from bench.namesakes.origins import origin_of

Z = 1.6449
LIKELY = 0.1
"""Calibration is told of pairs from this probability on."""
BINS = 15
WANTED = 0.9
Figures = dict[str, float]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """90 % limits of a share; 0 and 1 of nothing."""
    if not of:
        return 0.0, 1.0
    share, spread = hits / of, Z * Z / of
    half = float(np.sqrt(spread * (share * (1 - share) + spread / 4)))
    middle = share + spread / 2
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


def judged(matches: pl.DataFrame, truth: pl.DataFrame) -> pl.DataFrame:
    """Each pair given back, once, with `right`, `form` and `kind`; pairs of which nobody could tell are left out."""
    given = matches.sort("probability", descending=True).unique(["creator_id", "record_id"], maintain_order=True)
    own = truth.drop_nulls("creator_id").select("creator_id", "record_id", "about", "kind", own=pl.lit(value=True))
    forms = truth.select("record_id", "form").unique("record_id")
    both = given.select("creator_id", "record_id", "probability", "decision").join(forms, on="record_id").join(
        own, on=["creator_id", "record_id"], how="left"
    )  # fmt: skip
    told = both.filter(pl.col("own").is_null() | pl.col("about").is_not_null())
    return told.with_columns(right=pl.col("about").fill_null(value=False)).sort("creator_id", "record_id")


def figures(pairs: pl.DataFrame, truth: pl.DataFrame, creators: int) -> Figures:
    """Precision, recall, calibration and who was wronged, of the pairs of one form or of all."""
    total = int(truth["about"].sum())
    matched = pairs.filter(pl.col("decision") == "match")
    right, found = int(matched["right"].sum()), int(pairs["right"].sum())
    wronged = matched.filter(~pl.col("right"))["creator_id"].n_unique()
    return {
        "true pairs": total,
        "given back": pairs.height,
        "recall of what is given back": ratio(found, total),
        "precision of match": ratio(right, matched.height),
        "recall of match": ratio(right, total),
        "precision at recall .9": precision_at(pairs, total),
        "ECE where p >= .1": calibration(pairs.filter(pl.col("probability") >= LIKELY)),
        "creators wronged": ratio(wronged, creators),
    }


def ratio(part: int, whole: int) -> float:
    """Not a number of nothing."""
    return part / whole if whole else float("nan")


def precision_at(pairs: pl.DataFrame, total: int, wanted: float = WANTED) -> float:
    """The best precision of a threshold that finds so many of all true pairs; pairs of one probability go together."""
    steps = pairs.group_by("probability").agg(pl.len(), pl.col("right").sum()).sort("probability", descending=True)
    reached = steps.select(
        precision=pl.col("right").cum_sum() / pl.col("len").cum_sum(), found=pl.col("right").cum_sum()
    ).filter(pl.col("found") >= wanted * total)  # fmt: skip
    return float(reached["precision"].to_numpy().max()) if reached.height else float("nan")


def calibration(pairs: pl.DataFrame) -> float:
    """Expected calibration error over bins of about equal size; pairs of one probability share a bin."""
    if not pairs.height:
        return float("nan")
    place = (
        (pl.col("probability").rank("average") - 0.5) / pl.len() * BINS
    )  # half a rank before, so the last bin holds it
    bins = pairs.group_by(bin=place.floor().clip(0, BINS - 1)).agg(
        gap=(pl.col("right").cast(pl.Float64) - pl.col("probability")).sum().abs()
    )
    return float(bins["gap"].sum()) / pairs.height


def kinds(pairs: pl.DataFrame, truth: pl.DataFrame) -> pl.DataFrame:
    """Per kind of record: how many, what share came back, and as a match; true ones first."""
    found = pairs.select("creator_id", "record_id", "decision", "probability")
    planted = truth.drop_nulls(["creator_id", "about"]).join(found, on=["creator_id", "record_id"], how="left")
    table = planted.group_by("about", "kind").agg(
        pairs=pl.len(),
        match=(pl.col("decision") == "match").fill_null(value=False).mean(),
        review=(pl.col("decision") == "review").fill_null(value=False).mean(),
        probability=pl.col("probability").fill_null(0.0).mean(),
    )
    order = pl.when("about").then(pl.col("match") + pl.col("review")).otherwise(-pl.col("match"))
    return table.sort("about", order, "kind", descending=[True, False, False])


def origins(pairs: pl.DataFrame, truth: pl.DataFrame, creators: pl.DataFrame) -> pl.DataFrame:
    """Per origin of the name: creators, the share wronged, and the share of their near misses matched and reviewed.

    `creators` has `creator_id` and `country`; where the truth has no `origin`, it is the usual one of the country.
    """
    told = truth.drop_nulls(["creator_id"]).select(
        "creator_id", origin="origin" if "origin" in truth.columns else pl.lit(None, pl.String)
    )
    usual = pl.col("country").replace_strict(origin_of(), default="(unknown)", return_dtype=pl.String)
    people = creators.join(told.drop_nulls().unique("creator_id"), on="creator_id", how="left").select(
        "creator_id", origin=pl.coalesce("origin", usual.fill_null("(unknown)"))
    )
    wrong = pairs.filter((pl.col("decision") == "match") & ~pl.col("right")).select("creator_id").unique()
    wronged = people.join(wrong.with_columns(wronged=1), on="creator_id", how="left")
    found = pairs.select("creator_id", "record_id", "decision")
    near = truth.filter(pl.col("creator_id").is_not_null() & ~pl.col("about")).select("creator_id", "record_id")
    met = near.join(found, on=["creator_id", "record_id"], how="left").join(people, on="creator_id")
    share = wronged.group_by("origin").agg(creators=pl.len(), wronged=pl.col("wronged").sum())
    missed = met.group_by("origin").agg(
        near=pl.len(), matched=(pl.col("decision") == "match").sum(), reviewed=(pl.col("decision") == "review").sum()
    )
    return share.join(missed, on="origin", how="left").fill_null(0).sort("origin")


def limits(hits: int, of: int) -> str:
    """A share in percent with its limits."""
    low, high = wilson(hits, of)
    return f"{100 * ratio(hits, of):5.1f} [{100 * low:.1f}, {100 * high:.1f}]" if of else "-"


@click.command()
@click.argument("matches", type=click.Path(path_type=Path, exists=True))
@click.argument("truth", type=click.Path(path_type=Path, exists=True))
@click.option("--creators", type=click.Path(path_type=Path, exists=True), help="The folder that was screened.")
def main(matches: Path, truth: Path, creators: Path | None) -> None:
    """Print the figures, per form, per kind of record and per origin of the name."""
    known = pl.read_parquet(truth)
    pairs = judged(pl.read_parquet(matches), known)
    people = listed(pairs, known, creators)
    columns = {"all": (pairs, known)} | {
        form: (pairs.filter(pl.col("form") == form), known.filter(pl.col("form") == form))
        for form in sorted(known["form"].unique())
    }
    told = {name: figures(given, lines, people.height) for name, (given, lines) in columns.items()}
    click.echo(f"{'':<30}" + "".join(f"{name:>12}" for name in told))
    for name in told["all"]:
        click.echo(f"{name:<30}" + "".join(f"{one[name]:>12.4g}" for one in told.values()))
    with pl.Config(tbl_rows=-1, tbl_hide_column_data_types=True, tbl_hide_dataframe_shape=True, float_precision=3):
        click.echo(kinds(pairs, known))
    click.echo(
        f"{'origin':<14}{'creators':>9}  {'% wronged':<20}{'near misses':>11}  {'% matched':<20}{'% for review':<20}"
    )
    for origin, count, wronged, near, matched, reviewed in origins(pairs, known, people).iter_rows():
        shares = [limits(wronged, count), limits(matched, near), limits(reviewed, near)]
        click.echo(f"{origin:<14}{count:>9}  {shares[0]:<20}{near:>11}  {shares[1]:<20}{shares[2]:<20}")


def listed(pairs: pl.DataFrame, truth: pl.DataFrame, folder: Path | None) -> pl.DataFrame:
    """`creator_id` and `country` of all creators; without their folder, of those that truth and matches name."""
    if folder:
        return pl.read_parquet(folder / "creators.parquet", columns=["creator_id", "country"])
    named = pl.concat([truth.select("creator_id").drop_nulls(), pairs.select("creator_id")]).unique()
    return named.with_columns(country=pl.lit(None, pl.String)).sort("creator_id")


if __name__ == "__main__":
    main()
