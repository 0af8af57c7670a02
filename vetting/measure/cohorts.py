"""Where a reading stands among its peers: platform x tier x category, shrunk to the wider cohorts where peers are few.

A place among 5 accounts of one category says little, the same place among 5,000 says much. So the place in a cohort
weighs as many accounts as there are others in it, and the place in the next wider one weighs k:

    p(platform) = share of the platform's others that read lower, ties counted half
    p(tier)     = (n * share lower in the tier     + k * p(platform)) / (n + k)      n others in the tier
    p(category) = (n * share lower in the category + k * p(tier))     / (n + k)      n others in the category

That is the mean of a beta posterior. k is half of `min_peers`: of the weights tried on real accounts, 5 to 10 came
nearest to the place among all of a category (`python -m bench.cohorts`). The cohort that is named is the narrowest with
at least `min_peers` accounts; it weighs about two thirds or more. Where the whole platform has fewer, a published
benchmark (config/benchmarks.toml) is named beside the reading. It never makes a percentile: sources of benchmarks
disagree by a factor of three and more.
"""

from __future__ import annotations

import polars as pl

LEVELS = (("platform",), ("platform", "tier"), ("platform", "tier", "category"))
DEPTHS = range(len(LEVELS))
PRIOR = 0.5
"""How much the wider cohort weighs, against `min_peers` accounts."""
BENCHMARK = ("benchmark_low", "benchmark_high", "benchmark")
PLACE = ("percentile", "peers", "cohort", *BENCHMARK)
"""The columns that `place` adds."""


def place(readings: pl.DataFrame, accounts: pl.DataFrame, benchmarks: pl.DataFrame, *, min_peers: int) -> pl.DataFrame:
    """Readings with their place: the same rows in the same order, with the columns of `PLACE`.

    `readings`: account_id, signal, outcome, reading, and whatever else; only `measured` rows get a place.
    `accounts`: account_id, platform, tier, category, followers; one row each, and one for every account of `readings`.
    `benchmarks`: signal, platform, at_least, below, low, high, benchmark; may have no rows.
    percentile: 0-1; null without a peer. peers: accounts measured in the named cohort, this one included.
    benchmark_low, benchmark_high, benchmark: the published band and its name; null unless peers are too few.
    """
    coded, names = _cohorts(accounts)
    signals = readings.select(pl.col("signal").unique(maintain_order=True)).with_row_index("_signal")
    rows = (
        readings.join(signals, on="signal", how="left", maintain_order="left")
        .join(coded, on="account_id", how="left", maintain_order="left")
        .with_columns(_value=pl.when(pl.col("outcome") == "measured").then("reading"))
        .with_columns(_key(depth, len(names)) for depth in DEPTHS)
        .with_columns(one for depth in DEPTHS for one in _within(depth))
        .with_columns(_depth=_named(min_peers))
        .with_columns(_shrunk(min_peers).alias("percentile"), _at("_all").alias("peers"), _at("_code").alias("_cohort"))
    )
    cohort = names.gather(rows["_cohort"]).alias("cohort")
    placed = rows.select(*readings.columns, "percentile", pl.col("peers").cast(pl.Int64)).with_columns(cohort)
    return _benchmarked(placed, accounts, benchmarks, min_peers)


def _cohorts(accounts: pl.DataFrame) -> tuple[pl.DataFrame, pl.Series]:
    """Each account's cohorts as numbers, null where it has none, and what the numbers are called."""
    words = accounts.select(
        "account_id",
        *(pl.concat_str(level, separator=", ").alias(f"_words{depth}") for depth, level in enumerate(LEVELS)),
    )
    names = pl.concat([words[f"_words{depth}"].rename("cohort") for depth in DEPTHS]).drop_nulls().unique().sort()
    numbers = pl.DataFrame({"cohort": names}).with_row_index("_code")
    for depth in DEPTHS:
        numbered = numbers.rename({"cohort": f"_words{depth}", "_code": f"_code{depth}"})
        words = words.join(numbered, on=f"_words{depth}", how="left", maintain_order="left")
    return words.select("account_id", *(f"_code{depth}" for depth in DEPTHS)), names


