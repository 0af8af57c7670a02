"""What a company says of a partnership in two ways is not believed; what it corrects later is."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from vetting.load.load import load
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 7, 1)
GOOD = {"creator_id": "c", "decided_at": "2025-01-15", "incident": False}
BAD = GOOD | {"incident": True, "incident_at": "2025-03-01", "kind": "public_backlash"}
STORED = "SELECT incident, incident_at, kind, note FROM stored.outcomes"


def put(house: Warehouse, folder: Path, *rows: dict[str, object]) -> tuple[int, int, int, int]:
    (folder / "outcomes.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (one,) = load(house, folder, source="folder", loaded_at=NOW)
    return one.read, one.loaded, one.already_there, one.quarantined


def test_two_rows_of_one_file_that_contradict_each_other_are_both_quarantined(tmp_path: Path) -> None:
    with Warehouse() as house:
        other = GOOD | {"creator_id": "d"}
        assert put(house, tmp_path, GOOD, other, GOOD, BAD) == (4, 1, 1, 2)
        assert house.execute("SELECT creator_id FROM stored.outcomes") == [("d",)]
        said = house.execute("SELECT line, reason FROM ops.quarantine ORDER BY line")
        assert said == [
            (1, "contradicts line 4 of the same file: neither is taken"),
            (4, "contradicts line 1 of the same file"),
        ]
        assert house.check() == []


def test_two_rows_that_agree_on_the_incident_leave_the_first(tmp_path: Path) -> None:
    with Warehouse() as house:
        assert put(house, tmp_path, GOOD | {"note": "one"}, GOOD | {"note": "two"}) == (2, 1, 0, 1)
        assert house.execute(STORED) == [(False, None, None, "one")]


def test_a_correction_to_no_incident_takes_its_date_and_kind_away(tmp_path: Path) -> None:
    with Warehouse() as house:
        put(house, tmp_path, BAD | {"note": "kept"})
        put(house, tmp_path, {name: BAD[name] for name in GOOD})  # silence on the date is no correction of it
        assert house.execute(STORED) == [(True, datetime(2025, 3, 1), "public_backlash", "kept")]
        assert put(house, tmp_path, GOOD) == (1, 1, 0, 0)
        assert house.execute(STORED) == [(False, None, None, "kept")]
        assert put(house, tmp_path, GOOD) == (1, 0, 1, 0)
