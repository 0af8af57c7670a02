"""The shortlist in a real Chromium: it sorts, narrows, searches, prints, remembers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.vetting.report.browser.layout import wider
from tests.vetting.report.browser.listed import MANY, SUMMARY, creators, names, pick
from vetting.report.render import render_shortlist

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.vetting.report.browser.watch import Visitor


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("list") / "index.html"
    made.write_text(render_shortlist(creators(MANY), summary=SUMMARY, lang="en"), encoding="utf-8")
    return made


def column(page: Page, place: int) -> list[str]:
    return page.locator(f"#list tbody td:nth-child({place})").all_inner_texts()


def test_it_sorts_both_ways_and_unknown_comes_last(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        page.click("#more")
        header = page.locator("#list thead th", has_text="Risk")
        for direction in ("ascending", "descending"):
            header.locator("button").click()
            page.click("#more")
            assert header.get_attribute("aria-sort") == direction
            assert page.locator("[aria-sort]").count() == 1
            *scores, last = column(page, 6)
            told = [int(score.split()[0]) for score in scores]
            assert told == sorted(told, reverse=direction == "descending")
            assert len(told) == MANY - 1
            assert last == "unknown"


def test_it_grows_by_a_hundred_and_the_focus_goes_along(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        assert len(names(page)) == 100
        page.click("#more")
        assert len(names(page)) == MANY
        expect(page.locator("#more")).to_be_hidden()
        assert (
            page.evaluate("() => [...document.querySelectorAll('#list input')].indexOf(document.activeElement)") == 100
        )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("eloise strasse", ["Éloïse Straße"]),
        ("STRASSE", ["Éloïse Straße"]),
        ("oyvind luk", ["Øyvind Łuk"]),
        ("قناة", ["قناة المثال"]),
        ("=1+1", ["=1+1"]),
        ("creator 127 @lark.example2", ["Creator 127"]),
        ("nobody of this name", []),
    ],
)
def test_it_searches_names_and_handles_whatever_their_case_and_accents(
    visit: Visitor, path: Path, typed: str, found: list[str]
) -> None:
    with visit(path) as page:
        page.fill("#search", typed)
        assert sorted(names(page)) == sorted(found)
        assert page.inner_text("#shown").startswith(f"{len(found)} of {MANY} match")
        assert page.locator("#none").is_visible() is (not found)


def test_filters_add_up_and_one_click_takes_them_back(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        page.select_option("[data-field=decision]", label="Review")
        assert set(column(page, 2)) == {"Review\nGrowth came in jumps, without engagement"}
        page.select_option("[data-field=platforms]", label="TikTok")
        page.fill("#search", "creator 1")
        told = page.inner_text("#shown")
        assert told.endswith("match (Recommendation Review, Platform TikTok, \u201ccreator 1\u201d)")
        assert 0 < len(names(page)) < MANY / 3
        page.click("#reset")
        assert page.inner_text("#shown") == f"{MANY} of {MANY} match"
        assert page.locator("#reset").is_disabled()
        assert page.evaluate("() => document.activeElement.id") == "search"


def test_who_was_not_searched_is_not_among_those_without_a_controversy(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        for value, count in (("theirs", MANY - 1), ("unsure", MANY - 1), ("none", 0)):
            page.select_option("[data-field=affairs]", value)
            assert page.inner_text("#shown").startswith(f"{count} of")


def test_nothing_is_remembered(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        page.fill("#search", "strasse")
        pick(page, 1)
        stored = page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie, location.search]")
        assert stored == [0, 0, "", ""]
        page.reload()
        assert page.input_value("#search") == ""
        assert page.locator("#list tbody input:checked").count() == 0


@pytest.mark.parametrize("form", ["desktop", "phone"])
def test_the_page_itself_never_scrolls_sideways(visit: Visitor, path: Path, form: str) -> None:
    with visit(path, form) as page:
        pick(page, 10)
        page.click("#open")
        assert wider(page, {"desktop": 1280, "phone": 360}[form]) == []


def test_paper_has_every_row_its_filter_and_no_control(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        page.emulate_media(media="print")
        expect(page.locator("#list tbody tr")).to_have_count(MANY)
        assert page.locator(":is(button, input, select):visible:not(thead button)").count() == 0
        page.emulate_media(media="screen")
        expect(page.locator("#list tbody tr")).to_have_count(100)
        page.select_option("[data-field=decision]", "decline")
        page.emulate_media(media="print")
        assert "Recommendation Decline" in page.inner_text("#shown")


def test_of_two_thousand_all_are_sorted_and_a_hundred_shown(visit: Visitor, tmp_path: Path) -> None:
    """How long that takes is told by `python -m bench.pages`."""
    text = render_shortlist(creators(2000), summary=SUMMARY, lang="en")
    made = tmp_path / "index.html"
    made.write_text(text, encoding="utf-8")
    assert len(text.encode()) < 3_500_000
    with visit(made) as page:
        page.locator("#list thead th", has_text="Risk").locator("button").click()
        scores = [int(cell.split()[0]) for cell in column(page, 6)]
        assert len(scores) == 100
        assert scores == sorted(scores)
        assert page.locator("#more").is_visible()
