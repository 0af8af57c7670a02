"""The parts of the scoring bench that need no world."""

from __future__ import annotations

import numpy as np

from bench.scoring import table
from bench.scoring_costs import SIGNALS, widened
from vetting.score.model import Model
from vetting.score.score import DEFAULT


def test_a_widened_model_is_the_same_model_again_and_again() -> None:
    model = Model.load(DEFAULT)
    wide = widened(model)
    few = len(model.features)
    readings = model.knots[:, -1] * model.worse
    again = np.tile(readings, SIGNALS // few + 1)[:SIGNALS]
    added = wide.contributions(again[None, :])[0]
    assert len(wide.features) == len(set(wide.features)) == SIGNALS
    np.testing.assert_allclose(added[:few], model.contributions(readings[None, :])[0])
    np.testing.assert_allclose(added[few : 2 * few], added[:few])
    assert wide.interval(again[None, :])[0] <= wide.logits(again[None, :])


def test_the_table_is_aligned() -> None:
    lines = table([("what", "figure", "must", "known"), ("a longer one", "1", "", "")]).splitlines()
    assert lines[0].index("figure") == lines[1].index("1")
