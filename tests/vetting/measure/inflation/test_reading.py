"""The reading: a share inside its interval or a silence; unexplained jumps raise it, posts that explain them don't."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vetting.load.load import load
from vetting.measure.followers.sample import SCHEMA as SAMPLE
from vetting.measure.inflation import INFLATION, estimate
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.cli.inflation_worlds import Known

AS_OF = datetime(2026, 6, 30)
KINDS: dict[str, Any] = {"account_id": pl.String, **SAMPLE}
NO_SAMPLES = pl.DataFrame(schema=KINDS)
Row = dict[str, Any]


def curve(account: str, *, jump: float, likes_then: float, glitch: int | None = None) -> tuple[list[Row], list[Row]]:
    """150 days that grow by 0.1 % a day, with a jump 60 days ago, and a post every other day."""
    days, posts = [], []
    followers = 20_000.0
    for age in range(150, -1, -1):
        followers *= 1.001 + 0.0004 * ((age * 7) % 5 - 2) + (jump if age == 60 else 0.0)
        shown = glitch if glitch is not None and age == 30 else int(followers)
        at = AS_OF - timedelta(days=age, hours=1)
        days.append({"account_id": account, "observed_at": at, "followers": shown})
        if age % 2 == 0 and age > 1:
            likes = (400 + 30 * (age % 7)) * (likes_then if age in (60, 62) else 1)
            made = {"post_id": f"{account}-{age}", "account_id": account, "posted_at": at, "likes": int(likes)}
            posts.append(made | {"comments": 9, "observed_at": AS_OF - timedelta(days=age - 2)})
    return days, posts


def measured(folder: Path, *accounts: tuple[list[Row], list[Row]]) -> dict[str, Row]:
    names = [days[0]["account_id"] for days, _ in accounts]
    profiles = [{"account_id": name, "platform": "tiktok", "observed_at": AS_OF} for name in names]
    pl.DataFrame(profiles).write_parquet(folder / "accounts.parquet")
    pl.DataFrame([row for days, _ in accounts for row in days]).write_parquet(folder / "follower_snapshots.parquet")
    pl.DataFrame([row for _, posts in accounts for row in posts]).write_parquet(folder / "posts.parquet")
    with Warehouse() as house:
        load(house, folder, source="test", loaded_at=AS_OF)
        house.set(as_of=AS_OF)
        Settings.read().apply(house)
        house.build_facts()
        got = estimate(house.query("inflation_evidence"), house.query("inflation_steps"), NO_SAMPLES)
    return {row["account_id"]: row for row in got.to_dicts()}


def test_an_unexplained_jump_raises_the_reading_and_a_post_that_went_round_does_not(tmp_path: Path) -> None:
    got = measured(
        tmp_path,
        curve("calm", jump=0.0, likes_then=1.0),
        curve("jump", jump=0.4, likes_then=1.0),
        curve("seen", jump=0.4, likes_then=12.0),
        curve("slip", jump=0.0, likes_then=1.0, glitch=10_000_000),
    )
    share = {name: row["share"] for name, row in got.items()}
    assert share["jump"] > 2 * max(share["calm"], share["seen"], share["slip"])
    assert got["jump"]["unexplained"] == pytest.approx(0.4 / 1.4, abs=0.06)
    assert got["seen"]["explained"] == pytest.approx(0.4 / 1.4, abs=0.06)
    assert got["jump"]["step_day"] == (AS_OF - timedelta(days=61)).date()


def test_it_says_what_it_is_made_of(known: Known) -> None:
    got = estimate(known.evidence, known.steps, NO_SAMPLES)
    assert [line.split(":")[0] for line in INFLATION.splitlines()[1:]] == got.columns
    assert got["account_id"].is_sorted()


def test_a_reading_lies_in_its_interval_or_there_is_a_silence(known: Known) -> None:
    got = estimate(known.evidence, known.steps, NO_SAMPLES)
    told = got.filter(pl.col("silence").is_null())
    assert told.select((pl.col("low") <= pl.col("share")) & (pl.col("share") <= pl.col("high"))).to_series().all()
    assert told.select(pl.min_horizontal("low", "share") >= 0, high=pl.col("high") <= 1).unpivot()["value"].all()
    silent = got.filter(pl.col("silence").is_not_null())
    assert silent["share"].null_count() == silent.height


def test_the_interval_holds_about_as_often_as_it_says(known: Known) -> None:
    got = estimate(known.evidence, known.steps, NO_SAMPLES).with_columns(true=pl.Series(known.share))
    told = got.filter(pl.col("silence").is_null())
    held = told.filter(pl.col("true").is_between("low", "high")).height
    assert held > 0.8 * told.height


def test_labels_narrow_and_move_the_reading(known: Known) -> None:
    one = known.evidence["account_id"][3]
    row = {"account_id": one, "sampled": 300, "labelled": 200, "share": 0.4, "effective_fake": 80.0}
    told = {"calibrated": True, "effective_real": 120.0, "slip": 0.02, "slip_spread": 0.01, "spread": 0.0}
    samples = pl.DataFrame([dict.fromkeys(NO_SAMPLES.columns) | row | told], schema=NO_SAMPLES.schema)
    without, with_labels = (estimate(known.evidence, known.steps, said) for said in (NO_SAMPLES, samples))
    got = with_labels.filter(account_id=one).to_dicts()[0]
    assert got["share"] == pytest.approx(0.39, abs=0.05)
    assert got["high"] - got["low"] < 0.2
    assert got["by_sample"] == pytest.approx(0.4)
    assert with_labels.height == without.height


def test_nobody_known_gives_no_rows(known: Known) -> None:
    assert estimate(known.evidence.head(0), known.steps.head(0), NO_SAMPLES).height == 0


@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_hostile_evidence_gives_a_share_or_a_silence(data: st.DataObject, known: Known) -> None:
    odd = st.sampled_from([None, 0.0, -1.0, 1e300, -1e300, float("inf"), float("nan")])
    names = [name for name, kind in known.evidence.schema.items() if kind == pl.Float64]
    moved = {name: pl.lit(data.draw(odd), dtype=pl.Float64) for name in data.draw(st.sets(st.sampled_from(names)))}
    got = estimate(known.evidence.head(20).with_columns(**moved), known.steps, NO_SAMPLES)
    told = got.filter(pl.col("silence").is_null()).select("low", "share", "high")
    assert told.select(pl.all().is_finite().all()).row(0) == (True, True, True)
