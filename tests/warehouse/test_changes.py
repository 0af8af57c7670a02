"""marts.changes: each report beside the one before it, by the rule by which reports themselves choose it."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from vetting.report.proposals import decide, keep
from warehouse import Tree, Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = dict[str, Any]
MAY, JUNE, JULY = datetime(2026, 5, 31), datetime(2026, 6, 30), datetime(2026, 7, 31)
CHANGES = next(source for source in Tree().sources("marts") if source.name == "changes").sql


def told(creator: str, decision: str, share: float, *findings: tuple[str, str]) -> Row:
    """A dossier with an inflation, a score that follows it, and findings by id and kind."""
    silent: Row = {"rate": None, "low": None, "high": None}
    ends = {"low": share - 0.05, "high": share + 0.05}
    own: Row = dict.fromkeys(("signal", "account_id", "affair")) | {"weight": 1.0, "area": "authenticity"}
    score = {end: value * 100 for end, value in ends.items()}
    return {
        "creator_id": creator,
        "accounts": [],
        "signals": [],
        "authenticity": {
            "inflation": {"share": share, "account_id": f"{creator}1"} | ends,
            "real_engagement": silent,
            "findings": [own | {"id": name, "kind": kind} for name, kind in findings],
        },
        "conduct": {"affairs": [], "findings": []},
        "suitability": {"findings": []},
        "risk": {"outcome": "measured", "band": "low", "score": share * 100, "findings": []} | score,
        "recommendation": {"decision": decision, "because": []},
        "coverage": {},
    }


def propose(house: Warehouse, run_id: str, as_of: datetime, *dossiers: Row, days: int = 0, model: str = "m") -> None:
    """Keep what a run tells that began so many days after its as_of."""
    began = as_of + timedelta(days=days, hours=1)
    house.execute("INSERT INTO ops.runs VALUES (?, ?, 'd', 'k', 'c', ?, 'en', ?, NULL)", [run_id, as_of, model, began])
    keep(house, SimpleNamespace(run_id=run_id, as_of=as_of), dossiers)  # type: ignore[arg-type] # what it reads of a run


@pytest.fixture
def house() -> Iterator[Warehouse]:
    """Two creators in May and June; in July one of them, by another model."""
    with Warehouse() as opened:
        opened.execute(
            "INSERT INTO stored.creators SELECT c, c, NULL, NULL, NULL, NULL, NULL, 1, 1 FROM unnest(['a', 'b']) t(c)"
        )
        opened.set(as_of=JULY)
        propose(opened, "may", MAY, told("a", "proceed", 0.1, ("x", "problem")), told("b", "review", 0.1))
        june = told("a", "review", 0.4, ("x", "strength"), ("y", "problem")), told("b", "proceed", 0.12)
        propose(opened, "june", JUNE, *june)
        propose(opened, "july", JULY, told("a", "decline", 0.4, ("y", "problem")), model="other")
        yield opened


def changes(house: Warehouse, where: str = "TRUE") -> list[Row]:
    return house.frame(f"FROM ({CHANGES}) WHERE {where}").to_dicts()


def test_whose_recommendation_got_worse_is_one_question(house: Warehouse) -> None:
    (worse,) = changes(house, "latest AND worse")
    assert (worse["creator_id"], worse["earlier_decision"], worse["decision"]) == ("a", "review", "decline")
    (better,) = changes(house, "latest AND better")
    assert (better["creator_id"], better["run_id"], better["earlier_run_id"]) == ("b", "june", "may")


def test_each_report_stands_beside_the_one_before_it(house: Warehouse) -> None:
    rows = {(row["creator_id"], row["run_id"]): row for row in changes(house)}
    assert len(rows) == 5
    first, second, third = (rows["a", run] for run in ("may", "june", "july"))
    assert (first["earlier_run_id"], first["worse"], first["findings_new"]) == (None, None, None)
    assert (second["findings_new"], second["findings_gone"], second["kinds_changed"]) == (["y"], [], ["x"])
    assert (second["inflation_beyond"], second["same_model"], second["risk_beyond"]) == (True, True, True)
    assert (third["findings_gone"], third["inflation_beyond"]) == (["x"], False)
    assert (third["same_model"], third["risk_beyond"]) == (False, None)


def test_what_a_person_decided_in_between_stands_there(house: Warehouse) -> None:
    for day, decision in ((-3, "review"), (3, "decline"), (5, "proceed")):
        decide(house, "a", decision, by="A. Reader", reason="met them", at=MAY + timedelta(days=day))
    rows = {row["run_id"]: row["decided"] for row in changes(house, "creator_id = 'a'")}
    assert rows == {"may": None, "june": "proceed", "july": None}


def test_a_report_that_kept_only_its_recommendation_has_no_findings_to_compare(house: Warehouse) -> None:
    house.execute("UPDATE stored.proposals SET findings = NULL, numbers = NULL WHERE run_id = 'may'")
    (row,) = changes(house, "creator_id = 'a' AND run_id = 'june'")
    assert (row["worse"], row["findings_new"], row["findings_gone"], row["kinds_changed"]) == (True, None, None, None)
    assert row["inflation_beyond"] is None


def test_reports_and_the_mart_choose_the_same_report(house: Warehouse) -> None:
    propose(house, "may again", MAY, told("a", "decline", 0.2), told("b", "decline", 0.2), days=1)
    propose(house, "may, late", MAY, told("a", "review", 0.3), days=200)
    for as_of, run in ((MAY, "may"), (JUNE, "june"), (JULY, "july"), (MAY, "may, late")):
        house.set(as_of=as_of)
        reports = {row["creator_id"]: row["run_id"] for row in house.query("report_previous", run=run).to_dicts()}
        mart = {row["creator_id"]: row["earlier_run_id"] for row in changes(house, f"run_id = '{run}'")}
        assert mart == {creator: reports.get(creator) for creator in mart}, run
    assert {row["earlier_run_id"] for row in changes(house, "run_id = 'june'")} == {"may again"}


def test_two_rows_of_one_run_and_creator_are_found(house: Warehouse) -> None:
    sql = next(source for source in house.tree.sources("checks") if source.name == "stored_keys_are_unique").sql
    assert house.execute(sql) == []
    house.execute("INSERT INTO stored.proposals FROM stored.proposals WHERE run_id = 'may' AND creator_id = 'a'")
    assert house.execute(sql) == [("proposals", "a")]
