"""`vet report`: the same bytes as the run, of a few creators, in either language; and when it refuses."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vetting.report import pdf
from vetting.report.gather import gather
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.vetting.cli.conftest import Said, Vet

AS_OF = "2026-06-30"
BRIEF = Path(__file__).resolve().parents[3] / "config" / "briefs" / "family.toml"
KEPT = "SELECT (SELECT count(*) FROM ops.runs), (SELECT count(*) FROM stored.proposals)"
FEW = ("c0000002", "c0000005")


def run(folder: Path, out: Path, *more: str | Path) -> None:
    command = [sys.executable, "-c", "from vetting.cli import main; main()", "run", str(folder), "--out", str(out)]
    done = subprocess.run([*command, "--as-of", AS_OF, *map(str, more)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def same(ours: Path, theirs: Path, names: tuple[str, ...]) -> bool:
    return all(
        (ours / f"{name}.{kind}").read_bytes() == (theirs / f"{name}.{kind}").read_bytes()
        for name in names
        for kind in ("html", "json")
    )


@pytest.fixture(scope="module")
def made(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of the made-up world, and their warehouse."""
    out = tmp_path_factory.mktemp("reports") / "out"
    run(world, out)
    return out


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Path:
    """A copy of its warehouse, that a test may change."""
    return Path(shutil.copy(made / "warehouse.duckdb", tmp_path / "w.duckdb"))


@pytest.fixture
def named(house: Path) -> Callable[[str, str], None]:
    """Calls a creator something."""

    def call(creator: str, name: str) -> None:
        with Warehouse(house) as opened:
            opened.execute("UPDATE stored.creators SET name = ? WHERE creator_id = ?", [name, creator])

    return call


def refused(said: Said, *words: str) -> None:
    assert (said.code, said.out) == (2, "")
    for word in ("Refused: ", *words):
        assert word in said.err


def test_it_writes_what_the_run_wrote_and_stores_nothing(made: Path, house: Path, tmp_path: Path, vet: Vet) -> None:
    with Warehouse(house) as opened:
        before = opened.execute(KEPT)
    said = vet("report", *FEW, "--warehouse", house, "--out", tmp_path / "again")
    assert said.code == 0, said.err
    assert said.out.splitlines() == [f"Wrote {tmp_path / 'again' / name}.html" for name in FEW]
    assert {file.name for file in (tmp_path / "again").iterdir()} == {
        "model.html",
        *(f"{name}.{kind}" for name in FEW for kind in ("html", "json")),
    }
    assert same(tmp_path / "again", made, FEW)
    assert (tmp_path / "again" / "model.html").read_bytes() == (made / "model.html").read_bytes()
    with Warehouse(house) as opened:
        assert opened.execute(KEPT) == before


def test_all_of_them_are_the_run_s_folder(made: Path, house: Path, tmp_path: Path, vet: Vet) -> None:
    assert vet("report", "--all", "--warehouse", house, "--out", tmp_path / "again").code == 0
    theirs = {file.name: file.read_bytes() for file in made.iterdir() if file.suffix in {".html", ".json"}}
    assert {file.name: file.read_bytes() for file in (tmp_path / "again").iterdir()} == theirs


@pytest.mark.parametrize("more", [("--lang", "fr"), ("--brief", BRIEF)])
def test_another_language_or_a_brief_gives_what_a_run_with_it_would(
    more: tuple[str, str | Path], world: Path, house: Path, tmp_path: Path, vet: Vet
) -> None:
    assert vet("report", *FEW, "--warehouse", house, "--out", tmp_path / "again", *more).code == 0
    run(world, tmp_path / "run", *more)
    assert same(tmp_path / "again", tmp_path / "run", FEW)


@pytest.mark.parametrize("asked", ["zoe o'hara-nunez", "  ZOË  O'HARA-NUÑEZ ", "C0000005"])
def test_a_name_that_only_one_bears_is_enough(asked: str, house: Path, named: Callable[[str, str], None]) -> None:
    from vetting.report.whom import whom

    named("c0000005", "Zoë O'Hara-Nuñez")
    with Warehouse(house) as opened:
        opened.set(as_of=opened.execute("SELECT as_of FROM facts.now")[0][0])
        handle = opened.execute("SELECT handle FROM facts.accounts WHERE creator_id = 'c0000005' LIMIT 1")[0][0]
        assert whom(opened, [asked, f"@{handle.upper()}", "c0000001", "c0000005"]) == ["c0000005", "c0000001"]


