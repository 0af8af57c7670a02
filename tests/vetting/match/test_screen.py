"""The whole way: what is confirmed, what is shown, what is left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from vetting.match.screen import SHAPE, screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from vetting.match.scorer import Scorer

Row = dict[str, Any]
COMMON: Row = {"name": "Maria Martin", "country": "FR", "birth_date": date(1990, 2, 3)}
RARE: Row = {"name": "Zorvan Petrulescu", "country": "FR"}
ACCOUNT: Row = {"creator_id": "c", "handle": "velvet.otter77", "category": "beauty"}

DECISIONS: list[tuple[Row, Row, str]] = [
    (COMMON, {"subject_names": ["Maria Martin"]}, "review"),
    (COMMON, {"title": "Maria Martin under fire"}, "review"),
    (COMMON, {"subject_names": ["Maria Martin"], "subject_country": "FR"}, "review"),
    (COMMON, {"subject_names": ["Maria Martin"], "subject_birth_date": date(1990, 2, 3)}, "match"),
    (COMMON, {"subject_names": ["Maria Martin"], "subject_handles": ["velvet.otter77"]}, "match"),
    (COMMON, {"text": "Maria Martin, a beauty YouTuber, was sued"}, "match"),
    (RARE, {"subject_names": ["Zorvan Petrulescu"]}, "match"),
    (RARE, {"subject_names": ["Z. Petrulescu"]}, "review"),
    (RARE, {"subject_names": ["Zorvan Petrulescu"], "subject_country": "ES"}, "review"),
    ({"name": "Zorvan"}, {"subject_names": ["Zorvan"]}, "review"),
    ({"name": "Sixty Minutes"}, {"title": "Sixty Minutes of fame"}, "review"),
]


@pytest.mark.parametrize(("creator", "record", "expected"), DECISIONS)
def test_a_match_needs_more_than_the_name(
    table: Callable[..., pl.DataFrame], believer: Scorer, creator: Row, record: Row, expected: str
) -> None:
    found = screen(
        table("creators", creator), table("accounts", ACCOUNT), table("records", record), scorer=believer
    )  # fmt: skip
    assert found["decision"].to_list() == [expected]


def test_two_creators_of_one_name_are_both_looked_at(table: Callable[..., pl.DataFrame], believer: Scorer) -> None:
    creators = table("creators", *(RARE | {"creator_id": key} for key in "ab"))
    found = screen(creators, table("accounts"), table("records", {"title": "Zorvan Petrulescu sued"}), scorer=believer)
    assert found["decision"].to_list() == ["review", "review"]
    assert found["probability"].max() <= 0.5  # type: ignore[operator] # a column of numbers has a number as maximum
    assert all("nothing_beyond_name" in codes for codes in found["against"])


def test_what_only_one_of_them_shares_decides(table: Callable[..., pl.DataFrame], believer: Scorer) -> None:
    creators = table("creators", RARE | {"creator_id": "a"}, RARE | {"creator_id": "b", "country": "ES"})
    record = {"subject_names": ["Zorvan Petrulescu"], "subject_country": "ES"}
    found = screen(creators, table("accounts"), table("records", record), scorer=believer)
    assert dict(found.select("creator_id", "decision").iter_rows())["b"] == "match"
    assert dict(found.select("creator_id", "decision").iter_rows()).get("a") != "match"


def test_the_shipped_scorer_tells_the_plain_cases(table: Callable[..., pl.DataFrame]) -> None:
    creators = table("creators", COMMON)
    records = table(
        "records",
        {"record_id": "handle", "subject_names": ["Maria Martin"], "subject_handles": ["velvet.otter77"]},
        {"record_id": "name", "subject_names": ["Maria Martin"]},
        {"record_id": "other", "subject_names": ["Otto Martin"]},
    )
    found = screen(creators, table("accounts", ACCOUNT), records)
    assert found.select("record_id", "decision").rows() == [("handle", "match"), ("name", "review")]


@pytest.mark.parametrize("name", [None, "", "🎉🎉", "X", "...", "\u200b"])
def test_a_creator_without_a_usable_name_is_met_by_handle_only(
    table: Callable[..., pl.DataFrame], name: str | None
) -> None:
    records = table(
        "records",
        {"record_id": "1", "subject_names": ["X", "🎉🎉", ""]},
        {"record_id": "2", "text": "See @velvet.otter77 X"},
    )
    found = screen(table("creators", {"name": name}), table("accounts", ACCOUNT), records)
    assert found["record_id"].to_list() == ["2"]


@pytest.mark.parametrize(
    "name", ["(a+)+$ [Zorvan", "Zorvan'); DROP TABLE creators;--", "Zorvan {name} %s", "Zorvan \\1 .*"]
)
def test_a_name_is_never_a_pattern_or_a_query(table: Callable[..., pl.DataFrame], name: str) -> None:
    records = table(
        "records", {"record_id": "same", "subject_names": [name]}, {"record_id": "other", "text": "aaa zzz Z"}
    )
    found = screen(table("creators", {"name": name}), table("accounts"), records)
    assert found["record_id"].to_list() == ["same"]
    assert name in found["matched_on"].item()


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["Zorvan Petrulescu. ", "(((((", "Zorvan ", "z"])
def test_a_megabyte_of_hostile_text_is_read_in_time(table: Callable[..., pl.DataFrame], piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    found = screen(table("creators", RARE), table("accounts"), table("records", {"text": text}))
    assert found.height == ("Petrulescu" in piece)


def test_an_account_without_a_creator_is_its_own(table: Callable[..., pl.DataFrame]) -> None:
    account = {"account_id": "alone", "handle": "velvet.otter77"}
    found = screen(pl.DataFrame(), table("accounts", account), table("records", {"text": "Says @velvet.otter77"}))
    assert found.select("creator_id", "decision").rows() == [("alone", "match")]


def test_nothing_in_nothing_out() -> None:
    empty = pl.DataFrame()
    assert screen(empty, empty, empty).schema == pl.Schema(SHAPE)


def test_the_order_of_rows_changes_nothing(table: Callable[..., pl.DataFrame]) -> None:
    names = [
        f"{given} {family}" for given in ("Ana", "Maria", "Zorvan") for family in ("Delmonte", "Petrulescu", "Martin")
    ]
    creators = table("creators", *({"creator_id": f"c{i}", "name": name} for i, name in enumerate(names)))
    accounts = table(
        "accounts", *({"account_id": f"a{i}", "creator_id": f"c{i}", "handle": f"h{i}_x"} for i in range(9))
    )
    records = table(
        "records", *({"record_id": f"r{i}", "title": f"{name} and {names[-i]} met"} for i, name in enumerate(names))
    )
    straight = screen(creators, accounts, records)
    shuffled = screen(*(part.sample(fraction=1, shuffle=True, seed=3) for part in (creators, accounts, records)))
    assert straight.height > 9
    assert straight.equals(shuffled)
    assert straight.select("creator_id", "record_id").equals(straight.select("creator_id", "record_id").sort(pl.all()))


def test_of_two_states_of_a_record_the_newest_counts(table: Callable[..., pl.DataFrame]) -> None:
    one = table("records", {"subject_names": ["Zorvan Petrulescu"]})
    later = table("records", {"subject_names": ["Otto Klein"]}).with_columns(pl.col("observed_at").dt.offset_by("1d"))
    assert screen(table("creators", RARE), table("accounts"), pl.concat([later, one])).is_empty()


def test_evidence_is_told_in_both_languages(table: Callable[..., pl.DataFrame]) -> None:
    tables = table("creators", RARE), table("accounts"), table("records", {"title": "Zorvan Petrulescu sued"})
    assert "The name is the same." in screen(*tables, lang="en")["for"].item()
    assert "Le nom est le même." in screen(*tables, lang="fr")["for"].item()
    assert screen(*tables)["matched_on"].item() == 'Zorvan Petrulescu ~ "Zorvan Petrulescu"'
