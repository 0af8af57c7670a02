"""A third world, written apart from what the matching learns from: full of people who share a name."""
