"""Copies of one text."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.match.says.same import same_text

WIRE = (
    "A streamer was fined on Monday by the advertising authority for a campaign that was not labelled as paid. "
    "The authority said that three videos about an energy drink had been paid for, and that viewers could not know. "
    "The streamer told the agency that the label was forgotten and that it would be added the same day."
)
OTHER = "The harbour festival opened on Sunday with boats, music and a little rain, and nobody minded the rain at all."


def _same(**texts: str | None) -> dict[str, str]:
    rows = pl.DataFrame({"record_id": list(texts), "title": None, "text": list(texts.values())})
    read = same_text(rows.cast({"title": pl.String, "text": pl.String}))
    return dict(zip(read["record_id"], read["same_text"], strict=True))


def test_a_copy_with_another_lead_or_cut_short_is_one_with_its_source() -> None:
    cut = WIRE[: len(WIRE) * 3 // 4]
    same = _same(b=WIRE, c="(Agency) " + WIRE, a=WIRE.upper(), d=cut, e=OTHER)
    assert same == {"a": "a", "b": "a", "c": "a", "d": "a", "e": "e"}


def test_reports_in_their_own_words_stay_apart() -> None:
    own = "An energy drink paid for three videos, and a streamer forgot to say so; now there is a fine to be paid."
    assert _same(a=WIRE, b=own) == {"a": "a", "b": "b"}


@pytest.mark.parametrize("text", ["", None, "?", "x"])
def test_short_and_empty_texts(text: str | None) -> None:
    same = _same(a=text, b=text, c=WIRE)
    assert same["b"] == ("a" if text == "x" else "b")
    assert same["c"] == "c"


def test_the_order_of_rows_makes_no_difference() -> None:
    assert _same(a=WIRE, b=OTHER, c=WIRE + "!") == _same(c=WIRE + "!", b=OTHER, a=WIRE)


def test_no_records() -> None:
    assert _same() == {}


@pytest.mark.timeout(30)
def test_ten_thousand_copies_are_one() -> None:
    same = _same(**{f"r{at:05}": f"{WIRE} {at}" for at in range(10_000)})
    assert set(same.values()) == {"r00000"}