def _key(depth: int, cohorts: int) -> pl.Expr:
    """One number for signal and cohort: grouping by numbers is faster than by words."""
    return (pl.col("_signal") * cohorts + pl.col(f"_code{depth}")).alias(f"_key{depth}")


def _within(depth: int) -> tuple[pl.Expr, pl.Expr]:
    """Within a cohort: how many others read lower (ties counted half), and how many were measured."""
    key, known = f"_key{depth}", pl.col(f"_code{depth}").is_not_null()
    lower = pl.col("_value").rank("average").over(key) - 1
    return (
        pl.when(known).then(lower).otherwise(0).alias(f"_lower{depth}"),
        pl.when(known).then(pl.col("_value").count().over(key)).otherwise(0).alias(f"_all{depth}"),
    )


def _shrunk(min_peers: int) -> pl.Expr:
    """The place in the narrowest cohort, drawn towards the wider ones."""
    prior, others = PRIOR * min_peers, pl.col("_all0").cast(pl.Int64) - 1
    found: pl.Expr = pl.when(others > 0).then(pl.col("_lower0") / others)
    for depth in DEPTHS[1:]:
        others = pl.max_horizontal(pl.col(f"_all{depth}").cast(pl.Int64) - 1, 0)
        found = (pl.col(f"_lower{depth}") + prior * found) / (others + prior)
    return pl.when(pl.col("_value").is_not_null()).then(found)


def _named(min_peers: int) -> pl.Expr:
    """How deep the narrowest cohort lies that has enough accounts; the platform where none has."""
    deepest: pl.Expr = pl.lit(0)
    for depth in DEPTHS[1:]:
        deepest = pl.when(pl.col(f"_all{depth}") >= min_peers).then(depth).otherwise(deepest)
    return pl.when(pl.col("_value").is_not_null()).then(deepest)


def _at(column: str) -> pl.Expr:
    """A column's value at the depth that is named; null where nothing was measured."""
    chosen: pl.Expr = pl.lit(None)
    for depth in DEPTHS:
        chosen = pl.when(pl.col("_depth") == depth).then(f"{column}{depth}").otherwise(chosen)
    return chosen


def _benchmarked(
    placed: pl.DataFrame, accounts: pl.DataFrame, benchmarks: pl.DataFrame, min_peers: int
) -> pl.DataFrame:
    """With the published band where the named cohort has too few: then it is the whole platform."""
    few = (pl.col("peers") < min_peers).fill_null(value=False)
    if benchmarks.is_empty() or not placed.select(few.any()).item():
        kinds = (pl.Float64, pl.Float64, pl.String)
        return placed.with_columns(pl.lit(None, kind).alias(name) for name, kind in zip(BENCHMARK, kinds, strict=True))
    bands = _bands(accounts, benchmarks)
    joined = placed.join(bands, on=["account_id", "signal"], how="left", maintain_order="left")
    return joined.with_columns(pl.when(few).then(name).alias(name) for name in BENCHMARK)


def _bands(accounts: pl.DataFrame, benchmarks: pl.DataFrame) -> pl.DataFrame:
    """The first band that fits an account, by its platform and its followers: one row per account and signal."""
    published = benchmarks.rename({"low": "benchmark_low", "high": "benchmark_high"})
    above = pl.col("followers") >= pl.col("at_least").fill_null(0)
    under = (pl.col("followers") < pl.col("below")).fill_null(pl.col("below").is_null())
    return (
        accounts.select("account_id", "platform", "followers")
        .join(published, on="platform", maintain_order="left_right")
        .filter(above, under)
        .select("account_id", "signal", *BENCHMARK)
        .unique(["account_id", "signal"], keep="first", maintain_order=True)
    )
