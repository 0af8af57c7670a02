"""What charts read from the warehouse: causes of jumps, the cohort that a reading names, sponsored posts by month."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 6, 30, tzinfo=UTC)
SIGNAL = "engagement_rate_by_followers"


@pytest.fixture
def house() -> Iterator[Warehouse]:
    """An empty warehouse with three accounts of one platform and two tiers."""
    with Warehouse() as made:
        made.set(as_of=NOW, min_peers=3)
        Settings.read().apply(made)
        made.set(min_peers=3)
        made.execute("CREATE TABLE facts.now AS SELECT getvariable('as_of')::TIMESTAMP AS as_of")
        made.execute(
            "CREATE TABLE facts.accounts AS SELECT 'a' || n AS account_id, 'c' || n AS creator_id, "
            "'tiktok' AS platform, ['10k-100k', '10k-100k', 'over 1M'][n] AS tier, NULL::VARCHAR AS category, "
            "20000 AS followers FROM range(1, 4) AS t(n)"
        )
        yield made


def read(house: Warehouse, cohort: str, peers: int, band: float | None = None) -> None:
    rates = pl.DataFrame({
        "account_id": ["a1", "a2", "a3"], "signal": SIGNAL, "outcome": "measured", "reading": [0.02, 0.04, 0.09],
        "peers": peers, "cohort": cohort, "benchmark_low": band, "benchmark_high": band,
        "benchmark": "published: Modash, Nov 2025" if band else None,
    })  # fmt: skip
    house.write("stored.readings", rates, ["account_id", "signal"])


def test_the_median_is_that_of_the_cohort_which_the_reading_names(house: Warehouse) -> None:
    read(house, "tiktok", 3)
    rows = house.query("report_cohort_rates").to_dicts()
    assert [(row["rate"], row["cohort"], row["peers"], row["rate_by"]) for row in rows] == [
        (0.04, "tiktok", 3, "followers")
    ] * 3


def test_with_too_few_peers_there_is_no_median_but_a_band_with_its_source(house: Warehouse) -> None:
    house.set(min_peers=20)
    read(house, "tiktok", 3, 0.08)
    row = house.query("report_cohort_rates").row(0, named=True)
    assert (row["rate"], row["peers"], row["benchmark_low"]) == (None, None, 0.08)
    assert (row["benchmark_source"], row["benchmark_date"]) == ("Modash", "Nov 2025")


def test_each_jump_brings_its_cause_and_each_purge_its_loss(house: Warehouse) -> None:
    house.execute(
        "CREATE TABLE facts.growth_breaks AS SELECT 'a1' AS account_id, DATE '2026-01-05' AS day, ln(1.2) AS log_change"
    )
    house.execute(
        "CREATE TABLE facts.growth_jumps AS SELECT 'a1' AS account_id, kind, day, gained, cause, 0.1 AS shared_by, "
        "true AS with_engagement, 0.5 AS lost_later FROM (VALUES ('history', NULL::DATE, NULL, NULL), "
        "('jump', DATE '2026-01-05', 200, 'giveaway'), ('purge', DATE '2026-02-01', -9, NULL)) "
        "AS t(kind, day, gained, cause)"
    )
    rows = house.query("report_breaks").to_dicts()
    assert [(row["kind"], row["day"], row["gained"], row["cause"]) for row in rows] == [
        ("jump", "2026-01-05", 200, "giveaway"),
        ("purge", "2026-02-01", -9, None),
    ]
    assert rows[0]["change"] == pytest.approx(0.2)
    assert rows[1]["change"] is None


def test_months_count_what_is_sponsored_how_that_shows_and_what_is_not_known(house: Warehouse) -> None:
    house.execute(
        "CREATE TABLE facts.kept_posts AS SELECT 'a1' AS account_id, 'p' || n AS post_id, "
        "TIMESTAMP '2026-05-30' + INTERVAL (n) DAY AS posted_at, posted_at AS seen_at FROM range(5) AS t(n)"
    )
    house.execute(
        "CREATE TABLE facts.commercial_words AS SELECT 'a1' AS account_id, day, sponsored, labelled, says_so "
        "FROM (VALUES (DATE '2026-05-30', true, true, false), (DATE '2026-05-31', NULL, NULL, NULL), "
        "(DATE '2026-06-01', true, NULL, true), (DATE '2026-06-02', false, false, false)"
        ") AS t(day, sponsored, labelled, says_so)"
    )
    rows = [tuple(row.values())[2:] for row in house.query("report_months").to_dicts()]
    assert rows == [("2026-05-01", 2, 1, 1, 1, 0), ("2026-06-01", 3, 1, 0, 0, 1)]
