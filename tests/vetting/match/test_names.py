"""What is left of a name."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.match.names import core, folded, shown, sound


def _one(expr: pl.Expr) -> object:
    return pl.select(expr).item()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Díaz", "diaz"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Łukasz", "lukasz"),
        ("O'Brien", "obrien"),
        ("Delmonte's", "delmonte"),
        ("l'Avenir", "avenir"),
        ("d’Ana", "ana"),  # noqa: RUF001 - a curly apostrophe is what French texts have
        ("\U0001d4d0\U0001d4f7\U0001d4ea", "ana"),  # bold script letters
        ("Шевченко", "shevchenko"),
        ("Ελένη", "eleni"),
        ("🎉", ""),
    ],
)
def test_a_word_folds_to_small_latin_letters(given: str, expected: str) -> None:
    assert _one(folded(pl.lit(given))) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("mohammed", "muhamed"), ("youssef", "yusuf"), ("philip", "filip"), ("catherine", "katherine")]
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert _one(sound(pl.lit(one))) == _one(sound(pl.lit(other)))


def test_other_names_do_not() -> None:
    assert _one(sound(pl.lit("marie"))) != _one(sound(pl.lit("martin")))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("therealanadelmonte", "anadelmonte"),
        ("anadelmonteofficial", "anadelmonte"),
        ("itsanadelmonte99", "anadelmonte"),
        ("anadelmonte", "anadelmonte"),
        ("theo", None),
        ("1234567", None),
    ],
)
def test_a_handle_is_freed_of_what_decorates_it(given: str, expected: str | None) -> None:
    assert _one(core(pl.lit(given))) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Ana Delmonte | beauty", "Ana Delmonte"),
        ("Ana Delmonte • Travel", "Ana Delmonte"),
        ("AnaDelmonteVEVO", "Ana Delmonte VEVO"),
        ("McAllister Jones", "McAllister Jones"),
        ("| only after a bar", "| only after a bar"),
    ],
)
def test_a_displayed_name_ends_where_the_name_does(given: str, expected: str) -> None:
    assert str(_one(shown(pl.lit(given)))).replace("  ", " ") == expected
