"""Affairs in a dossier: what is held against somebody, what is not, and how the page says which."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from vetting.report.conduct import findings
from vetting.report.controversies import AFFAIRS, RECORDS, numbered
from vetting.report.render import render_dossier
from vetting.report.standing import held, proven, rumour, tag
from vetting.report.words import words

Row = dict[str, Any]
RECORD: Row = {
    "record_id": "r", "affair": "a", "decision": "match", "status": "alleged", "status_by": "source", "severity": 4,
    "role": "did", "role_words": ["… accused of"], "adverse": True, "called_false": False, "standing": 0.8,
    "probability": 0.97, "source": "Example Gazette", "source_kind": "news", "published_at": "2026-01-02T00:00:00Z",
    "title": "A title", "url": None, "text": None, "category": "fraud", "category_label": "Fraud",
}  # fmt: skip
AFFAIR: Row = {
    "affair": "a", "category": "fraud", "category_label": "Fraud", "severity": 4, "role": "did", "adverse": True,
    "status": "alleged", "called_false": False, "records": 1, "independent_sources": 1, "standing": 0.8,
    "probability": 0.97, "weight": 0.6, "decision": "match", "history": [],
}  # fmt: skip


def page(dossier: Row, records: list[Row], *affairs: Row, lang: str = "en") -> str:
    """The visible words of the section on controversies."""
    told = {"outcome": "measured", "controversies": records, "affairs": list(affairs), "findings": []}
    text = render_dossier(dossier | {"conduct": told}, lang)
    bare = re.sub(r"<(style|svg|title).*?</\1>", " ", text, flags=re.DOTALL).split('id="records"')[1]
    whole = unescape(re.sub(r"<[^>]+>", " ", bare.split('id="signals"')[0]))
    return " ".join(whole.replace("\u202f", " ").replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("row", "against", "called"),
    [
        ({}, True, "did"),
        ({"role": "answered"}, True, "answered"),
        ({"role": None}, True, "named"),
        ({"role": "suffered"}, False, "suffered"),
        ({"status": "retracted"}, False, "retracted"),
        ({"adverse": False}, False, "cleared"),
        ({"adverse": False, "called_false": True}, False, "refuted"),
        ({"called_false": True}, True, "did"),
        ({"decision": "review"}, True, "unsure"),
        ({"decision": "review", "role": "suffered"}, False, "unsure"),
    ],
)
def test_what_is_held_against_somebody(row: Row, *, against: bool, called: str) -> None:
    assert held(AFFAIR | row) is against
    assert tag(AFFAIR | row) == called
    (found,) = findings("Lark", [AFFAIR | row], [RECORD | row], words("en"))
    assert found["kind"] == ("problem" if against and called != "unsure" else "gap")


def test_a_finding_needs_a_record_that_is_theirs_and_says_it() -> None:
    perhaps = RECORD | {"record_id": "s", "decision": "review"}
    suffered = RECORD | {"role": "suffered"}
    (harmed,) = findings("Lark", [AFFAIR | {"role": "suffered"}], [suffered], words("en"))
    assert harmed["title"] == "Fraud: they were the victim"
    assert harmed["ask"] == harmed["innocent"] == []  # there is nothing that a victim should explain
    (found,) = findings("Lark", [AFFAIR | {"records": 2}], [suffered, perhaps], words("en"))
    assert found["kind"] == "gap"
    assert "2 records, from 1 independent source." in found["text"]


@pytest.mark.parametrize(
    ("row", "is_one"),
    [
        ({"standing": 0.25}, True),
        ({"standing": None}, False),
        ({}, False),
        ({"standing": 0.25, "status": "confirmed"}, False),
        ({"standing": 0.25, "adverse": False}, False),
    ],
)
def test_what_is_a_rumour(row: Row, *, is_one: bool) -> None:
    assert rumour(AFFAIR | row) is is_one


def test_what_proves_a_record() -> None:
    sure = RECORD | {"status": "confirmed"}
    assert proven(sure)
    assert proven(sure | {"status_by": "words"})
    assert not proven(sure | {"status_by": "words", "standing": None})
    assert not proven(RECORD)


def test_an_affair_is_one_block_with_its_history_and_records(dossier: Row) -> None:
    said = {"status": "alleged", "called_false": False, "source_kind": "news", "record_id": "r"}
    history = [said | {"date": "2026-01-02"}, said | {"date": "2026-02-03", "status": "confirmed"}]
    records = [RECORD | {"record_id": f"r{at}", "title": f"Title {at}"} for at in range(9)]
    text = page(dossier, records, AFFAIR | {"history": history, "records": 9, "independent_sources": 3})
    assert "1. Fraud: alleged" in text
    assert "Jan 2, 2026: alleged (news) Feb 3, 2026: confirmed (news)" in text
    assert "Sources 3" in text
    assert "9 records of it" in text
    assert len(re.findall(r"Title \d", text)) == RECORDS
    assert f"{9 - RECORDS} more records are in the data" in text


@pytest.mark.parametrize(
    ("lang", "row", "said"),
    [
        ("en", {"role": "suffered"}, "Fraud: they were the victim"),
        ("fr", {"role": "suffered"}, "Fraud : a subi les faits"),
        ("en", {"adverse": False, "called_false": True}, "Fact-checkers call it false"),
        ("fr", {"adverse": False, "called_false": True}, "Des vérificateurs la disent fausse"),
        ("en", {"standing": 0.25}, "A rumour:"),
        ("fr", {"standing": 0.25}, "Une rumeur :"),
        ("en", {"called_false": True}, "another record says otherwise"),
        ("en", {"decision": "review"}, "Fraud: perhaps about somebody else"),
        ("en", {"status": "confirmed"}, "Fraud: confirmed"),
        ("en", {"status": "denied"}, "Fraud: alleged and denied"),
        ("en", {"status": None}, "Fraud: said to have done it"),
    ],
)
def test_what_an_affair_is_called(dossier: Row, lang: str, row: Row, said: str) -> None:
    text = page(dossier, [RECORD | row], AFFAIR | row, lang=lang)
    assert said in text
    if "role" in row:
        assert "said to have done it" not in text
        assert "les faits lui sont attribués" not in text


def test_a_judgment_that_no_word_gives_a_side_to_accuses_nobody(dossier: Row) -> None:
    ruling = RECORD | {"source_kind": "court", "role_words": [], "status": "confirmed", "text": "A man was sentenced."}
    affair = AFFAIR | {"status": "confirmed"}
    (found,) = findings("Lark", [affair], [ruling], words("en"))
    assert found["title"] == "Fraud: named in a court record"
    assert "It says: “A man was sentenced.”" in found["text"]
    assert "on which side of the case were you" in found["ask"][0]
    text = page(dossier, [ruling], affair)
    assert "1. Fraud: named in a court record" in text
    assert "said to have done it" not in text
    (sure,) = findings("Lark", [affair], [ruling | {"role_words": ["… sued over"]}], words("en"))
    assert sure["title"] == "Fraud: confirmed"


def test_just_the_same_name_stands_in_a_list_of_its_own(dossier: Row) -> None:
    alike = RECORD | {"decision": "review", "alike": True, "affair": "b", "title": "Another bearer"}
    text = page(dossier, [RECORD, alike], AFFAIR, AFFAIR | {"affair": "b", "decision": "review"})
    quiet = text.split("Same name, nothing to tell them apart: 1 affair")[1]
    assert "2. Another bearer" in quiet
    assert "Fraud" not in quiet


def test_records_whose_affair_is_not_told_make_one_of_their_own() -> None:
    (alone,) = numbered({"controversies": [RECORD | {"alike": None}], "affairs": []})
    assert (alone["affair"], alone["decision"], alone["records"], alone["number"]) == ("a", "match", 1, 1)


def test_ten_thousand_records_about_one_creator_make_a_page_that_can_be_mailed(dossier: Row) -> None:
    own = [RECORD | {"record_id": f"r{at}", "affair": f"a{at % 500}", "text": "w " * 900} for at in range(10_000)]
    affairs = [AFFAIR | {"affair": f"a{at}", "records": 20} for at in range(500)]
    told = {"outcome": "measured", "controversies": own, "affairs": affairs, "findings": []}
    text = render_dossier(dossier | {"conduct": told}, "en")
    assert len(re.findall(r'<article class="finding record"', text)) == AFFAIRS
    assert f"{500 - AFFAIRS} more affairs are in the data" in text
    assert len(text.encode()) < 1_000_000


def test_what_stands_comes_first() -> None:
    rows: list[Row] = [{"affair": "a"}, {"affair": "b", "decision": "review"}, {"affair": "c"}, {"affair": "d"}]
    own: list[Row] = [{"role": "suffered", "weight": 0.9}, {"decision": "review"}, {"weight": 0.1}, {}]
    dates = {"first_published": None, "last_published": None}
    affairs = [AFFAIR | row | more | dates for row, more in zip(rows, own, strict=True)]
    order = numbered({"controversies": [RECORD | row for row in rows], "affairs": affairs})
    assert [one["affair"] for one in order] == ["d", "c", "a", "b"]


def test_a_refuted_affair_gives_nobody_a_role(dossier: Row) -> None:
    row = {"adverse": False, "called_false": True}
    block = page(dossier, [RECORD | row], AFFAIR | row).split("1 record of it")[0]
    assert "said to have done it" not in block
