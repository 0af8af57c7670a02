"""The case of a pair: whatever was decided, it says what the matching says, and why."""

from __future__ import annotations

from datetime import date, datetime
from math import exp, isclose
from typing import TYPE_CHECKING, Any

import pytest

from tests.vetting.match.weigher import Weigher
from vetting.errors import RefusalError
from vetting.load.load import load
from vetting.match import explain as explaining
from vetting.match import match as room
from vetting.match.explain import explain
from vetting.match.index_fill import refresh
from vetting.match.judge import judge
from vetting.match.words import AGAINST, FOR
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import polars as pl

Row = dict[str, Any]
AS_OF = datetime(2026, 6, 30)
CREATORS: list[Row] = [
    {"creator_id": "maria", "name": "Maria Martin", "country": "FR", "birth_date": date(1990, 2, 3)},
    {"creator_id": "double", "name": "Maria Martin", "country": "ES"},
    {"creator_id": "zorvan", "name": "Zorvan Petrulescu", "country": "FR"},
]
RECORDS: list[Row] = [
    {"record_id": "bare", "title": "Market day", "text": "On Monday Maria Martin, of course, was sued for fraud."},
    {"record_id": "french", "subject_names": ["Maria Martin"], "subject_country": "FR"},
    {"record_id": "born", "subject_names": ["Maria Martin"], "subject_birth_date": date(1960, 2, 3)},
    {"record_id": "rare", "title": "Zorvan Petrulescu sued", "source_kind": "court"},
    {"record_id": "part", "subject_names": ["Petrulescu Ltd Holding Company"]},
    {"record_id": "other", "title": "Nobody at all"},
    {"record_id": "hostile", "subject_names": ["Maria Martin"], "title": "\x1b[31m'); DROP TABLE x; (a+)+$"},
]  # fmt: skip


@pytest.fixture
def house(table: Callable[..., pl.DataFrame], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Warehouse]:
    """A warehouse of a few pairs, and a scorer whose weights are known."""
    for place in (explaining, room):
        monkeypatch.setattr(place, "shipped", Weigher)
    folder = tmp_path / "in"
    folder.mkdir()
    table("creators", *CREATORS).write_parquet(folder / "creators.parquet")
    account = {"creator_id": "maria", "handle": "velvet.otter77", "category": "beauty"}
    table("accounts", account).write_parquet(folder / "accounts.parquet")
    table("records", *RECORDS).write_parquet(folder / "records.parquet")
    with Warehouse(tmp_path / "w.duckdb") as opened:
        load(opened, folder, source="test", loaded_at=AS_OF)
        opened.set(as_of=AS_OF)
        Settings.read().apply(opened)
        yield opened


PAIRS = [(creator["creator_id"], record["record_id"]) for creator in CREATORS for record in RECORDS]


def test_the_case_says_what_the_matching_says(house: Warehouse) -> None:
    cases = {pair: explain(house, *pair) for pair in PAIRS}
    room.match(house)
    rows = house.frame("SELECT * FROM stored.matches").to_dicts()
    stored = {(row["creator_id"], row["record_id"]): row for row in rows}
    assert len(stored) > 5
    for pair, case in cases.items():
        row = stored.get(pair)
        assert case["decision"] == (row["decision"] if row else "left_out")
        if row:
            assert isclose(case["probability"], row["probability"])
            assert (case["for"], case["against"]) == (row["for"], row["against"])
            assert case["says"]["category"] == row["category"]
            assert case["says"]["role"] == row["role"]


@pytest.mark.parametrize("pair", [("maria", "french"), ("maria", "born"), ("zorvan", "rare"), ("double", "bare")])
def test_the_evidence_sums_up(house: Warehouse, pair: tuple[str, str]) -> None:
    case = explain(house, *pair)
    total = case["start"]["log_odds"] + sum(piece["adds"] for piece in case["evidence"])
    assert isclose(total, case["score"]["log_odds"])
    assert isclose(1 / (1 + exp(-total)), case["score"]["probability"])
    assert {code for piece in case["evidence"] for code in piece["says"]} <= {*FOR, *AGAINST}


