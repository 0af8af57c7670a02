"""What a report told of a creator, small and in no language, kept so that the next report can be held against it.

No text that a creator or a source wrote is kept: ids, closed words and numbers only.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from vetting.report.findings import collected
from vetting.report.standing import tag

Row = dict[str, Any]
COUNTS = ("posts", "comments", "records", "follower_days", "followers_sampled")
STRING, NUMBER, WHOLE = pl.String(), pl.Float64(), pl.Int64()
FINDING: dict[str, pl.DataType] = dict.fromkeys(("id", "kind", "area", "signal", "account_id", "affair"), STRING)
AFFAIR = dict.fromkeys(("affair", "category", "status", "tag", "decision"), STRING) | {"probability": NUMBER}
READING = dict.fromkeys(("account_id", "signal"), STRING) | dict.fromkeys(("reading", "low", "high"), NUMBER)
FIGURE = dict.fromkeys(("name", "account_id"), STRING) | dict.fromkeys(("value", "low", "high"), NUMBER)
COVERAGE: dict[str, pl.DataType] = {"platforms": pl.List(STRING)} | dict.fromkeys(("first_post", "last_post"), STRING)
COVERAGE |= dict.fromkeys(COUNTS, WHOLE)
KEPT: dict[str, pl.DataType] = {
    "findings": pl.List(pl.Struct(FINDING)),
    "affairs": pl.List(pl.Struct(AFFAIR)),
    "numbers": pl.List(pl.Struct(FIGURE)),
    "band": STRING,
    "readings": pl.List(pl.Struct(READING)),
    "coverage": pl.Struct(COVERAGE),
}
"""The columns of stored.proposals that hold it."""


def kept(dossier: Row) -> Row:
    """What is kept of a dossier; all null of one that tells no more than its recommendation."""
    if "signals" not in dossier:
        return dict.fromkeys(KEPT)
    return {
        "findings": [{key: one.get(key) for key in FINDING} for one in collected(dossier)],
        "affairs": [{key: row.get(key) for key in AFFAIR} | {"tag": tag(row)} for row in dossier["conduct"]["affairs"]],
        "numbers": _numbers(dossier),
        "band": dossier["risk"]["band"],
        "readings": [{key: row[key] for key in READING} for row in dossier["signals"] if row["outcome"] == "measured"],
        "coverage": {key: dossier["coverage"].get(key) for key in COVERAGE},
    }


def _numbers(dossier: Row) -> list[Row]:
    """The key numbers; one that was not measured is there with a null value."""
    part, score = dossier["authenticity"], dossier["risk"]
    inflation, real = part["inflation"] or {}, part["real_engagement"]
    account = inflation.get("account_id")
    told = score["outcome"] == "measured"
    return [
        _figure("audience_inflation", account, inflation.get("share"), inflation),
        _figure("real_engagement", account, real["rate"], real),
        _figure("risk", None, score["score"] if told else None, score if told else {}),
        *(_figure("followers", row["account_id"], row["followers"], {}) for row in dossier["accounts"]),
    ]


def _figure(name: str, account: str | None, value: float | None, interval: Row) -> Row:
    ends = {end: interval.get(end) for end in ("low", "high")}
    return {"name": name, "account_id": account, "value": None if value is None else float(value)} | ends
