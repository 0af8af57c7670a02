"""From raw readings to outcomes: one row per account and signal, measured or with a named silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from warehouse import FIELDS, SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from vetting.signals import Signal

Raw = dict[str, pl.DataFrame]
"""Signal to a frame that holds its raw columns, `<signal>__<field>`, a row for each account in the accounts' order."""


def align(accounts: pl.DataFrame, wide: pl.DataFrame) -> pl.DataFrame:
    """One row per account, in the accounts' order; `_there` is null where the account has no row."""
    there = wide.with_columns(_there=pl.lit(value=True))
    return accounts.select("account_id", "platform").join(there, on="account_id", how="left", maintain_order="left")


def judge(accounts: pl.DataFrame, raw: Raw, signals: Mapping[str, Signal], failed: Collection[str]) -> pl.DataFrame:
    """account_id, signal, outcome, reading, low, high, basis: by account, then by signal.

    `accounts` has account_id and platform, sorted. A number stands only where the outcome is `measured`.
    """
    silent = align(accounts, accounts.select("account_id").head(0))
    parts = [_one(raw.get(name, silent), signals[name], failed=name in failed) for name in sorted(signals)]
    long = pl.concat(parts)
    by_account = np.arange(long.height).reshape(len(parts), accounts.height).T.ravel()
    return long[by_account]


def _one(wide: pl.DataFrame, signal: Signal, *, failed: bool) -> pl.DataFrame:
    name, card = signal.name, signal.card
    have = {field: f"{name}{SEPARATOR}{field}" for field in FIELDS}
    raw = {
        field: pl.col(column) if column in wide.columns else pl.lit(None, dtype=_TYPES[FIELDS[field]])
        for field, column in have.items()
    }
    unknown = raw["reading"].is_null() | ~raw["reading"].is_finite()
    outcome = (
        pl.when(~pl.col("platform").is_in(card.platforms))
        .then(pl.lit("not_available"))
        .when(pl.lit(failed))
        .then(pl.lit("error"))
        .when(pl.col("_there").is_null())
        .then(pl.lit("not_available"))
        .when(raw["silence"].is_not_null())
        .then(raw["silence"])
        .when(raw["basis"].is_null() | (raw["basis"] < card.minimum_basis) | unknown)
        .then(pl.lit("not_enough_data"))
        .otherwise(pl.lit("measured"))
    )
    measured = pl.col("outcome") == "measured"
    return (
        wide.select("account_id", pl.lit(name).alias("signal"), outcome.alias("outcome"), *_named(raw))
        .with_columns(
            pl.when(measured).then("reading").alias("reading"),
            *(pl.when(measured & pl.col(end).is_finite()).then(end).alias(end) for end in ("low", "high")),
        )
        .select("account_id", "signal", "outcome", "reading", "low", "high", "basis")
    )


_TYPES = {"DOUBLE": pl.Float64(), "BIGINT": pl.Int64(), "VARCHAR": pl.String()}


def _named(raw: Mapping[str, pl.Expr]) -> list[pl.Expr]:
    numbers = [raw[field].alias(field) for field in ("reading", "low", "high")]
    return [*numbers, raw["basis"].fill_null(0).alias("basis")]
