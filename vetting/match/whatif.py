"""What was decided of one pair, by which rule, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import polars as pl

from vetting.match.decide import STRONG, Thresholds, decide
from vetting.match.match import MOST

if TYPE_CHECKING:
    from vetting.match.pieces import Additive
    from vetting.match.scorer import Scorer

LEFT_OUT = "left_out"
MOST_OTHERS = 5
KEY = ["creator_id", "record_id"]
LEARNT: dict[str, tuple[str, ...]] = {
    "handle": ("handle_equal",),
    "birth": ("birth_equal", "birth_near", "birth_differs"),
    "country": ("country_equal", "country_differs"),
    "trade": ("trade_equal", "trade_differs"),
}
"""What a reader may find out, with the columns that would say so; nothing is known where none of them holds."""
ASKED = (
    "handle_equal", "birth_equal", "birth_differs", "country_equal", "country_differs", "trade_equal", "trade_differs",
)  # fmt: skip
OF = {column: fact for fact, columns in LEARNT.items() for column in columns}


@dataclass(frozen=True, slots=True)
class Judging:
    """All pairs of one record with their evidence, and what judges them."""

    rows: pl.DataFrame
    scorer: Scorer
    limits: Thresholds

    def decided(self, rows: pl.DataFrame | None = None) -> pl.DataFrame:
        """The rows with `alone` (probability by the evidence), `probability`, `decision` and what it stands on."""
        every = self.rows if rows is None else rows
        alone = pl.Series("alone", self.scorer.probability(every), dtype=pl.Float64)
        scored = every.with_columns(alone, probability=alone)
        told = decide(scored, replace(self.limits, review=0.0)).drop("decision")  # nothing is left out
        final = decide(scored, self.limits).select(*KEY, "decision", final="probability")
        both = told.join(final, on=KEY, how="left", maintain_order="left")
        return both.with_columns(
            pl.col("decision").fill_null(LEFT_OUT),
            probability=pl.coalesce("final", "probability").clip(upper_bound=MOST),
        ).drop("final")


def own_row(rows: pl.DataFrame, creator_id: str) -> dict[str, Any]:
    """The creator's row among those of a record."""
    return rows.row(by_predicate=pl.col("creator_id") == creator_id, named=True)


def others(decided: pl.DataFrame, creator_id: str) -> list[dict[str, Any]]:
    """Other creators whom the record may be about, the likeliest first: `creator_id`, `probability`, `decision`."""
    may_be = (pl.col("creator_id") != creator_id) & (pl.col("decision") != LEFT_OUT)
    rest = decided.filter(may_be).sort("probability", "creator_id", descending=[True, False])
    return rest.select("creator_id", "probability", "decision").head(MOST_OTHERS).to_dicts()


def rule(row: dict[str, Any], limits: Thresholds) -> list[str]:
    """Why the decision is what it is, as codes of `case.toml`; the first says most."""
    if row["decision"] == "match":
        return [_confirming(row)]
    if row["decision"] == LEFT_OUT:
        return ["below_review"]
    same_name = ["shown_for_the_name"] if row["alone"] < limits.review else []
    lacks = {
        "conflict": row["conflict"],
        "tied": row["tied"] > 1,
        "not_corroborated": not row["corroborated"],
        "below_match": row["alone"] < row["needed"],
    }
    return same_name + [code for code, holds in lacks.items() if holds]


def _confirming(row: dict[str, Any]) -> str:
    """What corroborates a match beyond its name."""
    if row["handle_equal"] or row["birth_equal"]:
        return "by_handle" if row["handle_equal"] else "by_birth"
    if row["beyond"] > 1:
        return "by_several" if row["beyond"] < STRONG else "by_strong"
    return "by_one" if row["beyond"] == 1 and not row["rare"] else "by_rare_name"


def would_change(judging: Judging, creator_id: str) -> list[dict[str, Any]]:
    """What would become of the pair if a fact were learnt: `learnt`, `fact`, `probability`, `decision` of each."""
    own = own_row(judging.rows, creator_id)
    unknown = [name for name in ASKED if not any(own[column] for column in LEARNT[OF[name]])]
    if not unknown:
        return []
    mine = pl.col("creator_id") == creator_id
    copies = [
        judging.rows.with_columns(
            record_id=pl.lit(name), **{name: pl.when(mine).then(pl.lit(value=True)).otherwise(pl.col(name))}
        )
        for name in unknown
    ]
    told = judging.decided(pl.concat(copies)).filter(mine)
    answers = {row["record_id"]: row for row in told.iter_rows(named=True)}
    return [
        {"learnt": name, "fact": OF[name]} | {key: answers[name][key] for key in ("probability", "decision")}
        for name in unknown
    ]


def log_odds(scorer: Additive, told: pl.DataFrame) -> float:
    """The sum that the probability is made of."""
    return scorer.base + float(told["adds"].sum())
