"""Prefect, and only Prefect: retries, concurrency, artifacts, schedules. What a room does stands in the room."""

from __future__ import annotations

import os

BEFORE_PREFECT = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "90",
}
"""Prefect reads them when it is imported. Nothing is sent to its makers, and a slow machine has time to start."""

for name, value in BEFORE_PREFECT.items():
    os.environ.setdefault(name, value)
