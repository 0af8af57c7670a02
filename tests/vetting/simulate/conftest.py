"""Two worlds, drawn once: a small one on disk as the command writes it, and a larger one to count in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.simulate.scene import Scene
from vetting.simulate.world import AS_OF, World, draw, simulate

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Read:
    """A world's tables and its truth's, read back."""

    world: dict[str, pl.DataFrame]
    truth: dict[str, pl.DataFrame]


def tables(folder: Path) -> dict[str, pl.DataFrame]:
    return {path.stem: pl.read_parquet(path) for path in sorted(folder.glob("*.parquet"))}


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The demo's world, as simulate() writes it without arguments."""
    return simulate(tmp_path_factory.mktemp("worlds") / "demo")


@pytest.fixture(scope="session")
def demo(written: World) -> Read:
    """The demo's world, read back from its files."""
    return Read(tables(written.out), tables(written.truth_out))


@pytest.fixture(scope="session")
def many() -> Read:
    """A world large enough for shares and slopes."""
    return Read(*draw(Scene(5, AS_OF, 400), 500, 0.35))
