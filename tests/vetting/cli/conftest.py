"""Running the command line in this process."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from vetting.cli import main
from vetting.simulate.world import simulate

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Said:
    """How a command ended, what it printed, what it said on the way."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Vet:
    """Runs `vet` with arguments."""

    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *arguments: object) -> Said:
        """Run it as a user would."""
        self.monkeypatch.setattr(sys, "argv", ["vet", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = self.capsys.readouterr()
        return Said(code, said.out, said.err)


@pytest.fixture
def vet(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Vet:
    """The command line."""
    return Vet(capsys, monkeypatch)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up world of a dozen creators."""
    out = tmp_path_factory.mktemp("made") / "world"
    simulate(out, creators=12, seed=3)
    return out
