"""Text cut into words."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.match.tokens import LONGEST_WORD, cut, ranges


def _cut(*texts: str) -> pl.DataFrame:
    return cut(pl.DataFrame({"passage": range(len(texts)), "text": texts}))


def test_words_keep_what_their_spelling_tells() -> None:
    found = _cut("Le silence d'Ana Delmonte-Roux, dit @ana_d99")
    assert found["token"].to_list() == ["le", "silence", "ana", "delmonte", "roux", "dit", "anad99"]
    assert found["capital"].to_list() == [True, False, True, True, True, False, False]
    assert found["pause"].to_list() == [False, False, False, False, False, True, False]
    assert found["handle_like"].to_list() == [False] * 6 + [True]
    assert found["pos"].to_list() == list(range(7))


def test_lines_are_told_apart() -> None:
    assert _cut("A Title\nand a text")["line"].to_list() == [0, 0, 1, 1, 1]


def test_a_text_of_nothing_but_decoration_has_no_words() -> None:
    assert _cut("🎉 !!", "").is_empty()


def test_a_word_has_a_greatest_length() -> None:
    assert _cut("a" * 1_000)["token"].str.len_chars().max() == LONGEST_WORD


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["a", "A ", "é\u0301", "'", "ﷺ", "@", "._", "a.", "\u202e", "Ana Delmonte. "])
def test_a_megabyte_of_anything_is_read_in_time(piece: str) -> None:
    assert _cut(piece * (1_000_000 // len(piece))).height <= 50_000


def test_ranges_say_where_each_passage_stands() -> None:
    assert ranges(_cut("one two", "", "three")).rows() == [(0, 0, 2), (2, 2, 1)]
