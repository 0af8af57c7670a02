"""Prefect's temporary server, out of reach of Ctrl-C: the run ends first and can say so, then its server ends."""

from __future__ import annotations

import signal

from prefect.settings import get_current_settings


def start_where_none_is_configured() -> None:
    """Start the server that Prefect would start by itself; it stops when this process ends."""
    if get_current_settings().api.url:
        return
    from prefect.server.api.server import SubprocessASGIServer  # noqa: PLC0415 - 5 s that only this road needs

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        SubprocessASGIServer().start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
