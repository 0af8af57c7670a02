"""The made-up world resembles the measured one where METHODS gives an anchor, and is no tautology."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from vetting.simulate.world import AS_OF

if TYPE_CHECKING:
    from tests.vetting.simulate.conftest import Read


def latest(world: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """Each post's last look, with likes, of accounts with at least 30 such posts."""
    last = world["posts"].sort("post_id", "observed_at").unique("post_id", keep="last", maintain_order=True)
    liked = last.filter(pl.col("likes") > 0).with_columns(logged=pl.col("likes").log())
    return liked.filter(pl.len().over("account_id") >= 30).sort("account_id", "posted_at")


@pytest.fixture(scope="module")
def honest(many: Read) -> pl.DataFrame:
    """The honest accounts with many posts: followers, and what their posts did."""
    posts = latest(many.world).group_by("account_id", maintain_order=True)
    usual = posts.agg(
        likes=pl.col("logged").median(),
        spread=pl.col("logged").std(),
        talk=pl.col("comments").sum() / pl.col("likes").sum(),
    )
    accounts = many.world["accounts"].join(many.truth["accounts"].filter(mechanism="none"), on="account_id")
    return accounts.join(usual, on="account_id").sort("account_id")


def test_likes_follow_followers_loosely(honest: pl.DataFrame) -> None:
    platforms = honest.select("platform").to_dummies().to_numpy()
    known = np.column_stack([honest["followers"].log().to_numpy(), platforms])
    likes = honest["likes"].to_numpy()
    fitted, *_ = np.linalg.lstsq(known, likes, rcond=None)
    assert fitted[0] == pytest.approx(0.74, abs=0.08)
    assert (likes - known @ fitted).std() == pytest.approx(0.65, abs=0.1)


def test_posts_remember_the_one_before(many: Read, honest: pl.DataFrame) -> None:
    posts = latest(many.world).filter(pl.col("account_id").is_in(honest["account_id"].implode()))
    rest = posts.with_columns(rest=pl.col("logged") - pl.col("logged").mean().over("account_id"))
    pairs = rest.with_columns(after=pl.col("rest").shift(-1).over("account_id")).drop_nulls("after")
    assert np.corrcoef(pairs["rest"], pairs["after"])[0, 1] == pytest.approx(0.745, abs=0.08)
    assert honest["spread"].median() == pytest.approx(0.58, abs=0.12)


def test_comments_per_like_differ_between_accounts(honest: pl.DataFrame) -> None:
    talk = honest.filter(pl.col("talk") > 0)["talk"].log()
    assert np.exp(np.median(talk.to_numpy())) == pytest.approx(0.024, rel=0.35)
    assert talk.std() == pytest.approx(0.78, abs=0.25)


def test_an_eighth_is_sponsored_and_over_half_of_it_says_so(many: Read) -> None:
    posts = many.truth["posts"]
    assert posts["sponsored"].mean() == pytest.approx(0.13, abs=0.03)
    assert posts.filter("sponsored")["disclosed"].mean() == pytest.approx(0.6, abs=0.1)


def test_sizes_are_heavy_tailed(many: Read) -> None:
    followers = many.world["accounts"]["followers"].to_numpy()
    assert 1_500 <= followers.min() < followers.max() <= 3_000_000
    assert followers.mean() > 2.5 * np.median(followers)


def test_fraud_is_as_common_as_asked_and_innocence_leaves_traces_at_least_as_often(many: Read, demo: Read) -> None:
    for read in (many, demo):
        accounts = read.truth["accounts"]
        innocent = accounts.filter(pl.col("mechanism") == "none", pl.col("confounders").list.len() > 0)
        assert innocent.height >= accounts.filter(pl.col("mechanism") != "none").height
        assert read.truth["creators"]["honest"].mean() == pytest.approx(0.65, abs=0.01)
        assert set(accounts["mechanism"]) == {"none", "bulk", "drip", "follow_back", "likes", "pod", "comments"}


def test_doses_overlap(many: Read) -> None:
    accounts = many.truth["accounts"]
    clean = accounts.filter(mechanism="none")["inflation"].to_numpy()
    dosed = accounts.filter(pl.col("mechanism").is_in(["bulk", "drip", "follow_back"]))["inflation"].to_numpy()
    assert np.median(clean) < 0.08
    assert np.median(dosed) > 0.2
    assert np.quantile(clean, 0.95) > np.quantile(dosed, 0.1)


def test_the_largest_jump_does_not_settle_it(many: Read) -> None:
    jump = pl.col("followers").log().diff().over("account_id")
    largest = many.world["follower_snapshots"].with_columns(jump=jump).group_by("account_id").agg(pl.col("jump").max())
    judged = largest.join(many.truth["accounts"], on="account_id").drop_nulls("jump")
    honest, bulk = (judged.filter(mechanism=name)["jump"].to_numpy() for name in ("none", "bulk"))
    assert np.quantile(honest, 0.95) > np.quantile(bulk, 0.3)
    assert np.median(bulk) > np.quantile(honest, 0.75)


def test_incidents_are_a_minority_that_the_truth_only_leans_to(many: Read) -> None:
    creators = many.truth["creators"]
    assert creators["incident"].mean() == pytest.approx(0.18, abs=0.02)
    assert creators["incident_probability"].is_between(0.001, 0.995).all()
    told = creators.group_by("incident").agg(pl.col("incident_probability").mean()).sort("incident")
    quiet, loud = told["incident_probability"]
    assert loud > quiet + 0.05


def test_half_of_the_records_are_about_somebody_else(many: Read) -> None:
    records = many.truth["records"]
    assert records["record_id"].str.starts_with("r").sum() == pytest.approx(500 * 4 / 3, abs=1)
    assert records["creator_id"].null_count() / records.height == pytest.approx(0.5, abs=0.06)
    about = records.filter(pl.col("creator_id").is_not_null())
    assert set(about["role"]) == {"did", "suffered", "named"}
    assert 0.2 * about.height < about["adverse"].sum() < 0.9 * about.height
    structured = many.world["records"]["subject_names"].is_not_null()
    assert structured.mean() == pytest.approx(0.4, abs=0.08)
    assert set(many.world["records"]["language"]) == {"en", "fr"}


def test_decisions_are_old_enough_to_be_judged(many: Read) -> None:
    outcomes = many.world["outcomes"]
    assert outcomes.height == pytest.approx(125, abs=35)
    years = outcomes.select((pl.lit(AS_OF) - pl.col("decided_at")).dt.total_days() / 365).to_series()
    assert years.is_between(1, 2.5).all()
    happened = outcomes.filter("incident")
    assert (happened["incident_at"] > happened["decided_at"]).all()
    assert outcomes.filter(~pl.col("incident"))["incident_at"].is_null().all()
