"""Sudden steps: shared by a platform, explained by a post, or neither."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from vetting.measure.inflation.steps import placed, summed

DAY = date(2026, 5, 1)
NUMBERS = (
    "age_days", "days", "gap_days", "gained", "excess", "peak", "week_before", "week_after", "month_after",
    "posts_then", "likes_then", "views_then", "comments_then", "likes_change", "likes_told",
)  # fmt: skip
SCHEMA = {"account_id": pl.String, "first_day": pl.Date, "peak_day": pl.Date} | dict.fromkeys(NUMBERS, pl.Float64)
ACCOUNTS = pl.DataFrame({"account_id": [f"{n:02}" for n in range(20)], "platform": ["x"] * 20, "followers": [999] * 20})


def step(account: str, **row: Any) -> dict[str, Any]:  # noqa: ANN401 # values of any column
    day = row.pop("day", DAY)
    plain = {"account_id": account, "first_day": day, "peak_day": day, "gained": 200.0, "excess": 0.2}
    return dict.fromkeys(SCHEMA) | plain | row


def rows(*steps: dict[str, Any]) -> pl.DataFrame:
    return placed(pl.DataFrame(steps, schema=SCHEMA), ACCOUNTS)


def test_a_step_that_others_made_the_same_way_within_a_day_is_shared() -> None:
    near = [step(f"{n:02}", excess=-0.1, day=DAY + timedelta(days=n % 2)) for n in range(5)]
    got = rows(*near, step("06"), step("07", excess=-0.1, day=DAY + timedelta(days=9)))
    assert got["shared"].to_list() == [True] * 5 + [None, None] or got["shared"].fill_null(value=False).sum() == 5


def test_a_step_of_one_account_is_its_own() -> None:
    assert rows(step("01"), step("02", day=DAY + timedelta(days=30)))["shared"].any() is False


def test_a_post_that_did_far_better_explains_a_step_and_an_ordinary_one_does_not() -> None:
    got = summed(rows(step("01", likes_then=1.5), step("02", likes_then=0.2), step("03")))
    assert got.sort("account_id")["s_seen"].to_list() == pytest.approx([0.2, 0, 0])
    assert got.sort("account_id")["s_unseen"].to_list() == pytest.approx([0, 0.2, 0.2])


def test_the_largest_step_comes_first_and_missed_likes_are_what_the_gain_should_have_brought() -> None:
    got = summed(
        rows(step("01", gained=50.0), step("01", day=DAY + timedelta(days=40), gained=400.0, likes_change=0.0))
    )
    assert got["s0_part"][0] == pytest.approx(0.4)
    assert got["s1_part"][0] == pytest.approx(0.05)
    assert got["s0_missed"][0] == pytest.approx(-0.75 * 0.2)
    assert got["s2_part"][0] is None


def test_no_steps_at_all_give_no_rows() -> None:
    assert summed(rows()).height == 0
