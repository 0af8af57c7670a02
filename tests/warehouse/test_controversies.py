"""Affairs as analysts and reports read them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from vetting.load.load import load
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AS_OF = datetime(2026, 6, 30)
DAY = timedelta(days=1)
MATCH: dict[str, Any] = {
    "creator_id": "c", "probability": 0.5, "decision": "review", "category": "fraud", "severity": 4, "role": "did",
    "adverse": True, "status_said": None, "called_false": False, "affair": "a",
}  # fmt: skip
RECORD: dict[str, Any] = {"source": "s", "source_kind": "news", "observed_at": AS_OF, "published_at": AS_OF}
OWN = ("source", "source_kind", "observed_at", "published_at", "status")
TEXT = dict.fromkeys(("status_said", "status", "source", "source_kind", "category", "affair", "same_text"), pl.String)


def _controversies(folder: Path, *rows: dict[str, Any], judged: str | None = None) -> list[dict[str, Any]]:
    """The affairs of matches, each with its record."""
    return _asked(folder, lambda house: house.frame("FROM marts.controversies"), *rows, judged=judged)


def _asked(
    folder: Path, ask: Callable[[Warehouse], pl.DataFrame], *rows: dict[str, Any], judged: str | None = None
) -> list[dict[str, Any]]:
    """What a query gives in a warehouse of matches, each with its record."""
    folder.mkdir(exist_ok=True)
    ids = [f"r{at}" for at in range(len(rows))]
    records = [
        RECORD | {k: v for k, v in row.items() if k in OWN} | {"record_id": i} for i, row in zip(ids, rows, strict=True)
    ]
    pl.DataFrame(records, infer_schema_length=None).write_parquet(folder / "records.parquet")
    pl.DataFrame({"creator_id": ["c"]}).write_parquet(folder / "creators.parquet")
    matches = [
        MATCH | {"same_text": i} | {k: v for k, v in row.items() if k not in OWN} | {"record_id": i}
        for i, row in zip(ids, rows, strict=True)
    ]
    with Warehouse() as house:
        load(house, folder, source="rows", loaded_at=AS_OF)
        house.set(as_of=AS_OF)
        Settings.read().apply(house)
        house.build_facts(["now", "accounts", "creators"])
        frame = pl.DataFrame(matches, infer_schema_length=None)
        house.write(
            "stored.matches",
            frame.cast({k: v for k, v in TEXT.items() if k in frame.columns}),
            key=("creator_id", "record_id"),
        )
        if judged:
            house.execute(
                "INSERT INTO stored.judgements BY NAME SELECT $at AS judged_at, 'p' AS judged_by, 'match' AS subject, "
                "'c' AS creator_id, 'r0' AS record_id, $verdict AS verdict",
                {"at": AS_OF, "verdict": judged},
            )
        for name in ("matches", "controversies"):
            source = next(one for one in house.tree.sources("marts") if one.name == name)
            house.execute(f"CREATE OR REPLACE VIEW marts.{name} AS {source.sql}")
        return ask(house).to_dicts()


def test_an_affair_gathers_its_records(tmp_path: Path) -> None:
    theirs, grave = {"decision": "match"}, {"category": "violence", "severity": 5}
    (told,) = _controversies(
        tmp_path,
        {"published_at": AS_OF - 9 * DAY, "source": "x", "source_kind": "forum", "status_said": "alleged"},
        {"published_at": AS_OF - 8 * DAY, "source": "y", "status_said": "alleged", "same_text": "r1", "role": "named"},
        {"published_at": AS_OF - 7 * DAY, "source": "z", "status_said": "alleged", "same_text": "r1"} | theirs,
        {"published_at": None, "source": "d", "source_kind": "court", "status": "confirmed"} | grave,
    )
    assert (told["category"], told["severity"], told["role"], told["decision"]) == ("violence", 5, "did", "match")
    assert (told["status"], told["records"], told["independent_sources"], told["standing"]) == ("confirmed", 4, 3, 1.0)
    assert [row["status"] for row in told["history"]] == ["alleged", "alleged", "alleged", "confirmed"]
    assert told["record_ids"] == ["r0", "r1", "r2", "r3"]
    assert told["first_published"] == AS_OF - 9 * DAY
    assert told["weight"] == 0.5


@pytest.mark.parametrize(
    ("row", "weight"),
    [
        ({}, 0.8 * 0.8 * 0.5),
        ({"published_at": AS_OF - 1825 * DAY}, 0.8 * 0.8 * 0.25),
        ({"published_at": AS_OF - 1825 * DAY, "category": "hate"}, 0.8 * 0.8 * 0.5),
        ({"source_kind": "forum"}, 0.8 * 0.25 * 0.5),
        ({"published_at": None, "observed_at": AS_OF - 1825 * DAY}, 0.8 * 0.8 * 0.25),
        ({"role": "suffered"}, 0),
        ({"status": "retracted"}, 0),
        ({"adverse": False, "status_said": "resolved"}, 0),
        ({"called_false": True, "adverse": False, "source_kind": "fact_check"}, 0),
    ],
)
def test_what_an_affair_weighs(row: dict[str, Any], weight: float, tmp_path: Path) -> None:
    (told,) = _controversies(tmp_path, row)
    assert told["weight"] == pytest.approx(weight, rel=1e-5)


def test_a_rumour_that_a_fact_check_calls_false_stands_only_where_a_court_says_so(tmp_path: Path) -> None:
    check = {"source_kind": "fact_check", "called_false": True, "adverse": False}
    (rumour,) = _controversies(tmp_path / "a", {"source_kind": "forum"}, check)
    assert (rumour["adverse"], rumour["called_false"], rumour["weight"]) == (False, True, 0)
    (ruled,) = _controversies(tmp_path / "b", {"source_kind": "court"}, check)
    assert (ruled["adverse"], ruled["called_false"]) == (True, True)


@pytest.mark.parametrize(
    ("first", "then", "status"),
    [
        ({"status": "confirmed"}, {"status_said": "alleged"}, "confirmed"),
        ({"status": "confirmed"}, {"status": "retracted"}, "retracted"),
        ({"status_said": "alleged"}, {"status_said": "denied"}, "denied"),
        ({"status_said": "alleged"}, {"status_said": "confirmed", "source_kind": "forum"}, "confirmed"),
        ({"status_said": "resolved"}, {"status_said": "confirmed", "source_kind": "forum"}, "resolved"),
        ({}, {}, None),
    ],
)
def test_what_the_status_is_now(
    first: dict[str, Any], then: dict[str, Any], status: str | None, tmp_path: Path
) -> None:
    (told,) = _controversies(tmp_path, first | {"published_at": AS_OF - DAY}, then)
    assert told["status"] == status


def test_a_persons_judgement_beats_the_machine(tmp_path: Path) -> None:
    assert _controversies(tmp_path / "a", {}, judged="rejected") == []
    (told,) = _controversies(tmp_path / "b", {}, judged="confirmed")
    assert (told["decision"], told["probability"]) == ("match", 1)


def test_affairs_stay_apart_and_what_has_none_is_left_out(tmp_path: Path) -> None:
    told = _controversies(tmp_path, {}, {"affair": "b", "role": "suffered"}, {"affair": None, "category": None})
    assert [row["affair"] for row in told] == ["a", "b"]


def _feature(house: Warehouse) -> pl.DataFrame:
    """What the risk model reads of controversies, beside the weight that analysts see."""
    house.replace("config.signals", pl.DataFrame({"signal": ["s"], "polarity": ["neutral"], "scored": [False]}), "Few.")
    weight = house.frame("SELECT creator_id, max(weight) AS weight FROM marts.controversies GROUP BY creator_id")
    return house.query("features").join(weight, on="creator_id", how="left")


CHECK: dict[str, Any] = {"source_kind": "fact_check", "called_false": True, "adverse": False}


@pytest.mark.parametrize(
    ("rows", "reading"),
    [
        (({},), 0),
        (({"decision": "match"},), 0.8 * 0.8 * 0.5),
        (({"decision": "match", "published_at": AS_OF - 1825 * DAY},), 0.8 * 0.8 * 0.25),
        (({"decision": "match"}, {"source_kind": "court", "role": "answered"}), 0.8 * 0.8 * 0.5),
        (({"decision": "match", "role": "suffered"},), 0),
        (({"decision": "match", "role": "suffered"}, {"decision": "match", "role": "named"}), 0),
        (({"decision": "match", "status": "retracted"},), 0),
        (({"decision": "match", "status_said": "retracted"},), 0),
        (({"decision": "match", "adverse": False},), 0),
        (({"decision": "match"}, CHECK), 0),
        (({"decision": "match", "source_kind": "court"}, CHECK), 0.8 * 0.5),
    ],
)
def test_what_the_risk_model_reads(rows: tuple[dict[str, Any], ...], reading: float, tmp_path: Path) -> None:
    (told,) = _asked(tmp_path, _feature, *rows)
    assert (told["signal"], told["reading"]) == ("controversies", pytest.approx(reading, rel=1e-5))
    assert told["reading"] <= told["weight"]


@pytest.mark.parametrize(("verdict", "reading"), [("confirmed", 0.8 * 0.8), ("rejected", None)])
def test_the_risk_model_reads_what_people_decided(verdict: str, reading: float | None, tmp_path: Path) -> None:
    told = _asked(tmp_path, _feature, {"decision": "match"}, judged=verdict)
    assert [row["reading"] for row in told] == ([] if reading is None else [pytest.approx(reading)])


def test_affairs_add_up_for_the_risk_model(tmp_path: Path) -> None:
    one, other = {"decision": "match"}, {"decision": "match", "affair": "b", "source_kind": "court"}
    (told,) = _asked(tmp_path, _feature, one, other)
    assert told["reading"] == pytest.approx(0.8 * 0.5 * (0.8 + 1))


@pytest.mark.parametrize("searched", [True, False])
def test_none_found_is_none_where_records_were_searched_and_silence_where_not(tmp_path: Path, searched: bool) -> None:  # noqa: FBT001
    pl.DataFrame({"account_id": ["a"], "platform": ["x"], "creator_id": ["c"], "observed_at": [AS_OF]}).write_parquet(
        tmp_path / "accounts.parquet"
    )
    if searched:
        pl.DataFrame([RECORD | {"record_id": "r"}]).write_parquet(tmp_path / "records.parquet")
    with Warehouse() as house:
        load(house, tmp_path, source="rows", loaded_at=AS_OF)
        house.set(as_of=AS_OF)
        Settings.read().apply(house)
        house.build_facts(["now", "accounts"])
        house.replace(
            "config.signals", pl.DataFrame({"signal": ["s"], "polarity": ["neutral"], "scored": [False]}), "Few."
        )
        told = house.query("features")
    assert told.rows() == ([("c", "controversies", 0.0)] if searched else [])


def test_a_dossier_reads_where_the_status_turned_and_who_says_it(tmp_path: Path) -> None:
    rows = [
        {"published_at": AS_OF - at * DAY, "status_said": said} | more
        for at, (said, more) in enumerate(
            [("denied", {}), ("alleged", {}), (None, {}), ("alleged", {"status": "alleged"}), (None, CHECK)]
        )
    ]
    (affair,) = _asked(tmp_path / "a", lambda house: house.query("report_affairs", lang="fr"), *rows)
    turns = [(turn["status"], turn["called_false"], turn["record_id"]) for turn in affair["history"]]
    assert turns == [(None, True, "r4"), ("alleged", False, "r3"), ("denied", False, "r0")]
    assert affair["records"] == 5

    def listed(house: Warehouse) -> pl.DataFrame:
        house.replace("config.evidence_words", pl.DataFrame({"code": ["x"], "en": ["X."], "fr": ["X."]}), "Few.")
        return house.query("report_matches", lang="en")

    alike = {"against": ["nothing_beyond_name", "x"], "same_text": "r0"}
    told = _asked(tmp_path / "b", listed, *(row | alike for row in rows))
    assert {row["record_id"]: row["status_by"] for row in told} == {
        "r0": "words", "r1": "words", "r2": None, "r3": "source", "r4": None,
    }  # fmt: skip
    assert {(row["copies"], row["alike"]) for row in told} == {(4, True)}
    assert told[0]["against"] == ["nothing_beyond_name", "X."]
