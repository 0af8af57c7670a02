"""The tasks as plain functions: no server, no flow run."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import pytest
from prefect.states import Failed

from flows.artifacts import summary
from flows.command import command
from flows.load import load
from flows.match import match
from flows.measure import measure
from flows.pull import pull
from flows.refusals import only_the_sentence
from flows.report import report
from flows.runs import begin, finish
from flows.score import score
from flows.steps import worth_waiting
from vetting.errors import InUseError, RefusalError
from vetting.settings import HOME
from warehouse import ask

if TYPE_CHECKING:
    from pathlib import Path

STEPS = (pull, load, begin, measure, match, score, report, finish)


def test_the_whole_way_by_the_plain_functions(world: Path, tmp_path: Path) -> None:
    house = tmp_path / "warehouse.duckdb"
    accounts = load.fn(house, pull.fn("folder", str(world), tmp_path), "folder")
    keys = begin.fn(house, HOME, None, "en")
    assert measure.fn(keys).measured > 0
    match.fn(keys)
    assert score.fn(keys) > 0
    made = report.fn(keys, tmp_path / "out")
    found = finish.fn(keys)
    ended = ask(house, "SELECT run_id FROM ops.runs WHERE finished_at IS NOT NULL")
    assert ended["run_id"].to_list() == [keys.run.run_id]
    assert made.creators == len(list((tmp_path / "out").glob("*.json"))) == 12
    words = summary(made, keys, accounts, found)
    assert f"# 12 creators as of {keys.run.as_of:%Y-%m-%d %H:%M} UTC" in words
    assert f"{sum(one.read for one in accounts):,} read" in words


def test_a_second_load_brings_nothing_new(world: Path, tmp_path: Path) -> None:
    house = tmp_path / "warehouse.duckdb"
    first = load.fn(house, world, "folder")
    again = load.fn(house, world, "folder")
    assert sum(one.loaded for one in first) > 0
    assert sum(one.loaded for one in again) == 0


def test_a_task_bears_the_name_of_its_room_and_is_never_cached() -> None:
    for one in STEPS:
        assert one.name == one.task_run_name == one.fn.__name__
        assert one.cache_policy is not None
        assert one.cache_policy.compute_key(None, {}, {}) is None  # type: ignore[arg-type]  # no run is needed to see that there is no key


def test_only_a_warehouse_in_use_is_worth_waiting_for() -> None:
    in_use = InUseError("a.duckdb is in use by another process.", "Wait.")
    assert worth_waiting(None, None, Failed(data=in_use))
    assert not worth_waiting(None, None, Failed(data=RefusalError("a is no folder.", "Name one.")))
    assert not worth_waiting(None, None, Failed(data=ValueError("in use by another process")))


@pytest.mark.parametrize(("error", "kept"), [(RefusalError("It is.", "Mend it."), False), (ValueError("x"), True)])
def test_a_refusal_is_logged_without_its_traceback(error: Exception, kept: bool) -> None:  # noqa: FBT001 - a case, not a switch
    told = logging.LogRecord("prefect.flow_runs", logging.ERROR, "", 0, "%r", (error,), (type(error), error, None))
    assert only_the_sentence(told)
    assert bool(told.exc_info) is kept


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (RefusalError("The world is flat.", "Turn it."), 2, "Refused: The world is flat. Turn it.\n"),
        (OSError("disk\nfull"), 1, "Failed: OSError: disk (PREFECT_LOGGING_LEVEL=INFO shows more)\n"),
    ],
)
def test_a_flow_that_fails_ends_in_one_line(  # noqa: PLR0913, PLR0917 - fixtures and cases
    error: Exception,
    code: int,
    words: str,
    world: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def flow(**_: object) -> str:
        raise error

    monkeypatch.setattr("flows.command.start_where_none_is_configured", lambda: None)
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "CRITICAL")
    monkeypatch.setattr(sys, "argv", ["vet", str(world), "--out", str(tmp_path)])
    with pytest.raises(SystemExit) as left:
        command(flow, "vet")
    assert left.value.code == code
    said = capsys.readouterr()
    assert said.err.endswith(words)
    assert not said.out
