"""No page scrolls sideways, no label of a chart meets another or is cut: on a desk, on a phone, on paper."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.vetting.report.browser.layout import compare_first, labels_amiss, labels_small, open_all, wider

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.report.browser.watch import Visitor

LANGUAGES = ["en", "fr"]
KINDS = (
    "dossier-full", "dossier-empty", "dossier-hostile", "shortlist-full", "shortlist-empty", "shortlist-hostile",
    "model-full", "model-hostile",
)  # fmt: skip
WIDTHS = {"desktop": 1280, "phone": 360}
PAPER = {"width": 680, "height": 1000}
"""What is between the margins of A4, in pixels of 1/96 inch."""
LEGIBLE = 9.9
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


@pytest.mark.parametrize("form", WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_its_screen(visit: Visitor, pages: dict[str, Path], kind: str, lang: str, form: str) -> None:
    with visit(pages[f"{kind}-{lang}"], form) as page:
        open_all(page)
        assert wider(page, WIDTHS[form]) == []
        assert labels_amiss(page) == []
        assert labels_small(page, LEGIBLE) == []


@pytest.mark.parametrize("form", WIDTHS)
@pytest.mark.parametrize("kind", ["full-en", "hostile-fr"])
def test_a_comparison_fits_its_screen(visit: Visitor, pages: dict[str, Path], kind: str, form: str) -> None:
    with visit(pages[f"shortlist-{kind}"], form) as page:
        compare_first(page, 10)
        assert wider(page, WIDTHS[form]) == []
        assert labels_amiss(page) == []
        assert labels_small(page, LEGIBLE) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["dossier-full", "dossier-hostile", "shortlist-full", "model-full"])
def test_a_page_fits_paper(visit: Visitor, pages: dict[str, Path], kind: str, lang: str) -> None:
    with visit(pages[f"{kind}-{lang}"], viewport=PAPER) as page:
        page.emulate_media(media="print")
        assert wider(page, PAPER["width"]) == []
        assert labels_amiss(page) == []
        assert [one for one in page.locator(".controls, nav").all() if one.is_visible()] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_printed_stays_on_its_page(
    visit: Visitor, pages: dict[str, Path], pdftotext: str, tmp_path: Path, lang: str
) -> None:
    with visit(pages[f"dossier-full-{lang}"]) as page:
        page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    told = subprocess.run(
        [pdftotext, "-bbox", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    sheets = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', told, re.DOTALL)
    assert len(sheets) > 2
    for width, height, inside in sheets:
        assert (round(float(width)), round(float(height))) == (595, 842)
        words = WORD.findall(inside)
        assert len(words) > 8  # no empty sheet
        for left, top, right, bottom, word in words:
            assert 30 < float(left) < float(right) < 595 - 30, word
            assert 15 < float(top) < float(bottom) < 842 - 15, word


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_folded_on_the_screen_is_printed(
    visit: Visitor, pages: dict[str, Path], pdftotext: str, tmp_path: Path, lang: str
) -> None:
    with visit(pages[f"dossier-full-{lang}"]) as page:
        folded = page.locator("details:not([open])")
        assert folded.count() > 3
        page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
        wanted = [line for one in folded.all() for line in _lines(one.text_content() or "")]
    told = subprocess.run([pdftotext, "-raw", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True, text=True)
    printed = "".join(told.stdout.split())
    assert [line for line in wanted if line not in printed] == []
    assert "SELECTpost_id,likesFROMmarts.post_engagement" in printed


def _lines(text: str) -> list[str]:
    """The first word of each line: what a line break of the paper can't part."""
    return [words[0] for line in text.splitlines() if (words := line.split())]
