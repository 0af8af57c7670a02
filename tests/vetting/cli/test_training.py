"""`vet train`: every kind of bad outcomes ends in one sentence with nothing changed; a good one in a model."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from vetting.cli.training import train_own
from vetting.load.load import load
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.cli.conftest import Vet

END = datetime(2026, 6, 30)
DECIDED = datetime(2025, 1, 15)


def write(folder: Path, *outcomes: str) -> Path:
    """A folder of two creators, observed for two years, and these rows of outcomes."""
    folder.mkdir(exist_ok=True)
    header = "account_id,platform,creator_id,followers,observed_at\n"
    days = ("2024-01-01", f"{END:%Y-%m-%d}")
    rows = [f"a{one},youtube,c{one},1000,{day}\n" for one in (1, 2) for day in days]
    (folder / "accounts.csv").write_text(header + "".join(rows))
    if outcomes:
        lines = ["creator_id,decided_at,incident,incident_at", *outcomes]
        (folder / "outcomes.csv").write_text("\n".join(lines) + "\n")
    return folder


def filled(tmp_path: Path, *outcomes: str) -> Path:
    path = tmp_path / "w.duckdb"
    with Warehouse(path) as house:
        load(house, write(tmp_path / "in", *outcomes), source="folder", loaded_at=END)
    return path


def many(count: int, *, every: int) -> list[str]:
    days = [DECIDED - timedelta(days=number % 10) for number in range(count)]
    return [
        f"c{1 + number % 2},{day + timedelta(minutes=number):%Y-%m-%dT%H:%M:%S},{str(number % every == 0).lower()},"
        for number, day in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        ((), "There are no outcomes of decisions up to 2026-06-30"),
        (("c1,2025-01-15,false,", "c2,2025-01-15,false,"), "ended without an incident: there is nothing to tell apart"),
        (("x1,2025-01-15,true,", "x2,2025-01-15,false,"), "of creators that the warehouse does not know (x1, x2)"),
        (("c1,2025-01-15,false,2025-02-01",), "contradicting themselves"),
        (("c1,2025-01-15,true,2025-01-02",), "contradicting themselves"),
        (("c1,2025-01-15,true,", "c1,2025-01-15,false,"), "2 rows of outcomes were quarantined"),
        (("c1,2025-01-15,true,2030-01-02",), "dated later than the load that brought them"),
        (("c1,2026-03-15,true,2026-04-02",), "younger than 12 months"),
        (("c1,2023-01-15,true,",), "made before anything of the creator was observed"),
        (tuple(many(20, every=4)), "5 of them with an incident, are too few"),
        (tuple(many(80, every=2)), "80 decisions on 2 creators are too few"),
        (("c1,2031-01-15,false,", "c2,2031-01-15,true,"), "The 2 that there are were decided later"),
    ],
)
def test_bad_outcomes_are_refused_in_a_sentence(
    outcomes: tuple[str, ...], sentence: str, tmp_path: Path, vet: Vet
) -> None:
    path = filled(tmp_path, *outcomes)
    said = vet("train", "--warehouse", path, "--as-of", f"{END:%Y-%m-%d}")
    assert said.code == 2
    refusal = said.err[said.err.index("Refused:") :]
    assert sentence in refusal
    assert refusal.count("\n") == 1
    with Warehouse(path) as house:
        assert house.execute("SELECT count(*) FROM stored.models") == [(0,)]
        assert house.execute("SELECT count(*) FROM stored.model_decisions") == [(0,)]


def test_a_warehouse_that_is_not_there_is_not_made(tmp_path: Path, vet: Vet) -> None:
    said = vet("train", "--warehouse", tmp_path / "none.duckdb")
    assert said.code == 2
    assert "There is no warehouse" in said.err
    assert not (tmp_path / "none.duckdb").exists()


def test_a_time_to_come_is_refused(tmp_path: Path, vet: Vet) -> None:
    said = vet("train", "--warehouse", filled(tmp_path), "--as-of", "2199-01-01")
    assert said.code == 2
    assert "in the future" in said.err


def test_what_is_left_out_is_said_first(tmp_path: Path) -> None:
    path = filled(tmp_path, "c1,2025-01-15,true,", "x1,2025-01-15,true,", "c1,2026-03-15,true,")
    said: list[str] = []
    with pytest.raises(Exception, match="nothing to tell apart"):
        train_own(path, as_of=END, progress=said.append)
    assert said[0] == "decisions to learn from, as of 2026-06-30: 1, incidents: 1"
    assert "1 left out, younger than 12 months" in said
    assert said[-1] == "unknown: x1"
