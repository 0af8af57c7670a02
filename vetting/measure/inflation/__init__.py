"""Audience inflation: what share of a follower count is no real, reachable person, from whatever there is."""

from vetting.measure.inflation.reading import INFLATION, estimate

__all__ = ["INFLATION", "estimate"]
