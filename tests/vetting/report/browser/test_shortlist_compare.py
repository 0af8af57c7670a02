"""Creators side by side, in a real Chromium: up to ten of them, by hand and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.vetting.report.browser.listed import MANY, SUMMARY, creators, names, pick
from vetting.report.render import render_shortlist

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.report.browser.watch import Visitor


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("list") / "index.html"
    made.write_text(render_shortlist(creators(MANY), summary=SUMMARY, lang="en"), encoding="utf-8")
    return made


def test_ten_stand_side_by_side_and_an_eleventh_is_refused(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        pick(page, 1)
        assert page.locator("#open").is_disabled()
        for box in page.locator("#list tbody input").all()[1:11]:
            box.click()
        assert page.inner_text("#open") == "Compare (10)"
        assert page.inner_text("#refused") == "Ten can be compared at once. Take one away first."
        assert page.locator("#list tbody input:checked").count() == 10
        page.click("#open")
        assert page.evaluate("() => document.activeElement.id") == "h-compare"
        heads = page.locator("#side thead a").all_inner_texts()
        assert heads == names(page)[:10]
        assert {len(row.locator("td").all()) for row in page.locator("#side tbody tr").all()} == {10}
        assert page.locator("#side thead a").first.get_attribute("href") == "./c-0000.html"
        assert str(page.locator("#side .reason a").first.get_attribute("href")).startswith("./c-0000.html#f")


def test_a_strip_is_drawn_on_the_scale_of_its_row(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        pick(page, 3)
        page.click("#open")
        for row in ("audience", "engagement", "risk"):
            assert page.locator(f"#side .{row} svg").count() == 3
        drawn = page.locator("#side .engagement path").first.get_attribute("d")
        assert drawn == "M73 3h25v4h-25zM86 0h2v10h-2z"  # 1.8 to 2.4 %, and the highest of them ends the scale


def test_a_strip_begins_where_its_scale_begins(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        pick(page, 2)
        page.click("#open")
        for strip in page.locator("#list svg, #side .audience svg").all()[:4]:
            frame, bar = strip.bounding_box(), strip.locator("path").bounding_box()
            assert frame is not None
            assert bar is not None
            assert bar["x"] - frame["x"] == pytest.approx(1, abs=0.6)  # 0 %, beside the border
            assert bar["width"] / frame["width"] == pytest.approx(0.98, abs=0.03)  # to 100 %


def test_one_can_be_taken_away_until_none_is_left(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        pick(page, 2)
        page.click("#open")
        assert page.locator("#side thead button").first.get_attribute("aria-label") == f"Take away {names(page)[0]}"
        page.locator("#side thead button").first.click()
        assert page.locator("#side thead a").all_inner_texts() == names(page)[1:2]
        page.locator("#side thead button").first.click()
        assert page.locator("#compare").is_hidden()
        assert page.locator("#picks").is_hidden()
        assert page.evaluate("() => document.activeElement.id") == "search"


def test_the_keyboard_alone_is_enough(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        page.locator("#search").focus()
        page.keyboard.type("creator 2")
        page.locator("#list tbody input").first.focus()
        for _ in range(2):
            page.keyboard.press("Space")
            page.keyboard.press("Tab")
            page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "h-compare"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "open"
        assert page.locator("#compare").is_hidden()
        assert page.locator("#list tbody input:checked").count() == 2


def test_what_is_chosen_outlives_a_search_and_can_be_dropped_at_once(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        pick(page, 3)
        page.fill("#search", "strasse")
        assert page.inner_text("#open") == "Compare (3)"
        page.click("#clear")
        page.fill("#search", "")
        assert page.locator("#list tbody input:checked").count() == 0
