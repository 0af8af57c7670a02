"""The bands: how many of either kind stand on the wrong side, what few decisions allow, and which side costs less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from vetting.score.bands import bands, bounds, bounds_by_size, dearer

if TYPE_CHECKING:
    from vetting.score.examples import Floats


def drawn(seed: int, rows: int = 4000) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(seed)
    incident = (rng.random(rows) < 0.2).astype(float)
    return rng.normal(size=rows) + 1.5 * incident, incident


@pytest.mark.parametrize("error", [0.05, 0.1, 0.25])
def test_of_either_kind_the_set_error_stands_on_the_wrong_side(error: float) -> None:
    limits = bounds(*drawn(1), error)
    logits, incident = drawn(2)
    assert abs((logits[incident == 1] < limits[0]).mean() - error) < 0.04
    assert abs((logits[incident == 0] > limits[1]).mean() - error) < 0.03


def test_on_average_the_error_is_kept_by_few_decisions_too() -> None:
    wrong = []
    for seed in range(300):
        logits, incident = drawn(seed, 200)
        fresh, happened = drawn(seed + 1000, 200)
        wrong.append((fresh[happened == 1] < bounds(logits, incident, 0.1)[0]).mean())
    assert 0.06 < np.mean(wrong) <= 0.115


def test_with_too_few_incidents_nothing_is_ruled_out() -> None:
    logits, incident = np.linspace(-1, 1, 108), np.append(np.zeros(100), np.ones(8))
    below, above = bounds(logits, incident, 0.1)
    assert below == -np.inf
    assert above < np.inf


def test_costs_decide_where_the_sets_can_tell() -> None:
    logits = np.array([-3.0, 0.0, 3.0])
    chance = 1 / (1 + np.exp(-logits))
    assert bands(logits, chance, (-1.0, 1.0), 0.5).tolist() == ["low", "medium", "high"]
    assert bands(logits, chance, (-1.0, 1.0), dearer(1.0, 99.0)).tolist() == ["low", "medium", "medium"]
    assert bands(logits, chance, (-1.0, 1.0), dearer(99.0, 1.0)).tolist() == ["medium", "medium", "high"]


def test_sets_that_are_empty_leave_it_to_a_person() -> None:
    logits = np.array([-3.0, 0.0, 3.0])
    chance = 1 / (1 + np.exp(-logits))
    assert bands(logits, chance, (1.0, -1.0), 0.5).tolist() == ["low", "medium", "high"]


def test_each_size_has_bounds_of_its_own_and_the_unknown_the_kindest() -> None:
    logits, incident = drawn(3, 8000)
    sizes = np.repeat([0.0, 1.0, -1.0, 2.0], [4000, 3900, 50, 50])
    logits = logits + (sizes == 1)  # the famous stand higher, whatever they did
    unknown, own = bounds_by_size(logits, incident, sizes, 0.1)
    every = bounds(logits, incident, 0.1)
    for size in (0, 1):
        good = logits[(sizes == size) & (incident == 0)]
        assert abs((good > own[size][1]).mean() - 0.1) < 0.01
    famous = logits[(sizes == 1) & (incident == 0)]
    assert (famous > every[1]).mean() > 0.13
    assert own[2] == every
    assert {bound[0] for bound in own.values()} == {every[0]}
    assert unknown == (every[0], max(own[0][1], own[1][1], every[1]))


def test_what_costs_as_much_either_way_is_decided_at_even_chances() -> None:
    assert dearer(1.0, 1.0) == 0.5
    assert dearer(4.0, 1.0) == pytest.approx(0.2)
