"""What changed since the report before this one: what was kept of it, compared, and put into words."""
