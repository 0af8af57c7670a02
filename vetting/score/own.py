"""The company's own model: learnt from its decisions, held against the one that scores, promoted if it is better."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from vetting.score.challenge import Verdict, challenge, choose
from vetting.score.decisions import examples, rows_hash, signals_hash
from vetting.score.made_by import versions
from vetting.score.registry import champion, decide, recall, register
from vetting.score.score import declared
from vetting.score.train import refuse_few, train
from vetting.signals import read_signals

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from vetting.score.challenge import Chosen
    from vetting.score.decisions import Decisions
    from vetting.score.examples import Examples
    from vetting.score.model import Model
    from vetting.settings import Score
    from warehouse import Warehouse

    Progress = Callable[[str], None]

SEED = 0
SAME = """SELECT model FROM stored.models WHERE kind = 'own' AND rows_hash = $rows_hash AND signals_hash = $signals_hash
AND versions = $versions AND $incumbent IN (model, json_extract_string(about, '$.challenge.incumbent'))
AND json_extract_string(about, '$.method.calibration') = $calibration AND as_of <= getvariable('as_of')
ORDER BY as_of, model LIMIT 1"""
LAST_WORD = """SELECT verdict, decided_by, decided_at FROM stored.model_decisions
WHERE verdict IN ('promoted', 'withdrawn') ORDER BY number DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Trained:
    """What came of a training, and why."""

    model: Model
    verdict: Literal["promoted", "kept", "same"]
    """kept: it does not score; same: there was nothing new, and the earlier model with its verdict stands."""
    because: str


def learn(
    warehouse: Warehouse,
    found: Decisions,
    *,
    calibration: Chosen = "sigmoid",
    costs: Score | None = None,
    progress: Progress = lambda _: None,
) -> Trained:
    """Train on decisions whose features are kept, and say whether it should score; nothing is written.

    `costs` as in `train`. RefusalError where too few decisions are left.
    """
    known = declared(read_signals(warehouse.tree))
    learnt, left = examples(warehouse, found)
    left.refuse(f"{warehouse.as_of:%Y-%m-%d}")
    refuse_few(learnt.incident, learnt.creators)
    incumbent = champion(warehouse, known).model
    chosen, why = choose(learnt, calibration, incumbent, SEED)
    progress(f"calibration: {why}")
    about = _about(warehouse, learnt, left, known)
    earlier = _same(warehouse, about, chosen, incumbent)
    if earlier:
        return earlier
    progress("holding it against the model that scores")
    verdict = challenge(learnt, incumbent, calibration=chosen, seed=SEED)
    told = {"challenge": verdict.facts, "calibration_chosen": why}
    model = train(learnt, known, about=about | told, seed=SEED, calibration=chosen, costs=costs, progress=progress)
    return _judged(warehouse, model, verdict)


def write_down(warehouse: Warehouse, trained: Trained, *, by: str, at: datetime) -> None:
    """Register the model and the decision on it, both or neither; nothing where there was nothing new."""
    if trained.verdict == "same":
        return
    against = trained.model.about["challenge"]["incumbent"]
    with warehouse.transaction():
        register(warehouse, trained.model, "own", at)
        name = trained.model.fingerprint
        decide(warehouse, name, trained.verdict, by=by, reason=trained.because, at=at, against=against)


def _about(warehouse: Warehouse, learnt: Examples, left: Decisions, known: Mapping[str, str]) -> dict[str, Any]:
    """The plain facts of the training, before anything is fitted."""
    period = [learnt.decided.min(), learnt.decided.max()]
    return {
        "trained_on": "outcomes",
        "as_of": warehouse.as_of.isoformat(),
        "seed": SEED,
        "period": [moment.item().isoformat() for moment in period],
        "decisions": len(learnt),
        "creators": len(set(learnt.creators.tolist())),
        "incidents": int(learnt.incident.sum()),
        "undated": int(left.rows["undated"].sum()),
        "censored": left.left_out.get("young", 0),
        "left_out": {why: count for why, count in sorted(left.left_out.items()) if why != "young"},
        "rows_hash": rows_hash(learnt),
        "signals_hash": signals_hash(known, learnt.features),
        "versions": versions(warehouse.tree),
    }


def _same(warehouse: Warehouse, about: dict[str, Any], calibration: str, incumbent: Model) -> Trained | None:
    """The model that was trained on the same rows in the same way and held against the same one, if there is one."""
    asked = {name: about[name] for name in ("rows_hash", "signals_hash")}
    asked |= {"versions": json.dumps(about["versions"], sort_keys=True), "calibration": calibration}
    asked["incumbent"] = incumbent.fingerprint
    found = warehouse.execute(SAME, asked)
    if not found:
        return None
    model = recall(warehouse, found[0][0])
    since = model.about["as_of"][:10]
    because = (
        f"Nothing new: {model.fingerprint} learnt from the same decisions, as of {since}; what was decided stands."
    )
    return Trained(model, "same", because)


def _judged(warehouse: Warehouse, model: Model, verdict: Verdict) -> Trained:
    """The verdict of the figures, unless a person took the last promotion back: then it waits for a person's word."""
    last = warehouse.execute(LAST_WORD)
    if verdict.better and last and last[0][0] == "withdrawn":
        _, who, when = last[0]
        waits = (
            f" It waits all the same: {who} took the last promotion back on {when:%Y-%m-%d}, and a person's word goes "
            f"first (vet models use {model.fingerprint})."
        )
        verdict = replace(verdict, better=False, because=verdict.because + waits)
    return Trained(model, "promoted" if verdict.better else "kept", verdict.because)
