"""The rules that turn readings into findings and findings into a proposal."""

from __future__ import annotations

from typing import Any

import pytest

from vetting.briefs import Brief
from vetting.report.conduct import ruled_out
from vetting.report.context import Context
from vetting.report.gather import Gathered
from vetting.report.notices import kind_of
from vetting.report.propose import LITTLE, propose, saw_little
from vetting.report.report import page_names
from vetting.report.risk import HIGH, risk
from vetting.report.words import words
from vetting.settings import Settings
from vetting.signals import read_signals

Row = dict[str, Any]
SIGNALS = read_signals()


def reading(**values: object) -> Row:
    bare = {"outcome": "measured", "reading": 0.0, "low": None, "high": None, "percentile": 0.5, "peers": 200}
    return bare | values


@pytest.mark.parametrize(
    ("signal", "row", "kind"),
    [
        ("sponsored_share", reading(reading=0.30), "problem"),
        ("sponsored_share", reading(reading=0.29), None),
        ("audience_inflation", reading(reading=0.30, low=0.15, high=0.5), "problem"),
        ("audience_inflation", reading(reading=0.30, low=0.10, high=0.5), None),
        ("audience_inflation", reading(reading=0.02, low=0.00, high=0.10), "strength"),
        ("audience_inflation", reading(reading=0.02, low=0.00, high=0.11), None),
        ("views_per_follower", reading(percentile=0.02), "problem"),
        ("views_per_follower", reading(percentile=0.02, peers=20), None),
        ("views_per_follower", reading(percentile=0.90), "strength"),
        ("engagement_rate_by_followers", reading(percentile=0.99), "problem"),
        ("engagement_rate_by_followers", reading(percentile=0.01), "problem"),
        ("engagement_rate_by_followers", reading(percentile=None, peers=None), None),
        ("hidden_like_share", reading(reading=1.0, percentile=1.0), None),
        ("sponsored_share", reading(outcome="hidden", reading=None), None),
    ],
)
def test_only_what_lies_wholly_beyond_its_notice_is_a_finding(signal: str, row: Row, kind: str | None) -> None:
    assert kind_of(row, SIGNALS[signal].card) == kind


def finding(name: str, kind: str, area: str = "authenticity", affair: str | None = None) -> Row:
    signal = None if affair else name
    own = {"id": affair or name, "kind": kind, "area": area, "signal": signal, "affair": affair, "weight": 1.0}
    return own | {"account_id": "a1"}


def told(*found: Row, low: float | None = None, records: tuple[Row, ...] = (), affairs: tuple[Row, ...] = ()) -> Row:
    by_area: Row = {
        area: {"findings": [one for one in found if one["area"] == area]} for area in ("authenticity", "suitability")
    }
    by_area["authenticity"]["inflation"] = {"low": low}
    by_area["conduct"] = {
        "findings": [one for one in found if one["area"] == "conduct"],
        "controversies": list(records),
        "affairs": list(affairs),
    }
    signals = {one["signal"] for one in found if one["signal"] in SIGNALS}
    read = [
        {"signal": name, "family": SIGNALS[name].family, "account_id": "a1", "low": low} for name in sorted(signals)
    ]
    return by_area | {"signals": read}


RECORD = {
    "record_id": "r", "affair": "a", "decision": "match", "status": "confirmed", "status_by": "source", "severity": 5,
    "role": "did", "adverse": True, "standing": 0.8, "probability": 0.9, "source_kind": "regulator", "role_words": [],
}  # fmt: skip
AFFAIR = {"affair": "a", "adverse": True, "role": "did", "status": "confirmed"}


def affair(*records: Row, **own: object) -> Row:
    """A dossier with one affair, told by records that differ from `RECORD`; it is as the first of them."""
    every = tuple(RECORD | row for row in records)
    whole = AFFAIR | {key: every[0][key] for key in AFFAIR} | own
    return told(finding("a", "problem", "conduct", "a"), records=every, affairs=(whole,))


@pytest.mark.parametrize(
    ("dossier", "decision"),
    [
        (told(), "proceed"),
        (told(finding("reply_rate", "strength")), "proceed"),
        (told(finding("sponsored_share", "problem", "suitability")), "proceed"),
        (told(finding("undisclosed_promotion_share", "problem", "conduct")), "review"),
        (told(finding("buried_disclosure_share", "problem", "conduct")), "proceed"),
        (told(finding("growth_break_without_engagement", "problem")), "proceed"),
        (told(finding("growth_break_without_engagement", "problem"), finding("jump_loss", "problem")), "proceed"),
        (told(finding("jump_loss", "problem"), finding("comment_burst_share", "problem")), "review"),
        (told(finding(LITTLE, "gap")), "review"),
        (told(finding("audience_inflation", "problem"), low=0.2), "review"),
        (told(finding("audience_inflation", "problem"), low=0.14), "proceed"),
        (told(finding("audience_inflation", "problem"), low=0.35), "decline"),
        (told(finding("audience_inflation", "problem") | {"account_id": "a2"}, low=0.35), "proceed"),
        (affair({}), "decline"),
        (affair({"source_kind": "court"}), "review"),
        (affair({"source_kind": "court", "role_words": ["convicted"]}), "decline"),
        (affair({"status": "alleged"}), "review"),
        (affair({"status": None, "status_by": None}), "review"),
        (affair({"status_by": "words"}), "decline"),
        (affair({"status_by": "words", "standing": 0.25}), "review"),
        (affair({}, status="resolved"), "review"),
        (affair({}, status="retracted"), "proceed"),
        (affair({"role": "named"}), "review"),
        (affair({"role": "answered"}), "review"),
        (affair({"role": "suffered"}), "proceed"),
        (affair({"role": "suffered"}, {"role": "named"}), "proceed"),
        (affair({"status": "retracted"}), "proceed"),
        (affair({"adverse": False}), "proceed"),
        (affair({}, adverse=False, called_false=True), "proceed"),
        (affair({"decision": "review", "probability": 0.3}), "review"),
        (affair({"decision": "review", "probability": 0.2}), "proceed"),
        (affair({"decision": "review", "probability": 0.2}, {"status": "alleged"}), "review"),
        (affair({"decision": "review", "severity": 2}), "proceed"),
        (affair({"role": "suffered"}, {"role": "did", "status": "alleged"}, role="did", status="alleged"), "review"),
    ],
)
def test_the_proposal_follows_the_rule(dossier: Row, decision: str) -> None:
    proposed = propose(dossier, Settings.read())
    assert proposed["decision"] == decision
    if decision != "proceed":
        assert proposed["because"]


