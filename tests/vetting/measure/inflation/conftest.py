"""A made-up world as the estimator sees it."""

from __future__ import annotations

import pytest

from vetting.cli.inflation_worlds import Known, known_world


@pytest.fixture(scope="session")
def known() -> Known:
    return known_world(2006, 150)
