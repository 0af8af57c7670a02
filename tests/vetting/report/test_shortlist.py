"""The shortlist: who can be signed first, what keeps the others, nothing dropped without a word."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest

from vetting.report.render import render_dossier, render_shortlist
from vetting.report.shortlist.creator import called
from vetting.report.shortlist.rows import strip
from vetting.report.words import words

Row = dict[str, Any]


def row_of(text: str, name: str) -> str:
    rows: list[str] = re.findall(r"<tr class=.*?</tr>", text, re.DOTALL)
    return next(row for row in rows if name in row)


def said(row: str) -> list[str]:
    """The words of each cell after the name."""
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", cell) for cell in cells]


def data(text: str) -> Row:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    read: Row = json.loads(found[1])
    return read


def known(text: str, place: int = 0) -> Row:
    read = data(text)
    return dict(zip(read["fields"], read["rows"][place], strict=True))


def told(text: str, key: str) -> list[str]:
    """The lines of one row of the comparison, of the first creator."""
    read = data(text)
    place = [one[0] for one in read["compared"]].index(key)
    return [read["texts"][number] for number in known(text)["told"][place]]


def test_a_row_links_to_its_page_and_says_its_numbers(dossier: Row, summary: Row) -> None:
    row = row_of(render_shortlist([dossier], summary=summary, lang="en"), "Lark Example")
    assert 'href="./c-0001.html"' in row
    assert said(row) == [
        "Review Growth came in jumps, without engagement",
        "12% to 26%",
        "1.8% to 2.4%",
        "1 is theirs, 2 to review Undisclosed advertising",
        "62 can\u2019t tell",
        "1.2M",
        "81%",
    ]


def test_unknown_is_said_and_is_no_number(empty_dossier: Row, summary: Row) -> None:
    text = render_shortlist([empty_dossier], summary=summary, lang="en")
    row = row_of(text, "c-0002")
    cells = ["No recommendation", "unknown", "unknown", "not searched", "unknown", "unknown", "unknown"]
    assert said(row) == cells
    facts = known(text)
    silent = ("share", "rate", "score", "followers", "theirs", "unsure", "views", "paid", "rhythm", "seen")
    assert {facts[key] for key in silent} == {None}


def test_a_page_that_is_not_named_is_not_linked(dossier: Row, summary: Row) -> None:
    dossier["page"] = None
    text = render_shortlist([dossier], summary=summary, lang="en")
    assert "href" not in row_of(text, "Lark")
    assert known(text)["link"] is None


def test_proceed_comes_first_then_the_lowest_risk(dossier: Row, summary: Row) -> None:
    def one(name: str, decision: str, score: float | None) -> Row:
        made = copy.deepcopy(dossier) | {"name": name}
        made["recommendation"]["decision"] = decision
        made["risk"]["score"] = score
        return made

    given = [one("D", "decline", 1), one("C", "review", 9), one("B", "proceed", None), one("A", "proceed", 40)]
    text = render_shortlist(given, summary=summary, lang="en")
    assert re.findall(r"<bdi>([A-D])</bdi>", text) == ["A", "B", "C", "D"]
    tally = re.findall(r"<li><b>(\d)</b> <span[^>]*>(.*?)</span>(?: <small>(.*?)</small>)?", text)
    assert tally == [
        ("2", "to proceed with", ""),
        ("1", "to review", "1 over the audience"),
        ("1", "to decline", "1 over the audience"),
    ]


def test_a_person_s_decision_is_the_one_that_is_listed(dossier: Row, summary: Row) -> None:
    dossier["recommendation"]["decided_by"] = {"who": "M. Adler", "when": "2026-07-02", "decision": "decline"}
    text = render_shortlist([dossier], summary=summary, lang="en")
    row = row_of(text, "Lark")
    assert row.startswith('<tr class="decline">')
    assert said(row)[0] == "Decline decided by M. Adler"
    assert "A person has decided on 1 of 1." in text
    assert told(text, "decision") == ["Decline", "M. Adler, on Jul 2, 2026.", "The machine had proposed: Review."]
    assert {key: known(text)[key] for key in ("person", "proposed", "who", "when")} == {
        "person": 1,
        "proposed": "review",
        "who": "M. Adler",
        "when": "2026-07-02",
    }


def test_the_first_reason_leads_to_its_finding(dossier: Row, summary: Row) -> None:
    dossier["recommendation"]["because"].reverse()
    facts = known(render_shortlist([dossier], summary=summary, lang="en"))
    page = render_dossier(dossier, "en")
    begins = page.index(f'id="{facts["anchor"]}"')
    assert "Nearly every paid post is labeled" in page[begins : begins + 1500]


def test_the_affairs_are_counted_as_in_the_dossier(dossier: Row, summary: Row) -> None:
    shown = told(render_shortlist([dossier], summary=summary, lang="en"), "conduct")
    assert shown[0] == "1 is theirs, 2 to review"
    assert "1 controversy is about this creator; 2 more may be" in render_dossier(dossier, "en")


def test_a_measured_signal_is_told_with_what_it_stands_on(dossier: Row, summary: Row) -> None:
    share = {"signal": "sponsored_share", "account_id": "a1", "unit": "share", "outcome": "measured"}
    views = {"signal": "expected_views", "account_id": "a1", "unit": "count", "outcome": "hidden"}
    dossier["signals"] += [share | {"reading": 0.24, "basis": 131, "basis_unit": "posts"}, views]
    text = render_shortlist([dossier], summary=summary, lang="en")
    assert told(text, "paid") == ["24%", "from 131 posts"]
    assert told(text, "views") == ["hidden by the creator"]
    assert known(text)["paid"] == 0.24


def test_a_filter_that_parts_nothing_is_not_offered(dossier: Row, summary: Row) -> None:
    other = copy.deepcopy(dossier) | {"creator_id": "c-2"}
    other["recommendation"]["decided_by"] = {"who": "M. Adler", "decision": "proceed"}
    one, two = ([dossier], [dossier, other])
    asked = [
        re.findall(r'data-field="(\w+)"', render_shortlist(given, summary=summary, lang="en")) for given in (one, two)
    ]
    assert asked[0] == ["platforms", "affairs"]
    assert asked[1] == ["decision", "platforms", "affairs", "person"]


@pytest.mark.parametrize(
    ("value", "low", "high", "path"),
    [
        (0.5, 0.25, 0.75, "M24 3h50v4h-50zM49 0h2v10h-2z"),
        (None, 0.25, 0.75, "M24 3h50v4h-50z"),
        (0.0, 0.0, 0.0, "M0 3h1v4h-1zM0 0h2v10h-2z"),
        (7.0, -1.0, 9.0, "M0 3h98v4h-98zM98 0h2v10h-2z"),
    ],
)
def test_a_strip_stays_between_its_ends(value: float | None, low: float, high: float, path: str) -> None:
    assert strip(value, low, high) == path


def test_the_data_hold_no_markup(hostile_dossier: Row, summary: Row) -> None:
    text = render_shortlist([hostile_dossier], summary=summary, lang="fr")
    inside = text.split('id="data">')[1].split("</script>")[0]
    assert "<" not in inside
    assert known(text)["link"].startswith("./")


def test_the_account_of_rows_is_told(dossier: Row, summary: Row) -> None:
    text = render_shortlist([dossier], summary=summary | {"quarantine_total": 70}, lang="en")
    assert "70 rows were set aside." in text
    assert "1 of 70 rows that were set aside" in text
    assert "likes is negative" in text
    assert "61%" in text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_empty_shortlist_says_so(lang: str) -> None:
    text = render_shortlist([], summary={}, lang=lang)
    assert words(lang).say("shortlist.empty") in text
    assert "</html>" in text


def test_without_a_script_every_row_stands_and_no_control(dossier: Row, summary: Row) -> None:
    many = [dossier | {"creator_id": f"c-{number}"} for number in range(130)]
    body = render_shortlist(many, summary=summary, lang="en").split("<body>")[1]
    assert body.count('<tr class="review">') == 130
    for part in ("controls", "outcome", "picks", "compare", "more"):
        assert re.search(rf'<\w+ id="{part}"[^>]* hidden>', body), part
    assert "<input" not in body.split('id="list"')[1]


def test_of_two_accounts_on_one_platform_the_handle_tells_which(dossier: Row) -> None:
    first, other = dossier["accounts"]
    assert [called(one, [first, other], words("en")) for one in (first, other)] == ["YouTube", "TikTok"]
    other = other | {"platform": "youtube"}
    assert called(other, [first, other], words("en")) == f"YouTube {other['handle']}"
    assert called(other | {"handle": None}, [first, other], words("en")) == "YouTube"