def ruled(rule: str) -> Row:
    return finding("brief:a", "problem", "conduct") | {"signal": None, "rule": rule, "weight": 2.0}


def test_what_the_brief_rules_out_goes_before_everything_and_is_a_rule() -> None:
    settings = Settings.read()
    for rule in ("decline", "review"):
        dossier = told(ruled(rule), finding("undisclosed_promotion_share", "problem", "conduct"))
        proposed = propose(dossier, settings)
        assert proposed["decision"] == rule
        assert proposed["because"][0]["id"] == "brief:a"


BRIEF = Brief(name="Example", rules_out=("violence",))
TOLD = RECORD | {"category": "violence", "category_label": "Violence", "alike": False}


@pytest.mark.parametrize(
    ("record", "whole", "rule"),
    [
        ({}, {}, "decline"),
        ({"severity": 1}, {}, "decline"),
        ({"category": "fraud"}, {}, None),
        ({"status": "alleged"}, {"status": "alleged"}, "review"),
        ({"status": "denied"}, {"status": "denied"}, "review"),
        ({}, {"status": "resolved"}, "review"),
        ({}, {"status": "retracted"}, None),
        ({"status": "retracted"}, {"status": "retracted"}, None),
        ({"role": "suffered"}, {"role": "suffered"}, None),
        ({"role": "named"}, {}, "review"),
        ({"adverse": False}, {"adverse": False}, None),
        ({"status_by": "words", "standing": 0.25}, {}, "review"),
        ({"decision": "review"}, {"decision": "review"}, "review"),
        ({"decision": "review", "alike": True}, {"decision": "review"}, None),
    ],
)
def test_the_brief_rules_out_what_is_confirmed_theirs_and_stands(record: Row, whole: Row, rule: str | None) -> None:
    one = AFFAIR | {"weight": 0.4} | whole
    found = ruled_out([one], [TOLD | record], BRIEF, words("en"))
    assert [each["rule"] for each in found] == ([rule] if rule else [])
    if found:
        assert "Example" in found[0]["title"]
        assert "the risk model has no part in it" in found[0]["text"]


def test_a_high_risk_asks_for_a_look_and_never_declines() -> None:
    high = {"id": HIGH, "kind": "problem", "area": "risk", "signal": None, "weight": 0.5}
    proposed = propose(told() | {"risk": {"findings": [high]}}, Settings.read())
    assert (proposed["decision"], [one["id"] for one in proposed["because"]]) == ("review", [HIGH])


@pytest.mark.parametrize(
    ("trained_on", "band", "found"),
    [("outcomes", "high", [HIGH]), ("outcomes", "medium", []), ("simulated", "high", []), ("unknown", "high", [])],
)
def test_only_a_model_of_real_outcomes_makes_a_finding(trained_on: str, band: str, found: list[str]) -> None:
    score = {"outcome": "measured", "score": 91.0, "probability": 0.4, "band": band}
    drivers = [{"signal": "reply_rate", "contribution": 0.3, "reading": 0.02}]
    gathered = Gathered([], {"scores": {"c": [score]}, "drivers": {"c": drivers}})
    card = {"trained_on": trained_on, "model": "m"}
    context = Context(None, gathered, SIGNALS, Settings.read(), words("en"), card)  # type: ignore[arg-type] # no run
    part = risk("c", [], context)
    assert [one["id"] for one in part["findings"]] == found
    assert part["drivers"][0]["text"].startswith(SIGNALS["reply_rate"].card.en.label)


def test_who_was_hardly_seen_is_not_proposed_to_proceed() -> None:
    signals = [{"signal": f"s{n}", "family": "engagement", "outcome": "measured"} for n in range(5)]
    assert not saw_little({"signals": signals, "risk": {"outcome": "measured"}})
    assert saw_little({"signals": signals[:4], "risk": {"outcome": "measured"}})
    assert saw_little({"signals": signals, "risk": {"outcome": "not_enough_data"}})


def test_file_names_are_safe_and_each_is_of_one_creator() -> None:
    ids = ["c1", "C1", "index", "model", "../../etc/passwd", "a/b", "a:b", "", "é", "x" * 300, "con fetti"]
    names = page_names(ids)
    assert len({name.lower() for name in names.values()}) == len(ids)
    assert all(
        set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") for name in names.values()
    )
    assert all(0 < len(name) < 100 for name in names.values())
    assert not {"index", "model"} & set(names.values())
