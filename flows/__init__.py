"""Prefect, and only Prefect: retries, concurrency, artifacts, schedules."""
