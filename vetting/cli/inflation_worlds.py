"""Made-up worlds through the same rooms as real ones, to learn audience inflation from."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from vetting.cli.opening import made_up
from vetting.measure.inflation.reading import EXACT
from vetting.simulate.drawn import drawn_style
from vetting.simulate.scene import Scene
from vetting.simulate.world import AS_OF, draw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import polars as pl
    from numpy.random import Generator

    from vetting.simulate.style import Style

READ = ("accounts", "follower_snapshots", "posts")
FACTS = ("growth_steps", "growth_shape", "growth_surge", "engagement_shape")
WORKERS = 2
HONEST, FEW, WIDER, USUAL_DAYS = 0.14, 0.12, 0.6, 180
"""How many worlds hold no inflation, few accounts, more innocent causes than usual; how long most histories are."""


@dataclass(frozen=True, slots=True)
class Known:
    """A made-up world as the estimator sees it, and the true share of each account."""

    evidence: pl.DataFrame
    steps: pl.DataFrame
    share: np.ndarray[tuple[int], np.dtype[np.float64]]


def known_worlds(seeds: Sequence[int], creators: int) -> Iterator[Known]:
    """The worlds of these seeds, in order; each differs in its manners, length, size and share of inflated accounts."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(known_world, creators=creators), seeds)


def known_world(seed: int, creators: int) -> Known:
    """One of them."""
    dice = np.random.default_rng([seed, *b"inflation"])
    fraud = 0.0 if dice.random() < HONEST else float(dice.uniform(0.05, 0.75))
    days = USUAL_DAYS if dice.random() < 1 / 2 else int(dice.integers(60, 400))
    count = int(dice.integers(8, 80)) if dice.random() < FEW else creators
    style = drawn_style(seed)
    style = wider(style, dice) if dice.random() < WIDER else style
    world, truth = draw(Scene(seed, AS_OF, days, style), count, fraud)
    with TemporaryDirectory(prefix="vetting-") as scratch:
        for name in READ:
            world[name].write_parquet(Path(scratch) / f"{name}.parquet")
        with made_up(Path(scratch), AS_OF) as house:
            house.build_facts(house.tree.needed("facts", ["accounts", *FACTS]))
            read = [house.query(name).with_columns(EXACT) for name in ("inflation_evidence", "inflation_steps")]
    evidence, steps = read
    shares = evidence.select("account_id").join(truth["accounts"], on="account_id", how="left", maintain_order="left")
    return Known(evidence, steps, shares["inflation"].to_numpy())


def wider(style: Style, dice: Generator) -> Style:
    """A drawn style with more that is innocent and looks like fraud: who learns here must not accuse elsewhere."""
    happening, growing, gathering = style.happening, style.growing, style.gathering
    often, large = dice.uniform(1.0, 2.6), float(np.exp(dice.normal(0.25, 0.4)))
    odds = {name: min(0.5, float(odd * often * np.exp(dice.normal(0, 0.3)))) for name, odd in happening.odds.items()}
    size = {name: min(3.5, value * large) for name, value in happening.size.items()}
    restless = growing.restless[0] * float(np.exp(dice.normal(0.2, 0.5)))
    rising = min(0.5, growing.rising[0] * float(dice.uniform(1.0, 2.0)))
    trend = dice.uniform(1.0, 2.2, 2)
    return replace(
        style,
        happening=replace(happening, odds=odds, size=size, among_inflated=float(dice.uniform(0.5, 1.0))),
        growing=replace(growing, restless=(restless, growing.restless[1]), rising=(rising, growing.rising[1])),
        gathering=replace(
            gathering,
            comments_spread=(gathering.comments_spread[0], float(dice.uniform(0.2, 1.1))),
            trend=(gathering.trend[0] * float(trend[0]), gathering.trend[1] * float(trend[1])),
        ),
    )
