"""What a pair's evidence means beside the other pairs: of the same record, and of the same creator."""

from __future__ import annotations

import polars as pl

NEAR_BEST = 0.03


def together(pairs: pl.DataFrame) -> pl.DataFrame:
    """Add to all pairs `rivals`, other creators who fit the record at least nearly as well, and `outdone`."""
    near_best = pl.col("name_score") >= pl.col("name_score").max().over("record_id") - NEAR_BEST
    return pairs.with_columns(
        rivals=near_best.sum().over("record_id").cast(pl.Int64) - near_best.cast(pl.Int64),
        outdone=~near_best,
    )
