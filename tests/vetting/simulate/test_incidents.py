"""Incidents come of what is true at the time, and part of what they come of can be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from vetting.simulate.drawn import drawn_style
from vetting.simulate.incidents import CAUSES, LONG, Standing, as_many
from vetting.simulate.scene import Scene
from vetting.simulate.style import Harming
from vetting.simulate.world import AS_OF, draw

if TYPE_CHECKING:
    from tests.vetting.simulate.conftest import Read
    from vetting.simulate.draw import Floats

DAYS, COUNT = 500, 40
NEVER = np.zeros(COUNT)


@pytest.fixture
def stand() -> Standing:
    """Forty creators about whom nothing is wrong."""
    still = np.zeros((COUNT, DAYS + 1))
    return Standing(Harming(), still, still, still, NEVER, NEVER, NEVER, np.array([]))


def chances(stand: Standing, day: float, earlier: Floats = NEVER) -> Floats:
    return stand.probability(np.arange(COUNT), np.full(COUNT, day), earlier)


@pytest.mark.parametrize("cause", sorted(set(CAUSES) - {"deeds"}))
def test_what_the_first_half_has_of_a_cause_makes_theirs_likelier(stand: Standing, cause: str) -> None:
    usual = getattr(stand, cause)
    more = usual.copy()
    more[: COUNT // 2] += 0.5
    found = chances(replace(stand, **{cause: more}), DAYS)
    assert found[: COUNT // 2].min() > found[COUNT // 2 :].max()


def test_a_thing_done_counts_from_its_day_on_and_only_against_who_did_it(stand: Standing) -> None:
    stand = replace(stand, deeds=np.sort([7 * LONG - 50.0, 7 * LONG + 300.0]))
    once, twice = chances(stand, 299), chances(stand, 301)
    assert np.argmax(once) == np.argmax(twice) == 7
    assert twice[7] > once[7]
    others = np.delete(np.arange(COUNT), 7)
    assert np.ptp(once[others]) == 0
    assert np.allclose(once[others], twice[others])


def test_earlier_incidents_count_as_things_done(stand: Standing) -> None:
    earlier = NEVER.copy()
    earlier[3] = 1
    done = replace(stand, deeds=np.array([3 * LONG + 10.0]))
    known = stand.causes(np.arange(COUNT), np.full(COUNT, 20.0), earlier)
    assert np.array_equal(known, done.causes(np.arange(COUNT), np.full(COUNT, 20.0), NEVER))


def test_inflation_is_that_of_the_day(stand: Standing) -> None:
    grown = stand.inflation.copy()
    grown[0, 400:] = 0.6
    stand = replace(stand, inflation=grown)
    assert chances(stand, 399.9)[0] < chances(stand, 400)[0]
    assert chances(stand, -200)[0] == chances(stand, 0)[0]


def test_the_base_rate_is_met_at_the_end(stand: Standing) -> None:
    uneven = replace(stand, temper=np.random.default_rng(1).normal(size=COUNT), harming=Harming(base_rate=0.11))
    assert chances(uneven, DAYS).mean() == pytest.approx(0.11, abs=1e-6)


def test_as_many_are_drawn_as_the_probabilities_say() -> None:
    probability = np.random.default_rng(2).beta(1, 5, 1000)
    for seed in range(5):
        assert abs(as_many(np.random.default_rng(seed), probability).sum() - probability.sum()) < 1


def test_worlds_are_about_as_predictable_as_we_chose() -> None:
    limits, rates = [], []
    for seed in range(40, 46):
        _, truth = draw(Scene(seed, AS_OF, 120, drawn_style(seed)), 150, 0.3)
        chance = np.sort(truth["creators"]["incident_probability"].to_numpy())
        limits.append(limit(chance))
        rates.append(chance.mean())
    assert 0.83 < np.mean(limits) < 0.92
    assert min(rates) > 0.06
    assert 0.03 < np.ptp(rates) < 0.25


def limit(chance: Floats) -> float:
    """The AUC that these probabilities (sorted) have on average against what is drawn from them."""
    below = (1 - chance).cumsum() - (1 - chance)
    pairs = chance.sum() * (1 - chance).sum() - (chance * (1 - chance)).sum()
    return float((chance * below).sum() / pairs)


def test_a_hot_temper_can_be_seen(many: Read) -> None:
    """Whom incidents are likely to befall hides more ads and stands in more records; neither is certain."""
    owners = many.world["accounts"].select("account_id", "creator_id")
    posts = many.world["posts"].select("post_id", "account_id").unique()
    ads = many.truth["posts"].filter("sponsored").join(posts, on="post_id").join(owners, on="account_id")
    hidden = ads.group_by("creator_id").agg(hidden=1 - pl.col("disclosed").mean())
    did = many.truth["records"].filter("adverse", pl.col("role") == "did").group_by("creator_id").len()
    known = many.truth["creators"].join(hidden, on="creator_id").join(did, on="creator_id", how="left")
    told = known.with_columns(pl.col("len").fill_null(0))
    for sign in ("hidden", "len"):
        assert 0.25 < told.select(pl.corr("incident_probability", sign, method="spearman")).item() < 0.8
