"""A place among peers: shrunk to the wider cohort where peers are few, and never invented."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vetting.measure.cohorts import PLACE, place
from vetting.records import PLATFORMS
from vetting.settings import Settings
from vetting.signals import read_signals

ACCOUNTS = {
    "account_id": pl.String,
    "platform": pl.String,
    "tier": pl.String,
    "category": pl.String,
    "followers": pl.Int64,
}
READINGS = {"account_id": pl.String, "signal": pl.String, "outcome": pl.String, "reading": pl.Float64}
BENCHMARKS = {
    "signal": pl.String,
    "platform": pl.String,
    "at_least": pl.Int64,
    "below": pl.Int64,
    "low": pl.Float64,
    "high": pl.Float64,
    "benchmark": pl.String,
}
BAND = ("rate", "x", 1_000, 5_000, 0.03, 0.05, "published: somebody, 2025")
Crowd = list[tuple[str | None, str | None, float | None]]


def placed(
    crowd: Crowd,
    *,
    min_peers: int = 4,
    benchmarks: list[tuple[object, ...]] | None = None,
    followers: int | None = 2_000,
) -> pl.DataFrame:
    """Places of accounts given as (tier, category, reading), all on one platform."""
    ids = [f"a{place:03}" for place in range(len(crowd))]
    accounts = [(one, "x", tier, category, followers) for one, (tier, category, _) in zip(ids, crowd, strict=True)]
    outcomes = ["not_enough_data" if reading is None else "measured" for *_, reading in crowd]
    readings = [(one, "rate", outcome, row[2]) for one, outcome, row in zip(ids, outcomes, crowd, strict=True)]
    return place(
        pl.DataFrame(readings, READINGS, orient="row"),
        pl.DataFrame(accounts, ACCOUNTS, orient="row"),
        pl.DataFrame(benchmarks or [], BENCHMARKS, orient="row"),
        min_peers=min_peers,
    )


def test_a_place_is_the_share_that_reads_lower_with_ties_counted_half() -> None:
    got = placed([(None, None, value) for value in (1.0, 2.0, 2.0, 9.0)])
    assert got["percentile"].to_list() == pytest.approx([0, 0.5, 0.5, 1])
    assert got["peers"].to_list() == [4] * 4
    assert got["cohort"].to_list() == ["x"] * 4


def test_few_peers_of_a_category_weigh_as_many_as_they_are() -> None:
    """The wider cohort weighs 2. Tier: 3 others, all lower. Platform: 7 others, 3 lower. Category: 1 other, lower."""
    crowd: Crowd = [("t", "c", 5.0), ("t", "c", 1.0), ("t", "d", 2.0), ("t", None, 3.0)]
    crowd += [("u", None, value) for value in (6.0, 7.0, 8.0, 9.0)]
    first = placed(crowd).row(0, named=True)
    tier = (3 + 2 * 3 / 7) / (3 + 2)
    assert first["percentile"] == pytest.approx((1 + 2 * tier) / (1 + 2))
    assert (first["peers"], first["cohort"]) == (4, "x, t")


def test_the_narrowest_cohort_with_enough_is_named() -> None:
    got = placed([("t", "c", float(value)) for value in range(4)])
    assert set(got["cohort"]) == {"x, t, c"}
    assert placed([("t", "c", float(value)) for value in range(3)])["cohort"].unique().to_list() == ["x"]


def test_one_more_peer_moves_a_place_by_little() -> None:
    """There was a cliff where a category reached min_peers: here it would fall from .9 to .1."""
    others: Crowd = [("t", "d", float(value)) for value in range(100)]
    few, enough = (
        placed([("t", "c", 90.0), *[("t", "c", 99.0)] * count, *others], min_peers=20)["percentile"][0]
        for count in (18, 19)
    )
    assert 0 < few - enough < 0.03


def test_an_account_without_a_peer_has_no_place() -> None:
    got = placed([("t", "c", 1.0)]).row(0, named=True)
    assert (got["percentile"], got["peers"], got["cohort"], got["benchmark"]) == (None, 1, "x", None)


def test_what_was_not_measured_has_no_place_and_is_nobodys_peer() -> None:
    got = placed([("t", "c", None), ("t", "c", 1.0), ("t", "c", 2.0)], benchmarks=[BAND])
    assert {got.row(0, named=True)[name] for name in PLACE} == {None}
    assert got["peers"].to_list() == [None, 2, 2]
    assert got["percentile"].to_list()[1:] == [0, 1]


def test_unknown_tiers_and_categories_are_no_cohort_of_their_own() -> None:
    crowd: Crowd = [(None, "c", float(value)) for value in range(5)] + [("t", "c", 9.0)] * 5
    got = placed(crowd)
    assert got["cohort"].to_list() == ["x"] * 5 + ["x, t, c"] * 5
    assert got["percentile"].to_list()[:5] == pytest.approx([value / 9 for value in range(5)])


def test_a_benchmark_is_named_only_where_peers_are_too_few() -> None:
    few = placed([("t", "c", 0.04), ("t", "c", 0.01)], benchmarks=[BAND])
    assert few["benchmark"].to_list() == ["published: somebody, 2025"] * 2
    assert few.row(0, named=True) | {"benchmark_low": 0.03, "benchmark_high": 0.05} == few.row(0, named=True)
    assert few["percentile"].to_list() == [1, 0]
    enough = placed([("t", "c", float(value)) for value in range(4)], benchmarks=[BAND])
    assert enough["benchmark"].null_count() == 4


@pytest.mark.parametrize(
    ("followers", "expected"), [(999, None), (1_000, 0.03), (4_999, 0.03), (5_000, 0.01), (10**9, 0.01), (None, None)]
)
def test_a_benchmark_holds_for_its_number_of_followers(followers: int | None, expected: float | None) -> None:
    bands: list[tuple[object, ...]] = [
        BAND,
        ("rate", "x", 1_000, None, 0.01, 0.02, "wider"),
        ("rate", "y", 0, None, 1, 2, "y"),
    ]
    got = placed([("t", "c", 0.04)], benchmarks=bands, followers=followers)
    assert got["benchmark_low"][0] == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["t", "u", None]), st.sampled_from(["c", "d", None]), st.sampled_from([0.0, 1, 2, 3, 1e300])
        ),
        min_size=2,
        max_size=40,
    ),
    st.integers(2, 30),
)
def test_a_higher_reading_never_stands_lower_in_its_cohort(crowd: Crowd, min_peers: int) -> None:
    got = placed(crowd, min_peers=min_peers)
    assert got["percentile"].is_between(0, 1).all()
    keys = pl.DataFrame(crowd, {"tier": pl.String, "category": pl.String, "same": pl.Float64}, orient="row")
    ordered = pl.concat([got, keys], how="horizontal").sort("reading")
    steps = ordered.with_columns(step=pl.col("percentile").diff().over("tier", "category"))
    assert steps.filter(pl.col("step") < -1e-12).is_empty()


def test_the_order_of_the_rows_changes_nothing() -> None:
    crowd: Crowd = [("t", "c" if value % 3 else "d", float(value % 7)) for value in range(50)]
    accounts = pl.DataFrame([(f"a{n}", "x", *row[:2], 10) for n, row in enumerate(crowd)], ACCOUNTS, orient="row")
    readings = pl.DataFrame([(f"a{n}", "s", "measured", row[2]) for n, row in enumerate(crowd)], READINGS, orient="row")
    none = pl.DataFrame(schema=BENCHMARKS)
    one = place(readings, accounts, none, min_peers=5)
    other = place(readings.reverse(), accounts.sample(fraction=1, shuffle=True, seed=1), none, min_peers=5)
    assert one.equals(other.reverse())
    assert one.columns == [*READINGS, *PLACE]


def test_published_figures_are_of_signals_and_platforms_that_we_have() -> None:
    cards = read_signals()
    for benchmark in Settings.read().benchmarks:
        assert set(benchmark.platforms) <= set(PLATFORMS)
        assert set(benchmark.platforms) <= set(cards[benchmark.signal].card.platforms)
        assert all(0 <= band.low < band.high for band in benchmark.bands)
        floors = [band.at_least for band in benchmark.bands]
        assert [band.below for band in benchmark.bands] == [*floors[1:], None]
