"""`python -m flows.vet` as a user meets it, against the temporary server that Prefect starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
AS_OF = "2026-06-15"


def vet(environment: dict[str, str], *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    command = [sys.executable, "-m", "flows.vet", *map(str, words)]
    return subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=240, check=False
    )


def test_it_ends_clean_and_makes_the_dossiers_that_the_command_line_makes(
    world: Path, tmp_path: Path, apart: dict[str, str]
) -> None:
    done = vet(apart, world, "--out", tmp_path / "flow", "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Open {tmp_path / 'flow' / 'index.html'}\n"
    assert not [word for word in ("Traceback", "Error flushing", "Warning", "prefect.io") if word in done.stderr]
    assert "12 creators as of 2026-06-15" in done.stderr
    plain: list[str | Path] = [
        Path(sys.executable).with_name("vet"),
        "run",
        str(world),
        "--out",
        str(tmp_path / "plain"),
        "--as-of",
        AS_OF,
    ]
    subprocess.run(plain, env=apart, capture_output=True, check=True)
    by_flow, by_hand = (
        {file.name: file.read_bytes() for file in sorted((tmp_path / way).glob("*.json"))} for way in ("flow", "plain")
    )
    assert len(by_flow) == 12
    assert by_flow == by_hand


def test_a_refusal_is_one_sentence_and_2_and_leaves_nothing(tmp_path: Path, apart: dict[str, str]) -> None:
    done = vet(apart, tmp_path / "nowhere", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert not done.stdout
    assert (
        done.stderr
        == f"Refused: {tmp_path / 'nowhere'} is no folder. Name a folder with exchange files, such as accounts.csv.\n"
    )
    assert not (tmp_path / "out").exists()


def test_a_refusal_inside_a_task_is_one_sentence_and_2(tmp_path: Path, apart: dict[str, str]) -> None:
    (tmp_path / "empty").mkdir()
    done = vet(apart, tmp_path / "empty", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert not done.stdout
    first, *refusal = done.stderr.splitlines()
    assert first.startswith("Starting Prefect")
    assert len(refusal) == 1
    assert refusal[0].startswith(f"Refused: {tmp_path / 'empty'} holds no exchange file. Expected at least one of")
    assert not (tmp_path / "out" / "warehouse.duckdb").exists()
