"""The words of a chart's marks: at the pointer, at a finger, never outside the window, and not on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.vetting.report.browser.watch import Visitor

INSIDE = """
() => {
  const box = document.querySelector(".tip").getBoundingClientRect(), width = document.documentElement.clientWidth;
  return box.width > 0 && box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= innerHeight;
}
"""
POSTS = "svg.chart:has(.own-post)"


def corner(chart: Locator, across: float, down: float) -> tuple[float, float]:
    """A place in a drawing that was scrolled into view, as shares of its width and height."""
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


def tip(page: Page) -> str:
    return page.locator(".tip").text_content() or ""


def test_the_pointer_finds_the_nearest_post(visit: Visitor, pages: dict[str, Path]) -> None:
    with visit(pages["dossier-full-en"]) as page:
        chart = page.locator(POSTS).first
        told = set()
        for across in (0.2, 0.45, 0.7):
            page.mouse.move(*corner(chart, across, 0.75))
            told.add(tip(page))
            assert page.evaluate(INSIDE)
            assert chart.locator(".here").count() == 1
        assert len(told) == 3
        assert all("%" in text for text in told)
        page.mouse.move(2, 2)
        assert tip(page) == ""
        assert chart.locator(".here").count() == 0


def test_the_words_stay_while_the_pointer_is_on_them_and_go_with_escape(visit: Visitor, pages: dict[str, Path]) -> None:
    with visit(pages["dossier-full-en"]) as page:
        page.mouse.move(*corner(page.locator(POSTS).first, 0.45, 0.75))
        before = tip(page)
        box = page.locator(".tip").bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert before
        assert tip(page) == before
        page.keyboard.press("Escape")
        assert tip(page) == ""


def test_a_finger_shows_them_and_a_tap_elsewhere_hides_them(visit: Visitor, pages: dict[str, Path]) -> None:
    with visit(pages["dossier-full-fr"], "phone") as page:
        page.touchscreen.tap(*corner(page.locator(POSTS).first, 0.5, 0.75))
        assert "%" in tip(page)
        assert page.evaluate(INSIDE)
        page.locator("#h-charts").tap()
        assert tip(page) == ""


def test_a_break_says_when_and_how_much(visit: Visitor, pages: dict[str, Path]) -> None:
    with visit(pages["dossier-full-en"]) as page:
        chart = page.locator("svg.chart:has(.break)").first
        chart.scroll_into_view_if_needed()
        line = chart.locator(".break").first.bounding_box()
        assert line
        page.mouse.move(line["x"] + line["width"] / 2, line["y"] + 30)
        assert tip(page).startswith("1. Jul 25, 2025: +6.2%")


def test_the_browser_shows_no_second_tip_and_the_drawing_keeps_its_name(visit: Visitor, pages: dict[str, Path]) -> None:
    with visit(pages["dossier-full-en"]) as page:
        charts = page.locator("svg.chart[tabindex]")
        assert charts.locator("title").count() == 0
        for chart in charts.all():
            assert chart.get_attribute("aria-label")
            assert page.locator(f"#{chart.get_attribute('aria-describedby')}").text_content()


def test_paper_has_none(visit: Visitor, pages: dict[str, Path]) -> None:
    with visit(pages["dossier-full-en"]) as page:
        page.mouse.move(*corner(page.locator(POSTS).first, 0.5, 0.75))
        assert tip(page)
        page.emulate_media(media="print")
        assert not page.locator(".tip").is_visible()
        assert not page.locator(".here").is_visible()
