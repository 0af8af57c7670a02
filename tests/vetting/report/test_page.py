"""A page is one file that forbids itself everything external, the same bytes each time, and says what it must."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from itertools import pairwise
from typing import Any

import pytest

from vetting.errors import RefusalError
from vetting.report.render import render_dossier, render_shortlist

LANGUAGES = ["en", "fr"]


def inside(text: str, tag: str) -> str:
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def hashed(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy(text: str) -> dict[str, str]:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert found
    return dict(rule.strip().split(" ", 1) for rule in unescape(found[1]).split(";"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_policy_of_a_dossier_allows_its_own_style_and_its_own_script(dossier: dict[str, Any], lang: str) -> None:
    text = render_dossier(dossier, lang)
    assert policy(text) == {
        "default-src": "'none'",
        "style-src": f"'{hashed(inside(text, 'style'))}'",
        "script-src": f"'{hashed(inside(text, 'script'))}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_policy_of_the_shortlist_allows_its_own_script(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    text = render_shortlist([dossier], summary=summary, lang="en")
    assert policy(text)["script-src"] == f"'{hashed(inside(text, 'script'))}'"
    assert policy(text)["style-src"] == f"'{hashed(inside(text, 'style'))}'"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_asks_the_network_for_nothing(dossier: dict[str, Any], lang: str) -> None:
    text = render_dossier(dossier, lang)
    assert "@import" not in text
    assert not re.search(r"url\((?!#)", text)
    assert not re.search(r"<(link|img|iframe)\b", text)
    assert not re.search(r"<script[^>]+src|fetch\(|XMLHttp|innerHTML|localStorage|cookie", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_dossier_gives_the_same_bytes(dossier: dict[str, Any], summary: dict[str, Any], lang: str) -> None:
    assert render_dossier(dossier, lang) == render_dossier(dict(reversed(dossier.items())), lang)
    both = [dossier, dossier | {"creator_id": "c-9", "name": "Zed"}]
    first = render_shortlist(both, summary=summary, lang=lang)
    assert first == render_shortlist(both[::-1], summary=summary, lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_can_be_mailed(dossier: dict[str, Any], lang: str) -> None:
    assert len(render_dossier(dossier, lang).encode()) < 200_000


def test_long_series_do_not_make_long_pages(dossier: dict[str, Any]) -> None:
    before = len(render_dossier(dossier, "en"))
    dossier["series"]["posts"] *= 20
    assert len(render_dossier(dossier, "en")) < before + 40_000


def test_a_language_without_words_is_refused(dossier: dict[str, Any]) -> None:
    with pytest.raises(RefusalError, match="'xx'"):
        render_dossier(dossier, "xx")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_never_skip_a_level(dossier: dict[str, Any], summary: dict[str, Any], lang: str) -> None:
    for text in (render_dossier(dossier, lang), render_shortlist([dossier], summary=summary, lang=lang)):
        levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_has_landmarks_a_skip_link_and_its_language(dossier: dict[str, Any], lang: str) -> None:
    text = render_dossier(dossier, lang)
    assert f'<html lang="{lang}">' in text
    assert '<a class="skip" href="#main">' in text
    assert all(text.count(f"<{landmark}") >= 1 for landmark in ("header", "main", "nav", "footer"))


def test_ids_are_unique_and_inner_links_arrive(dossier: dict[str, Any]) -> None:
    text = re.sub(r"<style>.*?</style>", "", render_dossier(dossier, "en"), flags=re.DOTALL)
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    wanted = set(re.findall(r'(?:href="#|aria-labelledby=")([^"]+)"', text))
    assert {one for group in wanted for one in group.split()} <= set(ids)


def test_every_header_cell_has_a_scope(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    for text in (render_dossier(dossier, "en"), render_shortlist([dossier], summary=summary, lang="en")):
        assert all("scope=" in cell for cell in re.findall(r"<th\b[^>]*>", text))
