"""A shortlist to work with: dossiers that differ in all that is sorted, filtered or searched, and its rows by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.vetting.report.conftest import blanked, full

if TYPE_CHECKING:
    from playwright.sync_api import Page

Row = dict[str, Any]
DECISIONS = ("proceed", "review", "decline")
NAMES = ("Éloïse Straße", "Øyvind Łuk", "قناة المثال", "=1+1", "<b>Bold</b>")
MANY = 130
SUMMARY = {"as_of": "2026-06-30T00:00:00Z", "run_id": "9f2c41d07be3"}


def creators(count: int) -> list[Row]:
    """Made-up dossiers that differ in all that is sorted, filtered or searched; of the last one nothing is known."""
    plain = {key: value for key, value in full().items() if key not in {"series", "evidence", "queries"}}
    made = []
    for number in range(count - 1):
        one = plain | {"creator_id": f"c-{number:04}", "name": f"Creator {number}", "page": f"c-{number:04}"}
        decision = DECISIONS[number % len(DECISIONS)]
        one["recommendation"] = plain["recommendation"] | {"decision": decision, "decided_by": None}
        one["risk"] = plain["risk"] | {"score": number * 37 % 101}
        one["authenticity"] = plain["authenticity"] | {"inflation": {"share": number / count, "low": 0.0, "high": 1.0}}
        if number < len(NAMES):
            one["name"] = NAMES[number]
        made.append(one)
    return [*made, blanked(plain) | {"creator_id": "c-9999"}]


def names(page: Page) -> list[str]:
    return page.locator("#list tbody th > a, #list tbody th > bdi").all_inner_texts()


def pick(page: Page, count: int) -> None:
    for box in page.locator("#list tbody input").all()[:count]:
        box.click()
