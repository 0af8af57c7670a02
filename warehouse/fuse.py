"""Many signals over one table in one pass.

A signal's file is a plain `SELECT account_id, ... FROM facts.<table> GROUP BY account_id`. Those that read the same
table are merged into one SELECT, so that sixty signals are not sixty scans. DuckDB's own parser does the reading
(`json_serialize_sql`); a file of another shape (a join, a CTE, a WHERE) runs by itself.

`avg(x) FILTER (c)` becomes `avg(CASE WHEN c THEN x END)`: DuckDB cuts every column of the pass anew for each FILTER,
which grows with the square of the signals (33 of them: 9.7 CPU seconds against 4.2 over 3 million posts).
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from warehouse.errors import RefusalError

if TYPE_CHECKING:
    import duckdb

Node = dict[str, Any]
SEPARATOR = "__"
FIELDS = {"reading": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE", "basis": "BIGINT", "silence": "VARCHAR"}


NULL_BLIND = {
    *("any_value", "arg_max", "arg_min", "avg", "bit_and", "bit_or", "bool_and", "bool_or", "corr", "count"),
    *("count_star", "kurtosis", "mad", "max", "median", "min", "quantile", "quantile_cont", "quantile_disc"),
    *("regr_slope", "skewness", "stddev", "stddev_pop", "stddev_samp", "sum", "var_pop", "var_samp", "variance"),
}
"""Aggregates to which a row whose first argument is null is no row."""


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


@dataclass(frozen=True, slots=True)
class Pass:
    """One SELECT with `account_id` and, per signal, the columns `<signal>__<field>`."""

    fields: dict[str, list[str]]
    """Signal to those of `FIELDS` that it gives."""
    sql: str
    table: str | None = None
    """The one table of facts that it reads, an account's rows at a time; None: it has another shape."""


def fuse(connection: duckdb.DuckDBPyConnection, signals: dict[str, str]) -> list[Pass]:
    """Signal name to its SELECT -> a pass for each table that signals read, and for each odd one out."""
    merged: dict[str, list[tuple[str, Node]]] = defaultdict(list)
    alone: list[Pass] = []
    for name, sql in signals.items():
        node = parse(connection, name, sql)
        table = shared_table(node)
        if table:
            merged[table].append((name, node))
        else:
            fields = _fields(node)
            renamed = ", ".join(f"{field} AS {name}{SEPARATOR}{field}" for field in fields)
            alone.append(Pass({name: fields}, f"SELECT account_id, {renamed} FROM ({sql})"))
    return [_merge(connection, table, group) for table, group in merged.items()] + alone


def _unfiltered(node: Any, case: Node) -> Any:  # noqa: ANN401 - a syntax tree of JSON
    """The tree with `CASE` in the place of FILTER wherever that says the same; `case` is a CASE to copy."""
    if isinstance(node, list):
        return [_unfiltered(child, case) for child in node]
    if not isinstance(node, dict):
        return node
    tree = {name: _unfiltered(child, case) for name, child in node.items()}
    condition = tree.get("filter")
    if not condition or tree.get("function_name") not in NULL_BLIND:
        return tree
    (when,) = case["case_checks"]
    first, *others = tree["children"] or [when["then_expr"]]  # count(*): the copy's own constant
    chosen = case | {"case_checks": [{"when_expr": condition, "then_expr": first}]}
    name = tree["function_name"].replace("count_star", "count")
    return tree | {"filter": None, "function_name": name, "children": [chosen, *others]}


def _fields(node: Node) -> list[str]:
    return [field for item in node["select_list"] if (field := called(item)) in FIELDS]


def _merge(connection: duckdb.DuckDBPyConnection, table: str, group: list[tuple[str, Node]]) -> Pass:
    first = group[0][1]
    case = parse(connection, "case", "SELECT CASE WHEN true THEN true END")["select_list"][0]
    items = [item for item in first["select_list"] if item.get("column_names") == ["account_id"]][:1]
    for name, node in group:
        fields = [(item, called(item)) for item in node["select_list"]]
        named = [item | {"alias": f"{name}{SEPARATOR}{field}"} for item, field in fields if field in FIELDS]
        items += [_unfiltered(item, case) for item in named]
    whole = {"error": False, "statements": [{"node": first | {"select_list": items}, "named_param_map": []}]}
    row = connection.execute("SELECT json_deserialize_sql(?::JSON)", [json.dumps(whole)]).fetchone()
    return Pass({name: _fields(node) for name, node in group}, str(row[0]) if row else "", table)


def rounded(one: Pass) -> str:
    """The pass with its columns in the types of `FIELDS`, numbers to six significant figures.

    Sums over several threads differ in their last bits, and the same data must give the same reading.
    """
    columns = [
        f"six_figures({column}::DOUBLE) AS {column}" if kind == "DOUBLE" else f"{column}::{kind} AS {column}"
        for name, fields in one.fields.items()
        for field, kind in FIELDS.items()
        if field in fields
        for column in [f"{name}{SEPARATOR}{field}"]
    ]
    return f"SELECT account_id, {', '.join(columns)} FROM ({one.sql})"
