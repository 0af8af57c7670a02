"""The deployments as docs/operating.md says it: a real server, a real worker, two runs, and what they leave."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]
PREFECT = Path(sys.executable).with_name("prefect")
PATIENCE = 120
"""Seconds that a server or a run may take on a machine that is busy with something else."""


class Operator:
    """Somebody in the project's folder, with a shell in which PREFECT_API_URL is set."""

    def __init__(self, environment: dict[str, str], logs: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.api = f"http://127.0.0.1:{self.port}/api"
        self.logs = logs
        quiet = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "PREFECT_UI_ENABLED": "false"}
        self.environment = environment | quiet | {"PREFECT_API_URL": self.api}

    def run(self, *words: str) -> str:
        """A command to its end; what it said."""
        said = subprocess.run(
            [PREFECT, *words],
            cwd=PROJECT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert said.returncode == 0, said.stdout + said.stderr
        return said.stdout

    @contextmanager
    def running(self, *words: str) -> Iterator[None]:
        """A command that lasts as long as the block; its whole process group ends with it."""
        with (self.logs / f"{words[0]}.log").open("w") as log:
            process = subprocess.Popen(
                [PREFECT, *words], cwd=PROJECT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
            try:
                yield
            finally:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def ask(self, path: str, body: dict[str, object]) -> list[dict[str, object]]:
        """What the API has of something."""
        request = Request(  # noqa: S310 - our own server, on loopback
            f"{self.api}/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urlopen(request, timeout=10) as answer:  # noqa: S310 - the same
            rows: list[dict[str, object]] = json.load(answer)
        return rows

    def wait_for_server(self) -> None:
        """Until it listens."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with socket.socket() as door:
                if door.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.2)
        pytest.fail((self.logs / "server.log").read_text())


def test_a_worker_runs_the_deployments_and_leaves_a_report_and_a_word_on_the_warehouse(
    world: Path, tmp_path: Path, apart: dict[str, str]
) -> None:
    operator, out = Operator(apart, tmp_path), tmp_path / "reports"
    where = {"source": world, "out": out, "warehouse": tmp_path / "warehouse.duckdb"}
    with ExitStack() as open_until_the_end:
        open_until_the_end.enter_context(operator.running("server", "start", "--port", str(operator.port)))
        operator.wait_for_server()
        operator.run("work-pool", "create", "vetting", "--type", "process")
        operator.run("work-pool", "set-concurrency-limit", "vetting", "1")
        operator.run("--no-prompt", "deploy", "--all")
        open_until_the_end.enter_context(operator.running("worker", "start", "--pool", "vetting", "--limit", "1"))
        asked = [f"--param={name}={path}" for name, path in where.items()]
        operator.run("deployment", "run", "nightly/nightly", *asked, "--watch")
        states = {run["name"]: run["state_type"] for run in operator.ask("task_runs/filter", {})}
        operator.run("deployment", "run", "monitor/monitor", asked[-1], "--watch")
        runs = {run["state_type"] for run in operator.ask("flow_runs/filter", {})}
        artifacts = {artifact["key"]: artifact for artifact in operator.ask("artifacts/filter", {})}
    assert set(states) >= {"pull", "load", "begin", "measure", "match", "score", "report", "finish"}
    assert set(states.values()) == {"COMPLETED"}
    assert runs == {"COMPLETED"}
    assert set(artifacts) == {"loads", "vetting", "proposed", "shortlist", "model", "health", "drift"}
    table = json.loads(str(artifacts["proposed"]["data"]))
    assert (artifacts["proposed"]["type"], len(table)) == ("table", 12)
    assert {row["proposed"] for row in table} <= {"proceed", "review", "decline"}
    assert {row["creator_id"] for row in table} == {dossier.stem for dossier in out.glob("*.json")}
    assert str(artifacts["shortlist"]["data"]) == f"[The shortlist]({(out / 'index.html').as_uri()})"
    dossiers = sorted(out.glob("*.json"))
    assert len(dossiers) == 12
    dossier = json.loads(dossiers[0].read_text(encoding="utf-8"))
    assert dossier["creator_id"] == dossiers[0].stem
    assert f"{dossier['creator_id']}.html" in (out / "index.html").read_text(encoding="utf-8")
