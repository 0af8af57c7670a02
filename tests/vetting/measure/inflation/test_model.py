"""The model file: arrays and words, the same again after a round trip, strangers refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import skops.io

from vetting.errors import RefusalError
from vetting.measure.inflation.features import alone, features, only
from vetting.measure.inflation.fit import fit
from vetting.measure.inflation.grid import MIDDLES, mean
from vetting.measure.inflation.model import DEFAULT, Model, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.cli.inflation_worlds import Known


def test_the_shipped_model_is_small_and_says_what_it_learnt_from() -> None:
    assert DEFAULT.stat().st_size < 3_000_000
    assert shipped().about["trained_on"] == "simulated"


def test_it_is_the_same_after_a_round_trip(tmp_path: Path, known: Known) -> None:
    shipped().save(tmp_path / "again.skops")
    table = features(known.evidence, known.steps)
    assert np.array_equal(Model.load(tmp_path / "again.skops").chances(table), shipped().chances(table))


def test_any_part_of_the_evidence_gives_chances(known: Known) -> None:
    table = features(known.evidence, known.steps)
    for part in (table, only(table, "growth"), only(table, "posts"), alone(table), table.head(0)):
        chances = shipped().chances(part)
        assert chances.shape == (part.height, len(MIDDLES))
        assert np.isfinite(chances).all()
        assert chances.sum(axis=1) == pytest.approx(1)


def test_it_tells_the_inflated_of_a_made_up_world_from_the_others(known: Known) -> None:
    told = mean(shipped().chances(features(known.evidence, known.steps)))
    high = known.share > 0.2
    assert told[high].mean() > 2 * told[~high].mean()


@pytest.mark.parametrize("held", [b"no model", skops.io.dumps({"format": 99}), skops.io.dumps([1])])
def test_a_stranger_is_refused(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "m.skops").write_bytes(held)
    with pytest.raises(RefusalError):
        Model.load(tmp_path / "m.skops")
    with pytest.raises(RefusalError, match="no model at"):
        Model.load(tmp_path / "none.skops")


def test_the_same_worlds_give_the_same_model(monkeypatch: pytest.MonkeyPatch, known: Known) -> None:
    monkeypatch.setattr("vetting.measure.inflation.fit.EPOCHS", 2)
    monkeypatch.setattr("vetting.measure.inflation.fit.NETWORKS", 1)
    table = features(known.evidence, known.steps)
    first, second = (fit([table, table], [known.share, known.share], {"trained_on": "simulated"}) for _ in range(2))
    assert np.array_equal(first.chances(table), second.chances(table))
