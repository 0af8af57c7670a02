"""Given rows, expected reading: the cases of every signal, in `<family>/<signal>.toml` beside this file.

A case names only the columns that matter. Its account is of the platform `platform` (default tiktok) and seen at AS_OF.
`posts`, `days`, `comments` and `followers` (those drawn from the audience) are lists of rows; a row's `times` repeats
it. Posts lie `age` days before AS_OF (default: one a day, counting back from 2; `undated`: nobody knows) and are read a
day and a half later. Days lie `age` days back (default: one a day, counting back from 0). Comments stand under the
first post; `{n}` in their text is their place, and `in_reply_to` the place of another. `account` gives columns of the
profile. All cases are measured together, in one world; `others` adds so many accounts to it that have the same rows.
"""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from math import isfinite
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from vetting.load.load import load
from vetting.measure.measure import measure
from vetting.records import TABLES
from vetting.settings import Settings
from vetting.signals import read_signals
from warehouse import Warehouse

HERE = Path(__file__).parent
AS_OF = datetime(2026, 6, 30)
CASES = [
    (path.stem, number, case)
    for path in sorted(HERE.rglob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
]
SILENCES = {"not_enough_data", "not_available", "hidden", "not_applicable"}
KINDS: dict[str, pl.DataType | type[pl.DataType]] = {"id": pl.String, "text": pl.String, "word": pl.String}
KINDS |= {"count": pl.Int64, "time": pl.Datetime("us"), "date": pl.Date}
KINDS |= {"flag": pl.Boolean, "list": pl.List(pl.String)}
Row = dict[str, Any]


def repeated(rows: list[Row]) -> list[Row]:
    return [{k: v for k, v in row.items() if k != "times"} for row in rows for _ in range(row.get("times", 1))]


def accounts_of(signal: str, number: int, case: Row) -> list[str]:
    return [f"{signal}-{number}", *(f"{signal}-{number}-other{other}" for other in range(case.get("others", 0)))]


def tables_of(account: str, case: Row) -> dict[str, list[Row]]:
    profile = {"account_id": account, "platform": case.get("platform", "tiktok"), "observed_at": AS_OF}
    posts = [post(account, place, row) for place, row in enumerate(repeated(case.get("posts", [])))]
    days = [day(account, place, row) for place, row in enumerate(repeated(case.get("days", [])))]
    under = posts or [post(account, 0, {})]
    comments = [comment(account, place, row) for place, row in enumerate(repeated(case.get("comments", [])))]
    samples = [follower(account, place, row) for place, row in enumerate(repeated(case.get("followers", [])))]
    return {
        "accounts": [profile | case.get("account", {})],
        "posts": under if comments else posts,
        "follower_snapshots": days,
        "comments": comments,
        "follower_samples": samples,
    }


def post(account: str, place: int, row: Row) -> Row:
    posted = AS_OF - timedelta(days=row.get("age", place + 2))
    seen = min(AS_OF, posted + timedelta(hours=36))
    dated = {} if row.get("undated") else {"posted_at": posted}
    return {"post_id": f"{account}-p{place}", "account_id": account, "observed_at": seen} | dated | shown(row)


def day(account: str, place: int, row: Row) -> Row:
    return {"account_id": account, "observed_at": AS_OF - timedelta(days=row.get("age", place))} | shown(row)


def comment(account: str, place: int, row: Row) -> Row:
    own = row.get("author_id") == "creator"
    told = {"comment_id": f"{account}-c{place}", "post_id": f"{account}-p0", "author_id": f"{account}-a{place}"} | row
    told["author_id"] = account if own else told["author_id"]
    if "text" in row:
        told["text"] = row["text"].replace("{n}", str(place))
    if isinstance(row.get("in_reply_to"), int):
        told["in_reply_to"] = f"{account}-c{row['in_reply_to']}"
    return told | {"observed_at": AS_OF}


def follower(account: str, place: int, row: Row) -> Row:
    return {"account_id": account, "follower_id": f"{account}-f{place}", "sampled_at": AS_OF - timedelta(days=1)} | row


def shown(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in ("age", "undated")}


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Row]:
    folder = tmp_path_factory.mktemp("cases")
    rows: dict[str, list[Row]] = {}
    for account, case in [(account, each[2]) for each in CASES for account in accounts_of(*each)]:
        for table, more in tables_of(account, case).items():
            rows.setdefault(table, []).extend(more)
    for table, given in rows.items():
        schema = {column.name: KINDS[column.kind] for column in TABLES[table].columns}
        pl.DataFrame(given, schema=schema).write_parquet(folder / f"{table}.parquet")
    with Warehouse() as house:
        load(house, folder, source="cases", loaded_at=AS_OF)
        house.set(as_of=AS_OF)
        Settings.read().apply(house)
        measure(house)
        told = house.query("measured_readings").to_dicts()
    return {(row["account_id"], row["signal"]): row for row in told}


@pytest.mark.parametrize(("signal", "number", "case"), CASES, ids=[f"{s}: {c['says']}" for s, _, c in CASES])
def test_given_rows_give_the_expected_reading(
    signal: str, number: int, case: Row, readings: dict[tuple[str, str], Row]
) -> None:
    got = readings[f"{signal}-{number}", signal]
    for name, expected in case["expect"].items():
        wanted = pytest.approx(expected, rel=1e-5) if isinstance(expected, float) else expected
        assert got[name] == wanted, f"{name} of {got}"


def test_every_reading_of_every_case_is_finite_and_inside_its_interval(readings: dict[tuple[str, str], Row]) -> None:
    assert {outcome for row in readings.values() if (outcome := row["outcome"]) != "measured"} == SILENCES
    for row in readings.values():
        told = [row[name] for name in ("low", "reading", "high") if row[name] is not None]
        assert all(map(isfinite, told)), row
        assert told == sorted(told), row
        assert (row["reading"] is not None) == (row["outcome"] == "measured"), row


@pytest.mark.parametrize("signal", sorted(read_signals()))
def test_every_signal_has_a_reading_and_a_silence_among_its_cases(signal: str) -> None:
    outcomes = {case["expect"]["outcome"] for name, _, case in CASES if name == signal}
    assert "measured" in outcomes
    assert outcomes - {"measured"}


def test_every_case_belongs_to_a_signal_of_its_family() -> None:
    declared = {(signal.family, name) for name, signal in read_signals().items()}
    assert {(path.parent.name, path.stem) for path in HERE.rglob("*.toml")} == declared
