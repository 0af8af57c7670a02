"""Names that nobody should have, and that some have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vetting.match.screen import screen

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

MASKED = "\u0421\u0430rl\u0430 Petrulescu"
"""Three of its letters are Cyrillic."""
NAMES = (
    "", " ", "🎉🎉", "A", "Ω", ".*", "(a+)+$", "[", "\\", "'; DROP TABLE stored.records; --", "%s%n", "null", "\x00",
    "\u202e", "Apple", "60 Minutes", "Star Trek", "a" * 5000, "Ana " * 300, "高市早苗", MASKED, "@", "#", "_", "--",
    "<script>",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_held_against_any_record(table: Callable[..., pl.DataFrame], name: str) -> None:
    creators = table("creators", {"name": name, "aliases": [name]}, {"creator_id": "other", "name": "Ana Diaz"})
    accounts = table("accounts", {"creator_id": "c", "handle": name, "display_name": name})
    records = table(
        "records",
        {"record_id": "s", "subject_names": [name], "subject_handles": [name]},
        {"record_id": "t", "title": f"{name} sued", "text": name * 3},
        {"record_id": "plain", "title": "Apple pie in sixty minutes: ten recipes that anyone can make"},
    )
    found = screen(creators, accounts, records)
    assert set(found["record_id"]) <= {"s", "t"} or name in {"Apple", "60 Minutes"}
    assert found.filter(creator_id="other").is_empty() or "Ana" in name


@pytest.mark.parametrize("name", ["Apple", "60 Minutes", "Star Trek", "Sunday"])
def test_ordinary_words_never_confirm(table: Callable[..., pl.DataFrame], name: str) -> None:
    titles = (
        f"{name} pie wins prize",
        f"How {name} changed the world",
        f"An {name.lower()} a day",
        f"{name}: a review",
    )
    records = table("records", *({"record_id": title, "title": title} for title in titles))
    found = screen(table("creators", {"name": name}), table("accounts"), records)
    assert "match" not in set(found["decision"])


def test_look_alike_letters_are_met_and_told(table: Callable[..., pl.DataFrame]) -> None:
    creator = table("creators", {"name": MASKED})
    found = screen(creator, table("accounts"), table("records", {"subject_names": ["Carla Petrulescu"]}))
    assert "look_alike" in found["against"].item().to_list() + found["for"].item().to_list()


def test_ten_thousand_records_about_one_person(table: Callable[..., pl.DataFrame]) -> None:
    records = table(
        "records", *({"record_id": f"r{i}", "title": f"Zorvan Petrulescu, part {i}"} for i in range(10_000))
    )
    found = screen(table("creators", {"name": "Zorvan Petrulescu"}), table("accounts"), records)
    assert found.height == 10_000
