"""From outcomes to a model that scores: promoted when better, kept when not, the same from the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.errors import RefusalError
from vetting.score.decisions import decisions
from vetting.score.own import Trained, learn, write_down
from vetting.score.registry import champion, take_back
from vetting.score.score import declared
from vetting.signals import read_signals
from warehouse import Warehouse

from .worlds import NAMES, made

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = datetime(2026, 6, 30)
NOW = datetime(2026, 7, 1)


def fill(house: Warehouse, rows: int, *, strength: float = 4.0, lie: bool = False) -> None:
    """Decisions whose features were kept already; `lie`: incidents have nothing to do with what can be read."""
    world = made(rows, strength=0.0 if lie else strength, days=900)
    frame = pl.DataFrame(
        {
            "creator_id": world.creators.astype(str),
            "decided_at": world.decided,
            "incident": world.incident > 0,
            "cut": pl.Series(world.decided).dt.truncate("1mo"),
        }
        | {name: world.readings[:, at] for at, name in enumerate(NAMES)}
        | {"controversies": 0.0}
    )
    house.set(as_of=AS_OF)
    with house.view_of("made", frame):
        house.execute(
            "INSERT INTO stored.accounts (account_id, platform, creator_id, observed_at, row_hash, load_id) "
            "SELECT creator_id, 'youtube', creator_id, '2020-01-01', 1, 1 FROM made"
        )
        house.execute(
            "INSERT INTO stored.outcomes (creator_id, decided_at, incident, row_hash, load_id) "
            "SELECT creator_id, decided_at, incident, 1, 1 FROM made"
        )
        house.execute("INSERT INTO stored.creators_at SELECT cut, creator_id, 'youtube', 'micro', 'en', 's' FROM made")
        house.execute(
            "INSERT INTO stored.features_at SELECT cut, creator_id, signal, reading FROM "
            f"(UNPIVOT made ON {', '.join(NAMES)}, controversies INTO NAME signal VALUE reading) "
            "WHERE NOT isnan(reading)"
        )


def trained(house: Warehouse) -> Trained:
    return learn(house, decisions(house))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse in which there is something to learn."""
    path = tmp_path_factory.mktemp("own") / "w.duckdb"
    with Warehouse(path) as house:
        fill(house, 250)
    return path


def test_it_is_promoted_once_and_a_withdrawal_is_respected(path: Path) -> None:
    with Warehouse(path) as house:
        house.set(as_of=AS_OF)
        known = declared(read_signals())
        first = trained(house)
        about = first.model.about
        assert first.verdict == "promoted"
        assert about["trained_on"] == "outcomes"
        assert about["challenge"]["log_loss"]["low"] > 0
        assert about["decisions"] + about["left_out"]["unmeasured"] == 250
        assert about["period"][0] < about["period"][1]
        assert trained(house).model.fingerprint == first.model.fingerprint  # bit-equal
        assert house.execute("SELECT count(*) FROM stored.models") == [(0,)]  # learning writes nothing

        write_down(house, first, by="vet train", at=NOW)
        scores = champion(house, known)
        assert scores.model.fingerprint == first.model.fingerprint
        assert scores.decision is not None
        assert scores.decision.because == first.because

        again = trained(house)
        assert again.verdict == "same"
        assert again.model.fingerprint == first.model.fingerprint
        write_down(house, again, by="vet train", at=NOW + timedelta(days=7))
        assert house.execute("SELECT count(*) FROM stored.model_decisions") == [(1,)]

        take_back(house, by="A person", reason="not yet", at=NOW + timedelta(days=8))
        house.execute("DELETE FROM stored.outcomes WHERE creator_id = 'c7'")  # other rows, so another training
        waiting = trained(house)
        assert waiting.verdict == "kept"
        assert "A person took the last promotion back" in waiting.because


def test_a_model_that_knows_nothing_is_kept_from_scoring() -> None:
    with Warehouse() as house:
        fill(house, 200, lie=True)
        kept = trained(house)
        assert kept.verdict == "kept"
        write_down(house, kept, by="vet train", at=NOW)
        assert house.execute("SELECT kind FROM stored.models") == [("own",)]
        assert champion(house, declared(read_signals())).kind == "default"


def test_too_few_incidents_are_refused_and_nothing_changes() -> None:
    with Warehouse() as house:
        fill(house, 60)
        with pytest.raises(RefusalError, match="too few to learn from"):
            trained(house)
        assert house.execute("SELECT count(*) FROM stored.models") == [(0,)]
