"""Facts from everything and from a part, and rows that come in odd shapes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.load.load import load
from vetting.settings import Settings
from warehouse import Builder, RefusalError, Tree, Warehouse

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = datetime(2026, 6, 30)
FACTS = (
    "kept_days",
    "repeated_posts",
    "worded_posts",
    "kept_posts",
    "typical_posts",
    "recent_posts",
    "post_engagement",
    "account_days",
)


def opened(folder: Path, **tables: pl.DataFrame) -> Warehouse:
    """A warehouse with these tables and the facts about posts and days."""
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        rows.write_parquet(folder / f"{name}.parquet")
    house = Warehouse()
    load(house, folder, source="rows", loaded_at=AS_OF)
    house.set(as_of=AS_OF)
    Settings.read().apply(house)
    house.build_facts(FACTS)
    return house


def posts(**columns: object) -> pl.DataFrame:
    given = {"post_id": "p", "account_id": "a", "posted_at": AS_OF - timedelta(days=9), "observed_at": AS_OF} | columns
    return pl.DataFrame(given).with_columns(pl.col("posted_at").cast(pl.Datetime("us")))


def days(*pairs: tuple[int, int]) -> pl.DataFrame:
    seen = [AS_OF - timedelta(hours=hours) for hours, _ in pairs]
    return pl.DataFrame({"account_id": "a", "observed_at": seen, "followers": [count for _, count in pairs]})


def test_snapshots_in_any_order_and_several_a_day(tmp_path: Path) -> None:
    given = days((1, 130), (49, 100), (25, 110), (3, 120), (47, 105))
    with opened(tmp_path / "rows", follower_snapshots=given) as house:
        told = house.execute(
            "SELECT day::VARCHAR, before_newest, followers, new_followers FROM facts.account_days ORDER BY day"
        )
    # 49 and 47 hours before midnight are two days; 25 is the day of 47, 3 that of 1
    assert told == [("2026-06-27", 2, 100, None), ("2026-06-28", 1, 110, 10), ("2026-06-29", 0, 130, 20)]


def test_a_post_seen_often_is_one_with_its_last_counts(tmp_path: Path) -> None:
    seen = [AS_OF - timedelta(days=back) for back in (1, 8, 4)]
    given = posts(observed_at=seen, likes=[30, 10, 20], text=[None, "#ad", "hello"], comments=[None, 1, 2])
    with opened(tmp_path / "rows", posts=given) as house:
        told = house.execute("SELECT likes, comments, seen_at, sponsored, in_window FROM facts.post_engagement")
    assert told == [(30, None, seen[1], False, True)]  # the last text known is "hello"


@pytest.mark.parametrize(("first", "then", "recent"), [(9, 900, 0), (900, 9, 1), (None, 900, 0), (None, 9, 1)])
def test_a_post_lies_where_its_last_known_date_puts_it(
    first: int | None, then: int, recent: int, tmp_path: Path
) -> None:
    dated = [AS_OF - timedelta(days=back) if back else None for back in (first, then)]
    given = posts(posted_at=dated, observed_at=[AS_OF - timedelta(days=2), AS_OF], likes=[1, 2])
    with opened(tmp_path / "rows", posts=given) as house:
        every = house.execute("SELECT likes, in_window FROM facts.post_engagement")
        assert house.execute("SELECT count(*) FROM facts.recent_posts") == [(recent,)]
    assert every == [(2, bool(recent))]


def test_a_post_that_two_accounts_published_stands_with_each(tmp_path: Path) -> None:
    given = posts(account_id=["a", "b"], observed_at=[AS_OF - timedelta(days=1), AS_OF], likes=[1, 2])
    with opened(tmp_path / "rows", posts=given) as house:
        assert house.execute("SELECT account_id, likes FROM facts.recent_posts ORDER BY 1") == [("a", 1), ("b", 2)]


def test_one_account_with_very_many_posts(tmp_path: Path) -> None:
    number = pl.int_range(300_000, eager=True)
    given = pl.DataFrame({"post_id": number.cast(pl.String), "account_id": "a", "likes": number}).with_columns(
        posted_at=pl.lit(AS_OF) - pl.duration(minutes=pl.col("likes")), observed_at=pl.lit(AS_OF)
    )
    with opened(tmp_path / "rows", posts=given, follower_snapshots=days((1, 9), (90, 8))) as house:
        told = house.execute("SELECT count(*), min(place), max(place), max(typical_likes) FROM facts.recent_posts")
    settled = 300_000 - 1440
    assert told == [(300_000, 1, 300_000, 1440 + (settled - 1) / 2)]


def test_what_is_built_by_account_reads_nothing_wider(tmp_path: Path) -> None:
    facts = tmp_path / "tree" / "facts"
    facts.mkdir(parents=True)
    (facts / "wide.sql").write_text("-- All.\nSELECT 'a' AS account_id\n")
    (facts / "narrow.sql").write_text("-- Each.\n-- build: account\nFROM facts.wide\n")
    with Warehouse(tree=Tree(tmp_path / "tree")) as house:
        with pytest.raises(RefusalError, match=r"facts\.wide"):
            Builder(house, part=False).build(house.tree.sources("facts")[0])
        (facts / "narrow.sql").write_text("-- Each.\n-- build: quickly\nFROM facts.wide\n")
        with pytest.raises(RefusalError, match="quickly"):
            Builder(house, part=False)


def test_a_label_goes_with_what_was_seen_when_it_was_given(tmp_path: Path) -> None:
    drawn = pl.DataFrame(
        {
            "account_id": "a",
            "follower_id": ["f", "f", "g"],
            "sampled_at": [AS_OF - timedelta(days=2), AS_OF, AS_OF],
            "followers": [5, 900, 7],
            "label": ["fake", None, None],
        }
    )
    with opened(tmp_path / "rows", follower_samples=drawn) as house:
        last = "SELECT follower_id, followers, label FROM seen.followers_drawn(getvariable('as_of')) ORDER BY ALL"
        assert house.execute(last) == [("f", 900, "fake"), ("g", 7, None)]
        told = house.query("follower_labels").to_dicts()
    assert [(row["follower_id"], row["followers"], row["label"]) for row in told] == [("f", 5, "fake")]


def test_a_builder_holds_memory_to_little_and_gives_it_back() -> None:
    limit = "SELECT current_setting('memory_limit')"
    with Warehouse() as house:
        before = house.execute(limit)
        with Builder(house, part=False):
            assert house.execute(limit) == [("1.1 GiB",)]
        assert house.execute(limit) == before
        with pytest.raises(RefusalError), Builder(house, part=False):
            raise RefusalError("Something went wrong.", "Try again.")
        assert house.execute(limit) == before


def test_a_table_gives_way_to_a_view_of_its_name(tmp_path: Path) -> None:
    with opened(tmp_path / "rows", posts=posts()) as house:
        for other in ("TABLE", "VIEW"):
            house.execute("DROP VIEW facts.recent_posts")
            house.execute(f"CREATE {other} facts.recent_posts AS SELECT 1 AS old")
            house.build_facts(["recent_posts"])
            assert house.execute("SELECT post_id FROM facts.recent_posts") == [("p",)]
