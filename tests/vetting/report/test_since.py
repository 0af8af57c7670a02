"""What changed since the last report: which report that is, what of it is kept, and what people did in between."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from tests.vetting.report.since_told import (
    INFLATION,
    JULY,
    JUNE,
    MAY,
    Row,
    affair,
    before,
    compared,
    finding,
    propose,
    reading,
    section,
    told,
)
from vetting.report.render import render_dossier
from vetting.report.since.kept import KEPT
from vetting.report.since.since import since

if TYPE_CHECKING:
    from warehouse import Warehouse


def test_nothing_earlier_is_a_first_report_and_clutters_no_first_screen(house: Warehouse) -> None:
    assert before(house, JUNE) is None
    given = SimpleNamespace(gathered=SimpleNamespace(rows={}))
    assert since(told([], []), given) is None  # type: ignore[arg-type] # nothing else is read
    assert "This is the first report on this creator." in section(None)
    assert 'href="#since"' not in render_dossier({"creator_id": "c1"}, "en").partition('class="contents"')[0]


def test_it_is_the_last_one_as_of_an_earlier_time(house: Warehouse) -> None:
    for run, as_of, hour in (("may", MAY, 1), ("june", JUNE, 1), ("june again", JUNE, 5), ("july", JULY, 1)):
        propose(house, run, as_of, told([], []), hour)
    runs = {as_of: before(house, as_of) for as_of in (MAY, JUNE, JULY)}
    assert runs[MAY] is None
    assert [one and one["run_id"] for one in runs.values()] == [None, "may", "june again"]


def test_a_run_that_is_repeated_is_held_against_the_same_report(house: Warehouse) -> None:
    """Neither against itself, nor against one that was made for an earlier time after it."""
    propose(house, "may", MAY, told([], [], decision="decline"))
    propose(house, "june", JUNE, told([], []))
    first = before(house, JUNE, "june")
    late = 24 * 60
    propose(house, "may, later", MAY, told([], [], decision="proceed"), late)
    propose(house, "june", JUNE, told([], []), late + 1)
    assert before(house, JUNE, "june") == first
    assert (before(house, JUNE, "a new run") or {})["run_id"] == "may, later"
    assert (first or {})["decision"] == "decline"


def test_what_is_kept_is_small_and_holds_no_text_that_anybody_wrote(house: Warehouse, dossier: Row) -> None:
    def written(value: Any, key: str = "") -> Any:  # noqa: ANN401 # walks any JSON
        if isinstance(value, dict):
            return {name: written(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [written(inner, key) for inner in value]
        return "their own words" if isinstance(value, str) and key in free else value

    free = {"title", "text", "name", "bio", "handle", "display_name", "url", "label", "category_label", "means", "ask"}
    dossier["risk"] |= {"outcome": "measured", "findings": []}
    propose(house, "june", JUNE, written(dossier))
    (row,) = house.frame("FROM stored.proposals").to_dicts()
    assert set(KEPT) < set(row)
    assert row["findings"]
    assert row["affairs"]
    kept = json.dumps(row, default=str)
    assert "their own words" not in kept
    assert len(kept) < 20_000
    house.execute("DELETE FROM stored.proposals WHERE creator_id = ?", [row["creator_id"]])
    assert before(house, JULY) is None


def test_an_affair_is_followed_though_an_older_record_gave_it_another_name(house: Warehouse) -> None:
    propose(house, "june", JUNE, told([], [], (affair("r2", "alleged"),)))
    said = compared(house, told([], [], (affair("r1", "retracted", record="r2"),)))
    assert said["findings"] == {"new": [], "gone": [], "changed": []}
    (turned,) = said["affairs"]["changed"]
    assert (turned["affair"], turned["was"]) == ("r1", "r2")
    assert turned["status"] == {"then": "alleged", "now": "retracted"}
    assert "alleged then, retracted now" in section(said)


def test_whose_it_is_was_settled_by_a_person(house: Warehouse) -> None:
    listed = (affair("r1", decision="review"), affair("r2", decision="review"))
    propose(house, "june", JUNE, told([], [], listed))
    signed = {"who": "A. Reader", "when": "2026-07-03T00:00:00Z"}
    judged = ({"record_id": "r1", "verdict": "rejected"} | signed, {"record_id": "r2", "verdict": "confirmed"} | signed)
    said = compared(house, told([], [], (affair("r2"),)), judged=judged)
    text = section(said)
    assert "A. Reader judged on July 3, 2026 that it is about somebody else." in text
    assert "taken to be theirs now; judged by A. Reader on July 3, 2026" in text
    early = tuple(row | {"when": "2026-06-03T00:00:00Z"} for row in judged)
    assert "A. Reader" not in section(compared(house, told([], [], (affair("r2"),)), judged=early))


def test_what_a_person_decided_in_between_is_told(house: Warehouse) -> None:
    propose(house, "june", JUNE, told([], [], decision="proceed"))
    dossier = told([], [])
    signed = {"who": "A. Reader", "when": "2026-07-04T00:00:00Z", "decision": "decline", "why": "no answer"}
    dossier["recommendation"]["decided_by"] = signed
    said = compared(house, dossier)
    assert said["recommendation"]["decided"] == {key: signed[key] for key in ("who", "when", "decision")}
    assert "Proposed then: proceed. Proposed now: review. In between A. Reader decided, on July 4, 2026: decline." in (
        section(said)
    )
    dossier["recommendation"]["decided_by"] = signed | {"when": "2026-06-04T00:00:00Z"}
    assert "In between nobody decided." in section(compared(house, dossier))


def test_of_a_report_that_kept_nothing_only_the_recommendation_is_known(house: Warehouse) -> None:
    recommended = {"creator_id": "c1", "recommendation": {"decision": "decline", "because": []}}
    propose(house, "june", JUNE, recommended)
    said = compared(house, told([reading(INFLATION, 0.1)], [finding(INFLATION)]))
    assert (said["kept"], said["findings"]["new"], said["numbers"]) == (False, [], [])
    text = section(said)
    assert "only its recommendation is known" in text
    assert "Proposed then: decline. Proposed now: review." in text
