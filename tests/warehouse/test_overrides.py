"""Who overrode what and what came of it; and that nothing a person decides of a creator is learnt from."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from vetting.errors import RefusalError
from vetting.report.proposals import decide, keep
from warehouse import Tree, Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

MAY, JUNE = datetime(2026, 5, 1), datetime(2026, 6, 1)
SIGNED: dict[str, Any] = {"by": "A. Reader", "reason": "met them"}
OVERRIDES = next(source for source in Tree().sources("marts") if source.name == "overrides").sql


def dossier(creator: str, decision: str, *findings: str) -> dict[str, Any]:
    because = [{"id": one} for one in findings]
    return {"creator_id": creator, "recommendation": {"decision": decision, "because": because}}


def propose(house: Warehouse, run_id: str, as_of: datetime, *dossiers: dict[str, Any]) -> None:
    """A run that begins an hour after its as_of and proposes this."""
    if not house.execute("SELECT 1 FROM ops.runs WHERE run_id = ?", [run_id]):
        house.execute(
            "INSERT INTO ops.runs VALUES (?, ?, 'd', 'c', 'c', 'm', 'en', ?, NULL)",
            [run_id, as_of, as_of + timedelta(hours=1)],
        )
    keep(house, SimpleNamespace(run_id=run_id, as_of=as_of), dossiers)  # type: ignore[arg-type] # what it reads of a run


@pytest.fixture
def house() -> Iterator[Warehouse]:
    """Two creators, and what was proposed of them in May and in June."""
    with Warehouse() as opened:
        opened.execute(
            "INSERT INTO stored.creators SELECT c, c, NULL, NULL, NULL, NULL, NULL, 1, 1 FROM unnest(['a', 'b']) t(c)"
        )
        opened.set(as_of=JUNE + timedelta(days=300))
        propose(opened, "may", MAY, dossier("a", "review", "x:1"), dossier("b", "proceed"))
        propose(opened, "june", JUNE, dossier("a", "decline", "y:1", "z:2"), dossier("b", "proceed"))
        yield opened


def overrides(house: Warehouse) -> list[dict[str, Any]]:
    return house.frame(OVERRIDES).to_dicts()


def test_a_run_proposes_once(house: Warehouse) -> None:
    propose(house, "june", JUNE, dossier("a", "decline", "y:1", "z:2"), dossier("b", "proceed"))
    rows = house.execute("SELECT run_id, creator_id, decision, because, proposed_at FROM stored.proposals ORDER BY ALL")
    assert len(rows) == 4
    assert rows[0] == ("june", "a", "decline", ["y:1", "z:2"], JUNE + timedelta(hours=1))
    assert rows[3][3] == []


def test_a_decision_stands_beside_what_had_been_proposed_by_then(house: Warehouse) -> None:
    for at, decision in ((MAY + timedelta(days=2), "proceed"), (JUNE + timedelta(days=2), "decline")):
        decide(house, "a", decision, at=at, **SIGNED)
    first, second = overrides(house)
    assert (first["run_id"], first["proposed"], first["decided"], first["differs"]) == (
        "may",
        "review",
        "proceed",
        True,
    )
    assert (second["run_id"], second["proposed"], second["differs"]) == ("june", "decline", False)
    assert second["because"] == ["y:1", "z:2"]
    assert (first["decided_by"], first["reason"], first["incident"]) == ("A. Reader", "met them", None)


def test_a_decision_before_any_proposal_differs_from_none(house: Warehouse) -> None:
    decide(house, "a", "proceed", at=MAY, **SIGNED)  # the run began an hour later
    (row,) = overrides(house)
    assert (row["proposed"], row["differs"], row["run_id"]) == (None, None, None)


def test_what_became_of_it_is_the_outcome_of_that_decision(house: Warehouse) -> None:
    first, second = JUNE + timedelta(hours=15), JUNE + timedelta(days=90)
    for at in (first, second):
        decide(house, "a", "proceed", at=at, **SIGNED)
    decide(house, "b", "proceed", at=first, **SIGNED)
    for creator, at, incident in (("a", JUNE, True), ("a", second + timedelta(days=3), False), ("b", MAY, True)):
        house.execute(
            "INSERT INTO stored.outcomes VALUES (?, ?, ?, ?, 'backlash', NULL, 1, 1)",
            [creator, at, incident, at + timedelta(days=30) if incident else None],
        )
    rows = {(row["creator_id"], row["decided_at"]): row for row in overrides(house)}
    assert rows["a", first]["incident"] is True
    assert rows["a", first]["incident_at"] == JUNE + timedelta(days=30)
    assert rows["a", second]["incident"] is False
    assert rows["b", first]["incident"] is None


def test_what_is_not_signed_or_not_known_is_refused(house: Warehouse) -> None:
    for creator, decision, signed in (
        ("a", "perhaps", SIGNED),
        ("a", "proceed", SIGNED | {"by": " "}),
        ("a", "proceed", SIGNED | {"reason": ""}),
        ("nobody", "proceed", SIGNED),
    ):
        with pytest.raises(RefusalError):
            decide(house, creator, decision, at=JUNE, **signed)
    assert overrides(house) == []


def test_no_read_of_training_or_scoring_knows_what_people_decided_of_a_creator() -> None:
    """Judgements enter features only where they are about a match, and proposals nowhere."""
    queries = {source.name: source.sql for source in Tree().sources("queries")}
    learnt = {name: sql for name, sql in queries.items() if name.startswith(("features", "training", "decisions"))}
    assert learnt
    for name, sql in learnt.items():
        assert "proposals" not in sql, name
        assert "recommendation" not in sql, name
        assert "judgements" not in sql or "subject = 'match'" in sql, name
