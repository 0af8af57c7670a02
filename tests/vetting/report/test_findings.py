"""Findings in their order, and the list of what each signal measures in the order of its language."""

from __future__ import annotations

from typing import Any

from vetting.report.findings import AREAS, collected
from vetting.report.tables import SignalRow, SignalTable, glossary

Row = dict[str, Any]


def problem(name: str, weight: float) -> Row:
    return {"id": name, "kind": "problem", "area": "conduct", "weight": weight}


def test_what_the_recommendation_rests_on_comes_before_what_is_heavier() -> None:
    light, first, heavy = problem("light", 0.1), problem("first", 0.2), problem("heavy", 0.9)
    parts: Row = {area: {"findings": []} for area in AREAS} | {"conduct": {"findings": [light, heavy, first]}}
    told = parts | {"recommendation": {"because": [first, light]}}
    assert [one["id"] for one in collected(told)] == ["first", "light", "heavy"]
    assert [one["id"] for one in collected(parts | {"recommendation": {"because": []}})] == ["heavy", "first", "light"]


def test_an_accent_does_not_send_a_word_to_the_end() -> None:
    labels = ["Vues", "Évolution", "Likes"]
    signals = [{"label": label, "means": "Un sens.", "signal": label} for label in labels]
    rows = [SignalRow(label, None, "1", "", None, None, None, ()) for label in labels]
    table = SignalTable("YouTube", None, [("Croissance", rows)], [], [], 3, 3, 0)
    assert [label for label, _ in glossary(signals, [table], {})] == ["Évolution", "Likes", "Vues"]