def test_looking_changes_nothing(house: Warehouse) -> None:
    room.match(house)
    tables = ("stored.matches", "matching.pairs", "matching.records", "matching.words", "stored.judgements")
    before = [house.frame(f"FROM {name} ORDER BY ALL") for name in tables]
    house.set(as_of=datetime(2026, 3, 1))
    explain(house, "maria", "french")
    house.set(as_of=AS_OF)
    assert all(was.equals(house.frame(f"FROM {name} ORDER BY ALL")) for name, was in zip(tables, before, strict=True))


def test_what_would_change_it_is_tried(house: Warehouse) -> None:
    case = explain(house, "maria", "french")
    assert (case["decision"], case["rule"]) == ("review", ["not_corroborated"])
    answers = {one["learnt"]: one for one in case["would_change"]}
    assert answers["birth_equal"]["decision"] == "match"
    assert answers["birth_differs"]["probability"] < case["probability"] < answers["birth_equal"]["probability"]
    assert "country_equal" not in answers
    assert [one["creator_id"] for one in case["others"]] == ["double"]


def test_rules_are_told(house: Warehouse) -> None:
    assert explain(house, "zorvan", "rare")["rule"] == ["by_rare_name"]
    assert "conflict" in explain(house, "double", "french")["rule"]
    assert explain(house, "zorvan", "other")["rule"] == ["not_met"]
    assert explain(house, "zorvan", "part")["rule"] == ["too_little_met"]
    assert "tied" in explain(house, "maria", "bare")["rule"]


def test_who_and_what_stand_in_the_case(house: Warehouse) -> None:
    case = explain(house, "maria", "bare")
    assert case["creator"]["handles"] == ["velvet.otter77 (youtube)"]
    assert case["creator"]["birth_date"] == date(1990, 2, 3)
    assert case["record"]["passage"] == "Market day\nOn Monday **Maria Martin**, of course, was sued for fraud."
    assert [word["how"] for word in case["names"]["words"]] == ["same", "same"]
    assert (case["says"]["category"], case["says"]["label_fr"] is None) == ("fraud", False)


def test_a_person_beats_the_machine(house: Warehouse) -> None:
    for day, verdict in ((1, "confirmed"), (2, "rejected")):
        judge(house, ("zorvan", "rare"), verdict, by="A. Reader", reason="read it", at=datetime(2026, 6, day))
    case = explain(house, "zorvan", "rare")
    assert (case["decision"], case["machine"]) == ("rejected", "match")
    assert case["rule"][0] == "judged_rejected"
    assert [one["verdict"] for one in case["judged"]] == ["rejected", "confirmed"]
    assert "rejected_before" in case["against"]


def test_a_road_that_is_shut_is_told(house: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = refresh(house, lambda _: None).clear()
    monkeypatch.setattr(explaining, "refresh", lambda *_: nothing)
    case = explain(house, "zorvan", "rare")
    assert (case["decision"], case["rule"]) == ("left_out", ["road_shut", "by_rare_name"])


@pytest.mark.parametrize(
    ("creator", "record", "near"),
    [("mario", "bare", "maria"), ("zorvan petrulesc", "bare", "zorvan"), ("maria", "frensh", "french")],
)
def test_an_unknown_id_is_refused_with_what_was_meant(house: Warehouse, creator: str, record: str, near: str) -> None:
    with pytest.raises(RefusalError) as refused:
        explain(house, creator, record)
    assert f"Perhaps {near}" in refused.value.remedy
    assert house.execute("SELECT 1")


def test_what_was_not_seen_yet_is_unknown(house: Warehouse) -> None:
    house.set(as_of=datetime(2020, 1, 1))
    with pytest.raises(RefusalError, match="was known by 2020-01-01"):
        explain(house, "maria", "bare")
