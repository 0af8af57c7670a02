"""Each kind of evidence: a creator, a record, and what it says."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from vetting.match.decide import DEFAULT
from vetting.match.evidence import evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

Row = dict[str, Any]
OLD, NEW = datetime(2015, 1, 1), datetime(2020, 1, 1)
ANA: Row = {
    "name": "Ana Delmonte",
    "aliases": ["Velvet Otter"],
    "country": "FR",
    "languages": ["fr"],
    "birth_date": date(1990, 2, 3),
}
ACCOUNT: Row = {
    "creator_id": "c",
    "handle": "velvet.otter77",
    "display_name": "Ana Delmonte",
    "category": "beauty",
    "created_at": NEW,
}
NAMED: Row = {"subject_names": ["Ana Delmonte"]}

CASES: list[tuple[Row, Row]] = [
    (NAMED, {"name_score": 1.0, "whole": True, "in_text": False, "handle_equal": False}),
    (NAMED | {"subject_country": "fr"}, {"country_equal": True, "country_differs": False}),
    (NAMED | {"subject_country": "ES"}, {"country_equal": False, "country_differs": True}),
    (NAMED, {"country_equal": False, "country_differs": False}),
    (NAMED | {"subject_birth_date": date(1990, 2, 3)}, {"birth_equal": True, "birth_differs": False}),
    (NAMED | {"subject_birth_date": date(1991, 2, 3)}, {"birth_equal": False, "birth_differs": True}),
    (NAMED | {"language": "fr"}, {"language_equal": True, "language_differs": False}),
    (NAMED | {"language": "de"}, {"language_equal": False, "language_differs": True}),
    (NAMED | {"published_at": OLD}, {"before_account": True}),
    (NAMED | {"published_at": datetime(2021, 1, 1)}, {"before_account": False}),
    ({"subject_handles": ["velvet.otter77"]}, {"handle_equal": True, "kind": "handle"}),
    ({"text": "Written by @velvet.otter77 today"}, {"handle_equal": True}),
    ({"subject_names": ["Velvet Otter"]}, {"kind": "alias", "whole": True}),
    ({"subject_handles": ["its_ana.delmonte_tv"]}, {"inside_handle": True, "handle_equal": False}),
    ({"subject_names": ["A. Delmonte"]}, {"initial": True, "whole": False}),
    ({"text": "The beauty creator Ana Delmonte said so"}, {"trade_equal": True, "creator_word": True}),
    ({"text": "Maquillage : ce que dit Ana Delmonte"}, {"trade_equal": True}),
    ({"text": "The gaming streamer Ana Delmonte said so"}, {"trade_equal": False, "trade_differs": True}),
    ({"text": "Ana Delmonte on a gaming affair"}, {"trade_differs": False}),
    ({"text": "On YouTube, Ana Delmonte said so"}, {"platform_equal": True}),
    ({"text": "On TikTok, Ana Delmonte said so"}, {"platform_differs": True}),
    ({"text": "The footballer Ana Delmonte said so"}, {"outsider_word": True, "flanked": False}),
    ({"text": "And then Ana Delmonte Kowalski said that all was well"}, {"flanked": True}),
    ({"text": "And then Ana Delmonte said that all was well"}, {"flanked": False, "in_text": True}),
    ({"subject_names": ["Somebody Else"], "text": "It was Ana Delmonte."}, {"other_subject": True}),
]  # fmt: skip


@pytest.mark.parametrize(("record", "expected"), CASES)
def test_each_kind_of_evidence(table: Callable[..., pl.DataFrame], record: Row, expected: Row) -> None:
    found = evidence(table("creators", ANA), table("accounts", ACCOUNT), table("records", record))
    assert found.height == 1
    assert {name: found[name].item() for name in expected} == expected


def test_words_far_from_the_name_say_nothing(table: Callable[..., pl.DataFrame]) -> None:
    text = "Ana Delmonte said so. " + "and so on " * 20 + "Beauty is a trade."
    found = evidence(table("creators", ANA), table("accounts", ACCOUNT), table("records", {"text": text}))
    assert not found["trade_equal"].item()


def test_a_common_name_is_worth_less_than_a_rare_one(table: Callable[..., pl.DataFrame]) -> None:
    names = {"common": "John Smith", "rare": "Zorvan Petrulescu"}
    creators = table("creators", *({"creator_id": key, "name": name} for key, name in names.items()))
    records = table("records", *({"record_id": key, "subject_names": [name]} for key, name in names.items()))
    found = dict(evidence(creators, table("accounts"), records).select("creator_id", "met").iter_rows())
    assert found["common"] < DEFAULT.distinct
    assert found["rare"] > DEFAULT.rare


def test_a_word_without_a_capital_is_hardly_a_name(table: Callable[..., pl.DataFrame]) -> None:
    records = table("records", {"text": "a faint glimmer of hope"}, {"record_id": "s", "text": "So Glimmer was sued"})
    found = evidence(table("creators", {"name": "Glimmer"}), table("accounts"), records)
    assert found["small"].to_list() == [True, False]


def test_ordinary_words_are_known_by_how_texts_write_them(table: Callable[..., pl.DataFrame]) -> None:
    texts = ["the glimmer of a lamp", "a faint glimmer", "glimmer of hope", "Glimmer was sued"]
    records = table("records", *({"record_id": f"r{i}", "text": text} for i, text in enumerate(texts)))
    found = evidence(table("creators", {"name": "Glimmer"}), table("accounts"), records)
    assert found["ordinary"].all()


def test_rivals_are_counted(table: Callable[..., pl.DataFrame]) -> None:
    creators = table(
        "creators", *({"creator_id": key, "name": "Ana Delmonte"} for key in "ab"), {"name": "Anna Delmonta"}
    )
    found = evidence(creators, table("accounts"), table("records", NAMED))
    assert found.select("creator_id", "rivals", "outdone").rows() == [("a", 1, False), ("b", 1, False), ("c", 2, True)]
