"""Made-up dossiers: a full one, one where almost nothing is known, and one written by an attacker."""

from __future__ import annotations

import copy
import math
import random
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = dict[str, Any]
STILL: Row = tomllib.loads((Path(__file__).parent / "dossier.toml").read_text("utf-8"))
TEMPLATE: dict[str, Row] = STILL.pop("template")

DAYS, POSTS = 540, 260
START = date(2025, 1, 6)
FAMILIES = ("audience", "comments", "commercial", "engagement", "growth")
OUTCOMES = ("not_enough_data", "not_available", "hidden", "not_applicable", "error")
UNITS = ("share", "ratio", "count", "days", "per_week", "change", "score")
POLARITIES = ("higher_is_worse", "lower_is_worse", "two_sided", "neutral")

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "'; DROP TABLE accounts; --",
    "{{ 7 * 7 }}{% raw %}",
    "</style></script><svg onload=alert(1)>",
    '=HYPERLINK("http://evil")',
    "safe\u202eevil\u2066\u200b\u0000\x1b[31m",
    'https://user@evil.example/" onclick="x',
    "&lt;b&gt; {n} {0.__class__}",
)


def account(number: int, platform: str, followers: int) -> Row:
    return TEMPLATE["account"] | {
        "account_id": f"a{number}",
        "platform": platform,
        "handle": f"lark.example{number}",
        "url": f"https://example.org/{platform}/lark",
        "followers": followers,
        "cohort": f"{platform}, 100k-1M, music",
    }


def finding(number: int, kind: str, area: str, **more: Any) -> Row:  # noqa: ANN401 # any key of a finding
    own = {"id": f"finding/{number}", "kind": kind, "area": area, "weight": 1.0 / number}
    return TEMPLATE["finding"] | own | more


