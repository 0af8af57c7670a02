"""What tests share: the dates, real data beside the project, and what a machine may lack."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"
AS_OF = datetime(2026, 6, 30)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data, which stays on the machines of its developers."""
    if not SHARED.is_dir():
        pytest.skip("the real data of the developers' machines is not here")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """A browser; where there is none the test is skipped, in CI it fails."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return found or lacking("no Chromium on this machine")


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """What reads a PDF's words and where they stand, of poppler; where there is none, as for a browser."""
    return shutil.which("pdftotext") or lacking("no pdftotext on this machine: apt install poppler-utils")


def lacking(what: str) -> NoReturn:
    """Skip a test for what the machine lacks; in CI, where everything gets installed, fail it."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)
