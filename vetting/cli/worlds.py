"""Made-up worlds through the same rooms as real ones, to train the default model on and to judge any model by."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from vetting.cli.opening import made_up
from vetting.cli.options import say
from vetting.match.match import match
from vetting.measure.measure import measure
from vetting.score.decisions import known_now, rows_hash, signals_hash
from vetting.score.evaluate import auc
from vetting.score.examples import GROUPS, Examples
from vetting.score.made_by import libraries
from vetting.score.score import declared
from vetting.score.train import train
from vetting.signals import read_signals
from vetting.simulate.drawn import drawn_style
from vetting.simulate.folder import truth_beside
from vetting.simulate.scene import Scene
from vetting.simulate.style import TYPICAL, Style
from vetting.simulate.world import AS_OF, draw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from vetting.score.examples import Flags, Floats
    from vetting.score.model import Model

WORKERS = 2
HONEST, TYPICAL_TOO = 7, 3
"""Nobody cheats in one world of so many; one of so many has the typical manners, but incidents of its own making."""
FRAUD, DAYS = (0.05, 0.6), 400


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a model may read of a world's creators as of its end, and what is true of them; in the same order."""

    examples: Examples
    probability: Floats
    """Of an incident within twelve months: what `examples.incident` was drawn with."""
    honest: Flags


def default_model(creators: int, seeds: tuple[int, ...], seed: int = 0) -> Model:
    """Simulate, load, measure and match a world per seed, and learn from what happened in them."""
    learnt = joined(list(known_worlds(seeds, creators)))
    known, examples = declared(read_signals()), learnt.examples
    about = {
        "trained_on": "simulated",
        "as_of": AS_OF.isoformat(),
        "seed": seed,
        "seeds": list(seeds),
        "period": None,
        "decisions": len(examples),
        "creators": len(examples),
        "incidents": int(examples.incident.sum()),
        "censored": 0,
        "left_out": {},
        "rows_hash": rows_hash(examples),
        "signals_hash": signals_hash(known, examples.features),
        "versions": libraries(),
        # The most that anybody could learn: the worlds' own probabilities against what they drew from them.
        "limit_auc": auc(examples.incident, learnt.probability),
    }
    return train(examples, known, about=about, seed=seed, progress=lambda what: say("train", what))


def known_worlds(seeds: Sequence[int], creators: int) -> Iterator[Labelled]:
    """The worlds of these seeds, in order, two at a time."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        for seed, world in zip(seeds, pool.map(partial(known_world, creators=creators), seeds), strict=True):
            share = world.examples.incident.mean()
            say("train", f"world {seed}: {len(world.examples):,} made-up creators, {share:.0%} with an incident")
            yield world


def known_world(seed: int, creators: int) -> Labelled:
    """One of them: manners, share of inflated creators, base rate and causes of incidents are the seed's own."""
    dice = np.random.default_rng([seed, *b"risk"])
    fraud = 0.0 if seed % HONEST == 0 else float(dice.uniform(*FRAUD))
    with TemporaryDirectory(prefix="vetting-") as scratch:
        folder = Path(scratch) / "world"
        tables = draw(Scene(seed, AS_OF, DAYS, known_style(seed)), creators, fraud)
        for place, parts in zip((folder, truth_beside(folder)), tables, strict=True):
            place.mkdir()
            for name, table in parts.items():
                table.write_parquet(place / f"{name}.parquet")
        return labelled(folder, AS_OF, prefix=f"{seed}:")


def known_style(seed: int) -> Style:
    """A drawn style, or the typical one with the drawn one's account of incidents."""
    drawn = drawn_style(seed)
    return replace(TYPICAL, harming=drawn.harming) if seed % TYPICAL_TOO == 0 else drawn


def labelled(folder: Path, as_of: datetime, *, prefix: str = "", warehouse: Path | None = None) -> Labelled:
    """A world's creators as of then, measured and matched, with the truth of `<folder>_truth/creators.parquet`.

    That table names `creator_id`, `incident`, `incident_probability` and `honest`, whoever wrote it. `prefix` keeps the
    creators of several worlds apart; the warehouse is kept where a path is given.
    """
    truth = pl.read_parquet(truth_beside(folder) / "creators.parquet").sort("creator_id")
    with (
        TemporaryDirectory(prefix="vetting-") as scratch,
        made_up(folder, as_of, path=warehouse or Path(scratch) / "world.duckdb") as house,
    ):
        measure(house)
        match(house)
        examples = known_now(house, truth)
    named = replace(examples, creators=(prefix + truth["creator_id"]).to_numpy())
    return Labelled(named, truth["incident_probability"].to_numpy(), truth["honest"].to_numpy())


def joined(worlds: Sequence[Labelled]) -> Labelled:
    """Several worlds as one; each keeps its own creators."""
    parts = [world.examples for world in worlds]

    def both(name: str) -> Any:  # noqa: ANN401 - arrays of each kind
        return np.concatenate([getattr(part, name) for part in parts])

    examples = Examples(
        features=parts[0].features,
        worse=parts[0].worse,
        readings=both("readings"),
        incident=both("incident"),
        creators=both("creators"),
        decided=both("decided"),
        groups={by: np.concatenate([part.groups[by] for part in parts]) for by in GROUPS},
    )
    told = [np.concatenate([getattr(world, name) for world in worlds]) for name in ("probability", "honest")]
    return Labelled(examples, *told)
