"""Takes the pictures of README and docs from the demo's pages, in a real Chromium.

`make demo`, then `python -m docs.pictures`. What is on them is simulated.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from vetting.report.pdf import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
PAGES = HERE.parent / "demo" / "report"
DECLINED, RECORDED = "c0000017", "c0000047"
COMPARED = (0, 14, 45, 71)
"""Places in the list: two to proceed with, one to review, the one to decline."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of the demo at a width: `height` pixels of it, from the element `of` on, else from the top."""

    name: str
    page: str
    width: int = 1120
    height: int = 900
    of: str | None = None
    compare: bool = False


PICTURES = (
    Picture("dossier", DECLINED, height=880),
    Picture("dossier-phone", RECORDED, width=390, height=844),
    Picture("charts", DECLINED, height=830, of="#charts h3"),
    Picture("records", RECORDED, height=640, of="#records"),
    Picture("shortlist", "index", height=760),
    Picture("compare", "index", height=760, compare=True),
)


def main() -> None:
    """Take all of them."""
    if not (PAGES / "index.html").is_file():
        sys.exit("There is no demo yet. Make one: make demo")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, picture)
        browser.close()


def take(browser: Browser, picture: Picture) -> None:
    """Open a page, and keep what is to be seen of it."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
    page.goto((PAGES / f"{picture.page}.html").as_uri())
    if picture.compare:
        compare(page)
    if picture.of:
        page.locator(picture.of).first.evaluate("(one) => one.scrollIntoView()")
    page.screenshot(path=HERE / f"{picture.name}.png")
    page.close()


def compare(page: Page) -> None:
    """Choose four creators of the list and hold them side by side."""
    for place in COMPARED:
        page.locator("#list tbody input[type=checkbox]").nth(place).check()
    page.locator("#open").click()
    page.locator("#side").scroll_into_view_if_needed()


if __name__ == "__main__":
    main()
