"""Later decisions are later, of other creators, and enough; or a sentence says why not."""

from __future__ import annotations

import numpy as np
import pytest

from vetting.score.splits import LEAST_INCIDENTS, YEAR, Split, Unfair, in_time, split
from vetting.score.train import MINIMUM_INCIDENTS

from .worlds import START, made


@pytest.mark.parametrize("per_creator", [1, 3])
def test_nothing_late_is_early_and_no_creator_stands_on_both_sides(per_creator: int) -> None:
    rows = made(500, per_creator=per_creator)
    found = split(rows, None)
    assert isinstance(found, Split)
    early, late = rows.take(found.early), rows.take(found.late)
    assert early.decided.max() < found.at <= late.decided.min()
    assert not set(early.creators) & set(late.creators)
    assert early.incident.sum() >= MINIMUM_INCIDENTS
    assert late.incident.sum() >= LEAST_INCIDENTS
    assert found.facts(rows)["decisions"] == len(late)


def test_a_long_history_lets_every_early_decision_run_its_year() -> None:
    rows = made(600, days=1500)
    found = split(rows, None)
    assert isinstance(found, Split)
    assert found.strict
    assert rows.decided[found.early].max() + YEAR <= found.at
    short = split(made(600, days=300), None)
    assert isinstance(short, Split)
    assert not short.strict


def test_too_few_incidents_make_no_test() -> None:
    few = made(60)
    assert in_time(few) is None
    found = split(few, None)
    assert isinstance(found, Unfair)
    assert "too few" in str(found)


def test_an_own_model_is_judged_on_what_came_after_it_and_on_other_creators() -> None:
    rows = made(600, per_creator=2)
    until = START + np.timedelta64(500, "D")
    found = split(rows, until)
    assert isinstance(found, Split)
    late = rows.take(found.late)
    assert late.decided.min() > until
    assert not set(late.creators) & set(rows.creators[rows.decided <= until])
    assert (rows.decided[found.early] > until).any()  # the challenger learns from something new


def test_an_own_model_stays_while_too_little_came_after_it() -> None:
    rows = made(400)
    found = split(rows, rows.decided[-20])
    assert isinstance(found, Unfair)
    assert "19 decisions" in str(found)
    assert f"{LEAST_INCIDENTS} are needed" in str(found)
