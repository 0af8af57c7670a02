"""Pairs worth a look, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vetting.match.candidates import candidates
from vetting.match.reading import read
from vetting.match.sounding import MOST_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl


def _pairs(creators: pl.DataFrame, accounts: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    world = read(creators, accounts, records)
    return candidates(world.known, world.places, world.tokens)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Delmonte was there",
        "ANA DELMONTE WAS THERE",
        "said Delmonte, Ana",
        "said Ana Delmnote",
        "said A. Delmonte",
        "said Ana Lucia Delmonte",
        "see #AnaDelmonte",
        "see @ana_delmonte99",
        "Ana Delmonte's words",
        "l'aveu d'Ana Delmonte",
    ],
)
def test_a_name_is_found_in_running_text(table: Callable[..., pl.DataFrame], text: str) -> None:
    found = _pairs(table("creators", {"name": "Ana Delmonte"}), table("accounts"), table("records", {"text": text}))
    assert not found.is_empty()


@pytest.mark.parametrize("text", ["Otto Delmonte was there", "nobody at all", "Anabel Montero"])
def test_another_name_is_not(table: Callable[..., pl.DataFrame], text: str) -> None:
    found = _pairs(table("creators", {"name": "Ana Delmonte"}), table("accounts"), table("records", {"text": text}))
    assert found.is_empty()


def test_a_legal_name_is_met_through_an_alias(table: Callable[..., pl.DataFrame]) -> None:
    creators = table("creators", {"name": "Velvet Otter", "aliases": ["Ana Delmonte"]})
    assert _pairs(creators, table("accounts"), table("records", {"subject_names": ["Delmonte, Ana"]})).height == 1


def test_many_bearers_of_one_given_name_are_never_crossed(table: Callable[..., pl.DataFrame]) -> None:
    many = 1_500
    families = [f"{'bcdfghklmn'[i % 10]}{'aeiou'[i // 10 % 5]}rqu{i:04d}" for i in range(many)]
    creators = table("creators", *({"creator_id": f"c{i}", "name": f"Maria {name}"} for i, name in enumerate(families)))
    records = table(
        "records", *({"record_id": f"r{i}", "subject_names": [f"Maria {name}x"]} for i, name in enumerate(families))
    )
    found = _pairs(creators, table("accounts"), records).height
    assert many <= found <= many * MOST_NAMES
    assert found < many * many / 5
