"""From readings and matches to a risk, and what drives it."""
