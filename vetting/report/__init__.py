"""From the warehouse to what a manager reads."""
