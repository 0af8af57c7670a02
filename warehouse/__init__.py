"""DuckDB, and the only place that opens it."""

from __future__ import annotations

from warehouse.connect import LATEST, ask, connect
from warehouse.errors import RefusalError
from warehouse.fuse import fuse
from warehouse.sources import Source, Tree, literal
from warehouse.warehouse import Warehouse

__all__ = ["LATEST", "RefusalError", "Source", "Tree", "Warehouse", "ask", "connect", "fuse", "literal"]
