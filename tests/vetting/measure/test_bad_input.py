"""Bad input gives a reading or a named silence: never a crash, a number that is none, or an interval inside out."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.vetting.measure.hostile import AS_OF, HOSTILE, Row, World, plain
from vetting.load.load import load
from vetting.measure.measure import measure
from vetting.records import TABLES
from vetting.settings import Settings
from vetting.signals import read_signals
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS: dict[str, pl.DataType | type[pl.DataType]] = {"id": pl.String, "text": pl.String, "word": pl.String}
KINDS |= {"count": pl.Int64, "time": pl.Datetime("us"), "date": pl.Date}
KINDS |= {"flag": pl.Boolean, "list": pl.List(pl.String)}
SIGNALS = read_signals()
OUTCOMES = {"measured", "not_enough_data", "not_available", "hidden", "not_applicable"}
SHARES = {name for name, signal in SIGNALS.items() if signal.card.unit == "share"}
OF_LESS = {"engagement_rate_by_followers", "engagement_rate_by_views", "real_engagement_rate"}
"""Rates, told as shares, of what can be less: a post may have more likes than its account has followers."""
UNLOADED = {"no_profile", "account_of_1850"}
"""No account is known without a profile that can be loaded."""
ANSWERS: list[tuple[str, str, object]] = [
    ("alone_on_other", "engagement_rate_by_followers", "measured"),
    ("profile_only", "audience_inflation", "not_enough_data"),
    ("profile_only", "posting_cadence", "not_available"),
    ("no_followers", "engagement_rate_by_followers", "not_available"),
    ("no_followers", "engagement_rate_by_views", "measured"),
    ("zero_followers", "engagement_rate_by_followers", "not_enough_data"),
    ("zero_followers", "growth_30d", "not_enough_data"),
    ("zero_unsampled", "audience_inflation", "not_enough_data"),
    ("all_zero", "likes_above_views_share", "not_enough_data"),
    ("all_huge", "comments_per_like", 1.0),
    ("followers_jump", "growth_break_without_engagement", 0.975924),
    ("followers_spike", "growth_break_without_engagement", 0.0),
    ("followers_spike", "top5_day_share", 0.070035),
    ("likes_above_views", "likes_above_views_share", 1.0),
    ("likes_hidden", "engagement_rate_by_followers", "hidden"),
    ("likes_hidden", "real_engagement", "hidden"),
    ("likes_hidden", "hidden_like_share", 1.0),
    ("likes_hidden", "view_spread", "measured"),
    ("views_zero", "engagement_rate_by_views", "not_enough_data"),
    ("no_posts", "posting_cadence", "not_available"),
    ("one_post", "engagement_rate_by_followers", "not_enough_data"),
    ("one_post", "like_spread", "not_enough_data"),
    ("undated_posts", "posting_cadence", "not_available"),
    ("undated_posts", "engagement_rate_by_followers", "measured"),
    ("future_posts", "engagement_rate_by_followers", "not_available"),
    ("ancient_posts", "engagement_rate_by_followers", "not_available"),
    ("seen_before_posted", "engagement_rate_by_followers", "not_enough_data"),
    ("seen_before_posted", "real_engagement", "not_enough_data"),
    ("seen_before_posted", "likes_growth_gap", "not_enough_data"),
    ("posts_before_account", "account_age", 1.0),
    ("account_of_tomorrow", "account_age", "not_available"),
    ("text_null", "sponsored_share", "not_available"),
    ("text_emoji", "emoji_only_share", 1.0),
    ("text_uncovered", "generic_praise_share", "not_available"),
    ("text_uncovered", "comment_authenticity", "not_available"),
    ("one_day", "growth_30d", "not_enough_data"),
    ("no_followers", "growth_30d", "not_available"),
    ("days_in_one_hour", "growth_volatility", "not_enough_data"),
    ("own_comments", "comment_authenticity", "not_available"),
    ("comments_undated", "comment_burst_share", "not_available"),
    ("comments_nowhere", "near_duplicate_share", "not_available"),
    ("one_author", "commenter_concentration", 1.0),
    ("label_alone", "sample_fake_share", "not_enough_data"),
    ("samples_born_late", "young_account_share", "not_available"),
    ("samples_bare", "generated_handle_share", "not_available"),
    ("samples_future", "sample_fake_share", "not_available"),
]
FROM_OTHERS = {
    "audience_inflation",
    "sample_fake_share",
    "real_engagement",
    "real_engagement_rate",
    "comment_authenticity",
}
"""Signals that learn from all accounts."""
AS_PLAIN = {"days_backwards", "days_twice", "days_contradict", "platform_changes", "posts_moved"}
"""What changes nothing: the order of rows, a row twice, one that contradicts another, what was said before."""


def write(folder: Path, worlds: list[World], absent: frozenset[str] = frozenset()) -> None:
    """Write the exchange files of all worlds together, without the tables that are absent."""
    for table in worlds[0].keys() - absent:
        schema = {column.name: KINDS[column.kind] for column in TABLES[table].columns}
        rows = [row for world in worlds for row in world[table]]
        pl.DataFrame(rows, schema=schema).write_parquet(folder / f"{table}.parquet")


def measured(house: Warehouse, folder: Path, worlds: list[World], absent: frozenset[str] = frozenset()) -> list[Row]:
    write(folder, worlds, absent)
    load(house, folder, source="hostile", loaded_at=AS_OF)
    house.set(as_of=AS_OF)
    Settings.read().apply(house)
    measure(house)
    return house.query("measured_readings").to_dicts()


@pytest.fixture(scope="module")
def house() -> Iterator[Warehouse]:
    with Warehouse() as house:
        yield house


@pytest.fixture(scope="module")
def readings(house: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Row]:
    worlds = [hostility(plain(name)) for name, hostility in HOSTILE.items()]
    rows = measured(house, tmp_path_factory.mktemp("hostile"), worlds)
    return {(row["account_id"], row["signal"]): row for row in rows}


def sound(row: Row) -> bool:
    """Whether a reading is a finite number inside its interval and place, and there only where it was measured."""
    told = [row[name] for name in ("low", "reading", "high") if row[name] is not None]
    is_share = row["signal"] in SHARES - OF_LESS
    return (
        row["outcome"] in OUTCOMES
        and (row["reading"] is not None) == (row["outcome"] == "measured")
        and (not told or row["outcome"] == "measured")
        and all(map(isfinite, told))
        and told == sorted(told)
        and all(0 <= value <= 1 for value in told if is_share)
        and (row["percentile"] is None or 0 <= row["percentile"] <= 1)
    )


def test_every_signal_says_something_sound_of_every_account(readings: dict[tuple[str, str], Row]) -> None:
    assert set(readings) == {(name, signal) for name in HOSTILE.keys() - UNLOADED for signal in SIGNALS}
    assert [row for row in readings.values() if not sound(row)] == []


@pytest.mark.parametrize(("account", "signal", "answer"), ANSWERS, ids=[f"{a}: {s}" for a, s, _ in ANSWERS])
def test_bad_input_gets_the_right_kind_of_answer(
    account: str, signal: str, answer: object, readings: dict[tuple[str, str], Row]
) -> None:
    row = readings[account, signal]
    assert row["outcome"] == (answer if isinstance(answer, str) else "measured")
    if isinstance(answer, float):
        assert row["reading"] == pytest.approx(answer, rel=1e-5)


@pytest.mark.parametrize("account", sorted(AS_PLAIN))
def test_rows_that_say_nothing_new_change_no_reading(account: str, readings: dict[tuple[str, str], Row]) -> None:
    of_itself = SIGNALS.keys() - FROM_OTHERS
    for signal in sorted(of_itself):
        mine, theirs = (readings[name, signal] for name in (account, "plain"))
        assert (mine["outcome"], mine["reading"]) == (theirs["outcome"], theirs["reading"]), signal


def test_an_account_alone_on_its_platform_has_no_place(readings: dict[tuple[str, str], Row]) -> None:
    assert {readings["alone_on_other", signal]["percentile"] for signal in SIGNALS} == {None}


@pytest.mark.usefixtures("readings")
def test_no_fact_holds_a_number_that_is_none(house: Warehouse) -> None:
    columns = house.execute(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = 'facts' AND data_type IN ('DOUBLE', 'FLOAT') ORDER BY ALL"
    )
    assert len(columns) > 50
    counted = (
        (table, column, house.execute(f'SELECT count(*) FROM facts.{table} WHERE NOT isfinite("{column}")')[0][0])
        for table, column in columns
    )
    assert [each for each in counted if each[2]] == []


@pytest.mark.usefixtures("readings")
def test_checks_find_nothing_that_fails(house: Warehouse) -> None:
    assert [name for name, level, _ in house.check() if level == "fail"] == []


def test_two_threads_read_the_same_as_one(readings: dict[tuple[str, str], Row], house: Warehouse) -> None:
    (threads,) = house.execute("SELECT current_setting('threads')")[0]
    house.execute("SET threads = 1")
    measure(house, full=True)
    alone = house.query("measured_readings").to_dicts()
    house.execute(f"SET threads = {threads}")
    assert alone == list(readings.values())


@pytest.mark.parametrize("table", sorted(plain("")))
def test_a_table_may_be_absent(table: str, tmp_path: Path) -> None:
    with Warehouse() as house:
        rows = measured(house, tmp_path, [plain("plain")], frozenset({table}))
    assert [row for row in rows if not sound(row)] == []
    assert len(rows) == (0 if table == "accounts" else len(SIGNALS))


@pytest.mark.parametrize("there", [set[str](), {"accounts"}, {"posts", "follower_samples"}], ids=len)
def test_tables_may_be_empty(there: set[str], tmp_path: Path) -> None:
    world = {table: rows if table in there else [] for table, rows in plain("plain").items()}
    with Warehouse() as house:
        rows = measured(house, tmp_path, [world])
    assert [row for row in rows if not sound(row)] == []
    assert len(rows) == ("accounts" in there) * len(SIGNALS)