def test_a_name_that_several_bear_and_one_that_nobody_bears_are_refused(
    house: Path, named: Callable[[str, str], None], tmp_path: Path, vet: Vet
) -> None:
    named("c0000005", "Lara\x1b[31m Quillfeather")
    named("c0000006", "lara quillfeather")
    named("c0000007", "LÁRA QUILLFEATHER")
    out = ("--warehouse", house, "--out", tmp_path / "out")
    refused(vet("report", "Lara Quillfeather", *out), "2 creators are called", "c0000006 (lara", "c0000007 (LÁRA")
    said = vet("report", "Lara Quilfether", *out)
    refused(said, "knows no creator Lara Quilfether", "The nearest: c0000006 (lara quillfeather, @")
    assert "\x1b" not in vet("report", "Lara[31m Quillfeathe", *out).err
    refused(vet("report", "0" * 500, *out), "FROM marts.creators")
    refused(vet("report", *out), "--all")
    refused(vet("report", "c0000001", "--all", *out), "--all")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE ops.runs SET finished_at = NULL", "did not end"),
        ("UPDATE ops.runs SET code = 'older'", "another version of this program"),
        ("UPDATE stored.creators SET row_hash = row_hash + 1", "Rows have come in since"),
        ("UPDATE stored.scores SET model = 'other' WHERE creator_id = 'c0000001'", "Another model has scored"),
        ("UPDATE ops.runs SET config = 'other'", "other settings or with another brief"),
        ("DELETE FROM ops.runs", "No run has reported"),
        ("DELETE FROM stored.readings", "Nothing was measured"),
    ],
)  # fmt: skip
def test_what_a_run_did_not_leave_so_is_refused(change: str, says: str, house: Path, tmp_path: Path, vet: Vet) -> None:
    with Warehouse(house) as opened:
        opened.execute(change)
    refused(vet("report", "c0000001", "--warehouse", house, "--out", tmp_path / "out"), says, "vet run DIR")
    assert not (tmp_path / "out").exists()


def test_another_time_is_refused(house: Path, tmp_path: Path, vet: Vet) -> None:
    out = ("--warehouse", house, "--out", tmp_path / "out")
    refused(
        vet("report", "c0000001", *out, "--as-of", "2026-05-01"), "last measured as of 2026-06-30 00:00, not 2026-05"
    )
    assert vet("report", "c0000001", *out, "--as-of", AS_OF).code == 0


def test_only_what_is_asked_for_is_gathered_and_it_is_the_same(made: Path, house: Path) -> None:
    assert made
    with Warehouse(house) as opened:
        opened.set(as_of=opened.execute("SELECT as_of FROM facts.now")[0][0])
        Settings.read().apply(opened)
        opened.build_views("marts")
        every, few = gather(opened, "fr"), gather(opened, "fr", FEW)
    assert [row["creator_id"] for row in few.creators] == list(FEW)
    assert few.creators == [row for row in every.creators if row["creator_id"] in FEW]
    assert few.rows == {kind: {who: rows for who, rows in of.items() if who in FEW} for kind, of in every.rows.items()}
    assert few.records == every.records


def test_pdf_lies_beside_its_page(house: Path, tmp_path: Path, vet: Vet, chromium: str) -> None:
    assert chromium
    said = vet("report", *FEW, "--warehouse", house, "--out", tmp_path / "out", "--pdf")
    assert said.code == 0, said.err
    assert said.out.splitlines()[2:] == [f"Wrote {tmp_path / 'out' / name}.pdf" for name in FEW]
    for name in FEW:
        assert b"(D:20260630000000" in (tmp_path / "out" / f"{name}.pdf").read_bytes()


def test_without_a_browser_nothing_is_written(
    house: Path, tmp_path: Path, vet: Vet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(pdf.SETTING, "/nowhere/chromium")
    refused(vet("report", "c0000001", "--warehouse", house, "--out", tmp_path / "out", "--pdf"), "/nowhere/chromium")
    assert not (tmp_path / "out").exists()
