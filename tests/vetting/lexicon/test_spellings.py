"""Names that stand for one another, and those that must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.lexicon import cousins, name_shares, nicknames, variants
from vetting.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from vetting.lexicon.spellings import Pairs

KINDS = [nicknames, variants, cousins]
VERY_COMMON = 3e-3
LOOKED_AT = {
    frozenset(pair)
    for pair in (
        ("fatima", "fatou"), ("fatou", "fatoumata"), ("hans", "johannes"), ("john", "jack"), ("brahim", "ibrahim"),
        ("abdelaziz", "aziz"), ("abdulaziz", "aziz"), ("elena", "lena"), ("isa", "isabel"), ("francis", "francisco"),
        ("enzo", "vincenzo"), ("mia", "maria"), ("ana", "anita"), ("nino", "antonio"), ("charlie", "charles"),
        ("betty", "elizabeth"), ("nadia", "nadezhda"), ("sandra", "alessandra"), ("jennifer", "jenny"),
        ("mari", "mariana"), ("elisabeth", "lisa"), ("hanna", "johanna"), ("lena", "magdalena"), ("dan", "daniel"),
        ("kim", "kimberly"), ("tim", "timothy"),
    )
}  # fmt: skip
"""Short forms that became usual names of their own, looked at one by one."""


@pytest.mark.parametrize("pairs", KINDS)
def test_pairs_go_both_ways_and_join_two_names(pairs: Callable[[], Pairs]) -> None:
    assert all((b, a) in pairs() and a != b for a, b in pairs())


@pytest.mark.parametrize("pairs", KINDS)
def test_names_are_folded(pairs: Callable[[], Pairs]) -> None:
    assert {
        name for pair in pairs() for name in pair if not name.isascii() or not name.isalpha() or name.isupper()
    } == set()


@pytest.mark.parametrize(("pairs", "least"), [(nicknames, 3000), (variants, 2000), (cousins, 1500)])
def test_there_are_enough(pairs: Callable[[], Pairs], least: int) -> None:
    assert len(pairs()) >= least


@pytest.mark.parametrize("kind", ["nicknames", "variants", "cousins"])
def test_no_line_says_a_word_twice(kind: str) -> None:
    lines = [line.split() for text in table("spellings")[kind].values() for line in text.splitlines()]
    assert [line for line in lines if len(line) != len(set(line)) or len(line) == 1] == []


def test_short_forms_of_eleven_languages() -> None:
    told = {
        ("william", "bill"), ("guillaume", "guigui"), ("francisco", "paco"), ("jose", "zeca"), ("matthias", "hias"),
        ("giuseppe", "beppe"), ("aleksandr", "sasha"), ("malgorzata", "gosia"), ("ibrahim", "ibo"),
        ("mohamed", "momo"), ("rajesh", "raju"),
    }  # fmt: skip
    assert told <= nicknames()


@pytest.mark.parametrize(
    "pair", [("mohamed", "muhammad"), ("youssef", "yusuf"), ("dmitri", "dmytro"), ("sara", "sarah")]
)
def test_spellings_of_one_name(pair: tuple[str, str]) -> None:
    assert pair in variants()


@pytest.mark.parametrize("pair", [("muhammad", "mehmet"), ("alexandre", "alejandro"), ("chan", "chen")])
def test_the_same_name_elsewhere_is_only_a_cousin(pair: tuple[str, str]) -> None:
    assert pair in cousins()
    assert pair not in variants()


@pytest.mark.parametrize(
    "pair", [("ali", "alice"), ("maria", "mary"), ("hassan", "hussein"), ("jean", "jeanne"), ("andre", "andrea")]
)
def test_other_names_stay_other_names(pair: tuple[str, str]) -> None:
    assert pair not in nicknames() | variants()


def test_no_short_form_joins_two_very_common_names() -> None:
    given = name_shares().filter((pl.col("part") == "given") & (pl.col("share") >= VERY_COMMON))["token"]
    common = set(given)
    met = {frozenset(pair) for pair in nicknames() if set(pair) <= common}
    assert {tuple(sorted(pair)) for pair in met - LOOKED_AT} == set()
