"""One creator's dossier, put together from gathered rows: what the page shows and the JSON holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vetting.report import conduct, evidence, notices
from vetting.report.coverage import coverage
from vetting.report.propose import LITTLE, propose, saw_little
from vetting.report.risk import risk
from vetting.report.since.since import since
from warehouse import literal

if TYPE_CHECKING:
    from vetting.report.context import Context

Row = dict[str, Any]
MADE_UP = "made-up creator"


def dossier(creator: Row, context: Context) -> Row:
    """Everything that EXCHANGE.md promises of a creator, and the series that the charts draw."""
    of, cid = context.gathered.of, creator["creator_id"]
    accounts = of("accounts", cid)
    name = creator["name"] or next((a["display_name"] or a["handle"] for a in accounts), None) or cid
    signals = [notices.described(r, context.signals[r["signal"]], context.words) for r in of("signals", cid)]
    told = {
        "creator_id": cid,
        "name": name,
        "lang": context.run.lang,
        "as_of": context.run.seen_until,
        "run_id": context.run.run_id,
    }
    brief = context.brief
    told["brief"] = {"name": brief.name, "rules_out": list(brief.rules_out)} if brief else None
    told["bounds"] = dict(context.settings.recommend)
    told |= {
        "made_up": str(creator["note"] or "").startswith(MADE_UP),
        "versions": context.run.versions,
        "accounts": accounts,
    }
    told |= {"signals": signals, "coverage": coverage(cid, signals, context), "series": _series(cid, context)}
    _judge(told, cid, context)
    decided = next(iter(of("decisions", cid)), None)
    told["recommendation"] = propose(told, context.settings) | {"decided_by": decided}
    return told | {"since": since(told, context)}


def _judge(told: Row, cid: str, context: Context) -> None:
    """Add the three answers, the risk, and what they stand on."""
    of, lang = context.gathered.of, context.words.lang
    matches, affairs = ([conduct.printed(row, lang) for row in of(kind, cid)] for kind in ("matches", "affairs"))
    listed = conduct.controversies(matches)
    by_area: dict[str, list[Row]] = {"authenticity": [], "conduct": [], "suitability": []}
    for one in _signal_findings(told["signals"], context):
        by_area[one["area"]].append(one)
    if context.brief:
        by_area["conduct"] += conduct.ruled_out(affairs, listed, context.brief, context.words)
    by_area["conduct"] += conduct.findings(told["name"], affairs, listed, context.words)
    rows, queries, totals = _basis(cid, by_area, matches, context)
    if other := conduct.others(told["name"], matches, context.words):
        by_area["conduct"].append(other[0])
        rows[other[0]["id"]] = other[1]
        queries[other[0]["id"]] = f"{_matches(cid)} AND category IS NULL"
    told["risk"] = risk(cid, told["signals"], context)
    for one in told["risk"]["findings"]:
        rows[one["id"]], queries[one["id"]] = [], f"SELECT * FROM marts.drivers WHERE creator_id = {literal(cid)}"
    if saw_little(told):
        by_area["authenticity"].append(_little(context))
        rows[LITTLE], queries[LITTLE] = [], f"SELECT * FROM marts.readings WHERE creator_id = {literal(cid)}"
    told["authenticity"] = _authenticity(told["signals"], by_area["authenticity"])
    searched = "measured" if context.gathered.records else "not_available"
    found = {"controversies": listed, "affairs": affairs, "findings": by_area["conduct"]}
    told["conduct"] = {"outcome": searched} | found
    told["suitability"] = {"outcome": _any(told["signals"], "commercial"), "findings": by_area["suitability"]}
    told["evidence"], told["queries"], told["totals"] = rows, queries, totals


def _signal_findings(signals: list[Row], context: Context) -> list[Row]:
    found = []
    for row in signals:
        signal = context.signals[row["signal"]]
        if kind := notices.kind_of(row, signal.card):
            found.append(notices.finding(row, signal, kind, context.words.lang))
    return found


def _little(context: Context) -> Row:
    """The gap that keeps us from proposing to proceed."""
    words = context.words
    nothing = dict.fromkeys(("signal", "account_id", "record_id"))
    told = {"title": words.say("assemble.gap_little_title"), "text": words.say("assemble.gap_little")}
    return (
        nothing | told | {"id": LITTLE, "kind": "gap", "area": "authenticity", "innocent": [], "ask": [], "weight": 0.0}
    )


def _basis(cid: str, by_area: dict[str, list[Row]], matches: list[Row], context: Context) -> tuple[Row, Row, Row]:
    """The first rows that each finding stands on, the SQL that gives them all, and how many those are."""
    rows: Row = {}
    queries: Row = {}
    totals: Row = {}
    records = conduct.by_affair(conduct.controversies(matches))
    for one in (one for findings in by_area.values() for one in findings):
        if one["signal"]:
            basis = evidence.basis_of(context.signals[one["signal"]])
            found = context.gathered.evidence[basis].get(one["account_id"], [])
            rows[one["id"]] = [evidence.told(basis, row, context.words) for row in found]
            queries[one["id"]] = evidence.select(basis, one["account_id"])
            totals[one["id"]] = found[0]["evidence_total"] if found else 0
            one |= {"rows": basis, "formula": evidence.formula(one["signal"], one["account_id"])}
        else:
            rows[one["id"]] = [conduct.evidence(row) for row in records[one["affair"]]]
            queries[one["id"]] = f"{_matches(cid)} AND affair = {literal(one['affair'])}"
    return rows, queries, totals


def _matches(cid: str) -> str:
    return f"SELECT * FROM marts.matches\nWHERE creator_id = {literal(cid)} AND decision <> 'rejected'"


def _authenticity(signals: list[Row], findings: list[Row]) -> Row:
    """The account whose inflation is worst at its low end speaks for the creator."""
    of = {(row["signal"], row["account_id"]): row for row in signals}
    told = [row for (name, _), row in of.items() if name == "audience_inflation"]
    inflated = [row for row in told if row["outcome"] == "measured"]
    silent = next((row["outcome"] for row in told), "not_available")
    if not inflated:
        return {
            "outcome": silent,
            "inflation": None,
            "real_engagement": _real(None, silent),
            "findings": findings,
        }
    worst = max(inflated, key=lambda row: (row["low"], row["reading"], row["account_id"]))
    inflation = {
        "share": worst["reading"],
        "low": worst["low"],
        "high": worst["high"],
        "account_id": worst["account_id"],
    }
    real = _real(of.get(("real_engagement_rate", worst["account_id"])), "not_available")
    return {"outcome": "measured", "inflation": inflation, "real_engagement": real, "findings": findings}


def _real(rate: Row | None, silence: str) -> Row:
    """Likes and comments by real people per real follower, where that was measured."""
    if not rate or rate["outcome"] != "measured":
        return {"outcome": rate["outcome"] if rate else silence, "rate": None, "low": None, "high": None}
    return {"outcome": "measured", "rate": rate["reading"], "low": rate["low"], "high": rate["high"]}


def _any(signals: list[Row], family: str) -> str:
    outcomes = [row["outcome"] for row in signals if row["family"] == family]
    return "measured" if "measured" in outcomes else (outcomes or ["not_available"])[0]


def _series(cid: str, context: Context) -> Row:
    of = context.gathered.of
    usual = {row["account_id"]: row for row in of("cohort_rates", cid)}
    sudden = of("breaks", cid)
    return {
        "followers": of("followers", cid),
        "breaks": [row for row in sudden if row["kind"] == "jump"],
        "purges": [row for row in sudden if row["kind"] == "purge"],
        "posts": of("posts", cid),
        "months": of("months", cid),
        "next_posts": of("next_posts", cid),
        "cohort_rate": {account: row["rate"] for account, row in usual.items()},
        "usual": usual,
    }
