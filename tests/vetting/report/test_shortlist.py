"""The shortlist: who can be signed first, every number sortable, nothing dropped without a word."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

from vetting.report.render import render_shortlist


def row_of(text: str, name: str) -> str:
    rows: list[str] = re.findall(r"<tr data-d=.*?</tr>", text, re.DOTALL)
    return next(row for row in rows if name in row)


def values(row: str) -> list[str | None]:
    cells = re.findall(r"<td(?: data-v=\"([^\"]*)\")?>", row)
    return [cell or None for cell in cells]


def test_a_row_links_to_its_page_and_holds_its_numbers(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    row = row_of(render_shortlist([dossier], summary=summary, lang="en"), "Lark Example")
    assert 'href="./c-0001.html"' in row
    assert "62 <small>can\u2019t tell</small>" in row
    assert "12% to 26%" in row
    assert "12 of 62" in row
    assert values(row) == ["1", "62", "0.18", "0.021", "2", "2", "1204311", "youtube, tiktok", "12"]


def test_unknown_is_no_number_to_sort_by(empty_dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    row = row_of(render_shortlist([empty_dossier], summary=summary, lang="en"), "c-0002")
    assert values(row) == ["3", None, None, None, None, None, None, None, None]
    assert "No recommendation" in row


def test_a_page_that_is_not_named_is_not_linked(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    dossier["page"] = None
    assert "href" not in row_of(render_shortlist([dossier], summary=summary, lang="en"), "Lark")


def test_proceed_comes_first_then_the_lowest_risk(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    def one(name: str, decision: str, score: float | None) -> dict[str, Any]:
        made = copy.deepcopy(dossier) | {"name": name}
        made["recommendation"]["decision"] = decision
        made["risk"]["score"] = score
        return made

    given = [one("D", "decline", 1), one("C", "review", 9), one("B", "proceed", None), one("A", "proceed", 40)]
    text = render_shortlist(given, summary=summary, lang="en")
    assert re.findall(r"<bdi>([A-D])</bdi>", text) == ["A", "B", "C", "D"]
    assert re.sub(r"<[^>]+>", "", text).count("2 to proceed with, 1 to review, 1 to decline.") == 1


def test_a_person_s_decision_is_the_one_that_is_listed(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    dossier["recommendation"]["decided_by"] = {"who": "M. Adler", "decision": "decline"}
    row = row_of(render_shortlist([dossier], summary=summary, lang="en"), "Lark")
    assert 'data-d="decline"' in row
    assert "Decline <small>decided by M. Adler</small>" in row


def test_the_account_of_rows_is_told(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    text = render_shortlist([dossier], summary=summary | {"quarantine_total": 70}, lang="en")
    assert "70 rows were set aside." in text
    assert "1 of 70 rows that were set aside" in text
    assert "likes is negative" in text
    assert "61%" in text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_empty_shortlist_says_so(lang: str) -> None:
    text = render_shortlist([], summary={}, lang=lang)
    assert ("No creator was vetted." in text) is (lang == "en")
    assert "</html>" in text


def test_without_a_script_there_is_no_dead_control(dossier: dict[str, Any], summary: dict[str, Any]) -> None:
    text = render_shortlist([dossier], summary=summary, lang="en")
    body = text.split("<body>")[1]
    assert 'id="controls" class="controls" role="search" hidden' in body
    assert re.findall(r"<button[^>]*>", body) == [
        '<button id="more" type="button" data-words="Show [more] more of [later]" hidden>'
    ]
