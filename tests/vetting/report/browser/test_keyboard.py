"""Everything that a mouse can do, a keyboard alone does: in reading order, with a focus that is to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.vetting.report.browser.watch import Visitor

STOPS = """
() => {
  const own = "a[href], button, input, select, textarea, summary, [tabindex]";
  const able = (e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility();
  const stops = [...document.querySelectorAll(own)].filter(able);
  stops.forEach((e, place) => { e.dataset.stop = place; });
  return stops.length;
}
"""
HERE = """
() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return { stop: e.dataset.stop ?? e.outerHTML.slice(0, 80), seen, outlined };
}
"""

INSIDE = """
() => {
  const box = document.querySelector(".tip").getBoundingClientRect(), width = document.documentElement.clientWidth;
  return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= innerHeight;
}
"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Where Tab leads, stop by stop, from the top of the page to its end; each says its place in reading order."""
    stops = page.evaluate(STOPS)
    told = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        told.append(page.evaluate(HERE))
    return told


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("kind", ["dossier-full", "dossier-hostile", "shortlist-full", "model-full"])
def test_tab_goes_everywhere_in_reading_order(visit: Visitor, pages: dict[str, Path], kind: str, lang: str) -> None:
    with visit(pages[f"{kind}-{lang}"]) as page:
        told = walk(page)
        assert len(told) > 1
        assert [one["stop"] for one in told] == [str(place) for place in range(len(told))]
        assert [one for one in told if not (one["seen"] and one["outlined"])] == []


@pytest.mark.parametrize("kind", ["dossier-full", "shortlist-full", "model-full"])
def test_the_skip_link_skips(visit: Visitor, pages: dict[str, Path], kind: str) -> None:
    with visit(pages[f"{kind}-en"]) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.matches('.skip')")
        box = page.locator(".skip").bounding_box()
        assert box
        assert box["x"] >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("() => location.hash") == "#main"
        assert page.evaluate("() => document.getElementById('main').contains(document.activeElement)")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_what_is_folded_opens_and_closes(visit: Visitor, pages: dict[str, Path], key: str) -> None:
    with visit(pages["dossier-full-en"]) as page:
        one = page.locator("details:not([open])").first
        handle = one.element_handle()
        one.locator("summary").focus()
        for state in (True, False):
            page.keyboard.press(key)
            assert handle.evaluate("(e) => e.open") is state


@pytest.mark.parametrize("form", ["desktop", "phone"])
@pytest.mark.parametrize("kind", ["full-en", "hostile-fr"])
def test_the_marks_of_charts_tell_their_words(visit: Visitor, pages: dict[str, Path], kind: str, form: str) -> None:
    with visit(pages[f"dossier-{kind}"], form) as page:
        charts = page.locator("svg.chart[tabindex='0']")
        assert charts.count() >= 4
        for chart in charts.all():
            page.keyboard.press("Tab")  # so that what gets the focus next is known to be reached by keyboard
            chart.focus()
            told = set()
            for key in ("Home", "ArrowRight", "End", "ArrowLeft"):
                page.keyboard.press(key)
                told.add(page.locator(".tip").text_content())
                assert page.evaluate(INSIDE)
            assert "" not in told
            page.keyboard.press("Escape")
            assert page.locator(".tip").text_content() == ""


def names(page: Page) -> list[str]:
    """The creators whose rows are to be seen, in their order."""
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('#list tbody tr')].filter((e) => e.checkVisibility())"
        ".map((e) => e.querySelector('th bdi').textContent)"
    )
    return found


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what `selector` names."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"Tab never reaches {selector}")


def test_the_shortlist_sorts_by_keyboard(visit: Visitor, pages: dict[str, Path]) -> None:
    with visit(pages["shortlist-full-en"]) as page:
        before = names(page)
        tab_to(page, "#list thead th:first-child button")
        page.keyboard.press("Enter")
        upward = names(page)
        page.keyboard.press("Enter")
        assert sorted(before) == sorted(upward)
        assert upward != before
        assert names(page) == upward[::-1]
        assert page.locator("#list thead th").first.get_attribute("aria-sort") == "descending"


def test_the_shortlist_compares_by_keyboard(visit: Visitor, pages: dict[str, Path]) -> None:
    with visit(pages["shortlist-full-en"]) as page:
        for _ in range(2):
            tab_to(page, "#list tbody input[type=checkbox]")
            page.keyboard.press("Space")
        page.evaluate("() => document.activeElement.blur()")
        tab_to(page, "#open")
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.closest('#compare') !== null")
        assert page.locator("#side thead th").count() == 3
        tab_to(page, "#back")
        page.keyboard.press("Enter")
        assert page.locator("#compare").is_hidden()
        assert page.evaluate("() => document.activeElement !== document.body")


def test_the_shortlist_filters_and_searches_by_keyboard(visit: Visitor, pages: dict[str, Path]) -> None:
    with visit(pages["shortlist-full-en"]) as page:
        everyone = names(page)
        tab_to(page, "#search")
        page.keyboard.type("EXAMPLE 11")
        assert names(page) == ["Lark Example 11"]
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        assert names(page) == everyone
        tab_to(page, "#controls select")
        page.keyboard.press("ArrowDown")
        assert 0 < len(names(page)) < len(everyone)
