"""Whole runs in one warehouse: a run that is repeated gives the same bytes, whatever was reported in between."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from vetting.load.load import load
from vetting.match.match import match
from vetting.measure.measure import measure
from vetting.report.report import report
from vetting.runs import begin
from vetting.score.card import card
from vetting.score.model import Model
from vetting.score.score import DEFAULT, score
from vetting.settings import Settings
from vetting.simulate.world import simulate
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

JUNE, JULY = datetime(2026, 6, 30), datetime(2026, 7, 31)


def test_a_run_gives_the_same_bytes_whatever_was_reported_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vetting.runs.code_fingerprint", lambda: "the code of all these runs")
    simulate(tmp_path / "world", creators=4, seed=3)
    settings, model = Settings.read(), Model.load(DEFAULT)
    began = JULY
    with Warehouse() as house:
        load(house, tmp_path / "world", source="simulated", loaded_at=JULY)

        def run(as_of: datetime) -> dict[str, bytes]:
            nonlocal began
            began += timedelta(hours=1)
            house.set(as_of=as_of)
            settings.apply(house)
            own = begin(house, settings, model=model.fingerprint, lang="en", started_at=began)
            measure(house)
            match(house)
            score(house, settings, model)
            report(house, tmp_path / "out", run=own, settings=settings, card=card(model))
            return {page.name: page.read_bytes() for page in (tmp_path / "out").iterdir()}

        first = run(JUNE)
        second = run(JULY)
        assert any(b'"as_of": "2026-06-30T00:00:00Z"' in page for name, page in second.items() if name.endswith("json"))
        run(JUNE - timedelta(hours=6))
        assert run(JULY) == second
        assert run(JUNE) == first
        assert [name for name, level, _ in house.check() if level == "fail"] == []
