"""Every piece of evidence has its words."""

from __future__ import annotations

import polars as pl

from vetting.match.words import AGAINST, FOR, say, sentences


def test_every_code_has_a_sentence_in_both_languages_and_none_is_left_over() -> None:
    codes = set(FOR) | set(AGAINST)
    for lang in ("en", "fr"):
        told = sentences(lang)
        assert set(told) == codes
        assert all(text.endswith(".") and "  " not in text for text in told.values())


def test_codes_become_sentences() -> None:
    row = pl.DataFrame(
        {"for": [["birth_equal"]], "against": [[]]}, {"for": pl.List(pl.String), "against": pl.List(pl.String)}
    )
    assert say(row, "fr").row(0) == (["La date de naissance est la même."], [])
