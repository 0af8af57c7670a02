"""A few worlds, drawn once."""

from __future__ import annotations

import pytest

from vetting.simulate.namesakes import Bunch, draw


@pytest.fixture(scope="session")
def world() -> Bunch:
    return draw(5, creators=300, records=3000)


@pytest.fixture(scope="session")
def worlds(world: Bunch) -> list[Bunch]:
    return [world, *(draw(seed, creators=300, records=3000) for seed in range(20, 25))]
