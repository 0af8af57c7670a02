"""Which records are about which creator: the whole way from exchange tables to matches."""

from __future__ import annotations

import polars as pl

from vetting.match.decide import DEFAULT, Thresholds, decide
from vetting.match.evidence import evidence
from vetting.match.scorer import Scorer, shipped
from vetting.match.words import Language, codes, say

SHAPE: dict[str, pl.DataType | type[pl.DataType]] = {
    "creator_id": pl.String, "record_id": pl.String, "probability": pl.Float64, "decision": pl.String,
    "name_score": pl.Float64, "matched_on": pl.String, "for": pl.List(pl.String), "against": pl.List(pl.String),
}  # fmt: skip


def screen(
    creators: pl.DataFrame,
    accounts: pl.DataFrame,
    records: pl.DataFrame,
    *,
    scorer: Scorer | None = None,
    limits: Thresholds = DEFAULT,
    lang: Language | None = None,
) -> pl.DataFrame:
    """Pairs of creator and record that match or deserve a look, as EXCHANGE.md has them; sorted by both ids.

    The frames hold exchange columns; those that are missing are unknown. An account without a creator is its own.
    Of several rows of one id the newest counts. `probability` and `name_score` run from 0 to 1. `for` and `against`
    hold codes of `words.toml`, or its sentences where `lang` is given. Of a text the first 50,000 characters are read.
    """
    matches = judged(evidence(creators, accounts, records), scorer or shipped(), limits)
    return say(matches, lang) if lang else matches


def judged(rows: pl.DataFrame, scorer: Scorer, limits: Thresholds) -> pl.DataFrame:
    """All pairs with all their evidence, scored and decided: those to show, in the columns of `screen`."""
    scored = rows.with_columns(probability=pl.Series(scorer.probability(rows), dtype=pl.Float64))
    decided = codes(decide(scored, limits))
    met = pl.format('{} ~ "{}"', pl.col("written").str.slice(0, 200), "met_words")
    return decided.with_columns(matched_on=met).select(pl.col(name).cast(kind) for name, kind in SHAPE.items())
