"""A small made-up world, and an environment in which Prefect knows nothing of whoever runs the tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from vetting.simulate.world import simulate

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of exchange files about 12 creators."""
    folder = tmp_path_factory.mktemp("flows") / "world"
    simulate(folder, creators=12, seed=1)
    return folder


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a subprocess: a Prefect home of its own, and no setting of the user's."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "VET_"))}
    return ours | {"PREFECT_HOME": str(tmp_path_factory.mktemp("prefect")), "DO_NOT_TRACK": "1"}
