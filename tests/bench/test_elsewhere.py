"""The second world: a folder that loads whole, the same from the same seed, and a truth that fits what was done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl
import pytest

from bench.elsewhere.deeds import EVENTS, MEANS
from bench.elsewhere.world import elsewhere
from vetting.load.load import load
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = datetime(2026, 6, 30)
TABLES = ("creators", "accounts", "follower_snapshots", "posts", "comments", "follower_samples")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("elsewhere") / "world"
    elsewhere(out, creators=150, seed=5, as_of=AS_OF)
    return out


def truth_of(out: Path) -> pl.DataFrame:
    return pl.read_parquet(out.with_name(f"{out.name}_truth") / "truth.parquet")


def test_every_row_loads(world: Path) -> None:
    with Warehouse() as house:
        load(house, world, source="elsewhere", loaded_at=AS_OF)
        assert house.execute("SELECT * FROM ops.quarantine") == []
        for name in TABLES:
            written = pl.scan_parquet(world / f"{name}.parquet").select(pl.len()).collect().item()
            assert house.execute(f"SELECT count(*) FROM stored.{name}") >= [(written,)]


def test_nothing_is_seen_after_as_of(world: Path) -> None:
    for name, column in (("posts", "observed_at"), ("comments", "posted_at"), ("follower_snapshots", "observed_at")):
        assert pl.read_parquet(world / f"{name}.parquet")[column].max() < AS_OF  # type: ignore[operator]


def test_counts_of_a_post_never_fall(world: Path) -> None:
    looks = pl.read_parquet(world / "posts.parquet").sort("post_id", "observed_at")
    for name in ("likes", "comments", "views"):
        assert looks.select((pl.col(name).diff().over("post_id") < 0).any()).item() is False


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        elsewhere(tmp_path / name, creators=40, seed=9, as_of=AS_OF)
    for table in TABLES:
        assert (tmp_path / f"one/{table}.parquet").read_bytes() == (tmp_path / f"two/{table}.parquet").read_bytes()


def test_who_bought_followers_is_inflated_and_nobody_else_much(world: Path) -> None:
    truth = truth_of(world)
    assert truth["inflated_share"].is_between(0, 1).all()
    assert set(truth["mechanism"].str.split("+").explode()) <= {*MEANS, "none"}
    assert truth.select((pl.col("honest") == (pl.col("mechanism") == "none")).all()).item()
    bought = truth.filter(pl.col("mechanism").str.contains("bulk|drip|before|follow_back"))["inflated_share"].to_numpy()
    others = truth.filter("honest")["inflated_share"].to_numpy()
    assert bought.mean() > 5 * others.mean()
    assert others.max() < 0.3


def test_events_are_as_common_as_deeds_and_befall_both(world: Path) -> None:
    rows = truth_of(world).explode("honest_confounder").drop_nulls("honest_confounder")
    assert set(rows["honest_confounder"]) <= {*EVENTS, "purge"}
    honest = rows.filter("honest").height / rows.height
    assert 0.3 < honest < 0.9


def test_in_an_honest_world_nobody_did_anything(tmp_path: Path) -> None:
    truth = elsewhere(tmp_path / "calm", creators=60, seed=5, as_of=AS_OF, fraud=0.0)
    assert truth["honest"].all()
    assert not truth["pod_member"].any()
    assert truth.select(pl.col("bot_comment_share", "pod_comment_share").sum()).row(0) == (0, 0)


@pytest.mark.parametrize("seed", range(6))
def test_one_creator_is_a_world_too(seed: int, tmp_path: Path) -> None:
    assert elsewhere(tmp_path / "small", creators=1, seed=seed, as_of=AS_OF).height in (1, 2, 3)
