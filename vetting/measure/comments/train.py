"""The shipped weights, learnt from made-up comments whose writers are known."""

from __future__ import annotations

import numpy as np
import polars as pl

from vetting.measure.comments.accounts import OF_ACCOUNTS, OF_COMMENTS, OF_TIES, TAIL, gathered
from vetting.measure.comments.arranged import Weights, weighed
from vetting.measure.comments.kin import among_all, others, tied
from vetting.measure.comments.learn import Floats, fitted
from vetting.measure.comments.read import judged

BINS = 12
SIMULATED = "simulated comments (vetting/simulate), several drawn worlds"


def learn(worlds: list[pl.DataFrame]) -> Weights:
    """Per world its comments (see `comment_kin.sql`) with `is_pod` and `is_arranged` (true or false) -> weights."""
    tie = _ties(worlds)
    first = Weights({"base": 0.0}, tie, {}, [], SIMULATED)
    parts = [among_all(kin, first) for kin in worlds]
    table = pl.concat(part.select(*OF_COMMENTS, "is_arranged") for part in parts)
    comment = fitted(table, _told(table, "is_arranged"), OF_COMMENTS)
    account, curve = _accounts(parts, Weights(comment, tie, {}, [], SIMULATED))
    return Weights(comment, tie, account, curve, SIMULATED)


def _told(table: pl.DataFrame, column: str) -> Floats:
    return table[column].cast(pl.Float64).to_numpy()


def _ties(worlds: list[pl.DataFrame]) -> dict[str, float]:
    """A tie is one of a pod where most of its comments are."""
    parts = []
    for kin in worlds:
        met = others(kin)
        truth = met.drop_nulls("author_creator").group_by("creator_id", "author_creator").agg(pl.col("is_pod").mean())
        parts.append(tied(met).join(truth, on=["creator_id", "author_creator"]))
    table = pl.concat(parts)
    return fitted(table, _told(table, "is_pod"), OF_TIES)


def _accounts(parts: list[pl.DataFrame], weights: Weights) -> tuple[dict[str, float], list[list[float]]]:
    """The share of an account's comments that is arranged; and the usual means, to which few comments are drawn."""
    seen = [judged(part, weights) for part in parts]
    whole = pl.concat(part.select(*OF_ACCOUNTS) for part in seen)
    usual = whole.select(pl.col(sign).cast(pl.Float64).fill_null(0.0).mean() for sign in OF_ACCOUNTS).row(0, named=True)
    tables = []
    for part in seen:
        share = part.group_by("account_id").agg(pl.col("is_arranged").mean())
        tables.append(gathered(part, usual).join(share, on="account_id"))
    table = pl.concat(tables)
    found = fitted(table, _told(table, "is_arranged"), OF_ACCOUNTS)
    shares = table.select(weighed(found)).to_series().to_numpy()
    return found | {f"usual_{sign}": value for sign, value in usual.items()}, _curve(
        shares, _told(table, "is_arranged")
    )


def _curve(weighed_share: Floats, true_share: Floats) -> list[list[float]]:
    """What the true share was around each of some weighed shares, never falling."""
    order = np.argsort(weighed_share)
    parts = [(weighed_share[part], true_share[part]) for part in np.array_split(order, BINS)]
    rows = [[x.mean(), np.quantile(y, TAIL), y.mean(), np.quantile(y, 1 - TAIL)] for x, y in parts]
    rows = [[0.0, 0.0, 0.0, rows[0][3]], *rows, [1.0, 1.0, 1.0, 1.0]]
    rising = np.maximum.accumulate(np.array(rows), axis=0)
    return [[round(float(value), 4) for value in row] for row in rising]
