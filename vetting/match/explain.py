"""The case of one creator and one record, as a lawyer would want it: all that speaks for and against, and the rule.

Nothing is stored: what the matching keeps is brought up to date, looked at, and put back as it was.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from math import exp
from typing import TYPE_CHECKING, Any

import polars as pl

from vetting.match.decide import Thresholds
from vetting.match.evidence import LEAST_COVER
from vetting.match.index_fill import refresh
from vetting.match.naming import per_million, words_met
from vetting.match.pieces import pieces
from vetting.match.scorer import shipped
from vetting.match.sides import Sides, held_together, shared_words, sides, worth
from vetting.match.standing import about_creator, about_record, quoted, says
from vetting.match.together import together
from vetting.match.whatif import LEFT_OUT, Judging, log_odds, others, own_row, rule, would_change
from vetting.match.words import codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from warehouse import Warehouse

    Progress = Callable[[str], None]

Case = dict[str, Any]
VERDICTS = """SELECT verdict, judged_by, judged_at, reason FROM seen.judgements(getvariable('as_of'))
WHERE subject = 'match' AND creator_id = ? AND record_id = ? ORDER BY judged_at DESC, verdict"""
DECIDED = {"confirmed": "match", "rejected": "rejected"}


class _PutBack(Exception):  # noqa: N818 - no error: the way out of a transaction that is to leave nothing
    """What was done is to be undone."""


def explain(warehouse: Warehouse, creator_id: str, record_id: str, progress: Progress = lambda _: None) -> Case:
    """The case as plain values: `as_of`, `creator`, `record`, `names`, `start`, `evidence`, `score`, `judged`, ...

    `start`, the `adds` of the evidence and `score` are natural log odds: the first two sum up to the third. `decision`
    is match, review, left_out, or rejected by a person; `rule` says why, `would_change` what else could come of it,
    `says` what the record tells of the creator. Null is unknown. RefusalError, with close ids, where creator or record
    was not known by as_of.
    """
    both = sides(warehouse, creator_id, record_id)
    with _undone(warehouse):
        kept = refresh(warehouse, progress)
        known = worth(warehouse, both)
        here = kept.filter(creator_id=creator_id, record_id=record_id)
        pair = here if here.height else held_together(both, known)
        case = _told(warehouse, both, pair, known)
        if pair.is_empty() or pair["name_score"].item() < LEAST_COVER:
            part = pair.height or shared_words(both, known)
            return case | _not_weighed(case, "too_little_met" if part else "not_met")
        return case | _weighed(warehouse, kept, pair, case)


@contextmanager
def _undone(warehouse: Warehouse) -> Iterator[None]:
    with suppress(_PutBack), warehouse.transaction():
        yield
        raise _PutBack


def _told(warehouse: Warehouse, both: Sides, pair: pl.DataFrame, known: pl.DataFrame) -> Case:
    """Who, what, which names met, and what people decided."""
    met = pair.row(0, named=True) if pair.height else None
    creator, record = about_creator(both), about_record(warehouse, both)
    ids = [creator["creator_id"], record["record_id"]]
    return {
        "as_of": warehouse.as_of,
        "creator": creator,
        "record": record | {"passage": quoted(both, met)},
        "names": _names(met, both, known) if met else None,
        "judged": warehouse.frame(VERDICTS, ids).to_dicts(),
        "says": says(warehouse, both, met),
    }


def _names(met: dict[str, Any], both: Sides, known: pl.DataFrame) -> dict[str, Any]:
    """The creator's name and the record's words that met, word by word, and of how many people the name is."""
    names = both.ours.names.filter(kind=met["kind"], written=met["written"])
    text = names["text"].item(0) if names.height else met["written"]
    nats = dict(known.select("token", "info").iter_rows())
    row = {key: met[key] for key in ("written", "kind", "met_words", "name_score", "in_text")}
    return row | {"per_million": per_million(met["met"]), "words": words_met(text, met["met_words"], met, nats)}


def _not_weighed(case: Case, why: str) -> Case:
    """What stands where the matching has nothing to weigh."""
    unknown = dict.fromkeys(("start", "score", "probability"))
    nothing: Case = unknown | {name: [] for name in ("evidence", "for", "against", "would_change", "others")}
    return nothing | _final(case["judged"], LEFT_OUT, [why])


def _weighed(warehouse: Warehouse, kept: pl.DataFrame, pair: pl.DataFrame, case: Case) -> Case:
    """The evidence, the sum, and the decision."""
    creator_id, record_id = pair.select("creator_id", "record_id").row(0)
    shut = kept.filter(creator_id=creator_id, record_id=record_id).is_empty()
    every = together(pl.concat([kept, pair]) if shut else kept, warehouse.query("verdicts_seen"))
    review, match = (float(str(warehouse.variables[name])) for name in ("review_at", "match_at"))
    judging = Judging(every.filter(record_id=record_id), shipped(), Thresholds(review, match))
    told = _scored(judging, creator_id, case["judged"])
    why = rule(told.pop("row"), judging.limits)
    machine, rules = (LEFT_OUT, ["road_shut", *why]) if shut else (told["machine"], why)
    return told | _final(case["judged"], machine, rules)


def _scored(judging: Judging, creator_id: str, verdicts: list[dict[str, Any]]) -> Case:
    verdict = pl.lit(verdicts[0]["verdict"] if verdicts else None, pl.String)
    decided = codes(judging.decided().with_columns(verdict=verdict))
    row = own_row(decided, creator_id)
    told = judging.scorer.contributions(judging.rows.filter(pl.col("creator_id") == creator_id))
    said = [*row["for"], *row["against"]]
    total = log_odds(judging.scorer, told)
    return {
        "row": row,
        "start": {"log_odds": judging.scorer.base, "probability": 1 / (1 + exp(-judging.scorer.base))},
        "evidence": pieces(told, said),
        "score": {"log_odds": total, "probability": row["alone"]},
        "probability": row["probability"],
        "machine": row["decision"],
        "tied": row["tied"],
        "for": row["for"],
        "against": row["against"],
        "would_change": [] if verdicts else would_change(judging, creator_id),
        "others": others(decided, creator_id),
    }


def _final(verdicts: list[dict[str, Any]], machine: str, rules: list[str]) -> Case:
    """What stands: a person's last judgement, else the machine's."""
    if not verdicts:
        return {"machine": machine, "decision": machine, "rule": rules}
    verdict = verdicts[0]["verdict"]
    return {"machine": machine, "decision": DECIDED.get(verdict, verdict), "rule": [f"judged_{verdict}", *rules]}
