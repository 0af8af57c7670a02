"""From a source to landed files."""
