"""Small exchange tables, written as rows that name only what matters."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest

from vetting.match.people import complete
from vetting.match.scorer import Scorer
from vetting.match.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, Any]
SEEN = datetime(2026, 1, 1)
STAND_IN: dict[str, Row] = {
    "creators": {"creator_id": "c"},
    "accounts": {"account_id": "a", "platform": "youtube", "observed_at": SEEN},
    "records": {"record_id": "r", "source": "s", "source_kind": "news", "observed_at": SEEN},
}


def _table(name: str, *rows: Row) -> pl.DataFrame:
    filled = [STAND_IN[name] | row for row in rows]
    return complete(pl.DataFrame(filled, infer_schema_length=None), name) if rows else pl.DataFrame()


@pytest.fixture
def table() -> Callable[..., pl.DataFrame]:
    """`table("records", {...}, {...})`: rows filled up to an exchange table."""
    return _table


@pytest.fixture
def believer() -> Scorer:
    """A scorer that is nearly sure of every pair, so that only the rules decide."""
    whole, none = np.zeros(1), np.zeros(1, np.int32)
    return Scorer(Trees(none - 1, whole, none, none, whole, none, np.array([6.0])))
