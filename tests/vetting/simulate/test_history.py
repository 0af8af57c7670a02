"""A long world holds past decisions, what was known before each, and what was heard of them afterwards."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import polars as pl
import pytest

from vetting.simulate.draw import numbered
from vetting.simulate.drawn import drawn_style
from vetting.simulate.incidents import Standing
from vetting.simulate.outcomes import outcomes as draw_outcomes
from vetting.simulate.scene import Scene
from vetting.simulate.style import Harming
from vetting.simulate.world import AS_OF, draw

DAYS = 1100
YEAR = timedelta(days=365)
BEGIN = AS_OF - timedelta(days=DAYS)
Tables = dict[str, pl.DataFrame]


@pytest.fixture(scope="module", params=["typical", "drawn"])
def read(request: pytest.FixtureRequest) -> tuple[Tables, Tables]:
    """A long world and its truth."""
    scene = Scene(6, AS_OF, DAYS, drawn_style(6)) if request.param == "drawn" else Scene(4, AS_OF, DAYS)
    return draw(scene, 130, 0.4)


def test_decisions_lie_where_a_year_lies_before_them(read: tuple[Tables, Tables]) -> None:
    decided = read[0]["outcomes"]["decided_at"]
    assert decided.min() >= (BEGIN + YEAR).replace(hour=0)  # type: ignore[operator] # it holds times
    assert decided.max() <= AS_OF  # type: ignore[operator] # it holds times
    assert (decided > AS_OF - YEAR).any()
    assert set(read[0]["outcomes"].group_by("creator_id").len()["len"]) >= {1, 2, 3}


def test_nothing_is_told_before_it_happened(read: tuple[Tables, Tables]) -> None:
    outcomes = read[0]["outcomes"]
    happened = outcomes.filter(pl.col("incident_at").is_not_null())
    assert happened["incident"].all()
    assert (happened["incident_at"] > happened["decided_at"]).all()
    assert (happened["incident_at"] <= AS_OF).all()
    assert (outcomes["kind"].is_not_null() == outcomes["incident"]).all()


def test_the_truth_knows_what_was_not_heard_of_yet(read: tuple[Tables, Tables]) -> None:
    told = read[0]["outcomes"].join(read[1]["outcomes"], on=["creator_id", "decided_at"], suffix="_true")
    assert told.height == read[0]["outcomes"].height
    over = told.filter(pl.col("decided_at") <= AS_OF - YEAR)
    within = pl.col("incident") & (pl.col("incident_at") - pl.col("decided_at") <= YEAR).fill_null(value=True)
    known = over.filter(pl.col("incident_at").is_not_null() | ~pl.col("incident"))
    assert known.select((within == pl.col("incident_true")).all()).item()
    young = told.filter(pl.col("decided_at") > AS_OF - YEAR)
    assert young["incident"].sum() < young["incident_true"].sum()
    assert told["incident_true"].mean() == pytest.approx(told["incident_probability"].mean(), abs=0.07)


def test_what_was_known_at_a_decision_had_been_observed(read: tuple[Tables, Tables]) -> None:
    world = read[0]
    owners = world["accounts"].select("account_id", "creator_id").unique()
    decisions = world["outcomes"].select("creator_id", "decided_at").join(owners, on="creator_id")
    for table, least in (("accounts", 1.0), ("posts", 0.9), ("follower_snapshots", 0.5)):
        seen = world[table].select("account_id", "observed_at")
        before = pl.col("observed_at").is_between(pl.col("decided_at") - YEAR, pl.col("decided_at"))
        known = decisions.join(seen, on="account_id").filter(before).select("account_id", "decided_at").unique()
        assert known.height >= least * decisions.unique().height, table
    for table, time in (("comments", "observed_at"), ("follower_samples", "sampled_at")):
        assert world[table][time].dt.truncate("1q").n_unique() >= 4, table


def test_incidents_leave_records_afterwards(read: tuple[Tables, Tables]) -> None:
    world, truth = read
    left = truth["records"].filter(pl.col("record_id").str.starts_with("i"))
    assert left.height > 0
    assert (left["role"] == "did").all()
    published = world["records"].group_by("record_id").agg(pl.col("published_at").min())
    happened = world["outcomes"].filter(pl.col("incident_at").is_not_null()).select("creator_id", "incident_at")
    dated = left.join(published, on="record_id").join(happened, on="creator_id")
    after = dated.group_by("record_id").agg((pl.col("published_at") >= pl.col("incident_at")).any())
    assert after["published_at"].all()
    assert (published["published_at"] <= AS_OF + timedelta(days=40)).all()


def test_some_incidents_have_no_date_and_some_decisions_stand_there_twice() -> None:
    count = 1_000
    still, nothing = np.zeros((count, DAYS + 1)), np.zeros(count)
    stand = Standing(Harming(), still, still, still, nothing, nothing, nothing, np.array([]))
    creators = pl.DataFrame({"creator_id": numbered("c", count)})
    outcomes = draw_outcomes(Scene(9, AS_OF, DAYS), creators, stand)
    harmed = outcomes.filter("incident")
    assert 0 < harmed["incident_at"].null_count() < 0.25 * harmed.height
    by_day = outcomes.with_columns(day=pl.col("decided_at").dt.date())
    twice = by_day.filter(pl.struct("creator_id", "day").is_duplicated())
    assert 0 < twice.height < 0.1 * outcomes.height
    assert (twice.group_by("creator_id", "day").agg(pl.col("incident").n_unique())["incident"] == 1).all()


def test_a_short_world_has_one_pull_and_a_long_one_two_a_year() -> None:
    assert Scene(1, AS_OF, 400).pulls == (400,)
    assert Scene(1, AS_OF, 1100).pulls == (185, 368, 551, 734, 917, 1100)
    assert all(60 < Scene(1, AS_OF, days).pulls[0] < 250 for days in range(730, 1200))
