"""Engagement by real people: likes and comments net of those estimated to be bought, arranged or from a ring."""
