"""A reason that stands alone says what it is about."""

from __future__ import annotations

from typing import Any

import pytest

from vetting.report.reasons import sentence
from vetting.report.words import words

Row = dict[str, Any]
RECORD: Row = {
    "affair": "a", "record_id": "r", "status": "alleged", "source": "Example Gazette", "probability": 0.97,
    "published_at": "2026-01-02T00:00:00Z", "title": "Buyers complain",
}  # fmt: skip


@pytest.mark.parametrize(("category", "named"), [("other", True), ("fraud", False)])
def test_a_category_that_says_nothing_brings_the_record_s_title(category: str, *, named: bool) -> None:
    found: Row = {"rule": None, "affair": "a", "record_id": "r", "title": "Some: alleged"}
    told = {"conduct": {"controversies": [RECORD | {"category": category}], "affairs": []}}
    text = sentence(found, told, {}, words("en"))
    assert text.startswith("Some: alleged")
    assert ("Buyers complain" in text) is named


def test_the_status_is_that_of_the_affair_not_of_the_record_that_leads() -> None:
    found: Row = {"rule": None, "affair": "a", "record_id": "r", "title": "Some"}
    affair = {"affair": "a", "status": "confirmed", "decision": "match", "adverse": True, "role": "named"}
    told = {"conduct": {"controversies": [RECORD | {"category": "fraud"}], "affairs": [affair]}}
    text = sentence(found, told, {}, words("en"))
    assert "confirmed" in text
    assert "alleged" not in text
