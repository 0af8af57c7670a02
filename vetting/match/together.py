"""What a pair's evidence means beside the other pairs: of the same record, and of the same creator."""

from __future__ import annotations

import numpy as np
import polars as pl

NEAR_BEST = 0.03
SAME_NAME = 0.9
"""Name evidence from which a record is taken to use the creator's name."""
JUDGED = 3
"""A person's judgement says as much of a name's other bearers as so many records."""
FEW_OTHER, FEW_SEEN = 2.0, 8.0
"""What is taken to have been seen of names that several bear, before anything was."""
VERDICTS: dict[str, pl.DataType] = dict.fromkeys(("creator_id", "record_id", "verdict"), pl.String())


def together(pairs: pl.DataFrame, judged: pl.DataFrame | None = None) -> pl.DataFrame:
    """Add to all pairs what the others tell of them.

    `rivals`: other creators who fit the record at least nearly as well; `outdone`: one fits it better. `namesakes`,
    `known`: 0-1, how far the other records of this name are about somebody else, or surely about this creator.
    `crowd`: 0-1, how often that is so here, whatever the name. `margin`: nats by which the name is rarer than one of
    as many creators as are met here: where more are listed, more fit a record by chance. `judged` has `creator_id`,
    `record_id`, `verdict` (confirmed, rejected): what people decided counts as such records.
    """
    near_best = pl.col("name_score") >= pl.col("name_score").max().over("record_id") - NEAR_BEST
    beside = pairs.with_columns(
        rivals=near_best.sum().over("record_id").cast(pl.Int64) - near_best.cast(pl.Int64),
        outdone=~near_best,
    )
    verdicts = pl.DataFrame(schema=VERDICTS) if judged is None else judged.select(*VERDICTS)
    told = beside.join(verdicts, on=["creator_id", "record_id"], how="left", maintain_order="left")
    weighed = told.with_columns(other=_other(), own=_own())
    others, owns = (pl.col(name).sum().over("creator_id") - pl.col(name) for name in ("other", "own"))
    seen = others + owns + 1
    margin = pl.col("met") - float(np.log(max(pairs["creator_id"].n_unique(), 1)))
    crowd = (pl.col("other").sum() + FEW_OTHER) / (pl.col("other").sum() + pl.col("own").sum() + FEW_SEEN)
    return weighed.with_columns(namesakes=others / seen, known=owns / seen, crowd=crowd, margin=margin).drop(
        "other", "own"
    )


def _other() -> pl.Expr:
    """How much a pair shows that somebody else bears the name."""
    trade = pl.any_horizontal("trade_differs", "outsider_word", "apposed") & ~pl.col("trade_equal")
    told = pl.any_horizontal("birth_differs", "country_differs", "age_differs", "place_differs", "unrelated")
    differs = told | (trade & ~pl.col("creator_word"))
    return _judged((differs & ~_sure() & _same_name()).cast(pl.Int64), "rejected")


def _own() -> pl.Expr:
    """How much a pair shows that the name stands for this creator."""
    return _judged((_sure() & _same_name()).cast(pl.Int64), "confirmed")


def _same_name() -> pl.Expr:
    """Whether the record uses the creator's own name, in two words or more."""
    return (pl.col("name_score") >= SAME_NAME) & (pl.col("edits") == 0) & (pl.col("words") > 1)


def _judged(machine: pl.Expr, verdict: str) -> pl.Expr:
    judged = pl.when(pl.col("verdict") == verdict).then(JUDGED).otherwise(0)
    return pl.when(pl.col("verdict").is_null()).then(machine).otherwise(judged)


def _sure() -> pl.Expr:
    home = pl.col("country_equal") | pl.col("place_equal")
    weak = [flag.cast(pl.Int64) for flag in (home, pl.col("trade_equal"), pl.col("platform_equal"))]
    several = (pl.sum_horizontal(weak) > 1) & ~pl.col("birth_differs") & ~pl.col("country_differs")
    return pl.col("handle_equal") | pl.col("birth_equal") | several
