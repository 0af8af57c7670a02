"""A Chromium for the tests of a file, and the pages that they open: each kind, in both languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.vetting.report.browser.made import rendered
from tests.vetting.report.browser.watch import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def visit(chromium: str) -> Iterator[Visitor]:
    """Opens a page under watch. One browser per file of tests: its event loop must not outlive it."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        visitor = Visitor(browser)
        yield visitor
        visitor.leave()
        browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every kind of page by name and language, such as `dossier-full-fr`."""
    folder = tmp_path_factory.mktemp("pages")
    card = json.loads((HERE.parent / "model_card.json").read_text("utf-8"))
    made = {}
    for name, text in rendered(card):
        made[name] = folder / f"{name}.html"
        made[name].write_text(text, encoding="utf-8")
    return made
