"""The one kind of exception that a user may meet."""

from __future__ import annotations

from warehouse.errors import InUseError, RefusalError

__all__ = ["InUseError", "RefusalError"]
