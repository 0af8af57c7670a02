"""From probability to decision. A name alone never confirms, unless it is a full and rare one.

`match` needs all of:
- a probability of at least `Thresholds.match`, and more where the name is written otherwise: see `needed`;
- no fact that speaks for another bearer: a different birth date or age, another profession in so many words, or a
  different country while neither handle nor birth date is equal;
- something beyond the name (`corroborated`): the same handle; the same birth date; two of country, trade and platform
  equal; one of them and a name of at least `distinct` nats in two words; or a rare full name: two words or more agree,
  worth at least `rare` nats, no initial in place of a name, no ordinary words, and nobody else here who fits as well;
  or a probability of at least `alone`, for a name of at least `distinct` nats in two words without a letter changed;
- where other creators fit the record as well: more beyond the name than any of them.

Everything else from `Thresholds.review` on is `review`, and so is, at any probability, the whole name written the same
in a place where it can be a name, with no fact against it: same name, nothing to tell them apart. Creators who
fit a record equally well share its probability.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

STRONG = 4
"""A handle or a birth date outweighs country, trade and platform together."""
GOOD_NAME = 0.9
MOST_EDITS = 2
"""Letters that may differ in a name that is confirmed by less than two facts beyond it."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities from which a pair is shown and confirmed, and nats from which a name is distinct, or rare.

    `one_edit`, `more_edits`: what a name with one letter changed, or more, needs instead of `match`; `alone`: what a
    name needs that nothing corroborates.
    """

    review: float = 0.05
    match: float = 0.7
    one_edit: float = 0.85
    more_edits: float = 0.95
    alone: float = 0.93
    distinct: float = 12.0
    rare: float = 16.0


DEFAULT = Thresholds()


def decide(rows: pl.DataFrame, limits: Thresholds = DEFAULT) -> pl.DataFrame:
    """Decide on evidence with its `probability`; what is below review is left out.

    Adds `decision` and what it stands on: `beyond`, `rare`, `corroborated`, `conflict`, `tied` and `needed`.
    """
    told = rows.with_columns(rare=_rare(limits), conflict=_conflict(), beyond=_beyond())
    weighed = told.with_columns(corroborated=_corroborated(limits), tied=_tied(), needed=_needed(limits))
    shared = pl.when(pl.col("tied") > 1).then(pl.col("probability") / pl.col("tied")).otherwise("probability")
    floor = pl.when(pl.col("probability") >= limits.review).then(limits.review).otherwise(0.0)
    split = weighed.with_columns(probability=pl.max_horizontal(shared, floor))
    enough = pl.col("probability") >= pl.col("needed")
    sure = pl.col("corroborated") & ~pl.col("conflict") & (pl.col("tied") <= 1) & enough
    decision = pl.when(sure).then(pl.lit("match")).otherwise(pl.lit("review"))
    return split.filter((pl.col("probability") >= limits.review) | _same_name()).with_columns(decision=decision)


def _small(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.Int64)


def _beyond() -> pl.Expr:
    """How much beyond the name is equal."""
    weak = _small("country_equal") + _small("trade_equal") + _small("platform_equal")
    return STRONG * (_small("handle_equal") + _small("birth_equal")) + weak


def _conflict() -> pl.Expr:
    known = pl.col("handle_equal") | pl.col("birth_equal")
    fits = pl.any_horizontal("trade_equal", "creator_word")
    told = pl.any_horizontal("birth_differs", "age_differs") | (pl.col("unrelated") & ~pl.col("birth_equal"))
    return told | (pl.col("country_differs") & ~known) | (pl.col("outsider_word") & ~known & ~fits)


def _same_name() -> pl.Expr:
    placed = ~pl.col("flanked") & ~pl.col("small") & ~pl.col("conflict") & ~pl.col("other_subject")
    return pl.col("whole") & placed & ~(pl.col("ordinary") & (pl.col("words") <= 1))


def _rare(limits: Thresholds) -> pl.Expr:
    full = (pl.col("name_score") >= GOOD_NAME) & (pl.col("words") > 1) & ~pl.col("initial") & ~pl.col("ordinary")
    alone = (pl.col("rivals") == 0) & ~pl.col("outdone") & ~pl.col("flanked")
    return full & alone & (pl.col("met") >= limits.rare)


def _corroborated(limits: Thresholds) -> pl.Expr:
    distinct = (pl.col("met") >= limits.distinct) & (pl.col("words") > 1) & ~pl.col("ordinary")
    weak = (pl.col("beyond") > 1) | ((pl.col("beyond") == 1) & distinct)
    plain = (pl.col("edits") == 0) & ~pl.col("cropped") & ~pl.col("flanked") & (pl.col("rivals") == 0)
    return weak | pl.col("rare") | (distinct & plain & (pl.col("probability") >= limits.alone))


def _needed(limits: Thresholds) -> pl.Expr:
    """The probability that confirms: the more letters differ, the higher, unless two facts beyond the name agree."""
    clean = (pl.col("edits") == 0) | (pl.col("beyond") > 1)
    one = pl.when(pl.col("edits") == 1).then(max(limits.one_edit, limits.match))
    few = pl.when(pl.col("edits") <= MOST_EDITS).then(max(limits.more_edits, limits.match))
    return pl.when(clean).then(limits.match).otherwise(one.otherwise(few.otherwise(pl.lit(1.01))))


def _tied() -> pl.Expr:
    """Creators, this one among them, who fit the record best and have as much beyond the name; 0 if outdone."""
    stands = pl.when(~pl.col("outdone")).then(pl.col("beyond"))
    best = stands.max().over("record_id")
    first = (stands == best).fill_null(value=False)
    count = first.sum().over("record_id").cast(pl.Int64)
    behind = ~pl.col("outdone") & ~first
    return pl.when(behind).then(count + 1).when(first).then(count).otherwise(0)
