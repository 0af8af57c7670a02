"""The forecast of an account's next post."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
from scipy import stats  # type: ignore[import-untyped] # scipy ships no types

from vetting.measure.next_post import FREEDOM, USUAL_POSTS, USUAL_SCALE, expect

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = {"account_id": pl.String, "place": pl.Int64, "likes": pl.Int64, "comments": pl.Int64, "views": pl.Int64}


def posts(likes: Sequence[int | None], account: str = "a") -> pl.DataFrame:
    """The posts of an account, oldest first."""
    rows = [
        {"account_id": account, "place": len(likes) - at, "likes": count, "comments": None, "views": None}
        for at, count in enumerate(likes)
    ]
    return pl.DataFrame(rows, schema=KINDS)


def test_equal_posts_are_expected_again_and_more_of_them_narrow_the_range() -> None:
    few, many = (expect(posts([99] * count)).to_dicts()[0] for count in (5, 60))
    scale = USUAL_SCALE * USUAL_POSTS / (4 + USUAL_POSTS)
    assert few["p50"] == pytest.approx(99)
    assert few["p90"] == pytest.approx(100 * np.exp(scale * stats.t(FREEDOM).ppf(0.9)) - 1)
    assert many["p10"] > few["p10"]
    assert many["p90"] < few["p90"]
    assert (many["posts"], many["tested"], many["inside"]) == (60, 50, 1.0)


def test_the_level_follows_the_latest_posts() -> None:
    rising = expect(posts([100] * 30 + [1000] * 30)).to_dicts()[0]
    assert rising["p50"] == pytest.approx(1000, rel=0.02)


def test_hidden_counts_are_unknown_and_no_post_has_no_row() -> None:
    told = expect(posts([99, None, 99])).to_dicts()
    assert [(row["counted"], row["posts"]) for row in told] == [("likes", 2)]
    assert expect(posts([])).is_empty()


def test_one_post_and_counts_at_the_edge_give_finite_ranges() -> None:
    told = expect(pl.concat([posts([0]), posts([2**63 - 1, 0, 7], "b")]))
    ends = told.select("p05", "p10", "p50", "p90", "p95").to_numpy()
    assert np.isfinite(ends).all()
    assert (np.diff(ends, axis=1) >= 0).all()
    assert told["inside"].to_list() == [None, None]


def test_an_accounts_range_does_not_hang_on_the_others_or_on_the_order_of_rows() -> None:
    dice = np.random.default_rng(5)
    frames = [posts(dice.integers(50, 500, 40).tolist(), name) for name in ("a", "b", "c")]
    together = expect(pl.concat(frames).sample(fraction=1, shuffle=True, seed=1))
    assert together.filter(pl.col("account_id") == "b").equals(expect(frames[1]))


def test_ranges_hold_what_they_say_for_posts_that_remember_the_one_before() -> None:
    dice = np.random.default_rng(9)
    state, rows = 0.0, []
    for _ in range(2000):
        state = 0.85 * state + np.sqrt(1 - 0.85**2) * dice.normal()
        rows.append(int(np.exp(6 + 0.5 * state + 0.3 * dice.standard_t(5))))
    told = expect(posts(rows)).to_dicts()[0]
    assert told["inside"] == pytest.approx(0.8, abs=0.05)
