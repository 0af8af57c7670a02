"""What makes two runs the same: a run's id hashes what goes in, the model that scores and the brief included."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from vetting.briefs import Brief
from vetting.errors import RefusalError
from vetting.runs import Run, begin, choose_as_of, finish
from vetting.settings import Settings
from warehouse import Warehouse

AS_OF = datetime(2026, 6, 30)
SETTINGS = Settings.read()
BRIEF = Brief(name="Spring", rules_out=("fraud",))


def started(house: Warehouse, *, model: str = "m", brief: Brief | None = None, later: int = 0) -> Run:
    at = AS_OF + timedelta(hours=later)
    return begin(house, SETTINGS, model=model, lang="en", started_at=at, brief=brief)


def test_the_same_inputs_bear_the_same_id_and_other_ones_another() -> None:
    with Warehouse() as house:
        house.set(as_of=AS_OF)
        first = started(house)
        assert started(house, later=5).run_id == first.run_id
        others = {first.run_id, started(house, model="n").run_id, started(house, brief=BRIEF).run_id}
        house.set(as_of=AS_OF - timedelta(days=1))
        assert len(others | {started(house).run_id}) == 4
        assert started(house, brief=BRIEF).config != first.config == SETTINGS.fingerprint


def test_a_run_is_written_down_once_and_ends_when_its_reports_are_written() -> None:
    with Warehouse() as house:
        house.set(as_of=AS_OF)
        for later in (1, 2):
            this = started(house, later=later)
        finish(house, this, AS_OF + timedelta(hours=3))
        rows = house.execute("SELECT run_id, model, started_at, finished_at FROM ops.runs")
    assert rows == [(this.run_id, "m", AS_OF + timedelta(hours=2), AS_OF + timedelta(hours=3))]


def test_as_of_is_refused_where_it_can_mean_nothing() -> None:
    with Warehouse() as house:
        with pytest.raises(RefusalError, match="no observation yet"):
            choose_as_of(house, None, AS_OF)
        with pytest.raises(RefusalError, match="in the future"):
            choose_as_of(house, AS_OF + timedelta(days=1), AS_OF)
