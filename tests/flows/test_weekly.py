"""The weekly flows as plain functions, and what `prefect.yaml` promises; the real server runs them in test_nightly."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
import yaml  # type: ignore[import-untyped] # it ships no types; Prefect brings it

from flows import monitor, train
from flows.load import load
from vetting.errors import InUseError, RefusalError
from vetting.settings import HOME
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = Path(__file__).resolve().parents[2]
DEPLOYMENTS = yaml.safe_load((PROJECT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]


@pytest.fixture
def artifacts(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the flows would leave in Prefect, by key."""
    left: dict[str, object] = {}
    for module, name in (
        (monitor, "create_markdown_artifact"),
        (monitor, "create_table_artifact"),
        (train, "create_markdown_artifact"),
    ):
        monkeypatch.setattr(module, name, lambda what, key, **_: left.update({key: what}))
    return left


def told(error: RefusalError | None) -> Callable[..., tuple[str, str, str]]:
    def learn(*_: object) -> tuple[str, str, str]:
        if error:
            raise error
        return "abcd", "promoted", "Better by .02."

    return learn


def test_the_monitor_leaves_what_it_found(
    world: Path, tmp_path: Path, artifacts: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(monitor, "look", monitor.look.fn)
    house = tmp_path / "w.duckdb"
    load.fn(house, world, "folder")
    assert monitor.monitor.fn(str(house)) in {"ok", "watch"}
    assert "| ok | checks | all hold |" in str(artifacts["health"])
    assert artifacts["drift"] == []
    with Warehouse(house) as opened:
        opened.execute("UPDATE ops.loads SET read = read + 1")
    assert monitor.monitor.fn(str(house)) == "act"
    with pytest.raises(RefusalError, match="every_row_is_accounted_for"):
        monitor.monitor.fn(str(house), strict=True)


def test_figures_are_rounded_and_words_are_not() -> None:
    assert monitor.rounded([{"what": "score", "psi": 0.12345, "usual_now": None}]) == [
        {"what": "score", "psi": 0.123, "usual_now": None}
    ]


def test_a_training_leaves_its_verdict(artifacts: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "learn", told(None))
    assert train.train.fn() == "promoted"
    assert artifacts["training"] == "# Model: abcd, promoted\n\nBetter by .02.\n"


def test_too_little_to_learn_from_is_a_warning_and_anything_else_a_failure(
    tmp_path: Path, artifacts: dict[str, object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "w.duckdb").touch()
    house = str(tmp_path / "w.duckdb")
    monkeypatch.setattr(train, "learn", told(RefusalError("5 incidents are too few.", "Wait.")))
    assert train.train.fn(house) == "refused"
    assert "5 incidents are too few. Wait." in str(artifacts["training"])
    assert "5 incidents are too few. Wait." in capsys.readouterr().err
    with pytest.raises(RefusalError):
        train.train.fn(house, strict=True)
    with pytest.raises(RefusalError):
        train.train.fn(str(tmp_path / "none.duckdb"))
    monkeypatch.setattr(train, "learn", told(InUseError("It is in use.", "Wait.")))
    with pytest.raises(InUseError):
        train.train.fn(house)


def test_learning_is_told_where_and_by_whom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def train_own(*where: Path, by: str, **_: object) -> SimpleNamespace:
        asked.extend([*where, by])
        return SimpleNamespace(model=SimpleNamespace(fingerprint="abcd"), verdict="kept", because="No better.")

    monkeypatch.setattr(train, "train_own", train_own)
    assert train.learn.fn(tmp_path, HOME, "me") == ("abcd", "kept", "No better.")
    assert asked == [tmp_path, HOME, "me"]


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=lambda one: one["name"])
def test_a_deployment_is_a_flow_with_one_place_and_parameters_that_it_knows(deployment: dict[str, object]) -> None:
    from importlib import import_module

    file, _, name = str(deployment["entrypoint"]).partition(":")
    flow = getattr(import_module(file.removesuffix(".py").replace("/", ".")), name)
    assert (flow.name, deployment["name"]) == (name, name)
    assert set(deployment["parameters"]) <= set(flow.parameters.properties)  # type: ignore[call-overload] # YAML
    assert deployment["concurrency_limit"] == {"limit": 1, "collision_strategy": "ENQUEUE"}
    assert deployment["work_pool"] == DEPLOYMENTS[0]["work_pool"]
