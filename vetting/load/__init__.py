"""From landed files to stored tables: every row loaded, already there, or in quarantine."""
