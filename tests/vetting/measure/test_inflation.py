"""Audience inflation: it speaks where it can know something, with an interval, and abstains elsewhere."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vetting.measure.inflation import LABELS, estimate

SCHEMA = {
    "account_id": pl.String,
    "followers": pl.Int64,
    "drawn": pl.Int64,
    "labelled": pl.Int64,
    "fake": pl.Int64,
    "uniform": pl.Boolean,
    "days": pl.Int64,
    "reach": pl.Int64,
    "jump_share": pl.Float64,
    "untold": pl.Boolean,
}
BARE = dict.fromkeys(SCHEMA) | {"account_id": "a", "followers": 1000, "untold": False}


def read(**evidence: object) -> dict[str, object]:
    return estimate(pl.DataFrame([BARE | evidence], schema=SCHEMA)).to_dicts()[0]


def test_without_evidence_it_abstains() -> None:
    assert read()["silence"] == "not_enough_data"
    assert read(days=300, jump_share=0.0)["share"] is None


def test_few_labels_are_no_evidence() -> None:
    assert read(drawn=200, labelled=LABELS - 1, fake=10, uniform=True)["share"] is None


def test_labels_of_this_audience_give_a_share_with_its_interval() -> None:
    got = read(drawn=400, labelled=100, fake=20, uniform=True)
    assert got["share"] == pytest.approx(20.5 / 101)
    assert got["low"] == pytest.approx(0.142, abs=0.005)
    assert got["high"] == pytest.approx(0.272, abs=0.005)
    assert got["basis"] == 100


def test_a_sample_of_the_newest_followers_is_trusted_half() -> None:
    uniform = read(drawn=400, labelled=100, fake=20, uniform=True)
    newest = read(drawn=400, labelled=100, fake=20, uniform=False)
    assert newest["low"] < uniform["low"]  # type: ignore[operator] # both are numbers here
    assert newest["high"] > uniform["high"]  # type: ignore[operator]


def test_an_unexplained_jump_gives_a_wide_interval() -> None:
    got = read(days=200, jump_share=0.4)
    assert (got["low"], got["share"], got["high"]) == pytest.approx((0.1, 0.32, 0.54))


def test_a_jump_that_nothing_can_be_held_against_is_no_evidence() -> None:
    assert read(days=200, jump_share=0.4, untold=True)["share"] is None
    assert read(days=30, jump_share=0.4)["share"] is None


def test_coverage_of_the_interval_from_labels_is_about_nominal() -> None:
    rng = np.random.default_rng(1)
    truth = rng.uniform(0.02, 0.6, 2000)
    fake = rng.binomial(100, truth)
    rows = [
        BARE | {"account_id": f"{n:05}", "labelled": 100, "fake": int(f), "uniform": True} for n, f in enumerate(fake)
    ]
    got = estimate(pl.DataFrame(rows, schema=SCHEMA))
    held = ((got["low"] <= pl.Series(truth)) & (pl.Series(truth) <= got["high"])).mean()
    assert held == pytest.approx(0.90, abs=0.03)


@settings(deadline=None, max_examples=80)
@given(
    labelled=st.one_of(st.none(), st.integers(0, 10**6)),
    part=st.floats(0, 1),
    jump=st.one_of(st.none(), st.floats(-5, 1e9)),
    days=st.one_of(st.none(), st.integers(0, 10**5)),
    uniform=st.one_of(st.none(), st.booleans()),
)
def test_a_reading_is_a_share_inside_its_interval_or_a_silence(
    *, labelled: int | None, part: float, jump: float | None, days: int | None, uniform: bool | None
) -> None:
    fake = None if labelled is None else int(labelled * part)
    got = read(labelled=labelled, fake=fake, jump_share=jump, days=days, uniform=uniform)
    if got["silence"]:
        assert got["share"] is got["low"] is got["high"] is None
    else:
        assert 0 <= got["low"] <= got["share"] <= got["high"] <= 1  # type: ignore[operator] # numbers, as silence is null
