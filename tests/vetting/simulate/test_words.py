"""Every phrase exists in every language, no placeholder is left in a text, and names tell nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from vetting.simulate import ads, chatter, phrases
from vetting.simulate.draw import pseudonyms, ragged
from vetting.simulate.headlines import SITUATIONS, SOURCES, cases
from vetting.simulate.names import EACH, NAMES

if TYPE_CHECKING:
    from tests.vetting.simulate.conftest import Read

TABLES = {
    f"{module.__name__}.{name}": value
    for module in (ads, chatter, phrases)
    for name, value in vars(module).items()
    if isinstance(value, dict) and "en" in value
}


@pytest.mark.parametrize("name", TABLES)
def test_every_language_has_its_words(name: str) -> None:
    assert set(TABLES[name]) == set(phrases.LANGUAGES)
    assert all(TABLES[name].values())


def test_every_category_has_its_topics() -> None:
    for text in phrases.TOPICS.values():
        assert len(phrases.listed(text)) == len(phrases.CATEGORIES) * phrases.TOPICS_EACH


def test_every_origin_has_as_many_names() -> None:
    for given, family in NAMES.values():
        assert len(set(given)) == len(set(family)) == EACH


def test_every_case_names_somebody() -> None:
    told = cases()
    assert (
        told["title"].str.contains("{name}", literal=True) | told["text"].str.contains("{name}", literal=True)
    ).all()
    assert set(told["situation"]) == set(SITUATIONS)
    assert set(told["fits"]) - {"creator", "other"} <= set(SOURCES)
    assert told.group_by("tongue", "fits").len().height == 12


@pytest.mark.parametrize(
    ("table", "column"),
    [("posts", "text"), ("comments", "text"), ("records", "title"), ("records", "text"), ("accounts", "bio")],
)
def test_no_placeholder_is_left(many: Read, table: str, column: str) -> None:
    texts = many.world[table][column].drop_nulls()
    assert not texts.str.contains(r"\{[a-z]+\}").any()


def test_pseudonyms_are_one_to_one() -> None:
    numbers = np.arange(100_000) * 4_096
    names = pseudonyms("u", numbers)
    assert names.n_unique() == len(numbers)
    assert names.equals(pseudonyms("u", numbers))


def test_ragged_counts_within_groups() -> None:
    owner, place = ragged(np.array([2, 0, 3]))
    assert owner.tolist() == [0, 0, 2, 2, 2]
    assert place.tolist() == [0, 1, 0, 1, 2]
