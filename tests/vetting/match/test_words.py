"""Every piece of evidence has its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from vetting.match.decide import decide
from vetting.match.evidence import TELLING, evidence
from vetting.match.together import together
from vetting.match.words import AGAINST, FOR, VERDICT, codes, say, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, Any]
NO_EVIDENCE = {"creator_id", "record_id"}
UNTOLD = {"second", "joined", "total", "exact_words", "whole", "in_text", "margin"}
"""Measures that make the name's evidence, which other codes tell, and where a name stands, which is neither."""
ANA: Row = {"creator_id": "c", "name": "Zorvan Petrulescu", "country": "FR"}
CASES: list[tuple[Row, Row, str]] = [
    (ANA, {"subject_names": ["Zorvan Petrulescu"]}, "name_equal"),
    (ANA, {"subject_names": ["Zorvan Petrulesco"]}, "letter_differs"),
    (ANA, {"subject_names": ["Z. Petrulescu"]}, "initial"),
    (ANA, {"subject_names": ["Zorvan P."]}, "cropped"),
    (ANA, {"subject_names": ["Zorvan Petrulescu"], "subject_country": "ES"}, "country_differs"),
    (ANA, {"subject_names": ["Zоrvan Petrulescu"]}, "look_alike"),  # noqa: RUF001 - the second letter is Cyrillic
    (ANA | {"name": "Maria Martin"}, {"subject_names": ["Maria Martin"]}, "nothing_beyond_name"),
    (ANA | {"name": "Maria Martin"}, {"subject_names": ["Maria Martin"]}, "common_name"),
    (ANA | {"name": "Maria Martin"}, {"subject_names": ["Mario Martin"]}, "other_known"),
]


@pytest.fixture
def told(table: Callable[..., pl.DataFrame]) -> Callable[[Row, Row], list[str]]:
    """The codes of a creator and a record, for and against."""

    def all_codes(creator: Row, record: Row) -> list[str]:
        rows = evidence(table("creators", creator), table("accounts"), table("records", record))
        row = codes(decide(rows.with_columns(probability=pl.lit(0.5)))).row(0, named=True)
        return [*row["for"], *row["against"]]

    return all_codes


def test_every_code_has_a_sentence_in_both_languages_and_none_is_left_over() -> None:
    for lang in ("en", "fr"):
        told = sentences(lang)
        assert list(told) == [*FOR, *AGAINST]
        assert all(text.endswith(".") and "  " not in text for text in told.values())
    assert not [text for text in sentences("fr").values() if re.search(r"[^\s«][:;?!»]|['\"“]{2}|“", text)]


def test_every_column_of_the_evidence_is_told() -> None:
    pair = pl.DataFrame(schema=TELLING)
    columns = set(together(pair).columns) - NO_EVIDENCE
    told = {column for fires in (*FOR.values(), *AGAINST.values()) for column in fires.meta.root_names()}
    assert columns - told == UNTOLD
    assert VERDICT in told


@pytest.mark.parametrize(("creator", "record", "code"), CASES)
def test_evidence_has_its_code(told: Callable[[Row, Row], list[str]], creator: Row, record: Row, code: str) -> None:
    assert code in told(creator, record)


def test_what_tells_two_bearers_apart_is_not_nothing(told: Callable[[Row, Row], list[str]]) -> None:
    common = ANA | {"name": "Maria Martin"}
    found = told(common, {"subject_names": ["Maria Martin"], "subject_country": "ES"})
    assert "nothing_beyond_name" not in found
    assert "little_beyond_name" in found
    assert "letter_differs" not in found


def test_the_strongest_comes_first(told: Callable[[Row, Row], list[str]]) -> None:
    found = told(ANA | {"languages": ["fr"]}, {"subject_names": ["Zorvan Petrulescu"], "language": "fr"})
    assert found[:3] == ["rare_name", "name_equal", "language_equal"]


def test_codes_become_sentences() -> None:
    row = pl.DataFrame(
        {"for": [["birth_equal"]], "against": [[]]}, {"for": pl.List(pl.String), "against": pl.List(pl.String)}
    )
    assert say(row, "fr").row(0) == (["La date de naissance est la même."], [])
