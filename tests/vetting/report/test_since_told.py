"""What is said of a change: more than noise or not, gone, silent, not comparable; and where the page says it."""

from __future__ import annotations

import copy
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from tests.vetting.report.since_told import (
    INFLATION,
    JUNE,
    SIGNALS,
    Row,
    affair,
    compared,
    finding,
    propose,
    reading,
    section,
    told,
)
from vetting.report.render import render_dossier

if TYPE_CHECKING:
    from warehouse import Warehouse


def test_findings_are_new_gone_or_of_another_kind_with_the_readings_of_both(house: Warehouse) -> None:
    then = [reading(INFLATION, 0.1), reading("reply_rate", 0.2), reading("views_per_follower", 1.0)]
    now = [reading(INFLATION, 0.4), reading("reply_rate", 0.21), reading("views_per_follower", 1.0)]
    propose(house, "june", JUNE, told(then, [finding("reply_rate", "strength"), finding("views_per_follower")]))
    said = compared(house, told(now, [finding(INFLATION), finding("views_per_follower", "strength")]))
    (new,), (gone,), (changed,) = (said["findings"][how] for how in ("new", "gone", "changed"))
    assert (new["id"], new["kind"], new["was"], new["beyond"]) == (f"{INFLATION}:a1", "problem", None, True)
    assert (new["then"]["value"], new["now"]["value"]) == (0.1, 0.4)
    assert (gone["id"], gone["kind"], gone["was"], gone["beyond"]) == ("reply_rate:a1", None, "strength", False)
    assert (changed["was"], changed["kind"]) == ("problem", "strength")
    text = section(said)
    assert "Then 10% (9.0% to 11%), now 40% (36% to 44%). The intervals lie apart" in text
    assert "The intervals overlap: the difference may be noise." in text
    assert "The reading is the same as then" in text
    assert "Problem then, strength now" in text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_gone_is_named_by_its_card_in_the_language_of_the_page(house: Warehouse, lang: Any) -> None:  # noqa: ANN401
    propose(house, "june", JUNE, told([reading("reply_rate", 0.2)], [finding("reply_rate")]))
    text = section(compared(house, told([reading("reply_rate", 0.9)], []), lang), lang)
    assert SIGNALS["reply_rate"].card.words(lang).label in text
    assert "in its own language" not in text


def test_a_signal_that_fell_silent_is_no_longer_measured_and_not_better(house: Warehouse) -> None:
    propose(house, "june", JUNE, told([reading(INFLATION, 0.5)], [finding(INFLATION)]))
    said = compared(house, told([reading(INFLATION, None, "hidden")], []))
    (gone,) = said["findings"]["gone"]
    assert (gone["why"], gone["outcome"], gone["beyond"]) == ("silent", "hidden", None)
    assert [one["outcome"] for one in said["coverage"]["silent"]] == ["hidden"]
    number = said["numbers"][0]
    assert (number["name"], number["why"], number["now"]["value"]) == (INFLATION, "silent", None)
    text = section(said)
    assert (
        "No longer measured (hidden by the creator); then 50% (45% to 55%). That is neither better nor worse." in text
    )


def test_what_was_not_measured_then_is_not_called_a_change(house: Warehouse) -> None:
    propose(house, "june", JUNE, told([reading(INFLATION, None, "not_enough_data")], []))
    said = compared(house, told([reading(INFLATION, 0.5)], [finding(INFLATION)]))
    (new,) = said["findings"]["new"]
    assert (new["why"], new["beyond"], said["numbers"][0]["why"]) == ("first", None, "first")
    assert "Not measured then. Now 50%" in section(said)


def test_another_model_s_score_is_not_compared(house: Warehouse) -> None:
    propose(house, "june", JUNE, told([], []), model="another")
    said = compared(house, told([], [], score=90))
    (risk,) = (one for one in said["numbers"] if one["name"] == "risk")
    assert (risk["beyond"], risk["why"]) == (None, "other_model")
    assert said["versions_changed"] == [{"part": "model", "then": "another", "now": "m"}]
    assert "Not comparable: another model." in section(said)


def test_nothing_changed_is_one_sentence(house: Warehouse) -> None:
    same = told([reading(INFLATION, 0.1)], [finding(INFLATION)], (affair("r1"),))
    propose(house, "june", JUNE, same)
    said = compared(house, copy.deepcopy(same))
    assert section(said).endswith("Nothing that this report tells has changed since the report of June 30, 2026.")
    same["coverage"]["posts"] = 41
    assert "Side by side" in section(compared(house, same))


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Since the report of May 31, 2026: proposed proceed then, review now; 1 new finding, 1 finding gone,"),
        ("fr", "Depuis le rapport du 31 mai 2026 : la proposition était « retenir », elle est « examiner » ;"),
    ],
)
def test_the_first_screen_tells_it_in_a_line_that_leads_to_the_section(dossier: Row, lang: str, line: str) -> None:
    page = render_dossier(dossier, lang)
    first = page.partition('class="contents"')[0]
    assert '<a href="#since">' in first
    assert line in " ".join(unescape(re.sub(r"<[^>]+>", "", first)).replace("\u202f", " ").split())
    for gone in ("Silent by now", "3c4d", "A. Reader"):
        assert gone in page
