"""What must hold row by row, as it does on the platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

if TYPE_CHECKING:
    from tests.vetting.simulate.conftest import Read


def test_counts_of_a_post_only_grow(demo: Read) -> None:
    posts = demo.world["posts"].sort("post_id", "observed_at")
    looks = posts.group_by("post_id").len()["len"]
    assert set(looks) == {1, 2, 3}
    for count in ("likes", "comments", "views", "shares"):
        step = posts.select(pl.col(count).diff().over("post_id")).to_series().drop_nulls()
        assert (step >= 0).all()
    assert (posts["observed_at"] >= posts["posted_at"]).all()


def test_platforms_hide_what_they_hide(demo: Read) -> None:
    posts = demo.world["posts"].join(demo.world["accounts"].select("account_id", "platform"), on="account_id")
    assert set(posts.filter(pl.col("likes").is_null())["platform"]) == {"instagram"}
    pictures = posts.filter(pl.col("platform") == "instagram", pl.col("kind").is_in(["image", "carousel"]))
    assert pictures["views"].null_count() == pictures.height > 0
    assert posts.filter(pl.col("kind") == "video")["views"].null_count() == 0
    youtube = demo.world["accounts"].filter(platform="youtube")
    assert youtube["followers"].cast(pl.String).str.contains(r"^\d{3,4}0*$").all()
    assert youtube["following"].null_count() == youtube.height


def test_second_accounts_are_on_another_platform(demo: Read) -> None:
    held = demo.world["accounts"].group_by("creator_id").agg(pl.col("platform").n_unique(), pl.len())
    assert (held["platform"] == held["len"]).all()
    assert 0.1 * held.height < (held["len"] == 2).sum() < 0.4 * held.height


def test_no_handle_stands_twice_on_a_platform(many: Read) -> None:
    assert not many.world["accounts"].select("platform", "handle").is_duplicated().any()
    assert many.world["accounts"]["handle"].str.contains(r"^[a-z0-9._]+$").all()


def test_names_and_stage_names(many: Read) -> None:
    creators = many.world["creators"]
    aliased = creators.filter(pl.col("aliases").list.len() > 0)
    assert 0.2 < aliased.height / creators.height < 0.6
    assert creators["birth_date"].null_count() > 0 < creators["country"].null_count()
    assert creators["name"].n_unique() > 0.8 * creators.height


def test_comments_fit_their_posts(demo: Read) -> None:
    posts = (
        demo.world["posts"]
        .group_by("post_id")
        .agg(pl.col("comments").max(), pl.col("posted_at").first().alias("began"))
    )
    comments = demo.world["comments"].join(posts, on="post_id")
    assert (comments["posted_at"] >= comments["began"]).all()
    assert (comments["observed_at"] >= comments["posted_at"]).all()
    pulled = comments.group_by("post_id").agg(pl.len(), pl.col("comments").first())
    assert (pulled["len"] <= pulled["comments"]).all()


def test_replies_come_later_under_the_same_post(demo: Read) -> None:
    comments = demo.world["comments"]
    asked = comments.select(in_reply_to="comment_id", under="post_id", asked="posted_at", nested="in_reply_to")
    replies = comments.join(asked, on="in_reply_to")
    assert replies.height > 50
    assert (replies["under"] == replies["post_id"]).all()
    assert (replies["posted_at"] >= replies["asked"]).all()
    assert replies["nested"].null_count() == replies.height


def test_creators_answer_under_their_own_name_and_pods_visit_each_other(many: Read) -> None:
    owner = many.world["posts"].select("post_id", "account_id").unique()
    comments = many.world["comments"].join(owner, on="post_id")
    own = comments.filter(pl.col("author_id") == pl.col("account_id"))
    assert own.height > 0 == own["in_reply_to"].null_count()
    creators = many.world["accounts"]["account_id"]
    visit = pl.col("author_id").is_in(creators.implode()) & (pl.col("author_id") != pl.col("account_id"))
    visits = comments.group_by("account_id").agg(visit.mean().alias("visits"))
    pods = visits.join(many.truth["accounts"].select("account_id", "pod"), on="account_id")
    outside, inside = pods.group_by(pl.col("pod").is_not_null()).agg(pl.col("visits").mean()).sort("pod")["visits"]
    assert inside > 2 * outside > 0


def test_bought_comments_repeat_themselves_more(many: Read) -> None:
    owner = many.world["posts"].select("post_id", "account_id").unique()
    comments = many.world["comments"].join(owner, on="post_id").filter(pl.col("text").str.len_chars() > 4)
    again = comments.with_columns(again=pl.len().over("account_id", "text") > 1).group_by("account_id")
    told = (
        again.agg(pl.col("again").mean(), pl.len())
        .filter(pl.col("len") > 60)
        .join(many.truth["accounts"], on="account_id")
    )
    bought = told.filter(pl.col("bought_comments") > 0)["again"].to_numpy()
    honest = told.filter(pl.col("bought_comments") == 0)["again"].to_numpy()
    assert np.median(honest) < np.median(bought) < honest.max()


def test_samples_lean_on_the_truth(many: Read) -> None:
    samples = many.world["follower_samples"].join(many.truth["accounts"], on="account_id")
    sizes = samples.group_by("account_id").len()
    assert sizes.height / many.world["accounts"].height < 0.45
    assert (sizes["len"] <= 300).all()
    labeled = samples.drop_nulls("label").filter(drawn="uniform")
    fake = labeled.group_by("account_id").agg(
        (pl.col("label") == "fake").mean().alias("fake"), pl.col("inflation").first()
    )
    assert (fake["fake"] - fake["inflation"]).to_numpy().mean() == pytest.approx(0, abs=0.08)
    assert fake.select(pl.corr("fake", "inflation")).item() > 0.6


def test_following_churns_under_automation(many: Read) -> None:
    change = pl.col("following").diff().abs().over("account_id") / pl.col("following").mean().over("account_id")
    churn = (
        many.world["follower_snapshots"].with_columns(churn=change).group_by("account_id").agg(pl.col("churn").mean())
    )
    judged = churn.drop_nulls().join(many.truth["accounts"], on="account_id")
    automated, honest = (judged.filter(mechanism=name)["churn"].to_numpy() for name in ("follow_back", "none"))
    assert np.median(honest) < np.quantile(automated, 0.1) < honest.max()
