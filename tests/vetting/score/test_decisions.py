"""Decisions and what became of them: labels, what is left out and why, and nothing that was known later."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from vetting.errors import RefusalError
from vetting.score.decisions import REMEDY, WHY, cut, decisions, examples, rows_hash, worse
from vetting.signals import read_signals
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

AS_OF, LOADED = datetime(2026, 6, 30), datetime(2026, 7, 1)
KNOWN, DECIDED = datetime(2024, 1, 1), datetime(2025, 3, 14, 10)
READ = ("audience_inflation", "controversies", "views_per_follower")
Row = tuple[str, datetime, bool, datetime | None]


@pytest.fixture
def house() -> Iterator[Warehouse]:
    """A warehouse that knows the creators a and b."""
    with Warehouse() as opened:
        opened.set(as_of=AS_OF)
        opened.execute(
            "INSERT INTO ops.loads SELECT unnest([1, 2]), 'folder', 'outcomes', 'outcomes.csv', '', 0, 0, 0, 0, [], ?",
            [LOADED],
        )
        for creator in ("a", "b"):
            opened.execute(
                "INSERT INTO stored.accounts (account_id, platform, creator_id, observed_at, row_hash, load_id) "
                "VALUES (?, 'youtube', ?, ?, 1, 1)",
                [f"account of {creator}", creator, KNOWN],
            )
        yield opened


def put(house: Warehouse, *rows: Row) -> None:
    for row in rows:
        house.execute("INSERT INTO stored.outcomes VALUES (?, ?, ?, ?, NULL, NULL, 1, 1)", list(row))


def test_an_incident_counts_within_twelve_months_of_the_decision(house: Warehouse) -> None:
    year = timedelta(days=365)
    put(
        house,
        ("a", DECIDED, True, DECIDED + year),
        ("b", DECIDED, True, DECIDED + year + timedelta(days=1)),
        ("b", DECIDED - year, False, None),
        ("a", DECIDED - year, True, None),
    )
    found = decisions(house)
    assert found.rows.select("creator_id", "incident", "undated").rows() == [
        ("a", True, True),
        ("a", True, False),
        ("b", False, False),
        ("b", False, False),
    ]
    assert found.left_out == {}
    assert any("without a date" in line for line in found.told())


def test_what_can_not_be_learnt_from_is_left_out_and_counted(house: Warehouse) -> None:
    put(
        house,
        ("a", DECIDED, False, None),
        ("nobody", DECIDED, True, DECIDED),
        ("b", DECIDED, False, DECIDED + timedelta(days=9)),
        ("b", DECIDED + timedelta(days=1), True, DECIDED - timedelta(days=9)),
        ("b", DECIDED + timedelta(days=2), True, datetime(2031, 1, 1)),
        ("a", AS_OF - timedelta(days=364), True, AS_OF - timedelta(days=300)),
        ("a", KNOWN - timedelta(days=1), False, None),
        ("a", AS_OF + timedelta(days=1), True, None),
    )
    found = decisions(house)
    assert found.left_out == {"ahead": 1, "contradicting": 2, "unknown": 1, "unseen": 1, "young": 1}
    assert found.unknown == ("nobody",)
    assert found.rows["decided_at"].to_list() == [DECIDED]
    assert found.told()[0] == "2 left out, contradicting themselves"
    assert found.told()[-1] == "unknown: nobody"


def test_the_same_decision_told_in_two_ways_is_left_out(house: Warehouse) -> None:
    put(house, ("a", DECIDED, True, None), ("a", DECIDED, False, None), ("b", DECIDED, True, None))
    found = decisions(house)
    assert found.left_out == {"contradicting": 1}
    assert found.rows["creator_id"].to_list() == ["b"]


def test_what_happened_after_as_of_is_not_known_before(house: Warehouse) -> None:
    put(house, ("a", DECIDED, True, DECIDED + timedelta(days=200)))
    early = DECIDED + timedelta(days=100)
    house.set(as_of=early)
    assert decisions(house).left_out == {"young": 1}
    seen = house.execute("SELECT incident, incident_at FROM seen.outcomes(?)", [early])
    assert seen == [(False, None)]
    assert house.execute("SELECT incident FROM seen.outcomes(?)", [AS_OF]) == [(True,)]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "no outcomes"),
        ((("a", DECIDED, True, None), ("b", DECIDED, True, None)), "nothing to tell apart"),
        ((("nobody", DECIDED, True, None), ("none", DECIDED, False, None)), r"None of 2 .*nobody, none"),
        ((("a", AS_OF, False, None),), "younger than 12 months"),
        ((("a", KNOWN - timedelta(days=9), False, None),), "before anything"),
    ],
)
def test_too_little_is_refused_in_a_sentence(rows: tuple[Row, ...], sentence: str, house: Warehouse) -> None:
    put(house, *rows)
    with pytest.raises(RefusalError, match=sentence) as refused:
        decisions(house).refuse("2026-06-30")
    assert refused.value.what.endswith(".")
    assert refused.value.remedy.endswith(".")


def test_every_reason_has_its_words() -> None:
    assert WHY.keys() == REMEDY.keys()


def test_features_are_taken_at_the_start_of_the_month_if_the_creator_was_known_by_then() -> None:
    rows = pl.DataFrame(
        {
            "decided_at": [DECIDED] * 5,
            "known_at": [KNOWN, *(DECIDED - timedelta(days=days) for days in (8, 3, 2, 0))],
        }
    )
    day = DECIDED.replace(hour=0)
    starts = [datetime(2025, 3, 1), datetime(2025, 3, 10), day, day, DECIDED]
    assert cut(rows, None).to_list() == starts
    assert cut(rows, "quarter").to_list() == [datetime(2025, 1, 1), *starts[1:]]
    known = cut(rows, None) >= rows["known_at"]
    assert known.all()
    assert (cut(rows, "month") <= rows["decided_at"]).all()


def test_many_months_are_taken_a_quarter_at_a_time() -> None:
    months = pl.datetime_range(datetime(2020, 1, 15), datetime(2024, 1, 15), "1mo", eager=True)
    rows = pl.DataFrame({"decided_at": months, "known_at": [datetime(2019, 1, 1)] * len(months)})
    assert cut(rows, None).n_unique() == 17
    assert cut(rows, "month").n_unique() == len(months)


def test_examples_hold_what_was_kept_of_the_cut_and_nothing_else(house: Warehouse) -> None:
    put(house, ("a", DECIDED, True, None), ("b", DECIDED, False, None), ("b", DECIDED + timedelta(days=2), False, None))
    at = datetime(2025, 3, 1)
    for signal in READ:
        house.execute(
            "INSERT INTO stored.features_at VALUES (?, 'b', ?, 0.5), (?, 'a', ?, 9)", [at, signal, AS_OF, signal]
        )
    house.execute("INSERT INTO stored.features_at VALUES (?, 'a', 'audience_inflation', 0.1)", [at])
    house.execute("INSERT INTO stored.creators_at VALUES (?, 'b', 'youtube', 'micro', NULL, 's')", [at])
    learnt, left = examples(house, decisions(house))
    assert left.left_out == {"unmeasured": 1}
    assert learnt.features == READ
    np.testing.assert_array_equal(learnt.worse, worse(READ, read_signals()))
    np.testing.assert_array_equal(learnt.readings, np.full((2, 3), 0.5))
    assert learnt.creators.tolist() == ["b", "b"]
    assert {by: names.tolist() for by, names in learnt.groups.items()} == {
        "language": ["", ""],
        "platform": ["youtube"] * 2,
        "tier": ["micro"] * 2,
    }
    assert rows_hash(learnt) == rows_hash(learnt.take(np.array([1, 0])))
    learnt.incident[0] = 1
    assert rows_hash(learnt) != rows_hash(examples(house, decisions(house))[0])


def test_rows_to_learn_from_do_not_hang_on_what_people_decided(house: Warehouse) -> None:
    put(house, ("a", DECIDED, True, None), ("b", DECIDED, False, None))
    before = decisions(house).rows
    house.execute(
        "INSERT INTO stored.judgements VALUES (?, 'somebody', 'recommendation', 'a', NULL, NULL, 'proceed', 'a hunch')",
        [DECIDED],
    )
    assert decisions(house).rows.equals(before)
