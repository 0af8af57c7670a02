"""The words of config/commercial.toml: whole words in five languages, and a quick look that never misses them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from vetting.patterns import whole_words
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

SOLD = ("discount_code", "capital_code", "affiliate", "call_to_action")
WORDS = sorted({word for words in Settings.read().commercial.model_dump(exclude={"fold"}).values() for word in words})
TERMS = sorted({term.term for term in Settings.read().terms})


@pytest.fixture(scope="module")
def house() -> Iterator[Warehouse]:
    """A warehouse that knows the patterns."""
    with Warehouse() as opened:
        opened.set(as_of=datetime(2026, 6, 30))
        Settings.read().apply(opened)
        yield opened


def found(house: Warehouse, text: str, *names: str) -> set[str]:
    matches = ", ".join(f"regexp_matches($text, getvariable('{name}'))" for name in names)
    (row,) = house.execute(f"SELECT {matches}", {"text": text})
    return {name for name, hit in zip(names, row, strict=True) if hit}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("code promo LEA15", {"discount_code"}),
        ("Mit dem Code: LEA15", {"capital_code"}),
        ("con mi código «LEA15»", {"capital_code"}),
        ("\N{MINUS SIGN}15 % sur tout", {"capital_code"}),
        ("30% OFF", {"discount_code"}),
        ("le code de la route", set()),
        ("my code compiles", set()),
        ("half of you, about 50 %", set()),
        ("lien en bio", {"call_to_action"}),
        ("Lien dans la bio !", {"call_to_action"}),
        ("silien en biologie", set()),
        ("liens affiliés", {"affiliate"}),
        ("an affiliated club", set()),
        ("#affiliate", {"affiliate", "disclosure_hint"}),
        ("#concours", {"giveaway"}),
        ("grand concours : deux places à gagner", {"giveaway"}),
        ("concourir", set()),
        ("Gewinnspiel!", {"giveaway"}),
        ("#collab", {"disclosure_hint"}),
        ("#collaboration", set()),
        ("rien de sponsorisé", {"unpaid"}),
        ("keine Werbung", {"unpaid"}),
        ("#adventure", set()),
        ("", set()),
    ],
)
def test_a_text_says_what_it_says_in_whole_words(text: str, kinds: set[str], house: Warehouse) -> None:
    assert found(house, text, *SOLD, "giveaway", "disclosure_hint", "unpaid") == kinds


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("Paid partnership with Gamma Ray. Nice", "Gamma Ray"),
        ("Collaboration commerciale avec Élan", "Élan"),
        ("Publicité : Norvella, ma crème", "Norvella"),
        ("Werbung für Brightmoor heute", "Brightmoor"),
        ("Sponsored by my mum", ""),
        ("A walk with Anna", ""),
    ],
)
def test_a_brand_is_named_after_the_words_that_disclose(text: str, brand: str, house: Warehouse) -> None:
    assert house.execute("SELECT regexp_extract($t, getvariable('brand_named'), 1)", {"t": text}) == [(brand,)]


@settings(deadline=None, max_examples=60)
@given(
    before=some.text(max_size=8),
    word=some.sampled_from([*WORDS, *TERMS, "-20 %", "15% off", "code LEA15"]),
    after=some.text(max_size=8),
)
def test_the_quick_look_misses_nothing_that_a_slow_one_finds(
    before: str, word: str, after: str, house: Warehouse
) -> None:
    text = (before + word + after).replace("\0", "").encode("utf-8", "ignore").decode()
    kinds = found(house, text, *SOLD, "giveaway", "disclosure", "disclosure_hint", "commercial", "selling", "telling")
    assert not kinds.intersection(SOLD) or "selling" in kinds
    assert not kinds.intersection({"disclosure", "disclosure_hint"}) or "telling" in kinds
    assert not kinds or "commercial" in kinds


def test_no_word_at_all_finds_nothing(house: Warehouse) -> None:
    assert house.execute("SELECT regexp_matches('anything', $p)", {"p": whole_words([])}) == [(False,)]
