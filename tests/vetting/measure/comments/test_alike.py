"""Near-duplicates are found without comparing all pairs, and only within one account."""

from __future__ import annotations

import time

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetting.measure.comments.alike import clusters
from vetting.measure.comments.text import prepared, worded

LONG = "this is a really lovely way to spend a rainy sunday afternoon"


def of(*words: str, owner: str = "a") -> list[int]:
    found: list[int] = clusters(
        pl.Series([owner] * len(words), dtype=pl.String), pl.Series(words, dtype=pl.String)
    ).tolist()
    return found


def test_one_changed_word_in_ten_is_nearly_the_same_and_another_sentence_is_not() -> None:
    first, second, other = of(LONG, LONG.replace("rainy", "sunny"), "who on earth painted that kitchen in such a blue")
    assert first == second != other


def test_short_comments_are_alike_only_if_equal() -> None:
    assert of("so good", "so good", "so goods") == [0, 0, 1]


def test_two_accounts_share_no_cluster() -> None:
    assert len(set(clusters(pl.Series(["a", "b"]), pl.Series([LONG, LONG])).tolist())) == 2


def test_nothing_gives_nothing() -> None:
    assert clusters(pl.Series([], dtype=pl.String), pl.Series([], dtype=pl.String)).tolist() == []


def test_half_a_million_nearly_equal_comments_are_one_group_in_no_time() -> None:
    words = pl.Series([LONG] * 250_000 + [f"{LONG} {n}" for n in range(250_000)])
    began = time.process_time()
    found = clusters(pl.Series(["a"] * len(words)), words)
    assert np.bincount(found).max() > 490_000
    assert time.process_time() - began < 60


@given(st.lists(st.text(max_size=80), max_size=12))
def test_any_text_gets_a_cluster_and_equal_ones_the_same(texts: list[str]) -> None:
    found = of(*texts)
    assert len(found) == len(texts)
    for place, text in enumerate(texts):
        assert found[place] == found[texts.index(text)]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Yesssss!!! 😍", "yes"),
        ("go to https://trap.example/x now @you", "go to now"),
        ("<b>so</b>&nbsp;good", "so good"),
        ("C'est TRÈS beau", "c'est très beau"),
        ("😍😍", ""),
    ],
)
def test_words_are_what_is_left(said: str, words: str) -> None:
    table = pl.DataFrame({"text": [said]}).select(worded(prepared(pl.col("text"))))
    assert table.item() == words
