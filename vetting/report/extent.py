"""How much of a long dossier its page shows, so that it can be mailed. The JSON beside it holds everything."""

from __future__ import annotations

from dataclasses import dataclass

MAILABLE = 200_000
"""Bytes of a page."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Accounts that are drawn, readings that are listed whole, and rows of evidence. A page says what it leaves out."""

    accounts: int
    readings: int
    rows: int


EXTENTS = (Extent(6, 200, 60), Extent(3, 100, 40), Extent(2, 0, 30), Extent(1, 0, 0))
"""From what nearly every page shows to what the longest must do with: the first that can be mailed is written."""
