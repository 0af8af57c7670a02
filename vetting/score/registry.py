"""Which models there are and which of them scores: appended, signed and dated, taken back by a further word.

The *champion* scores: the model that was promoted last and not withdrawn since, if it can be used; else the default.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from vetting.errors import RefusalError
from vetting.judgements import refuse_unsigned
from vetting.score.model import Model
from vetting.score.score import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warehouse import Warehouse

Kind = Literal["default", "own"]
Verdict = Literal["promoted", "kept", "withdrawn"]
VERDICTS = ("promoted", "kept", "withdrawn")
TOLD = {"signals_hash": str, "rows_hash": str, "seed": int, "decisions": int, "incidents": int}
"""What a card may say that gets a column of its own."""
SHORTEST = 4
"""Letters of a model's hash that are enough to mean it."""
APPEND_MODEL = """INSERT INTO stored.models BY NAME SELECT
    $model AS model, $kind AS kind, $as_of::TIMESTAMP AS as_of, $trained_at::TIMESTAMP AS trained_at,
    $signals_hash AS signals_hash, $rows_hash AS rows_hash, $seed::BIGINT AS seed, $versions AS versions,
    $decisions::BIGINT AS decisions, $incidents::BIGINT AS incidents, $about AS about, $file::BLOB AS file
WHERE $model NOT IN (SELECT model FROM stored.models)"""
APPEND_DECISION = """INSERT INTO stored.model_decisions BY NAME
SELECT (SELECT coalesce(max(number), 0) + 1 FROM stored.model_decisions) AS number, one.* FROM (SELECT
    $at::TIMESTAMP AS decided_at, $by AS decided_by, $model AS model, $verdict AS verdict,
    $against::VARCHAR AS against, $reason AS because) AS one
WHERE NOT EXISTS (FROM stored.model_decisions AS d WHERE d.decided_at = $at::TIMESTAMP AND d.decided_by = $by
    AND d.model = $model AND d.verdict = $verdict AND d.because = $reason)"""


@dataclass(frozen=True, slots=True)
class Decision:
    """By whose word a model scores, when, why, and against which other."""

    at: datetime
    by: str
    because: str
    against: str | None


@dataclass(frozen=True, slots=True)
class Champion:
    """The model that scores."""

    model: Model
    kind: Kind
    decision: Decision | None
    """None where nobody decided: the default scores because there is no other."""
    because: str | None = None
    """A sentence, where it is not the model that was promoted last."""

    def __str__(self) -> str:
        """Which one it is, by whose word, and why not another."""
        name, learnt, bad = self.model.fingerprint, *(self.model.about.get(n) or 0 for n in ("decisions", "incidents"))
        if self.kind == "default":
            said = f"the default {name}, trained on made-up worlds: its score is a ranking"
        else:
            said = f"the own {name}, trained on {learnt:,} decisions with {bad:,} incidents"
        if self.decision:
            said += f"; promoted {self.decision.at:%Y-%m-%d} by {self.decision.by}"
        return f"{said}. {self.because}" if self.because else said


def kind_of(model: Model) -> Kind:
    """`own` for one that learnt from outcomes, else `default`."""
    return "own" if model.own else "default"


def register(warehouse: Warehouse, model: Model, kind: Kind, trained_at: datetime | None) -> None:
    """Write a model down, with its bytes and its card. Done twice, it stands once; it does not score by that alone."""
    about = model.about
    told = {name: about.get(name) for name in TOLD}
    if odd := [name for name, kind in TOLD.items() if not isinstance(told[name], kind | None)]:
        raise RefusalError(f"The model {model.fingerprint} has no sound card: {odd[0]}.", "Train it again: vet train.")
    row = {
        "model": model.fingerprint,
        "kind": kind,
        "as_of": _as_of(model),
        "trained_at": trained_at,
        "versions": json.dumps(about.get("versions", {}), sort_keys=True),
        "about": json.dumps(about, sort_keys=True),
        "file": model.dumps(),
    }
    with warehouse.transaction():
        warehouse.execute(APPEND_MODEL, told | row)


