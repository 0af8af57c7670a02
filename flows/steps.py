"""How a room becomes a task: what it is told, when it is tried again, and how it speaks."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.exceptions import MissingContextError

from vetting.errors import InUseError
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from prefect.client.schemas.objects import State
    from prefect.tasks import Task

    from vetting.runs import Run

P = ParamSpec("P")
R = TypeVar("R")
WAITS = [5, 15, 40]
"""Seconds to wait while another process holds the warehouse, before it is refused."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a task is told: where the data lie, how to read them, and for which run. Never a connection or a frame."""

    warehouse: Path
    config: Path
    run: Run
    brief: Path | None = None


@contextmanager
def opened(keys: Keys) -> Iterator[tuple[Warehouse, Settings]]:
    """The warehouse for writing, seeing nothing later than the run's as_of, and the settings that it was told."""
    settings = Settings.read(keys.config)
    with Warehouse(keys.warehouse) as warehouse:
        warehouse.set(as_of=keys.run.as_of)
        settings.apply(warehouse)
        yield warehouse, settings


def step(function: Callable[P, R]) -> Task[P, R]:
    """The function as a task of its own name: never cached, and tried again only while the warehouse is in use."""
    as_task = task(
        name=function.__name__,
        task_run_name=function.__name__,
        tags=["room"],
        retries=len(WAITS),
        retry_delay_seconds=list(WAITS),
        retry_condition_fn=worth_waiting,
        cache_policy=NO_CACHE,
    )
    return as_task(function)


def worth_waiting(_: object, __: object, state: State[object]) -> bool:
    """Whether a task failed because another process holds the warehouse, and says so. Nothing else is tried again."""
    error = state.result(raise_on_failure=False)
    if isinstance(error, InUseError):
        tell("wait", error.what)
        return True
    return False


def tell(what: str, about: object) -> None:
    """One line of progress on stderr; in a flow with `log_prints` it is a line of the run's log."""
    print(f"{what:<8} {about}", file=sys.stderr)  # noqa: T201 - what Prefect turns into lines of its log is a print


def warn(words: str) -> None:
    """A warning in the run's log; outside of a run a line on stderr."""
    try:
        get_run_logger().warning(words)
    except MissingContextError:
        tell("warning", words)
