"""What the tests of "since the last report" are written with: reports of a creator c1, kept, compared, and shown."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from html import unescape
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from vetting.report.proposals import keep
from vetting.report.render import render_dossier
from vetting.report.since.since import since
from vetting.report.words import words
from vetting.settings import Settings
from vetting.signals import read_signals

if TYPE_CHECKING:
    from warehouse import Warehouse

Row = dict[str, Any]
MAY, JUNE, JULY = datetime(2026, 5, 31), datetime(2026, 6, 30), datetime(2026, 7, 31)
SETTINGS, SIGNALS = Settings.read(), read_signals()
VERSIONS = {"code": "c", "config": "k", "model": "m", "data": "d"}
INFLATION = "audience_inflation"


def reading(signal: str, value: float | None, outcome: str = "measured") -> Row:
    """A reading with an interval of a tenth to either side; silent without a value."""
    own = {"account_id": "a1", "signal": signal, "outcome": outcome, "reading": value}
    return own | {"low": value and value * 0.9, "high": value and value * 1.1}


def finding(signal: str, kind: str = "problem") -> Row:
    own = {"id": f"{signal}:a1", "kind": kind, "area": "authenticity", "signal": signal, "account_id": "a1"}
    return own | {"affair": None, "weight": 0.5, "title": "in its own language"}


def affair(name: str, status: str | None = "alleged", decision: str = "match", record: str | None = None) -> Row:
    own = {"affair": name, "category": "fraud", "status": status, "decision": decision, "probability": 0.9}
    return own | {"role": "did", "adverse": True, "called_false": False, "record": record or name}


def told(
    signals: list[Row], found: list[Row], affairs: tuple[Row, ...] = (), decision: str = "review", score: float = 40
) -> Row:
    """A dossier as `since` and `keep` read it."""
    inflation = next((row for row in signals if row["signal"] == INFLATION and row["reading"] is not None), None)
    share = inflation and {"share": inflation["reading"], "account_id": "a1"} | {
        end: inflation[end] for end in ("low", "high")
    }
    own = [
        {"id": f"affair:{one['affair']}", "kind": "problem", "area": "conduct", "signal": None, "weight": 0.1}
        | {"account_id": None, "affair": one["affair"]}
        for one in affairs
    ]
    records = [{"record_id": one["record"], "affair": one["affair"]} for one in affairs]
    silent = {"outcome": "not_available", "rate": None, "low": None, "high": None}
    return {
        "creator_id": "c1",
        "versions": VERSIONS,
        "accounts": [{"account_id": "a1", "followers": 1000}],
        "signals": signals,
        "authenticity": {"inflation": share, "real_engagement": silent, "findings": found},
        "conduct": {"affairs": list(affairs), "controversies": records, "findings": own},
        "suitability": {"findings": []},
        "risk": {
            "outcome": "measured",
            "score": score,
            "low": score - 5,
            "high": score + 5,
            "band": "low",
            "findings": [],
        },
        "recommendation": {"decision": decision, "because": [], "decided_by": None},
        "coverage": {"platforms": ["youtube"], "first_post": "2025-01-01", "last_post": "2026-05-01", "posts": 40},
    }


def propose(house: Warehouse, run_id: str, as_of: datetime, dossier: Row, hour: int = 1, **versions: str) -> None:
    """Keep what a run tells that began so many hours after its as_of."""
    began, made = as_of + timedelta(hours=hour), VERSIONS | versions
    house.execute("DELETE FROM ops.runs WHERE run_id = ?", [run_id])
    house.execute(
        "INSERT INTO ops.runs VALUES (?, ?, 'd', ?, ?, ?, 'en', ?, NULL)",
        [run_id, as_of, made["config"], made["code"], made["model"], began],
    )
    keep(house, SimpleNamespace(run_id=run_id, as_of=as_of), [dossier])  # type: ignore[arg-type] # what it reads


def before(house: Warehouse, as_of: datetime, run_id: str = "") -> Row | None:
    """What the report before this one told of c1, as `gather` reads it."""
    house.set(as_of=as_of)
    found = house.query("report_previous", run=run_id).to_dicts()
    return found[0] if found else None


def compared(house: Warehouse, dossier: Row, lang: str = "en", judged: tuple[Row, ...] = ()) -> Row:
    """What a report as of July says of the one before it."""
    rows = {"previous": {"c1": [before(house, JULY)]}, "judged": {"c1": list(judged)}}
    given = {"gathered": SimpleNamespace(rows=rows), "signals": SIGNALS, "settings": SETTINGS, "words": words(lang)}
    said = since(dossier, SimpleNamespace(**given))  # type: ignore[arg-type] # what it reads of a context
    assert said
    json.dumps(said)
    return said


def section(said: Row | None, lang: str = "en", **more: Any) -> str:  # noqa: ANN401 # any key of a dossier
    """The section of the page, its markup taken out."""
    page = render_dossier({"creator_id": "c1", "as_of": "2026-07-31T00:00:00Z", "since": said} | more, lang)
    inside = page.partition('<section id="since"')[2].partition("</section>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", inside)).split())
