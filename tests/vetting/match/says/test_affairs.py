"""Which records tell of one affair."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import polars as pl
import pytest

from vetting.match.says.affairs import affairs

START = datetime(2026, 1, 1)
FAMILY = {"fraud": "commerce", "undisclosed_ads": "commerce", "violence": "harm", "other": "other"}
ROW: dict[str, Any] = {
    "creator_id": "c", "category": "fraud", "met": "Zed Quarrel", "text": None, "day": 0, "same_text": None,
}  # fmt: skip
SCHEMA = dict.fromkeys(
    ("creator_id", "category", "met", "title", "text", "same_text", "record_id", "family"), pl.String
)


def _affairs(**rows: dict[str, Any]) -> list[str | None]:
    filled = [ROW | row | {"record_id": name} for name, row in rows.items()]
    frame = pl.DataFrame(filled, infer_schema_length=None).with_columns(
        family=pl.col("category").replace_strict(FAMILY, default=None, return_dtype=pl.String),
        published_at=pl.lit(START) + pl.duration(days=pl.col("day").cast(pl.Int64)),
        observed_at=pl.lit(START + timedelta(days=900)),
    )  # fmt: skip
    return affairs(frame.drop("day").cast({name: SCHEMA[name] for name in frame.columns if name in SCHEMA}))[
        "affair"
    ].to_list()


DRINK = {"title": "Zed Quarrel accused over NovaDrink giveaway"}


@pytest.mark.parametrize(
    ("second", "together"),
    [
        ({"title": "NovaDrink answers Zed Quarrel", "day": 20}, True),
        ({"title": "NovaDrink answers Zed Quarrel", "day": 60}, False),
        ({"title": "The giveaway of NovaDrink, again", "day": 60}, True),
        ({"title": "The giveaway of NovaDrink, again", "day": 400}, False),
        ({"title": "The giveaway of NovaDrink, again", "day": 60, "category": "undisclosed_ads"}, True),
        ({"title": "The giveaway of NovaDrink, again", "day": 60, "category": "other"}, True),
        ({"title": "The giveaway of NovaDrink, again", "day": 1, "category": "violence"}, False),
        ({"title": "The giveaway of NovaDrink, again", "day": 1, "creator_id": "d"}, False),
        ({"title": "Zed Quarrel says more about fraud videos", "day": 1}, False),
    ],
)
def test_what_belongs_together(second: dict[str, Any], *, together: bool) -> None:
    assert _affairs(a=DRINK, b=second) == ["a", "a" if together else "b"]


def test_an_affair_is_named_by_its_first_record_and_goes_on() -> None:
    said = _affairs(z=DRINK, a=DRINK | {"day": 25}, b=DRINK | {"day": 50})
    assert said == ["z", "z", "z"]


def test_copies_belong_together_whenever_they_appear() -> None:
    assert _affairs(a={"title": "x", "same_text": "a"}, b={"title": "y", "same_text": "a", "day": 800}) == ["a", "a"]


def test_without_a_category_there_is_no_affair() -> None:
    assert _affairs(a=DRINK, b=DRINK | {"category": None}) == ["a", None]


def test_a_word_that_stands_in_the_records_of_many_creators_tells_nothing() -> None:
    others = {f"o{at}": DRINK | {"creator_id": f"o{at}"} for at in range(9)}
    assert _affairs(a=DRINK, b=DRINK | {"day": 1}, **others)[:2] == ["a", "b"]


def test_without_a_date_what_was_seen_counts() -> None:
    assert _affairs(a=DRINK | {"day": None}, b=DRINK | {"day": None}) == ["a", "a"]
