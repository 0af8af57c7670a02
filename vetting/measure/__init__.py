"""From stored tables to readings: one per account and signal, or a named silence."""
