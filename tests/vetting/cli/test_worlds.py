"""Made-up worlds as examples: everybody once, worlds kept apart, and what differs between them."""

from __future__ import annotations

import pickle
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from vetting.cli.worlds import DAYS, HONEST, joined, known_style, known_world, labelled
from vetting.simulate.style import TYPICAL
from vetting.simulate.world import AS_OF, simulate

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.cli.worlds import Labelled

COUNT = 12


@pytest.fixture(scope="module")
def honest() -> Labelled:
    """A small world in which nobody cheats."""
    return known_world(HONEST, COUNT)


def test_each_creator_is_an_example_as_of_the_end(honest: Labelled) -> None:
    examples = honest.examples
    assert examples.readings.shape == (COUNT, len(examples.features))
    assert len(set(examples.creators)) == COUNT == len(honest.probability)
    assert all(creator.startswith(f"{HONEST}:c") for creator in examples.creators)
    assert (examples.decided == np.datetime64(AS_OF, "us")).all()
    assert set(examples.worse) == {-1.0, 1.0}
    assert set(examples.groups["platform"]) <= {"youtube", "instagram", "tiktok"}
    assert np.isfinite(examples.readings).any(axis=1).all()


def test_nobody_cheats_in_one_world_of_seven(honest: Labelled) -> None:
    assert honest.honest.all()


def test_worlds_differ_in_what_incidents_come_of_and_can_be_sent_to_a_process() -> None:
    styles = [known_style(seed) for seed in range(11, 19)]
    rates = [style.harming.base_rate for style in styles]
    assert len(set(rates)) == len(rates)
    assert 1 < sum(style.growing == TYPICAL.growing for style in styles) < 5
    assert pickle.loads(pickle.dumps(partial(known_world, creators=COUNT))).keywords == {"creators": COUNT}  # noqa: S301 # our own


def test_a_folder_of_anybodys_with_its_truth_is_labelled(tmp_path: Path) -> None:
    as_of = datetime(2025, 12, 31)  # times are naive UTC throughout
    made = simulate(tmp_path / "w", creators=COUNT, seed=3, as_of=as_of, days=120)
    truth = pl.read_parquet(made.truth_out / "creators.parquet")
    stranger = truth.head(1).with_columns(creator_id=pl.lit("zz"))
    pl.concat([stranger, truth]).write_parquet(made.truth_out / "creators.parquet")
    world = labelled(made.out, as_of, prefix="w:")
    assert world.examples.creators[-1] == "w:zz"
    assert world.examples.groups["platform"][-1] == ""
    assert np.isnan(world.examples.readings[-1]).all()
    incident = truth.sort("creator_id")["incident"].cast(pl.Float64).to_numpy()
    assert np.array_equal(world.examples.incident[:-1], incident)


def test_joined_worlds_keep_their_own_creators(honest: Labelled) -> None:
    both = joined([honest, honest])
    assert len(both.examples) == len(both.probability) == len(both.honest) == 2 * COUNT
    assert np.array_equal(both.examples.take(np.arange(COUNT)).readings, honest.examples.readings, equal_nan=True)
    assert DAYS < 2 * 365
