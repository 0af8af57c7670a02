"""What loading and measuring cost, as ratios to a bare scan in the same run. Timing is never a test."""
