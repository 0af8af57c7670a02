"""Letters that pass for Latin ones."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.lexicon import confusables, mixed_script, unmasked

CYRILLIC_A, GREEK_O = "\u0430", "\u03bf"


def test_each_stands_for_one_latin_letter() -> None:
    odd = {a: b for a, b in confusables().items() if len(a) != 1 or len(b) != 1 or a.isascii() or not b.isascii()}
    assert odd == {}


def test_letters_in_costume_are_in() -> None:
    known = confusables()
    assert known["\uff21"] == "A"
    assert known["\U0001d41a"] == "a"
    assert known[CYRILLIC_A] == "a"


@pytest.mark.parametrize(
    ("name", "mixed"),
    [
        ("Anna Brown", False),
        (f"P{CYRILLIC_A}ypal", True),
        (f"{CYRILLIC_A}nna", True),
        (f"G{GREEK_O}{GREEK_O}gle", True),
        ("\u0410\u043d\u043d\u0430 Brown", False),  # a Cyrillic word beside a Latin one
        ("\u0410\u043d\u043d\u0430", False),
        ("\u5f20\u4f1f Wei", False),
        ("", False),
        (None, None),
    ],
)
def test_one_word_in_two_scripts_is_flagged(name: str | None, mixed: bool | None) -> None:  # noqa: FBT001 - a case of the table
    assert pl.select(mixed_script(pl.lit(name, pl.String))).item() is mixed


def test_a_mask_comes_off() -> None:
    assert pl.select(unmasked(pl.lit(f"P{CYRILLIC_A}yp{CYRILLIC_A}l"))).item() == "Paypal"
