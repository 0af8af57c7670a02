"""Many signals over one table in one pass.

A signal's file is a plain `SELECT account_id, ... FROM facts.<table> GROUP BY account_id`. Those that read the same
table are merged into one SELECT, so that sixty signals are not sixty scans. DuckDB's own parser does the reading
(`json_serialize_sql`); a file of another shape (a join, a CTE, a WHERE) runs by itself.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from warehouse.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

Node = dict[str, Any]
SEPARATOR = "__"
FIELDS = {"reading": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE", "basis": "BIGINT", "silence": "VARCHAR"}


def parse(connection: duckdb.DuckDBPyConnection, name: str, sql: str) -> Node:
    """The syntax tree of one signal's SELECT."""
    row = connection.execute("SELECT json_serialize_sql(?)", [sql]).fetchone()
    tree: Node = json.loads(row[0] if row else "{}")
    if tree.get("error"):
        raise RefusalError(f"The signal {name} is no SELECT: {tree.get('error_message')}.", "Mend its .sql file.")
    node: Node = tree["statements"][0]["node"]
    return node


def called(item: Node) -> str:
    """The name of a column of a SELECT: its alias, or the column's own."""
    return str(item["alias"] or (item.get("column_names") or [""])[-1])


def shared_table(node: Node) -> str | None:
    """The table of a SELECT that can be merged with others over it; None where its shape forbids."""
    table, where = node.get("from_table", {}), node.get("where_clause")
    groups = [group.get("column_names") for group in node.get("group_expressions", [])]
    plain = not (node.get("cte_map", {}).get("map") or where or node.get("having") or node.get("qualify"))
    if not plain or table.get("type") != "BASE_TABLE" or groups != [["account_id"]] or node.get("modifiers"):
        return None
    return f"{table['schema_name']}.{table['table_name']}"


def fuse(connection: duckdb.DuckDBPyConnection, signals: dict[str, str]) -> list[tuple[list[str], str]]:
    """Signal name to its SELECT -> (the names it answers, one SELECT) for each table and each odd one out.

    The merged SELECT has `account_id` and, per signal, the columns `<signal>__<field>`.
    """
    merged: dict[str, list[tuple[str, Node]]] = defaultdict(list)
    alone: list[tuple[list[str], str]] = []
    for name, sql in signals.items():
        node = parse(connection, name, sql)
        table = shared_table(node)
        if table:
            merged[table].append((name, node))
        else:
            alone.append(([name], f"SELECT account_id, {_renamed(name, _columns(node))} FROM ({sql})"))
    return [([name for name, _ in group], _merge(connection, group)) for group in merged.values()] + alone


def _columns(node: Node) -> list[str]:
    return [field for item in node["select_list"] if (field := called(item)) in FIELDS]


def _renamed(name: str, columns: Iterable[str]) -> str:
    return ", ".join(f"{column} AS {name}{SEPARATOR}{column}" for column in columns)


def _merge(connection: duckdb.DuckDBPyConnection, group: list[tuple[str, Node]]) -> str:
    first = group[0][1]
    items = [item for item in first["select_list"] if item.get("column_names") == ["account_id"]][:1]
    for name, node in group:
        fields = [(item, called(item)) for item in node["select_list"]]
        items += [item | {"alias": f"{name}{SEPARATOR}{field}"} for item, field in fields if field in FIELDS]
    whole = {"error": False, "statements": [{"node": first | {"select_list": items}, "named_param_map": []}]}
    row = connection.execute("SELECT json_deserialize_sql(?::JSON)", [json.dumps(whole)]).fetchone()
    return str(row[0]) if row else ""


def unpivot(names: list[str], have: set[str], table: str) -> str:
    """One row per account and signal from a merged result that holds the columns `have`."""
    parts = []
    for name in names:
        fields = ", ".join(
            f"{name}{SEPARATOR}{field}::{kind} AS {field}"
            if f"{name}{SEPARATOR}{field}" in have
            else f"NULL::{kind} AS {field}"
            for field, kind in FIELDS.items()
        )
        parts.append(f"SELECT account_id, '{name}' AS signal, {fields} FROM {table}")
    return " UNION ALL ".join(parts)
