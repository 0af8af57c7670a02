"""What Prefect's pages show of a report: bounded, in the shortlist's order, and no stranger's text can act."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from flows import artifacts
from flows.artifacts import SHOWN, harmless, row, show_report
from tests.hostile import CORPUS, long_text
from vetting.report.lines import Line, lines
from vetting.report.report import Reported

PLAIN = Line("c1", "Zoë", "review", None, (0.394, 0.651), 0, 2, "high")


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What would be left in Prefect, by key: the thing itself, and what is said with it."""
    kept: dict[str, Any] = {}
    for name in ("markdown", "table", "link"):
        monkeypatch.setattr(
            artifacts, f"create_{name}_artifact", lambda what, key, **said: kept.update({key: (what, said)})
        )
    return kept


def told(creator: str, decision: str, score: float | None, person: str | None = None) -> dict[str, Any]:
    """What a line is made from."""
    record = {"adverse": True, "role": "did", "status": "alleged", "affair": "a", "decision": "match"}
    return {
        "creator_id": creator,
        "name": creator.upper(),
        "recommendation": {"decision": decision, "decided_by": {"decision": person} if person else None},
        "authenticity": {"inflation": {"share": 0.1, "low": 0.05, "high": 0.2} if score else None},
        "conduct": {
            "outcome": "measured" if score else "not_available",
            "controversies": [record, record | {"decision": "review"}, record | {"status": "retracted"}],
            "affairs": [record],
        },
        "risk": {"outcome": "measured" if score else "not_enough_data", "score": score, "band": "low"},
    }


def test_lines_come_in_the_shortlist_s_order_and_a_person_s_word_goes_first() -> None:
    given = [
        told("a", "decline", 9.0),
        told("b", "review", None),
        told("c", "review", 40.0),
        told("d", "decline", 99.0, "proceed"),
        told("e", "proceed", 20.0, "unheard of"),
    ]
    made = lines(given)
    assert [(line.creator_id, line.proposed, line.decided) for line in made] == [
        ("e", "proceed", None),
        ("d", "decline", "proceed"),
        ("c", "review", None),
        ("b", "review", None),
        ("a", "decline", None),
    ]
    assert (made[0].theirs, made[0].to_review, made[0].unreal, made[0].band) == (1, 1, (0.05, 0.2), "low")
    assert (made[3].theirs, made[3].to_review, made[3].unreal, made[3].band) == (None, None, None, None)


def test_a_row_names_its_interval_and_says_what_is_unknown() -> None:
    assert row(PLAIN) == {
        "creator_id": "c1",
        "name": "Zoë",
        "proposed": "review",
        "decided": "nobody yet",
        "audience not real (90 %)": "39% to 65%",
        "records, theirs": 0,
        "records, to review": 2,
        "risk band": "high",
    }
    blank = row(Line("c1", "Zoë", "review", "decline", None, None, None, None))
    assert list(blank.values())[3:] == ["decline", "unknown", "unknown", "unknown", "unknown"]


@pytest.mark.parametrize("text", [*CORPUS.values(), long_text(), "half \ud800 a pair"])
def test_what_a_stranger_wrote_is_neither_markup_nor_address_and_is_short(text: str) -> None:
    made = harmless(text)
    assert not re.search(r"[<>\[\]{}|`*~#!&:/@=\"\\\x00-\x1f\u200b\u200e\u200f\u202a-\u202e\ud800-\udfff]|www\.", made)
    assert 0 < len(made) < 300


@pytest.mark.parametrize("name", ["Zoë O'Hara-Nuñez", "\u0939\u093f\u0928\u094d\u0926\u0940", "snake_case.2"])
def test_a_name_stays_as_it_is(name: str) -> None:
    assert harmless(name) == name


def test_a_run_leaves_a_summary_a_bounded_table_and_two_links(tmp_path: Path, left: dict[str, Any]) -> None:
    made = Reported(tmp_path / "index.html", 999, {"proceed": 0, "review": 999, "decline": 0}, [PLAIN] * 999)
    run = SimpleNamespace(as_of=datetime(2026, 6, 30), run_id="r", model="m", config="c")
    show_report(made, cast("Any", SimpleNamespace(run=run)), [], [])
    assert set(left) == {"vetting", "proposed", "shortlist", "model"}
    rows, said = left["proposed"]
    assert (len(rows), rows[0]) == (SHOWN, row(PLAIN))
    assert said["description"].startswith("200 of 999 creators, ")
    assert left["shortlist"][0] == Path(tmp_path / "index.html").as_uri()
    assert left["model"][0].endswith("/model.html")
