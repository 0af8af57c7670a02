"""What a record says: of what, done by whom or to whom, whether it stands, and which records tell of one affair."""
