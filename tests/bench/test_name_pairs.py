"""Names one against one: the scorers on known answers, and rows that cannot meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bench.name_pairs import best_f1, f1, misses, read, scored, strangers, table, wratio

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

CASES = """case_group,schema,name1,name2,is_match,quality,category,notes
x,Person,Ana Castaneda,Ana Castañeda,true,,,
x,Person,Ana Castaneda,Bruno Weisz,false,,shared,
x,Company,Quillfeather Ltd,Quillfether Limited,true,,,
x,Person,Oumar Zongo,Priya Raghunathan,false,,,
"""
SCORE = np.array([0.9, 0.7, 0.4, 0.0])
TRUE = np.array([True, False, True, False])


@pytest.fixture
def cases(tmp_path: Path) -> pl.DataFrame:
    path = tmp_path / "cases.csv"
    path.write_text(CASES, encoding="utf-8")
    return read(path)


def test_f1_of_known_scores() -> None:
    assert f1(SCORE, TRUE, 0.5) == pytest.approx(0.5)
    assert f1(SCORE, TRUE, 0.95) == 0
    assert best_f1(SCORE, TRUE) == pytest.approx((0.8, 0.4))
    assert best_f1(np.zeros(4), TRUE) == (0.0, 1.0)


def test_rows_that_could_meet_are_apart(cases: pl.DataFrame) -> None:
    batches = [batch["i"].to_list() for batch in strangers(cases)]
    assert sorted(row for batch in batches for row in batch) == [0, 1, 2, 3]
    assert not any({0, 1} <= set(batch) for batch in batches)
    assert len(batches) == 2


def test_the_same_name_scores_above_another(cases: pl.DataFrame) -> None:
    score = scored(cases, "name_score")
    assert score[0] > 0.9
    assert score[1] == score[3] == 0
    assert wratio(cases)[0] > wratio(cases)[3]


def test_the_table_names_groups_with_something_wrong(cases: pl.DataFrame) -> None:
    rows = {row["group"]: row for row in table(cases, SCORE).iter_rows(named=True)}
    assert (rows["Person"]["missed"], rows["Person"]["wrong"]) == (0, 1)
    assert (rows["other"]["missed"], rows["other"]["wrong"]) == (1, 0)
    assert rows["shared"]["wrong"] == 1


def test_the_worst_misses_come_first(cases: pl.DataFrame) -> None:
    assert misses(cases, SCORE, most=40)["i"].to_list() == [1, 2]
    assert misses(cases, SCORE, most=1)["i"].to_list() == [1]
