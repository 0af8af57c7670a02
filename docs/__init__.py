"""What the house says of itself; three pages are generated."""
