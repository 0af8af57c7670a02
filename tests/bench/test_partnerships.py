"""The second world with partnerships: nothing shows before it happens, and what comes of it follows from the truth."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from bench.elsewhere.partners.history import DAYS, partnerships
from bench.elsewhere.partners.words import SAID
from bench.elsewhere.world import elsewhere
from vetting.load.load import load
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = datetime(2026, 6, 30)
FIRST = AS_OF - timedelta(days=DAYS)
YEAR = timedelta(days=365)
TABLES = ("creators", "accounts", "follower_snapshots", "posts", "comments", "follower_samples", "records", "outcomes")

PLAIN = {
    "creators": 80,
    "accounts": 115,
    "follower_snapshots": 13814,
    "posts": 10466,
    "comments": 3181,
    "follower_samples": 10930,
}
FOLLOWERS, LIKES = 11_735_230, 7_656_148
"""What seed 3 with 80 creators gave before there were partnerships."""


class World:
    """A world on disk, table by table."""

    def __init__(self, out: Path, seed: int, creators: int, *, honest: bool = False) -> None:
        self.out = out
        self.truth = partnerships(out, creators=creators, seed=seed, as_of=AS_OF, honest=honest)

    def __getitem__(self, table: str) -> pl.DataFrame:
        """One of its tables."""
        return pl.read_parquet(self.out / f"{table}.parquet")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("partners") / "world", seed=6, creators=240)


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("partners") / "honest", seed=7, creators=60, honest=True)


def test_every_row_loads(honest: World) -> None:
    with Warehouse() as house:
        load(house, honest.out, source="elsewhere", loaded_at=AS_OF)
        assert house.execute("SELECT * FROM ops.quarantine") == []
        for name in TABLES:
            assert house.execute(f"SELECT count(*) FROM stored.{name}") >= [(honest[name].height,)]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        partnerships(tmp_path / name, creators=12, seed=9, as_of=AS_OF)
    first, second = (sorted(tmp_path.glob(f"{name}*/*")) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert len(first) == len(TABLES) + 4


def test_a_world_without_partnerships_stays_what_it_was(tmp_path: Path) -> None:
    elsewhere(tmp_path / "plain", creators=80, seed=3, as_of=AS_OF)
    tables = {name: pl.read_parquet(tmp_path / f"plain/{name}.parquet") for name in TABLES[:6]}
    assert {name: rows.height for name, rows in tables.items()} == PLAIN
    assert tables["accounts"]["followers"].sum() == FOLLOWERS
    assert tables["posts"]["likes"].sum() == LIKES


def test_incidents_lie_within_a_year_of_the_decision(world: World) -> None:
    outcomes = world["outcomes"].filter("incident")
    assert outcomes["incident_at"].null_count() < outcomes.height / 5
    after = outcomes.drop_nulls("incident_at").select(pl.col("incident_at") - pl.col("decided_at")).to_series()
    assert after.min() > timedelta(0)  # type: ignore[operator]
    assert after.max() <= YEAR  # type: ignore[operator]
    assert outcomes["incident_at"].max() < AS_OF  # type: ignore[operator]


def test_decisions_have_a_year_before_the_first_and_cluster_in_campaigns(world: World) -> None:
    decided = world["outcomes"]["decided_at"]
    assert decided.min() >= FIRST + YEAR  # type: ignore[operator]
    assert decided.max() < AS_OF  # type: ignore[operator]
    weeks = decided.dt.truncate("1w").n_unique()
    assert weeks < 0.75 * (DAYS - 365) / 7
    again = world["outcomes"].sort("decided_at").select(pl.col("decided_at").diff().over("creator_id")).drop_nulls()
    assert again.height > 10
    assert again["decided_at"].min() >= YEAR  # type: ignore[operator]


def test_nothing_is_seen_before_it_happened(world: World) -> None:
    for table, happened in (("posts", "posted_at"), ("comments", "posted_at"), ("records", "published_at")):
        rows = world[table]
        assert rows.select((pl.col(happened) <= pl.col("observed_at")).all()).item()
        assert rows["observed_at"].max() < AS_OF  # type: ignore[operator]


def test_history_was_written_down_while_it_happened(world: World) -> None:
    posts = world["posts"].group_by("post_id").agg(pl.col("posted_at").first(), pl.col("observed_at").min())
    late = posts.select((pl.col("observed_at") - pl.col("posted_at")) > timedelta(days=21)).to_series()
    assert late.to_numpy().mean() < 0.02
    halfway = FIRST + timedelta(days=DAYS // 2)
    for table, share in (("posts", 0.4), ("follower_snapshots", 0.35), ("comments", 0.15), ("records", 0.3)):
        known = world[table].select((pl.col("observed_at") < halfway).mean()).item()
        assert share < known < 0.65, table


def test_reports_follow_incidents_and_not_the_other_way_round(world: World) -> None:
    """The rate of new adverse records about creators rises after incidents that become public."""
    prompt = pl.col("kind").is_in(["regulator", "backlash"]) & pl.col("note").is_null()
    fell = world["outcomes"].filter(prompt).drop_nulls("incident_at")
    looks = world["records"].unique("record_id", keep="first")
    told = world.truth["records"].filter("adverse").join(looks, on="record_id")
    pairs = fell.join(told.drop_nulls("creator_id"), on="creator_id")
    wait = pairs.select((pl.col("published_at") - pl.col("incident_at")).dt.total_days()).to_series()
    assert wait.is_between(0, 60).sum() > 2 * wait.is_between(-60, -1).sum()


def test_the_truth_fits_what_was_drawn(world: World) -> None:
    told = world.truth["outcomes"]
    chance, fell = told["incident_probability"].to_numpy(), told["incident"].to_numpy()
    assert 0.06 < chance.mean() < 0.3
    error = np.sqrt((chance * (1 - chance)).sum())
    assert abs(fell.sum() - chance.sum()) < 4 * error
    assert 0.8 < limit(chance) < 0.96
    reported = world["outcomes"].join(told, on=["creator_id", "decided_at"], suffix="_true")
    assert reported.height == told.height
    assert reported.select((pl.col("incident") <= pl.col("incident_true")).all()).item()
    assert 0 < reported.select((pl.col("incident") != pl.col("incident_true")).sum()).item() < fell.sum() / 2


def limit(chance: np.ndarray) -> float:
    """The area under the curve that the true probabilities are expected to have."""
    ordered = np.sort(chance)
    below = np.cumsum(1 - ordered) - (1 - ordered)
    return float((ordered * below).sum() / (ordered.sum() * (1 - ordered).sum()))


def test_the_company_signs_those_who_look_better(world: World) -> None:
    everybody = world.truth["creators"]
    signed = everybody.join(world["outcomes"], on="creator_id", how="semi")
    assert signed["heat"].mean() < everybody["heat"].mean()  # type: ignore[operator]
    assert signed["incident_probability"].mean() < everybody["incident_probability"].mean()  # type: ignore[operator]


def test_who_is_honest_is_safer_but_not_safe(world: World) -> None:
    rows = world.truth["creators"]
    good, bad = rows.filter("honest")["incident_probability"], rows.filter(~pl.col("honest"))["incident_probability"]
    assert 0 < good.mean() < 0.5 * bad.mean()  # type: ignore[operator]
    assert good.min() > 0  # type: ignore[operator]


def test_in_an_honest_world_nobody_misbehaves(honest: World) -> None:
    rows = honest.truth["creators"]
    assert rows["honest"].all()
    assert rows.select(pl.col("hidden", "boasts", "misdeeds", "heat", "pretence").sum()).row(0) == (0, 0, 0, 0, 0)
    assert rows["adverts"].sum() > 100
    assert rows["incident_probability"].is_between(0.001, 0.05).all()
    hostile = [phrase for phrases in SAID["hostile"].values() for phrase in phrases]
    assert honest["comments"].filter(pl.col("text").is_in(hostile)).is_empty()


def test_records_say_who_they_are_about(world: World) -> None:
    told = world.truth["records"]
    assert set(told["record_id"]) == set(world["records"]["record_id"])
    nobody = told.filter(pl.col("role").is_in(["namesake", "stranger"]))
    assert nobody["creator_id"].null_count() == nobody.height > 20
    named = told.filter(pl.col("creator_id").is_not_null())
    assert set(named["creator_id"]) <= set(world["creators"]["creator_id"])
    assert set(named["role"]) == {"did", "suffered", "cleared", "mention"}
    assert not told.filter(pl.col("role") != "did")["adverse"].any()


def test_advertisements_are_seen_with_and_without_a_word(world: World) -> None:
    sold = world["posts"].filter(pl.col("text").str.contains(r"[A-ZÀ-Ü]{3,}\d\d"))
    plain = [phrase.split("{b}")[0] for phrases in SAID["plain"].values() for phrase in phrases]
    says = sold.select(pl.col("text").str.contains_any(plain)).to_series().to_numpy().mean()
    assert 0.3 < says < 0.95


@pytest.mark.parametrize("seed", range(3))
def test_one_creator_is_a_world_too(seed: int, tmp_path: Path) -> None:
    truth = partnerships(tmp_path / "small", creators=1, seed=seed, as_of=AS_OF)
    assert truth["creators"].height == 1
