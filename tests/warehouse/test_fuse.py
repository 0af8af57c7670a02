"""Many signals over one table in one pass: the merged SELECT gives what each would have given alone."""

from __future__ import annotations

import pytest

from vetting.signals import read_signals
from warehouse import Builder, RefusalError, Warehouse, fuse

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


def readings(house: Warehouse, sources: dict[str, str]) -> dict[str, list[tuple[object, ...]]]:
    """Signal to its raw rows: account_id, reading, basis."""
    passes, wrong = Builder(house, part=False).signals(sources)
    assert wrong == {}
    return {
        name: house.execute(f"SELECT account_id, {name}__reading, {name}__basis FROM {table} ORDER BY ALL")
        for table, one in passes.items()
        for name in one.fields
    }


def test_signals_over_one_table_are_one_pass_and_others_run_alone(house: Warehouse) -> None:
    passes = fuse(house.connection, {"mean": MEAN, "most": MOST, "joined": JOINED})
    assert {one.table: sorted(one.fields) for one in passes} == {"facts.things": ["mean", "most"], None: ["joined"]}


def test_merged_readings_are_those_of_each_alone(house: Warehouse) -> None:
    given = {"mean": MEAN, "most": MOST, "joined": JOINED}
    together = readings(house, given)
    apart = {name: readings(house, {name: sql})[name] for name, sql in given.items()}
    assert together == apart
    assert all(len(rows) == 3 for rows in apart.values())


@pytest.mark.parametrize(
    "aggregate",
    [
        "avg(size)", "count(*)", "count(gap)", "count(DISTINCT gap)", "median(gap)", "quantile_cont(gap, 0.9)",
        "arg_max(gap, size)", "arg_min(size, gap)", "stddev_samp(gap)", "corr(size, gap)", "sum(ln(size + 1))",
        "max(gap)", "list_sum(max(gap, 3))", "bool_or(gap > 4)::INTEGER", "list_sum(list(gap ORDER BY size))",
    ],
)  # fmt: skip
def test_what_stands_for_a_filter_says_the_same(aggregate: str, house: Warehouse) -> None:
    house.execute("CREATE OR REPLACE TABLE facts.things AS SELECT *, nullif(size % 7, 3) AS gap FROM facts.things")
    inner = aggregate.replace("(gap, 3))", "(gap, 3) FILTER (even AND size > 3))")
    filtered = inner if inner != aggregate else f"{aggregate} FILTER (even AND size > 3)"
    if aggregate.startswith("list_sum(list"):
        filtered = "list_sum(list(gap ORDER BY size) FILTER (even AND size > 3))"
    if aggregate.startswith("bool_or"):
        filtered = "(bool_or(gap > 4) FILTER (even AND size > 3))::INTEGER"
    sql = f"SELECT account_id, {filtered} AS reading, 1 AS basis FROM facts.things GROUP BY account_id"
    alone = house.execute(f"SELECT account_id, six_figures(reading::DOUBLE), basis FROM ({sql}) ORDER BY ALL")
    assert readings(house, {"one": sql, "mean": MEAN})["one"] == alone


@pytest.mark.parametrize("shape", ["WHERE even", "HAVING count(*) > 1"])
def test_a_select_of_another_shape_is_not_merged(shape: str, house: Warehouse) -> None:
    other = MEAN.replace("GROUP BY", f"{shape} GROUP BY") if "WHERE" in shape else f"{MEAN} {shape}"
    passes = fuse(house.connection, {"mean": MEAN, "other": other})
    assert [sorted(one.fields) for one in passes] == [["mean"], ["other"]]


def test_what_is_no_select_is_refused_by_name(house: Warehouse) -> None:
    with pytest.raises(RefusalError, match="odd"):
        fuse(house.connection, {"odd": "DROP TABLE facts.things"})


def test_the_shipped_signals_need_few_passes() -> None:
    with Warehouse() as house:
        groups = fuse(house.connection, {name: signal.sql for name, signal in read_signals().items()})
    assert len(groups) <= 20
    assert sum(one.table is None for one in groups) == 0
