"""Many signals over one table in one pass: the merged SELECT gives what each would have given alone."""

from __future__ import annotations

import pytest

from vetting.signals import read_signals
from warehouse import RefusalError, Warehouse, fuse

ROWS = """CREATE TABLE facts.things AS
SELECT (i % 3)::VARCHAR AS account_id, i AS size, i % 2 = 0 AS even FROM range(30) t(i)"""
MEAN = "SELECT account_id, avg(size) FILTER (even) AS reading, count(*) AS basis FROM facts.things GROUP BY account_id"
MOST = (
    "SELECT account_id, max(size) AS reading, count(*) AS basis, NULL AS silence FROM facts.things GROUP BY account_id"
)
JOINED = """SELECT t.account_id, sum(u.size) AS reading, 1 AS basis
FROM facts.things t JOIN facts.things u USING (size) GROUP BY 1"""


@pytest.fixture
def house() -> Warehouse:
    """A warehouse with a small fact."""
    opened = Warehouse()
    opened.execute(ROWS)
    return opened


def test_signals_over_one_table_are_one_pass_and_others_run_alone(house: Warehouse) -> None:
    groups = fuse(house.connection, {"mean": MEAN, "most": MOST, "joined": JOINED})
    assert sorted(names for names, _ in groups) == [["joined"], ["mean", "most"]]


def test_merged_readings_are_those_of_each_alone(house: Warehouse) -> None:
    given = {"mean": MEAN, "most": MOST, "joined": JOINED}
    assert house.signals(given) == {}
    together = house.execute("SELECT * FROM temp.raw_readings ORDER BY ALL")
    apart = []
    for name, sql in given.items():
        house.signals({name: sql})
        apart += house.execute("SELECT * FROM temp.raw_readings")
    assert together == sorted(apart, key=lambda row: (row[0], row[1]))
    assert len(together) == 9


@pytest.mark.parametrize("shape", ["WHERE even", "HAVING count(*) > 1"])
def test_a_select_of_another_shape_is_not_merged(shape: str, house: Warehouse) -> None:
    other = MEAN.replace("GROUP BY", f"{shape} GROUP BY") if "WHERE" in shape else f"{MEAN} {shape}"
    assert sorted(names for names, _ in fuse(house.connection, {"mean": MEAN, "other": other})) == [["mean"], ["other"]]


def test_what_is_no_select_is_refused_by_name(house: Warehouse) -> None:
    with pytest.raises(RefusalError, match="odd"):
        fuse(house.connection, {"odd": "DROP TABLE facts.things"})


def test_the_shipped_signals_need_few_passes() -> None:
    with Warehouse() as house:
        groups = fuse(house.connection, {name: signal.sql for name, signal in read_signals().items()})
    assert len(groups) <= 6
