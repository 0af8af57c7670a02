"""Made-up followers: kinds that look as they are, sellers that send the same ones to many, and worlds that differ."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from vetting.simulate.follower_profiles import CRUDE, FAKE, KINDS, LIVELY, SPAMMER, habit, kinds, profiles
from vetting.simulate.follower_sets import labelled_sets
from vetting.simulate.scene import Scene
from vetting.simulate.style import TYPICAL
from vetting.simulate.world import AS_OF, draw


@pytest.fixture(scope="module")
def samples() -> pl.DataFrame:
    """The samples of one typical world, with what is true of the accounts."""
    world, truth = draw(Scene(9, AS_OF, 200, TYPICAL), 400, 0.4)
    platforms = world["accounts"].select("account_id", "platform")
    return world["follower_samples"].join(truth["accounts"], on="account_id").join(platforms, on="account_id")


def test_kinds_look_as_they_are() -> None:
    dice = np.random.default_rng(1)
    kind = np.repeat(np.arange(len(KINDS)), 2000)
    shown = profiles(dice, kind).with_columns(kind=pl.Series(kind))
    usual = shown.group_by("kind").agg(pl.col("followers", "following", "posts_count").median()).sort("kind")
    assert usual["following"][CRUDE] > 10 * usual["followers"][CRUDE]
    assert usual["following"][SPAMMER] > 1_500 > usual["following"][LIVELY]
    assert usual["posts_count"][LIVELY] > 30 > usual["posts_count"][CRUDE]
    assert (shown["following"] <= 7500).all()


def test_fakes_get_fake_kinds() -> None:
    fake = np.arange(1000) % 3 == 0
    assert (FAKE[kinds(np.random.default_rng(1), fake)] == fake).all()


def test_sets_differ_in_ways_base_rates_and_what_they_lack() -> None:
    sets = labelled_sets(30, 300, seed=5)
    rates = [float((one["label"] == "fake").to_numpy().mean()) for one in sets]
    lacking = {name for one in sets for name in one.columns if one[name].null_count() == one.height}
    assert max(rates) - min(rates) > 0.25
    assert {"created_at", "has_avatar", "is_private"} <= lacking
    assert "following" not in lacking
    assert np.std([one["following"].log1p().to_numpy().mean() for one in sets]) > 0.3
    assert sets[3].equals(labelled_sets(4, 300, seed=5)[3])


def test_ways_are_drawn_anew_each_time() -> None:
    one, other = (habit(np.random.default_rng(seed)) for seed in (1, 2))
    assert not np.allclose(one.levels, other.levels)


def test_a_follower_stands_once_in_a_sample_and_sellers_serve_several(samples: pl.DataFrame) -> None:
    assert samples.select("account_id", "follower_id").is_unique().all()
    shared = samples.with_columns(
        shared=pl.col("account_id").n_unique().over("platform", "follower_id") > 1, honest=pl.col("mechanism") == "none"
    )
    by_honesty = dict(shared.group_by("honest").agg(pl.col("shared").mean()).iter_rows())
    assert 0 < by_honesty[True] < by_honesty[False]


def test_labels_slip_now_and_then(samples: pl.DataFrame) -> None:
    honest = samples.filter(pl.col("mechanism") == "none", pl.col("drawn") == "uniform").drop_nulls("label")
    assert (honest["label"] == "fake").to_numpy().mean() > honest["inflation"].to_numpy().mean()


def test_no_account_was_opened_after_it_was_drawn(samples: pl.DataFrame) -> None:
    assert (samples["created_at"] <= samples["sampled_at"]).all()
