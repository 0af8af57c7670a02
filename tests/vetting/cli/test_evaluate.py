"""`vet evaluate` as a user runs it: the table, the JSON, and one clear sentence for what can't be judged."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from tests.vetting.score.conftest import KNOWN, made_up
from vetting.cli.evaluate import Labels, held
from vetting.cli.evaluate_table import as_text
from vetting.cli.opening import load_folder, opened, stand
from vetting.errors import RefusalError
from vetting.match.match import match
from vetting.measure.measure import measure
from vetting.score.train import train
from vetting.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.cli.conftest import Vet

AS_OF = datetime(2026, 6, 30)


@pytest.fixture(scope="module")
def house(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse in which the made-up world was measured and matched, without its outcomes."""
    folder = tmp_path_factory.mktemp("evaluate")
    shutil.copytree(world, folder / "world", ignore=shutil.ignore_patterns("outcomes*"))
    with opened(folder / "warehouse.duckdb") as warehouse:
        load_folder(warehouse, folder / "world")
        stand(warehouse, AS_OF)
        measure(warehouse)
        match(warehouse)
    return folder / "warehouse.duckdb"


@pytest.fixture
def truth(world: Path, tmp_path: Path) -> Path:
    """The truth of that world, but that every other creator had an incident."""
    known = pl.read_parquet(world.with_name("world_truth") / "creators.parquet").with_row_index("row")
    told = known.with_columns(incident=pl.col("row") % 2 == 0, honest=pl.col("row") % 3 > 0)
    told.drop("row").write_parquet(tmp_path / "creators.parquet")
    return tmp_path


def test_a_model_is_held_against_the_truth_of_a_world(vet: Vet, house: Path, truth: Path) -> None:
    said = vet("evaluate", "--warehouse", house, "--truth", truth)
    assert said.code == 0
    assert "trained on made-up worlds, as of 2026-06-30" in said.out
    assert "12 decisions, 12 creators, 6 incidents" in said.out
    for row in ("AUC ", "Brier skill", "calibration error", "log-loss", "AUC among honest", "honest, in the high band"):
        assert f"\n{row}" in said.out
    raw = json.loads(vet("evaluate", "--warehouse", house, "--truth", truth / "creators.parquet", "--json").out)
    assert f"{raw['metrics']['auc']['value']:.3f}" in said.out
    assert sum(one["count"] for one in raw["honest"]) == 8


def test_what_can_t_be_judged_is_refused_in_a_sentence(vet: Vet, house: Path, truth: Path, tmp_path: Path) -> None:
    nothing = vet("evaluate", "--warehouse", house)
    assert (nothing.code, "no outcomes" in nothing.err) == (2, True)
    elsewhere = vet("evaluate", "--warehouse", house, "--truth", tmp_path / "none")
    assert (elsewhere.code, "can't be read as Parquet" in elsewhere.err) == (2, True)
    shipped = vet("evaluate", "--warehouse", house, "--truth", truth, "--model", "default")
    assert (shipped.code, "trained on made-up worlds" in shipped.out) == (0, True)
    stranger = vet("evaluate", "--warehouse", house, "--truth", truth, "--model", "beef0000")
    assert (stranger.code, "is no model of this warehouse" in stranger.err) == (2, True)
    (tmp_path / "no.skops").write_bytes(b"nothing")
    broken = vet("evaluate", "--warehouse", house, "--truth", truth, "--model", tmp_path / "no.skops")
    assert (broken.code, "is no model of ours" in broken.err) == (2, True)
    pl.DataFrame({"creator_id": ["x"]}).write_parquet(tmp_path / "thin.parquet")
    thin = vet("evaluate", "--warehouse", house, "--truth", tmp_path / "thin.parquet")
    assert (thin.code, "lacks honest, incident, incident_probability" in thin.err) == (2, True)
    assert not vet("evaluate", "--warehouse", tmp_path / "no.duckdb").out


@pytest.mark.parametrize(
    ("learnt_until", "note"), [("2024-06-01", "decisions after 2024-06-01"), ("2030", "out of fold")]
)
def test_an_own_model_is_never_judged_on_what_it_learnt_from(learnt_until: str, note: str) -> None:
    rows = made_up(240)
    period = ["2024-01-01", f"{learnt_until}-01-01"[:10]]
    own = train(rows, KNOWN, about={"trained_on": "outcomes", "period": period, "decisions": 77})
    facts = held(SimpleNamespace(as_of=AS_OF), own, Labels(rows), Settings.read())  # type: ignore[arg-type] # its time
    assert note in facts["note"]
    later = rows.decided > np.datetime64(period[1])
    fresh = int((later & ~np.isin(rows.creators, rows.creators[~later])).sum())
    assert facts["decisions"] == (fresh or 77)
    assert facts["metrics"]["auc"]["value"] > 0.5


def test_the_table_says_unknown_where_nothing_is_known() -> None:
    none = dict.fromkeys(("value", "low", "high"))
    facts = {"model": "m", "trained_on": "outcomes", "as_of": "2026-06-30", "note": "out of fold", "decisions": 3}
    facts |= {"creators": 3, "incidents": 0, "metrics": {"auc": none}}
    text = as_text(facts)
    assert "the company's own" in text
    assert "out of fold" in text
    assert "unknown" in text


def test_the_curve_names_the_first_and_how_far_the_others_lie_behind() -> None:
    one = {"size": 50, "learner": "ours", "log_loss": 0.4, "error": 0.01, "behind": 0.0, "behind_error": 0.0}
    facts = {"model": "m", "trained_on": "simulated", "as_of": "2026-06-30", "decisions": 3, "creators": 3}
    facts |= {"incidents": 1, "curve": [one, one | {"learner": "other", "behind": 0.1, "behind_error": 0.02}]}
    text = as_text(facts)
    assert "first" in text
    assert "0.100 +- 0.020" in text


def test_a_model_that_can_t_be_held_against_anything_is_refused(
    vet: Vet, house: Path, truth: Path, tmp_path: Path
) -> None:
    rows = made_up(240)
    own = train(rows, KNOWN, about={"trained_on": "outcomes"})
    own.save(tmp_path / "own.skops")
    other = vet("evaluate", "--warehouse", house, "--truth", truth, "--model", tmp_path / "own.skops")
    assert (other.code, "trained on the signal" in other.err) == (2, True)
    with pytest.raises(RefusalError, match="no sound card: period"):
        held(SimpleNamespace(as_of=AS_OF), own, Labels(rows), Settings.read())  # type: ignore[arg-type] # its time
