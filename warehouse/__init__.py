"""DuckDB, and the only place that opens it."""

from __future__ import annotations

from warehouse.build import Builder
from warehouse.connect import LATEST, ask, connect
from warehouse.errors import PartError, RefusalError
from warehouse.fuse import FIELDS, SEPARATOR, Pass, fuse
from warehouse.sources import Source, Tree, literal
from warehouse.warehouse import Warehouse

__all__ = [
    "FIELDS",
    "LATEST",
    "SEPARATOR",
    "Builder",
    "PartError",
    "Pass",
    "RefusalError",
    "Source",
    "Tree",
    "Warehouse",
    "ask",
    "connect",
    "fuse",
    "literal",
]
