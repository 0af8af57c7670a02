"""What people decide is appended, signed and dated."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from vetting.errors import RefusalError
from vetting.load.load import load
from vetting.match.judge import judge
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import polars as pl

AT = datetime(2026, 6, 1)
SIGNED: dict[str, Any] = {"by": " A. Reader ", "reason": "other town", "at": AT}


@pytest.fixture
def house(table: Callable[..., pl.DataFrame], tmp_path: Path) -> Iterator[Warehouse]:
    """A warehouse of one creator and one record."""
    for name in ("creators", "records"):
        table(name, {}).write_parquet(tmp_path / f"{name}.parquet")
    with Warehouse() as opened:
        load(opened, tmp_path, source="test", loaded_at=AT)
        opened.set(as_of=AT)
        yield opened


def test_a_judgement_is_appended_and_said_twice_stands_once(house: Warehouse) -> None:
    for verdict in ("confirmed", "rejected", "rejected"):
        judge(house, ("c", "r"), verdict, **SIGNED)
    rows = house.execute("SELECT judged_at, judged_by, subject, verdict, reason FROM stored.judgements ORDER BY 4")
    assert rows == [(AT, "A. Reader", "match", verdict, "other town") for verdict in ("confirmed", "rejected")]


@pytest.mark.parametrize(
    ("pair", "verdict", "signed"),
    [
        (("c", "r"), "perhaps", SIGNED),
        (("c", "r"), "rejected", SIGNED | {"by": " "}),
        (("c", "r"), "rejected", SIGNED | {"reason": ""}),
        (("c", "unknown"), "rejected", SIGNED),
        (("unknown", "r"), "rejected", SIGNED),
    ],
)
def test_what_is_not_signed_or_not_known_is_refused(
    house: Warehouse, pair: tuple[str, str], verdict: str, signed: dict[str, Any]
) -> None:
    with pytest.raises(RefusalError):
        judge(house, pair, verdict, **signed)
    assert house.execute("FROM stored.judgements") == []