def decide(  # noqa: PLR0913 - a decision is made of these
    warehouse: Warehouse,
    fingerprint: str,
    verdict: Verdict,
    *,
    by: str,
    reason: str,
    at: datetime,
    against: str | None = None,
) -> None:
    """Write down that a registered model was promoted, kept from it or withdrawn. Said twice, it stands once.

    RefusalError where it is not signed, gives no reason, or names a model that is not registered.
    """
    if verdict not in VERDICTS:
        raise RefusalError(f"{verdict!r} is no verdict on a model.", f"Say one of {', '.join(VERDICTS)}.")
    refuse_unsigned("A decision", by, reason)
    find(warehouse, fingerprint)
    told = {"model": fingerprint, "verdict": verdict, "against": against, "at": at}
    with warehouse.transaction():
        warehouse.execute(APPEND_DECISION, told | {"by": by.strip(), "reason": reason.strip()})


def find(warehouse: Warehouse, name: str) -> str:
    """The hash of the one registered model whose hash begins so. RefusalError where there is none, or several."""
    known = [row[0] for row in warehouse.execute("SELECT model FROM stored.models ORDER BY model")]
    meant = [model for model in known if len(name) >= SHORTEST and model.startswith(name)]
    if len(meant) != 1:
        what = "means several models" if meant else "is no model of this warehouse"
        raise RefusalError(f"{name} {what}.", "vet models lists them; the first letters of a hash are enough.")
    return str(meant[0])


def recall(warehouse: Warehouse, fingerprint: str) -> Model:
    """A registered model, from its bytes."""
    held = warehouse.execute("SELECT file FROM stored.models WHERE model = ?", [find(warehouse, fingerprint)])
    return Model.loads(held[0][0], f"The model {fingerprint}")


def standing(warehouse: Warehouse) -> list[dict[str, Any]]:
    """Models that were promoted and not withdrawn since, the last promoted first."""
    return warehouse.query("models_standing").to_dicts()


def champion(warehouse: Warehouse, declared: Mapping[str, str]) -> Champion:
    """The model that scores at the warehouse's as_of, where these signals are declared; it writes nothing.

    One that learnt from what came after as_of is passed over. One whose signals were retired or changed, or whose bytes
    can't be read, gives way to the default, which says so. RefusalError only where the default can't be read.
    """
    promoted = standing(warehouse)
    able = [row for row in promoted if row["as_of"] <= warehouse.as_of or row["kind"] == "default"]
    if not promoted:
        return _default(None)
    passed = None if promoted[:1] == able[:1] else _too_young(promoted[0])
    if not able:
        return _default(f"The default model scores in place of {passed}." if passed else None)
    first, decided = able[0], _decision(able[0])
    try:
        model = recall(warehouse, first["model"])
        model.refuse_strangers(declared)
    except RefusalError as refusal:
        why = refusal.what[0].lower() + refusal.what[1:]
        return _default(f"The default model scores in place of the promoted {first['model']}: {why}")
    because = f"{first['model']} scores in place of {passed}." if passed else None
    return Champion(model, first["kind"], decided, because)


def _default(because: str | None) -> Champion:
    return Champion(Model.load(DEFAULT), "default", None, because)


def _too_young(row: dict[str, Any]) -> str:
    return f"the promoted {row['model']}, which learnt from what was known by {row['as_of']:%Y-%m-%d}, later than as_of"


def _decision(row: dict[str, Any]) -> Decision:
    return Decision(row["decided_at"], row["decided_by"], row["because"], row["against"])


def decision_on(warehouse: Warehouse, fingerprint: str) -> Decision | None:
    """By whose word a model scores; None where nobody promoted it, or it was withdrawn."""
    return next((_decision(row) for row in standing(warehouse) if row["model"] == fingerprint), None)


def take_back(warehouse: Warehouse, *, by: str, reason: str, at: datetime) -> str:
    """Withdraw the model that was promoted last, so that the one before it scores again; which one was withdrawn."""
    promoted = standing(warehouse)
    if not promoted:
        raise RefusalError("There is no promotion to take back.", "vet models says which model scores and why.")
    last: str = promoted[0]["model"]
    decide(warehouse, last, "withdrawn", by=by, reason=reason, at=at, against=None)
    return last


def _as_of(model: Model) -> datetime:
    try:
        moment = datetime.fromisoformat(str(model.about.get("as_of")))
    except ValueError as error:
        what = f"The model {model.fingerprint} has no sound card: as_of."
        raise RefusalError(what, "Train it again: vet train.") from error
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
