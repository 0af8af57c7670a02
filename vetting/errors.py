"""The one exception that a user may meet."""

from __future__ import annotations

from warehouse.errors import RefusalError

__all__ = ["RefusalError"]
