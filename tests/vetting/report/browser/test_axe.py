"""axe finds no breach of WCAG 2.2 AA on any kind of page, in either language, on a desk or a phone, folded or open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import lacking
from tests.vetting.report.browser.layout import compare_first, open_all

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.vetting.report.browser.watch import Visitor

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
INSTALL = "npm ci --ignore-scripts --prefix tests/vetting/report/browser"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """
async (tags) => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  const told = (node) => `${node.target} (${node.failureSummary})`;
  return found.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map(told).join("; ")}`);
}
"""
KINDS = (
    "dossier-full", "dossier-empty", "dossier-hostile", "shortlist-full", "shortlist-hostile", "model-full",
)  # fmt: skip


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe."""
    return AXE.read_text("utf-8") if AXE.is_file() else lacking(f"no axe on this machine: {INSTALL}")


def breaches(page: Page, axe: str) -> list[str]:
    """What axe finds on the page as it stands."""
    page.evaluate(axe)
    found: list[str] = page.evaluate(RUN, TAGS)
    return found


@pytest.mark.parametrize("form", ["desktop", "phone"])
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_breach(visit: Visitor, pages: dict[str, Path], axe: str, kind: str, lang: str, form: str) -> None:
    with visit(pages[f"{kind}-{lang}"], form) as page:
        open_all(page)
        assert breaches(page, axe) == []


def test_no_breach_as_a_page_is_opened(visit: Visitor, pages: dict[str, Path], axe: str) -> None:
    with visit(pages["dossier-full-en"]) as page:
        assert breaches(page, axe) == []


@pytest.mark.parametrize(("form", "kind"), [("desktop", "full"), ("phone", "full"), ("phone", "hostile")])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_breach_in_a_shortlist_in_use(
    visit: Visitor, pages: dict[str, Path], axe: str, kind: str, lang: str, form: str
) -> None:
    with visit(pages[f"shortlist-{kind}-{lang}"], form) as page:
        page.locator("#list thead button").nth(1).click()
        page.locator("#search").fill("e")
        compare_first(page, 4)
        assert breaches(page, axe) == []


def test_axe_is_heard(visit: Visitor, pages: dict[str, Path], axe: str) -> None:
    with visit(pages["dossier-full-en"]) as page:
        page.evaluate("() => { document.documentElement.lang = ''; }")
        assert any(line.startswith("html-has-lang") for line in breaches(page, axe))
