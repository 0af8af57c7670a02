"""The records about a creator, or perhaps about them, numbered from the newest to the oldest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report.safe import address

if TYPE_CHECKING:
    from vetting.report.words import Words


def numbered(listed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the records that match before those to review, newest first, each with its number and a safe link."""
    newest = sorted(listed, key=lambda one: (one["published_at"] or "", one["record_id"] or ""), reverse=True)
    ordered = sorted(newest, key=lambda one: one["decision"] != "match")
    return [one | {"number": number, "link": address(one["url"])} for number, one in enumerate(ordered, 1)]


def facts(one: dict[str, Any], words: Words) -> list[tuple[str, str]]:
    """Give what is known of a record, in words."""
    pairs = (
        ("record.identity", one["probability"] is not None and words.percent(one["probability"])),
        ("record.status", words.known("status", one["status"])),
        ("record.source_kind", words.known("source_kind", one["source_kind"])),
        ("record.category", one["category_label"] or one["category"]),
        ("record.severity", one["severity"] and words.known("severity", one["severity"])),
        ("record.matched_on", one["matched_on"]),
    )
    return [(words.say(key), value) for key, value in pairs if value]
