"""The mappings of `config/mappings` over the real files that they are for, which only developers have."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest

from vetting.load.mapping import read_mapping
from vetting.load.translate import translate

at = datetime.fromisoformat

ROOT = Path(__file__).resolve().parents[3]
MAPPINGS = ROOT / "config" / "mappings"
DATA = ROOT.parent / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the developers' data is not beside the repository")


class Case(NamedTuple):
    """A real file, its mapping, and how many rows with an error each table gets."""

    file: str
    mapping: str
    errors: dict[str, int]


SNAPSHOTS = "taiwan_youtubers/snapshots/data_"
CASES = [
    Case("yt_trending_us_2017_sep/USvideos.csv", "yt_trending_us_2017_sep", {"accounts": 4, "posts": 4}),
    Case("yt_global_stats_2023/Global YouTube Statistics.csv", "yt_global_stats_2023", {"accounts": 0}),
    Case("influencers_2022/instagram.csv", "influencers_2022_instagram", {"accounts": 0}),
    Case("influencers_2022/tiktok.csv", "influencers_2022_tiktok", {"accounts": 0}),
    Case("influencers_2022/youtube.csv", "influencers_2022_youtube", {"accounts": 0}),
    Case("insta_top200/top_insta_influencers_data.csv", "insta_top200", {"accounts": 0}),
    Case("fte_twitter_ratio/BarackObama.csv", "fte_twitter_ratio", {"accounts": 0, "posts": 0}),
    Case("fte_twitter_ratio/realDonaldTrump.csv", "fte_twitter_ratio", {"accounts": 0, "posts": 0}),
    Case("instafake/realAccountData.json", "instafake_accounts", {"follower_samples": 0}),
    Case("instafake/fakeAccountData.json", "instafake_accounts", {"follower_samples": 0}),
    Case("instafake/nonautomatedAccountData.json", "instafake_media", {"accounts": 0, "posts": 0}),
    Case(
        "taiwan_youtubers/channel_snapshots.parquet",
        "taiwan_youtubers_channels",
        {"accounts": 53, "follower_snapshots": 53},
    ),
    Case("taiwan_youtubers/video_snapshots.parquet", "taiwan_youtubers_videos", {"posts": 103}),
    Case(f"{SNAPSHOTS}20260604T120602_f78ac323.json", "taiwan_youtubers_snapshot", {"accounts": 3, "posts": 0}),
    Case(f"{SNAPSHOTS}20260604T162647_71934fd3.json", "taiwan_youtubers_snapshot", {"accounts": 50, "posts": 103}),
    Case(f"{SNAPSHOTS}20260605T215546_019fbf89.json", "taiwan_youtubers_snapshot", {"accounts": 0, "posts": 0}),
    Case(f"{SNAPSHOTS}20260611T015933_808201aa.json", "taiwan_youtubers_snapshot", {"accounts": 0, "posts": 0}),
    Case(f"{SNAPSHOTS}20260617T231012_144eb34e.json", "taiwan_youtubers_snapshot", {"accounts": 0, "posts": 0}),
]


def rows_in(case: Case, table: str) -> int:
    """How many rows the file holds for a table, counted without the code under test."""
    file = DATA / case.file
    if file.suffix == ".parquet":
        return pl.read_parquet(file).height
    if file.suffix == ".csv":
        return len(list(csv.reader(io.StringIO(file.read_bytes().decode("latin-1"), newline="")))) - 1
    document = json.loads(file.read_text(encoding="utf-8"))
    records = document["channels"] if isinstance(document, dict) else document
    lists = {"posts": "latestVideos" if isinstance(document, dict) else "mediaLikeNumbers"}
    return sum(len(record[lists[table]]) for record in records) if table in lists else len(records)


def bring_in(name: str, out: Path, number: int = 0) -> dict[str, pl.DataFrame]:
    case = [case for case in CASES if case.mapping == name][number]
    written = translate(DATA / case.file, MAPPINGS / f"{name}.toml", out)
    return {path.stem: pl.read_parquet(path) for path in written}


def span(frame: pl.DataFrame, column: str) -> tuple[object, object]:
    return frame[column].min(), frame[column].max()


@pytest.mark.parametrize("path", sorted(MAPPINGS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_mapping_is_sound_says_its_source_and_is_tried(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# Source shape: ")
    assert read_mapping(path).tables
    assert path.stem in {case.mapping for case in CASES}


def test_the_example_of_the_docs_is_sound(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "mapping.md").read_text(encoding="utf-8")
    (tmp_path / "agency.toml").write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    (tmp_path / "agency.csv").write_text("Handle,Followers,Since\nanna,3.3k,02.03.2020\n", encoding="utf-8")
    (written,) = translate(tmp_path / "agency.csv", tmp_path / "agency.toml", tmp_path / "out")
    assert pl.read_parquet(written).select("account_id", "followers", "_error").rows() == [
        ("instagram:anna", 3300, None)
    ]


@needs_data
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_rows_in_are_rows_out_and_errors_are_the_known_ones(case: Case, tmp_path: Path) -> None:
    written = translate(DATA / case.file, MAPPINGS / f"{case.mapping}.toml", tmp_path)
    for path in written:
        frame = pl.read_parquet(path)
        assert frame.height == rows_in(case, path.stem)
        assert frame["_error"].drop_nulls().len() == case.errors[path.stem]
    assert {path.stem for path in written} == set(case.errors)


@needs_data
def test_the_trending_list_has_its_days_and_ids_back(tmp_path: Path) -> None:
    posts = bring_in("yt_trending_us_2017_sep", tmp_path)["posts"]
    bad = posts.filter(pl.col("_error").is_not_null())
    assert bad.select("_line", "_error").rows() == [
        (n, "observed_at: '100' is not a time") for n in (5297, 5299, 5300, 5301)
    ]
    good = posts.filter(pl.col("_error").is_null())
    per_day = good.group_by("observed_at").len().sort("observed_at")
    assert span(per_day, "observed_at") == (at("2017-09-13"), at("2017-10-22"))
    assert per_day.filter(pl.col("len") != 200).rows() == [
        (at("2017-09-25"), 199),
        (at("2017-09-27"), 199),
        (at("2017-10-09"), 196),
    ]
    assert posts["post_id"].str.contains("^youtube:[0-9A-Za-z_-]{11}$").all()
    assert (posts["post_id"].n_unique(), posts["account_id"].n_unique()) == (2364, 1230)
    unknown = posts.select("views", "likes", "dislikes", "comments", "tags").null_count().row(0)
    assert unknown == (10, 85, 213, 253, 491)
    assert span(posts, "views") == (468, 41_500_672)


@needs_data
def test_global_stats_keep_their_counts_beside_broken_names(tmp_path: Path) -> None:
    accounts = bring_in("yt_global_stats_2023", tmp_path)["accounts"]
    assert accounts["account_id"].n_unique() == 995
    assert accounts["display_name"].str.contains("\ufffd").sum() > 0
    assert span(accounts, "followers") == (12_300_000, 245_000_000)
    assert span(accounts, "created_at") == (at("2005-06-22"), at("2022-06-27"))
    assert accounts.select("created_at", "country").null_count().row(0) == (6, 122)
    assert accounts["country"].str.len_chars().max() == 2


@needs_data
@pytest.mark.parametrize(
    ("name", "handles", "followers", "no_country"),
    [
        ("instagram", 997, (2_600_000, 487_200_000), 14),
        ("tiktok", 987, (2_100, 135_400_000), None),
        ("youtube", 998, (9_200_000, 212_100_000), 161),
    ],
)
def test_rankings_of_2022(
    tmp_path: Path, name: str, handles: int, followers: tuple[int, int], no_country: int | None
) -> None:
    accounts = bring_in(f"influencers_2022_{name}", tmp_path)["accounts"]
    assert accounts["handle"].n_unique() == handles
    assert span(accounts, "followers") == followers
    assert no_country is None or accounts["country"].null_count() == no_country


@needs_data
def test_the_instagram_top_200(tmp_path: Path) -> None:
    accounts = bring_in("insta_top200", tmp_path)["accounts"]
    assert accounts["handle"].n_unique() == 200
    assert accounts["country"].null_count() == 62
    assert span(accounts, "followers") == (32_800_000, 475_800_000)
    assert span(accounts, "posts_count") == (10, 17_500)


@needs_data
def test_tweets_keep_their_carriage_returns_and_their_times(tmp_path: Path) -> None:
    posts = bring_in("fte_twitter_ratio", tmp_path, 1)["posts"]
    number = posts["post_id"].str.strip_prefix("x:").cast(pl.Int64)
    by_id = pl.from_epoch((number // 2**22) + 1_288_834_974_657, "ms")  # a tweet's id holds the time of its writing
    assert posts["post_id"].n_unique() == 3232
    assert (by_id - posts["posted_at"]).dt.total_seconds().is_between(0, 60).all()
    assert posts["text"].str.count_matches("\r").sum() == 774
    assert not posts["text"].str.contains("&amp;").any()
    assert posts["_line"].to_list() == list(range(2, 3234))


@needs_data
def test_judged_accounts_carry_their_label(tmp_path: Path) -> None:
    for number, label in enumerate(("real", "fake")):
        samples = bring_in("instafake_accounts", tmp_path / label, number)["follower_samples"]
        assert samples["label"].unique().to_list() == [label]
        assert samples["follower_id"].n_unique() == samples.height
        assert samples["follower_id"][0] == f"{label}-1"
        assert samples["has_avatar"].null_count() == 0


@needs_data
def test_posts_of_judged_accounts_and_comments_that_are_switched_off(tmp_path: Path) -> None:
    posts = bring_in("instafake_media", tmp_path)["posts"]
    assert posts["post_id"].n_unique() == 57_816
    assert posts["account_id"].n_unique() == 659
    assert posts["comments"].null_count() == 1000
    assert span(posts, "likes") == (0, 722_584)
    assert span(posts, "posted_at") == (at("2011-06-07 11:09:33"), at("2018-12-13 19:07:47"))


@needs_data
def test_snapshots_of_channels_and_videos(tmp_path: Path) -> None:
    followers = bring_in("taiwan_youtubers_channels", tmp_path)["follower_snapshots"]
    good = followers.filter(pl.col("_error").is_null())
    assert span(good, "observed_at") == (at("2026-06-04 04:19:36"), at("2026-06-17 23:09:47"))
    assert good.group_by("account_id", "observed_at").agg(pl.col("followers").n_unique())["followers"].max() == 1
    posts = bring_in("taiwan_youtubers_videos", tmp_path)["posts"].filter(pl.col("_error").is_null())
    assert (posts["posted_at"] - posts["observed_at"]).max() == timedelta(
        seconds=7
    )  # one video, of the platform's clock
    assert span(posts, "views") == (0, 8_499_764)
