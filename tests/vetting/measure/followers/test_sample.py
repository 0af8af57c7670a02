"""What a sample says: near the truth, as sure as it may be, wider where less is known, and never out of bounds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta  # type: ignore[import-untyped] # scipy ships no types

from vetting.measure.followers.likelihood import GRID, slips
from vetting.measure.followers.sample import SAMPLE, SCHEMA, estimate, log_likelihood
from vetting.simulate.follower_profiles import FAKE_MIX, REAL_MIX, habit, kinds, profiles

if TYPE_CHECKING:
    from vetting.simulate.draw import Floats

DRAWN = datetime(2026, 6, 1)
COLUMNS: dict[str, Any] = {
    "account_id": pl.String,
    "follower_id": pl.String,
    "platform": pl.String,
    "sampled_at": pl.Datetime("us"),
    "uniform": pl.Boolean,
    "label": pl.String,
    "handle": pl.String,
    "has_avatar": pl.Boolean,
    "bio_length": pl.Int64,
    "followers": pl.Int64,
    "following": pl.Int64,
    "posts_count": pl.Int64,
    "created_at": pl.Datetime("us"),
}


def people(fake: int, real: int, unlabelled: int = 0, **columns: object) -> pl.DataFrame:
    """One account's sample, of whose profiles nothing is known."""
    label = ["fake"] * fake + ["real"] * real + [None] * unlabelled
    rows = pl.DataFrame({"label": label}, schema={"label": pl.String}).with_columns(
        pl.lit("a").alias("account_id"),
        pl.lit("x").alias("platform"),
        pl.lit(DRAWN).alias("sampled_at"),
        pl.lit(value=True).alias("uniform"),
        follower_id=pl.format("f{}", pl.int_range(pl.len())),
    )
    rows = rows.with_columns(pl.lit(value).alias(name) for name, value in columns.items())
    return rows.select(
        (pl.col(name) if name in rows.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in COLUMNS.items()
    )


def world(shares: Floats, labelled: Floats, seed: int, slip: float = 0.0, size: int = 300) -> pl.DataFrame:
    """Samples of audiences of one made-up platform, whose real people and fakes differ from audience to audience."""
    dice = np.random.default_rng(seed)
    ways = habit(dice)
    parts = []
    for number, (share, judged) in enumerate(zip(shares, labelled, strict=True)):
        fake = dice.random(size) < share
        mixes = dice.dirichlet(np.multiply(REAL_MIX, 2)), dice.dirichlet(np.multiply(FAKE_MIX, 2))
        said = pl.Series(np.where(fake ^ (dice.random(size) < slip), "fake", "real"))
        shown = profiles(dice, kinds(dice, fake, *mixes), ways).with_columns(
            account_id=pl.lit(f"{number:04}"),
            follower_id=pl.format("f{}", pl.int_range(pl.len())),
            platform=pl.lit("x"),
            uniform=pl.lit(value=True),
            sampled_at=pl.lit(DRAWN),
            label=said.set(pl.Series(np.arange(size) >= judged), None),
            created_at=pl.lit(DRAWN) - pl.duration(days=pl.col("age")),
        )
        parts.append(shown.select(pl.col(name).cast(kind) for name, kind in COLUMNS.items()))
    return pl.concat(parts)


@pytest.fixture(scope="module")
def many() -> tuple[pl.DataFrame, Floats]:
    """Eighty audiences, half of them with labels of which a few are wrong; what is estimated, and their true shares."""
    truth = np.random.default_rng(4).beta(0.8, 6.0, 80)
    return estimate(world(truth, np.where(np.arange(80) % 2, 0, 80), seed=4, slip=0.03)), truth


def test_every_column_has_its_words() -> None:
    said = {line.split(":")[0] for line in SAMPLE.splitlines()[1:]}
    assert said == set(SCHEMA)


def test_no_samples_give_a_table_without_rows() -> None:
    assert estimate(people(0, 0)).schema == pl.Schema(SCHEMA)


def test_labels_alone_are_as_sure_as_a_beta() -> None:
    row = estimate(people(25, 75)).row(0, named=True)
    assert row["way"] == "labels"
    assert row["effective_fake"] + row["effective_real"] == pytest.approx(100, rel=0.05)
    assert row["effective_fake"] / row["effective_real"] == pytest.approx(1 / 3, rel=0.03)
    alone = beta(25.6, 76.6)
    assert row["low"] < alone.ppf(0.05)
    assert row["low"] < row["share"] < row["high"]
    assert row["share"] == pytest.approx(0.235, abs=0.02)


def test_followers_of_whom_nothing_is_known_add_nothing_to_labels() -> None:
    alone, more = (estimate(people(25, 75, rest)).row(0, named=True) for rest in (0, 300))
    assert more["share"] == pytest.approx(alone["share"], abs=0.005)
    assert more["high"] - more["low"] == pytest.approx(alone["high"] - alone["low"], rel=0.1)


@pytest.mark.parametrize(("uniform", "wider"), [(None, 1.02), (False, 1.3)])
def test_a_list_whose_order_is_not_chance_widens(uniform: bool | None, wider: float) -> None:  # noqa: FBT001 # a case
    widths = []
    for how in (True, uniform):
        row = estimate(people(20, 60).with_columns(uniform=pl.lit(how, dtype=pl.Boolean))).row(0, named=True)
        widths.append(row["high"] - row["low"])
    assert widths[1] > wider * widths[0]


def test_without_labels_of_the_platform_it_is_a_guess_and_says_so() -> None:
    row = estimate(people(0, 0, 300, followers=2, following=3000, posts_count=0)).row(0, named=True)
    assert (row["way"], row["calibrated"]) == ("classifier", False)
    assert row["high"] - row["low"] > 0.25


def test_shares_are_near_the_truth_with_and_without_labels(many: tuple[pl.DataFrame, Floats]) -> None:
    told, truth = many
    error = np.abs(told["share"].to_numpy() - truth)
    labelled = (told["way"] == "labels").to_numpy()
    assert labelled.sum() == 40
    assert told["calibrated"].all()
    assert error[labelled].mean() < 0.045
    assert error[~labelled].mean() < 0.07
    assert error.mean() < np.abs(truth - truth.mean()).mean() * 0.7


def test_intervals_hold_about_what_they_promise(many: tuple[pl.DataFrame, Floats]) -> None:
    told, truth = many
    held = ((told["low"].to_numpy() <= truth) & (truth <= told["high"].to_numpy())).mean()
    assert 0.84 <= held <= 0.99


def test_an_account_is_the_same_in_any_order_of_rows(many: tuple[pl.DataFrame, Floats]) -> None:
    rows = world(np.array([0.1, 0.4, 0.2]), np.array([50, 60, 0]), seed=2)
    assert estimate(rows.sample(fraction=1, shuffle=True, seed=1)).equals(estimate(rows))
    assert many[0]["account_id"].is_sorted()


def test_slips_are_found_where_honest_audiences_show_them() -> None:
    dice = np.random.default_rng(1)
    for true in (0.0, 0.02, 0.05):
        share = np.where(dice.random(80) < 0.7, 0.005, dice.uniform(0, 0.5, 80))
        fake = dice.binomial(80, true + (1 - 2 * true) * share).astype(np.float64)
        mean, spread = slips(fake, 80 - fake)
        assert mean == pytest.approx(true, abs=0.012)
        assert 0 <= spread < 0.03


def test_the_likelihood_is_best_where_the_labels_are(many: tuple[pl.DataFrame, Floats]) -> None:
    labelled = many[0].filter(way="labels")
    grid = np.linspace(0, 1, 41)
    logs = log_likelihood(labelled, grid)
    assert logs.shape == (40, 41)
    assert logs.max(axis=1) == pytest.approx(0)
    assert np.isfinite(logs).all()
    assert np.abs(grid[logs.argmax(axis=1)] - labelled["share"].to_numpy()).mean() < 0.03
    assert log_likelihood(labelled.head(0), grid).shape == (0, 41)


def test_an_audience_that_agrees_with_nobody_is_no_error() -> None:
    rows = pl.concat([people(40, 0, 20), people(0, 40, 20).with_columns(account_id=pl.lit("b"))])
    told = estimate(rows)
    assert told["share"].to_list() == pytest.approx([1, 0], abs=0.06)


def test_a_sample_whose_account_nobody_listed_is_still_read() -> None:
    assert estimate(people(10, 30).with_columns(platform=pl.lit(None, dtype=pl.String))).height == 1


COUNTS = st.one_of(st.none(), st.integers(0, 2**62))


@settings(deadline=None, max_examples=40)
@given(
    labels=st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(1, 40)),
    counts=st.tuples(COUNTS, COUNTS, COUNTS),
    handle=st.one_of(st.none(), st.text(max_size=30)),
)
def test_anything_gives_a_share_inside_its_interval(
    labels: tuple[int, int, int], counts: tuple[int | None, ...], handle: str | None
) -> None:
    followers, following, posts = counts
    sample = people(*labels, followers=followers, following=following, posts_count=posts, handle=handle)
    row = estimate(sample).row(0, named=True)
    assert 0 <= row["low"] <= row["share"] <= row["high"] <= GRID[-1] + 1e-9
    assert np.isfinite([row[name] for name in ("se", "effective_fake", "effective_real", "spread", "looks_fake")]).all()
    assert row["effective_fake"] + row["effective_real"] <= sum(labels) + 1e-9


def test_the_shipped_classifier_lies_beside_the_code() -> None:
    assert Path(estimate.__code__.co_filename).with_name("default.json").is_file()
