"""The passage that is quoted, with the words that met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from vetting.match.reading import read_creators, read_records
from vetting.match.sides import Sides
from vetting.match.standing import AROUND, quoted

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def passage(table: Callable[..., pl.DataFrame]) -> Callable[[dict[str, Any], str | None], str | None]:
    """What is quoted of a record for words that met."""

    def quote(record: dict[str, Any], met: str | None) -> str | None:
        both = Sides(read_creators(table("creators", {}), pl.DataFrame()), read_records(table("records", record)), [])
        return quoted(both, {"met_words": met} if met else None)

    return quote


@pytest.mark.parametrize(
    ("text", "met", "told"),
    [
        ("Diaz, Ana was fined.", "Diaz Ana", "**Diaz, Ana** was fined."),
        ("Ana Diaz’s shop; Ana Diaz left", "Ana Diaz", "**Ana Diaz**’s shop; **Ana Diaz** left"),  # noqa: RUF001
        ("Anabel Diaz", "Ana", "Anabel Diaz"),
        ("A (a+)+$ name", "(a+)+$", "A **(a+)+$** name"),
        ("Nothing met", None, "Nothing met"),
    ],
)
def test_the_words_that_met_are_marked(
    passage: Callable[[dict[str, Any], str | None], str | None], text: str, met: str | None, told: str
) -> None:
    assert passage({"text": text}, met) == told


def test_a_long_text_is_cut_around_the_place_beyond_the_title(
    passage: Callable[[dict[str, Any], str | None], str | None],
) -> None:
    told = passage({"title": "Ana Diaz", "text": "so " * 500 + "Ana Diaz spoke. " + "so " * 500}, "Ana Diaz") or ""
    assert told.startswith("… so")
    assert told.endswith("so …")
    assert told.count("**Ana Diaz**") == 1
    assert len(told) < 4 * AROUND


def test_without_text_there_is_no_passage(
    passage: Callable[[dict[str, Any], str | None], str | None],
) -> None:
    assert passage({"subject_names": ["Ana Diaz"]}, "Ana Diaz") is None
