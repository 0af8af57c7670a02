"""The house: a room has the same name wherever it appears, and nothing in it reads the clock."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("pull", "load", "measure", "match", "score", "report")
CLOCKS = re.compile(
    r"\bnow\(\)|\.today\(\)|time\.time\(|current_(date|time|timestamp)|get_current|\butcnow\b", re.IGNORECASE
)
MAY_READ_THE_CLOCK = {"vetting/cli/options.py"}
OURS = sorted(p for part in ("vetting", "warehouse") for s in ("py", "sql") for p in (ROOT / part).rglob(f"*.{s}"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_found_under_its_name_everywhere(room: str) -> None:
    assert (ROOT / "flows" / f"{room}.py").is_file()
    assert (ROOT / "vetting" / room / "__init__.py").is_file()
    assert any((ROOT / "tests" / "vetting" / room).glob("test_*.py"))


def test_only_the_command_line_and_the_flows_read_the_clock() -> None:
    found = {path.relative_to(ROOT).as_posix() for path in OURS if CLOCKS.search(path.read_text(encoding="utf-8"))}
    calling = {path for path in found if path.startswith("vetting/cli/")}
    assert found - calling <= MAY_READ_THE_CLOCK | {"warehouse/migrations/0001_first_tables.sql"}


def test_facts_see_only_what_was_known() -> None:
    for path in (ROOT / "warehouse" / "facts").glob("*.sql"):
        assert "stored." not in path.read_text(encoding="utf-8"), f"{path.name} reads past seen.*, so past as_of"


@pytest.mark.parametrize("suffix", ["py", "sql"])
def test_files_stay_readable(suffix: str) -> None:
    most = {"py": 210, "sql": 110}[suffix]
    long = [
        f"{p.name}: {n}"
        for p in OURS
        if p.suffix == f".{suffix}" and (n := len(p.read_text("utf-8").splitlines())) > most
    ]
    assert not [name for name in long if "0001" not in name]
