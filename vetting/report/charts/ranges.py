"""Small strips: an interval on its range, and a place among peers."""

from __future__ import annotations

from dataclasses import dataclass

from vetting.report.charts.frame import Scale

_RANGE = (6.0, 234.0)
_PEERS = (6.0, 104.0)
"""Ends of the peers strip, in a viewBox 110 wide; its middle half lies between a quarter and three quarters of it."""


@dataclass(frozen=True, slots=True)
class RangeStrip:
    """An interval between the ends of its range, in a viewBox 240 wide; `at` is its best estimate."""

    start: float
    end: float
    at: float | None

    @property
    def width(self) -> float:
        """How wide the interval is drawn."""
        return round(max(self.end - self.start, 1.5), 1)


def range_strip(low: float | None, high: float | None, value: float | None, top: float = 1.0) -> RangeStrip | None:
    """Place an interval of 0 to `top`; None where there is neither an interval nor a value."""
    edges = [edge for edge in (low, high, value) if edge is not None]
    if not edges:
        return None
    scale = Scale(0.0, top, *_RANGE)
    start = scale.at(min(edges) if low is None else low)
    end = scale.at(max(edges) if high is None else high)
    return RangeStrip(min(start, end), max(start, end), None if value is None else scale.at(value))


def place_among_peers(percentile: float | None) -> float | None:
    """Give the place of a percentile (0-1) on a strip 110 wide."""
    return None if percentile is None else Scale(0.0, 1.0, *_PEERS).at(percentile)
