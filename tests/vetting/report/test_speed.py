"""A page takes milliseconds; run with -s to see how many a second."""

from __future__ import annotations

import time
from typing import Any

from vetting.report.render import render_dossier

PAGES = 20


def test_thousands_of_pages_are_a_matter_of_a_minute(dossier: dict[str, Any]) -> None:
    render_dossier(dossier, "en")
    start = time.process_time()
    for _ in range(PAGES):
        render_dossier(dossier, "en")
    speed = PAGES / (time.process_time() - start)
    print(f"{speed:.0f} dossiers a second of one core")  # noqa: T201 # the figure that the docs point to
    assert speed > 15
