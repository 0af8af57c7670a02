"""The domain: plain functions and frozen rows, no Prefect."""
