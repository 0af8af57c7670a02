"""What scoring and starting cost, in CPU seconds."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from vetting.cli import vet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vetting.score.model import Model

CREATORS, SIGNALS, MISSING = 100_000, 60, 0.2
TIMES = 3
SAYS = "import sys; sys.argv[0] = 'vet'; from vetting.cli import main; main()"
Row = tuple[str, str, str, str]


def scoring_seconds(model: Model) -> Iterator[Row]:
    """Contributions, scores, bands and intervals of made-up readings, with a model as wide as `SIGNALS`."""
    wide = widened(model)
    rng = np.random.default_rng(0)
    readings = rng.normal(wide.knots[:, 0], np.ptp(wide.knots, axis=1) + 1e-9, (CREATORS, SIGNALS))
    readings[rng.random(readings.shape) < MISSING] = np.nan
    begun = time.process_time()
    wide.contributions(readings)
    middle = time.process_time()
    wide.place(wide.logits(readings))
    wide.interval(readings)
    ended = time.process_time()
    what = f"scoring {CREATORS:,} creators x {SIGNALS} signals, CPU s"
    known = f"contributions {middle - begun:.2f}, log-odds, places and intervals {ended - middle:.2f}"
    yield what, f"{ended - begun:.2f}", "<= 3", known


def widened(model: Model) -> Model:
    """The model with its features again and again, up to `SIGNALS`."""
    places = np.arange(SIGNALS) % len(model.features)
    arrays = {name: getattr(model, name)[places] for name in ("worse", "knots", "weights", "silent", "edges", "shares")}
    drawn = {name: getattr(model, name)[:, places] for name in ("drawn_weights", "drawn_silent")}
    names = tuple(f"signal_{number}" for number in range(SIGNALS))
    return replace(model, features=names, declarations=names, **arrays, **drawn)


def start_seconds() -> Iterator[Row]:
    """`vet --help` and the help of every command: the least of a few starts."""
    costs = {"vet --help": least("--help")} | {
        f"vet {name} --help": least(name, "--help") for name in sorted(vet.commands)
    }
    slowest = max(costs, key=lambda name: costs[name])
    yield "vet --help, CPU s", f"{costs['vet --help']:.2f}", "<= 0.3", ""
    yield "slowest vet COMMAND --help, CPU s", f"{costs[slowest]:.2f}", "<= 0.3", f"{slowest}, of {len(costs) - 1}"


def least(*arguments: str) -> float:
    """CPU seconds of a start."""
    return min(_seconds(arguments) for _ in range(TIMES))


def _seconds(arguments: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", SAYS, *arguments], check=True, capture_output=True)  # noqa: S603 - our own
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
