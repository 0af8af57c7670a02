"""Text becomes what a column holds, or nothing."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetting.load.values import count, listed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("0012", 12),
        ("1234567", 1234567),
        ("1,234,567", 1234567),
        ("2,28,00,00,00,000", 228_000_000_000),
        ("28,36,88,41,870", 28_368_841_870),
        ("1 234", 1234),
        ("1\u202f234\u00a0567", 1234567),
        ("1'234", 1234),
        ("48.5M", 48_500_000),
        ("221.7K", 221_700),
        ("3.3k", 3_300),
        ("0.89k", 890),
        ("29.0b", 29_000_000_000),
        ("5 M", 5_000_000),
        ("3.0", 3),
        ("9223372036854775807", 2**63 - 1),
        ("9223372036854775808", None),
        ("48.5Q", None),
        ("3.5", None),
        ("1.2345k", None),
        ("-5", None),
        ("1,23", None),
        ("1,5M", None),
        ("1,234 567", None),
        ("12,34,56", None),
        ("1e6", None),
        ("٣", None),
        (".5k", None),
        ("10k+", None),
        ("5 6", None),
        ("", None),
        ("nan", None),
    ],
)
def test_counts_as_people_write_them(text: str, expected: int | None) -> None:
    assert count(pl.Series([text])).item() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("48,5 M", 48_500_000), ("1.234.567", 1234567), ("1.234", 1234), ("1.5", None), ("1,5", None)],
)
def test_counts_with_a_decimal_comma(text: str, expected: int | None) -> None:
    assert count(pl.Series([text]), ",").item() == expected


@given(st.integers(0, 2**63 - 1))
def test_every_count_survives_its_groups(number: int) -> None:
    texts = pl.Series([str(number), f"{number:,}", f"{number:,}".replace(",", " ")])
    assert count(texts).to_list() == [number] * 3
    assert count(pl.Series([f"{number:,}".replace(",", ".")]), ",").item() == number


@given(st.text(max_size=12))
def test_no_text_is_a_negative_count(text: str) -> None:
    found = count(pl.Series([text], dtype=pl.String)).item()
    assert found is None or found >= 0


def test_lists_lose_their_blanks() -> None:
    cells = pl.Series(["a| b ||c", "one", "|", None, "\x1ea|b\x1f c \x1f", "\x1e"])
    assert listed(cells, "|").to_list() == [["a", "b", "c"], ["one"], [], None, ["a|b", "c"], []]
