"""The road ends where the schema says, the contract is stored column by column, and everything explains itself."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from vetting.load.load import load
from vetting.measure.measure import measure
from vetting.records import TABLES
from vetting.settings import Settings
from vetting.simulate.world import simulate
from warehouse import Source, Tree, Warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

AS_OF = datetime(2026, 6, 30)
SCHEMA = Tree().sources("schema")
OURS = "('stored', 'ops', 'facts', 'signals', 'marts', 'config')"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """A warehouse in which a small world was measured."""
    world = tmp_path_factory.mktemp("made") / "world"
    simulate(world, creators=10, seed=5)
    with Warehouse() as opened:
        load(opened, world, source="simulated", loaded_at=AS_OF)
        opened.set(as_of=AS_OF)
        Settings.read().apply(opened)
        measure(opened)
        opened.build_views("marts")
        yield opened


def columns(house: Warehouse, table: str) -> list[tuple[str, str, str]]:
    return [(row[0], row[1], row[2]) for row in house.execute(f"DESCRIBE {table}")]


@pytest.mark.parametrize("source", SCHEMA, ids=lambda source: source.name)
def test_migrations_end_where_the_schema_says(source: Source, house: Warehouse) -> None:
    table = source.sql.partition("CREATE TABLE ")[2].partition(" ")[0]
    with Warehouse() as fresh:
        fresh.execute(f"DROP TABLE {table}")
        fresh.execute(source.sql)
        assert columns(house, table) == columns(fresh, table)


def test_every_stored_table_has_its_file(house: Warehouse) -> None:
    there = {
        row[0] for row in house.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name IN ('stored', 'ops')")
    }
    assert there == {source.name for source in SCHEMA}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_the_contract_is_stored_column_by_column(table: object, house: Warehouse) -> None:
    contract = TABLES[str(table.name)]  # type: ignore[attr-defined] # pytest hands on an object
    wanted = [(column.name, column.type, "NO" if column.required else "YES") for column in contract.columns]
    stored = columns(house, f"stored.{contract.name}")
    assert stored[:-2] == wanted
    assert [name for name, _, _ in stored[-2:]] == ["row_hash", "load_id"]


def test_every_table_and_view_says_what_it_is(house: Warehouse) -> None:
    silent = house.execute(
        f"SELECT schema_name, table_name FROM duckdb_tables() WHERE schema_name IN {OURS} AND comment IS NULL "
        f"UNION ALL SELECT schema_name, view_name FROM duckdb_views() WHERE schema_name IN {OURS} AND comment IS NULL"
    )
    assert silent == []


def test_every_column_of_stored_tables_facts_and_marts_says_what_it_holds(house: Warehouse) -> None:
    silent = house.execute(
        "SELECT schema_name, table_name, column_name FROM duckdb_columns() WHERE comment IS NULL "
        "AND schema_name IN ('stored', 'ops', 'facts', 'marts') AND table_name <> 'audience_inflation'"
    )
    assert silent == []


def test_every_view_can_be_read_by_a_client_that_set_nothing(house: Warehouse) -> None:
    with house.connection.cursor() as stranger:
        views = stranger.execute(
            f"SELECT schema_name, view_name FROM duckdb_views() WHERE schema_name IN {OURS}"
        ).fetchall()
        assert len(views) > 20
        for schema, name in views:
            stranger.execute(f"SELECT count(*) FROM {schema}.{name}").fetchall()
        rows = stranger.execute("SELECT count(*) FROM marts.readings").fetchone()
        assert rows
        assert rows[0] > 0


def test_checks_find_nothing_in_a_sound_world(house: Warehouse) -> None:
    assert house.check() == []


def test_as_of_that_was_not_set_is_an_error_and_not_an_empty_answer() -> None:
    with Warehouse() as fresh, pytest.raises(Exception, match="No as_of was set"):
        fresh.build_facts()