def signal(number: int, account_id: str) -> Row:
    silent = number % 5 == 4
    unit = UNITS[number % len(UNITS)]
    reading = None if silent else {"count": 1240.0, "days": 41.0}.get(unit, 0.034 * (number + 1))
    return TEMPLATE["signal"] | {
        "account_id": account_id,
        "signal": f"signal_{number}",
        "label": f"Share of likes in bursts {number}",
        "family": FAMILIES[number // 7],
        "unit": unit,
        "polarity": POLARITIES[number % len(POLARITIES)],
        "outcome": OUTCOMES[number // 5 % len(OUTCOMES)] if silent else "measured",
        "reading": reading,
        "low": reading and reading * 0.8,
        "high": reading and reading * 1.3,
        "basis": 12 * number,
        "basis_unit": ("posts", "days", "comments", "followers")[number % 4],
        "percentile": None if silent else (number * 37 % 101) / 100,
    }


def controversy(number: int, status: str, probability: float) -> Row:
    return TEMPLATE["controversy"] | {
        "record_id": f"r{number}",
        "probability": probability,
        "decision": "match" if probability > 0.9 else "review",
        "status": status,
        "published_at": f"2025-{number % 12 + 1:02}-11T08:30:00Z",
        "url": f"https://example.org/records/{number}",
        "title": f"Authority names singer over unlabeled posts ({number})",
    }


def affair(name: str, records: list[Row], **more: Any) -> Row:  # noqa: ANN401 # any key of an affair
    """The affair that records tell of: they get its name, and it the state of the last of them."""
    for row in records:
        row["affair"] = name
    said = ("record_id", "status", "called_false", "source_kind")
    own = {
        "affair": name,
        "status": records[-1]["status"],
        "history": [{key: row[key] for key in said} | {"date": row["published_at"]} for row in records],
        "first_published": min(row["published_at"] for row in records),
        "last_published": max(row["published_at"] for row in records),
        "records": len(records),
        "probability": max(row["probability"] for row in records),
        "weight": 0.3,
        "decision": records[0]["decision"],
    }
    return TEMPLATE["affair"] | own | more


def driver(number: int) -> Row:
    label = f"Share of likes in bursts {number}"
    contribution = (-1) ** (number % 3) * 1.3 / (number + 1)
    return {"signal": f"signal_{number}", "label": label, "contribution": contribution, "text": f"{label}: high"}


def followers(account_id: str, start: int) -> list[Row]:
    chance = random.Random(account_id)  # noqa: S311 # no secret: the same made-up numbers each time
    count, rows = float(start), []
    for step in range(DAYS):
        jump = {200: 0.062, 340: 0.11, 345: -0.03}.get(step, 0.0)
        count *= 1 + jump + chance.gauss(0.0006, 0.0008)
        rows.append({"account_id": account_id, "day": str(START + timedelta(step)), "followers": round(count)})
    return [row for place, row in enumerate(rows) if not 420 < place < 450]


def posts(account_id: str, typical: float) -> list[Row]:
    chance = random.Random(account_id)  # noqa: S311 # as above
    return [
        {
            "post_id": f"{account_id}-p{number}",
            "account_id": account_id,
            "posted_at": f"{START + timedelta(number * 2)}T12:00:00Z",
            "rate": None if number % 40 == 39 else typical * math.exp(chance.gauss(0, 0.55)),
            "sponsored": number % 9 == 4 or None,
        }
        for number in range(POSTS)
    ]


def moved(then: float, now: float, why: str | None = None, *, sure: bool | None = None) -> Row:
    """A number in two reports, each with an interval of a tenth to either side."""
    sides = {"then": then, "now": now}
    return {side: {"value": value, "low": value * 0.9, "high": value * 1.1} for side, value in sides.items()} | {
        "beyond": sure,
        "why": why,
    }


def since() -> Row:
    """What changed since an earlier report: something of every sort."""
    figures = {"audience_inflation": moved(0.1, 0.3, "interval", sure=True), "risk": moved(20, 44, "other_model")}
    own = {"id": "finding/1", "kind": "problem", "was": None, "area": "authenticity", "signal": "signal_1"}
    new = own | {"account_id": "a1", "affair": None, "title": "Likes in bursts", "unit": "share", "outcome": None}
    gone = new | {"id": "gone", "kind": None, "was": "strength", "title": "Silent by now", "outcome": "hidden"}
    turned = {side: {"then": "alleged", "now": "retracted"} for side in ("status", "tag")}
    tale: Row = {"affair": "r1", "was": "r1", "category": "advertising", "category_label": "Advertising"} | turned
    tale |= {"decision": {"then": "review", "now": "match"}, "probability": {"then": 0.6, "now": 1.0}}
    tale |= {"judged": {"verdict": "confirmed", "who": "A. Reader", "when": "2026-06-03T00:00:00Z"}}
    looked = {"platforms": ["youtube"], "first_post": "2025-01-01", "last_post": "2026-05-01", "posts": 40}
    silent = {"account_id": "a1", "signal": "signal_3", "label": "Silent by now", "outcome": "hidden"}
    decided = {"who": "A. Reader", "when": "2026-06-10T00:00:00Z", "decision": "review"}
    listed = {"new": [new | moved(0.1, 0.3, sure=True)], "gone": [gone | moved(0.2, 0.2, "silent")], "changed": []}
    return {
        "as_of": "2026-05-31T00:00:00Z",
        "run_id": "77aa41d07be3",
        "kept": True,
        "recommendation": {"then": "proceed", "now": "review", "decided": decided},
        "numbers": [{"name": name, "account_id": "a1"} | said for name, said in figures.items()],
        "band": {"then": "low", "now": "medium"},
        "findings": listed,
        "affairs": {"new": [], "gone": [], "changed": [tale]},
        "coverage": {"then": looked, "now": looked | {"posts": 52}, "silent": [silent], "heard": [silent]},
        "versions_changed": [{"part": part, "then": "1a2b", "now": "3c4d"} for part in ("code", "config", "model")],
    }


def full() -> Row:
    made: Row = copy.deepcopy(STILL)
    growth = finding(1, "problem", "authenticity")
    comments = finding(2, "strength", "authenticity", title="Comments talk about the songs", signal="signal_7")
    gap = finding(5, "gap", "authenticity", title="No sample of followers", signal=None, innocent=[], ask=[])
    named = finding(3, "problem", "conduct", title="Named by an authority", signal=None, record_id="r1", affair="r1")
    labels = finding(4, "strength", "suitability", title="Nearly every paid post is labeled")
    states = {1: ("alleged", 0.97), 4: ("confirmed", 0.95), 5: ("retracted", 0.93), 8: ("denied", 0.55)}
    made["accounts"] = [account(1, "youtube", 1_204_311), account(2, "tiktok", 48_200)]
    made["recommendation"]["because"] = [growth, named, labels]
    made["risk"]["drivers"] = [driver(number) for number in range(14)]
    made["authenticity"]["findings"] = [growth, comments, gap]
    made["conduct"]["findings"] = [named]
    first, then, gone, perhaps = (controversy(number, *state) for number, state in states.items())
    alike = controversy(9, "resolved", 0.41) | {"alike": True}
    made["conduct"]["controversies"] = [first, then, gone, perhaps, alike]
    made["conduct"]["affairs"] = [
        affair("r1", [first, then]), *(affair(row["record_id"], [row]) for row in (gone, perhaps, alike))
    ]  # fmt: skip
    made["suitability"]["findings"] = [labels]
    made["signals"] = [signal(number, account_id) for account_id in ("a1", "a2") for number in range(31)]
    made["evidence"] = {f"finding/{number}": [TEMPLATE["row"]] * (20 if number == 1 else 3) for number in range(1, 5)}
    made["queries"] = {"finding/1": "SELECT post_id, likes\nFROM marts.post_engagement\nWHERE account_id = 'a1'"}
    made["series"]["followers"] = followers("a1", 1_020_000) + followers("a2", 41_000)
    made["series"]["posts"] = posts("a1", 0.031) + posts("a2", 0.09)
    made["series"]["months"] = months("a1") + months("a2")
    made["series"]["next_posts"] = next_posts("a1")
    made["since"] = since()
    return made


def blanked(value: Any) -> Any:  # noqa: ANN401 # walks any JSON
    """The same keys with nothing known: every leaf is null, every list empty."""
    if isinstance(value, dict):
        return {key: blanked(inner) for key, inner in value.items()}
    return [] if isinstance(value, list) else None


def attacked(value: Any, attack: str) -> Any:  # noqa: ANN401 # walks any JSON
    """The same value with every string, keys of mappings aside, replaced."""
    if isinstance(value, dict):
        return {key: attacked(inner, attack) for key, inner in value.items()}
    if isinstance(value, list):
        return [attacked(inner, attack) for inner in value]
    return attack if isinstance(value, str) else value


def months(account_id: str) -> list[Row]:
    """Eighteen months of posts; in the first nobody says of some whether they are sponsored."""
    counted = {"posts": 15, "sponsored": 2, "labelled": 1, "said": 2}
    return [
        {"account_id": account_id, "month": f"{2025 + step // 12}-{step % 12 + 1:02}-01", "unknown": 0 if step else 4}
        | counted
        for step in range(18)
    ]


def next_posts(account_id: str) -> list[Row]:
    usual = {"comments": 40.0, "likes": 2100.0, "views": 61000.0}
    return [
        {"account_id": account_id, "counted": name, "p10": middle / 2, "p50": middle, "p90": middle * 2.5}
        | {"posts": 60, "tested": 50, "inside": 0.78}
        for name, middle in usual.items()
    ]


_FULL = full()


@pytest.fixture
def dossier() -> dict[str, Any]:
    """A full dossier that a test may change."""
    return copy.deepcopy(_FULL)


@pytest.fixture
def empty_dossier() -> dict[str, Any]:
    """A dossier of which nothing is known but its creator's id."""
    blank: dict[str, Any] = blanked(_FULL)
    return blank | {"creator_id": "c-0002"}


@pytest.fixture(params=ATTACKS, ids=range(len(ATTACKS)))
def hostile_dossier(request: pytest.FixtureRequest) -> dict[str, Any]:
    """A dossier with an attack in every string."""
    hostile: dict[str, Any] = attacked(_FULL, request.param)
    return hostile


@pytest.fixture
def summary() -> dict[str, Any]:
    """What a run says about the rows that it read."""
    return {
        "as_of": "2026-06-30T00:00:00Z",
        "run_id": "9f2c41d07be3",
        "made_up": True,
        "creators": 2,
        "loads": [
            {"file": "posts.csv", "table": "posts", "read": 520, "loaded": 515, "already_there": 2, "quarantined": 3},
        ],
        "quarantine": [{"file": "posts.csv", "line": 17, "reason": "likes is negative"}],
        "measured_share": {"audience_inflation": 0.61, "pod_engagement": 1.0},
    }


@pytest.fixture
def house() -> Iterator[Warehouse]:
    """An empty warehouse."""
    with Warehouse() as opened:
        yield opened
