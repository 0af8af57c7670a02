"""Made-up dossiers: a full one, one where almost nothing is known, and one written by an attacker."""

from __future__ import annotations

import copy
import math
import random
from datetime import date, timedelta
from typing import Any

import pytest

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


def account(number: int, platform: str, followers: int | None) -> dict[str, Any]:
    return {
        "account_id": f"a{number}",
        "platform": platform,
        "handle": f"lark.example{number}",
        "display_name": "Lark Example",
        "bio": "Songs about weather.\nBookings: see the link.",
        "url": f"https://example.org/{platform}/lark",
        "category": "music",
        "country": "FR",
        "language": "en",
        "followers": followers,
        "following": 310,
        "posts_count": 412,
        "created_at": "2019-03-02T00:00:00Z",
        "verified": None,
        "observed_at": "2026-06-29T00:00:00Z",
        "tier": "100k-1M",
        "cohort": f"{platform}, 100k-1M, music",
    }


def finding(number: int, kind: str, area: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 # any key of a finding
    return {
        "id": f"finding/{number}",
        "kind": kind,
        "area": area,
        "signal": "signal_3",
        "account_id": "a1",
        "record_id": None,
        "title": "Growth came in jumps, without engagement",
        "text": "Two days brought 31% of the year's new followers, and posts in the week after drew no more likes.",
        "innocent": ["A purge and its correction by the platform.", "A television appearance."],
        "ask": ["What happened on 14 March?", "Can you share the platform's own audience report?"],
        "weight": 1.0 / number,
    } | more


def signal(number: int, account_id: str) -> dict[str, Any]:
    silent = number % 5 == 4
    unit = UNITS[number % len(UNITS)]
    reading = None if silent else {"count": 1240.0, "days": 41.0}.get(unit, 0.034 * (number + 1))
    return {
        "account_id": account_id,
        "signal": f"signal_{number}",
        "label": f"Share of likes in bursts {number}",
        "family": FAMILIES[number // 7],
        "unit": unit,
        "polarity": POLARITIES[number % len(POLARITIES)],
        "outcome": OUTCOMES[number // 5 % len(OUTCOMES)] if silent else "measured",
        "reading": reading,
        "low": reading * 0.8 if reading else None,
        "high": reading * 1.3 if reading else None,
        "basis": 12 * number,
        "basis_unit": ("posts", "days", "comments", "followers")[number % 4],
        "percentile": None if silent else (number * 37 % 101) / 100,
        "peers": 412,
        "cohort": "youtube, 100k-1M, music",
        "text": "Likes arrive as evenly as those of most peers.",
        "means": "How much of the engagement of a post arrives in its first minutes.",
        "innocent": ["Notifications."],
        "ask": [],
    }


def controversy(number: int, status: str, probability: float) -> dict[str, Any]:
    return {
        "record_id": f"r{number}",
        "probability": probability,
        "decision": "match" if probability > 0.9 else "review",
        "category": "advertising",
        "category_label": "Undisclosed advertising",
        "severity": "medium",
        "status": status,
        "source": "Example Gazette",
        "source_kind": "news",
        "published_at": f"2025-{number % 12 + 1:02}-11T08:30:00Z",
        "url": f"https://example.org/records/{number}",
        "title": f"Authority names singer over unlabeled posts ({number})",
        "text": "The authority said that four posts of spring were not labeled. The singer's agency denied it.",
        "for": ["The handle is equal.", "The country agrees."],
        "against": ["The name is common in the country."],
        "matched_on": "Lark Example; lark example",
    }


def followers(account_id: str, start: int) -> list[dict[str, Any]]:
    chance = random.Random(account_id)  # noqa: S311 # no secret: the same made-up numbers each time
    count, rows = float(start), []
    for step in range(DAYS):
        jump = {200: 0.062, 340: 0.11, 345: -0.03}.get(step, 0.0)
        count *= 1 + jump + chance.gauss(0.0006, 0.0008)
        rows.append({"account_id": account_id, "day": str(START + timedelta(step)), "followers": round(count)})
    return [row for place, row in enumerate(rows) if not 420 < place < 450]


def posts(account_id: str, typical: float) -> list[dict[str, Any]]:
    chance = random.Random(account_id)  # noqa: S311 # as above
    return [
        {
            "post_id": f"{account_id}-p{number}",
            "account_id": account_id,
            "posted_at": f"{START + timedelta(number * 2)}T12:00:00Z",
            "rate": None if number % 40 == 39 else typical * math.exp(chance.gauss(0, 0.55)),
            "likes": 1000,
            "comments": 20,
            "views": None,
            "sponsored": number % 9 == 4 or None,
            "url": None,
        }
        for number in range(POSTS)
    ]


def full() -> dict[str, Any]:
    findings = {
        "authenticity": [
            finding(1, "problem", "authenticity"),
            finding(2, "strength", "authenticity", title="Comments talk about the songs", signal="signal_7"),
            finding(5, "gap", "authenticity", title="No sample of followers", signal=None, innocent=[], ask=[]),
        ],
        "conduct": [finding(3, "problem", "conduct", title="Named by an authority", signal=None, record_id="r1")],
        "suitability": [finding(4, "strength", "suitability", title="Nearly every paid post is labeled")],
    }
    row = {
        "table": "posts",
        "key": "a1-p7",
        "url": "https://example.org/p/7",
        "time": "2025-03-14T17:05:00Z",
        "text": "New single out now, thanks to our friends at Example Tea.",
    }
    return {
        "creator_id": "c-0001",
        "name": "Lark Example",
        "lang": "en",
        "as_of": "2026-06-30T00:00:00Z",
        "run_id": "9f2c41d07be3",
        "made_up": True,
        "page": "c-0001.html",
        "versions": {"code": "0.1.0", "config": "a41f", "model": "simulated-3 77be", "data": "5d0c"},
        "accounts": [account(1, "youtube", 1_204_311), account(2, "tiktok", 48_200)],
        "recommendation": {
            "decision": "review",
            "because": [findings["authenticity"][0], findings["conduct"][0], findings["suitability"][0]],
            "decided_by": None,
        },
        "risk": {
            "outcome": "measured",
            "score": 62,
            "probability": 0.31,
            "low": 48,
            "high": 75,
            "band": "medium",
            "trained_on": "simulated",
            "base": -1.9,
            "drivers": [
                {
                    "signal": f"signal_{number}",
                    "label": f"Share of likes in bursts {number}",
                    "contribution": (-1) ** (number % 3) * 1.3 / (number + 1),
                    "text": "Likes arrive less evenly than those of most peers.",
                }
                for number in range(14)
            ],
        },
        "authenticity": {
            "outcome": "measured",
            "inflation": {"share": 0.18, "low": 0.12, "high": 0.26, "account_id": "a1"},
            "real_engagement": {"outcome": "measured", "rate": 0.021, "low": 0.018, "high": 0.024},
            "findings": findings["authenticity"],
        },
        "conduct": {
            "outcome": "measured",
            "controversies": [
                controversy(1, "alleged", 0.97),
                controversy(4, "confirmed", 0.95),
                controversy(5, "retracted", 0.93),
                controversy(8, "denied", 0.55),
                controversy(9, "resolved", 0.41),
            ],
            "findings": findings["conduct"],
        },
        "suitability": {"outcome": "measured", "findings": findings["suitability"]},
        "signals": [signal(number, account_id) for account_id in ("a1", "a2") for number in range(31)],
        "evidence": {f"finding/{number}": [row] * (20 if number == 1 else 3) for number in range(1, 5)},
        "queries": {
            "finding/1": "SELECT post_id, likes\nFROM marts.post_engagement\nWHERE account_id = 'a1'\nORDER BY 1"
        },
        "series": {
            "followers": followers("a1", 1_020_000) + followers("a2", 41_000),
            "breaks": [
                {"account_id": "a1", "day": "2025-07-25", "change": 0.062, "with_engagement": True},
                {"account_id": "a1", "day": "2025-12-12", "change": 0.11, "with_engagement": False},
                {"account_id": "a1", "day": "2025-12-17", "change": -0.03, "with_engagement": None},
            ],
            "posts": posts("a1", 0.031) + posts("a2", 0.09),
            "cohort_rate": {"a1": 0.024, "a2": None},
        },
        "coverage": {
            "platforms": ["youtube", "tiktok"],
            "first_post": "2025-01-06T12:00:00Z",
            "last_post": "2026-06-08T12:00:00Z",
            "posts": 520,
            "comments": 10_400,
            "records": 18_250,
            "follower_days": 1_022,
            "followers_sampled": None,
            "not_seen": ["Stories were not given.", "Followers before 6 January 2025 were not seen."],
        },
    }


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
