"""A world in which strangers wrote every text, vetted by `vet run`, each page opened: nothing runs, nothing breaks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.hostile import CORPUS, LONG
from tests.hostile_world import write_hostile
from tests.vetting.report.browser.layout import compare_first, labels_amiss, open_all, wider
from tests.vetting.report.test_hostile import Page as Markup
from vetting.records import TABLES
from vetting.simulate.world import simulate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.report.browser.watch import Visitor

CREATORS, DAYS = 27, 75
WIDTHS = (1280, 360)
PLAIN = re.compile(r"[A-Za-z0-9_-]+\.html")
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066\u2067\ufeff]")
"""Controls, and characters that hide or turn a text. Our own isolates, which keep a name to itself, are others."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exchange files, under `world`."""
    made = tmp_path_factory.mktemp("hostile")
    simulate(made / "plain", creators=CREATORS, seed=3, days=DAYS)
    write_hostile(made / "plain", made / "plain_truth", made / "world")
    return made


def vet(*arguments: object) -> None:
    """Run the command line as a user would; what it says on the way is harmless, too."""
    command = [sys.executable, "-c", "from vetting.cli import main; main()", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert {char for char in done.stderr if not char.isprintable()} <= {"\n"}


@pytest.fixture(scope="module")
def english(folder: Path) -> Path:
    """The reports of a run."""
    vet("run", folder / "world", "--out", folder / "en", "--warehouse", folder / "w.duckdb", "--as-of", "2026-06-30")
    return folder / "en"


@pytest.fixture(scope="module")
def french(folder: Path, english: Path) -> Path:
    """The same reports, written again in French."""
    assert english.is_dir()
    vet("report", "--all", "--warehouse", folder / "w.duckdb", "--out", folder / "fr", "--lang", "fr")
    return folder / "fr"


@pytest.fixture(params=["english", "french"])
def out(request: pytest.FixtureRequest) -> Path:
    """The folder of reports, in each language."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_every_text_of_the_corpus_stands_in_every_field(folder: Path) -> None:
    for table in TABLES.values():
        lines = (folder / "world" / f"{table.name}.jsonl").read_text("utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        for column in table.columns:
            if column.kind in {"text", "list"} and len(rows) > len(CORPUS):
                told = json.dumps([row[column.name] for row in rows])
                missing = [name for name, text in CORPUS.items() if json.dumps(text)[1:-1] not in told]
                assert missing == [], (table.name, column.name)
                assert column.kind == "list" or max(len(row[column.name] or "") for row in rows) >= LONG


def test_every_creator_has_a_page_and_something_to_show(out: Path) -> None:
    told = [json.loads(path.read_text("utf-8")) for path in out.glob("*.json")]
    assert len(told) == len(list(out.glob("*.html"))) - 2 == CREATORS
    assert any(one["authenticity"]["findings"] for one in told)
    assert any(one["conduct"]["affairs"] for one in told)
    assert all(one["series"]["posts"] for one in told if one["coverage"]["posts"])


def test_every_page_is_well_formed_and_holds_nothing_that_runs(out: Path) -> None:
    for path in out.glob("*.html"):
        assert PLAIN.fullmatch(path.name)
        text = path.read_text("utf-8")
        markup = Markup(text)
        assert (markup.unbalanced, markup.open) == ([], []), path.name
        assert {"iframe", "object", "embed", "form", "img", "base", "link"}.isdisjoint(markup.tags)
        assert not HIDDEN.search(text), path.name
        for tag, name, value in markup.attributes:
            assert not name.startswith("on"), path.name
            assert name not in {"style", "src", "srcset", "action", "formaction", "srcdoc"}, path.name
            assert not name.endswith("href") or str(value).startswith(("#", "http://", "https://", "./")), (tag, value)


def test_every_page_opens_quietly_and_keeps_its_form(visit: Visitor, out: Path) -> None:
    wrong: list[str] = []
    for path in sorted(out.glob("*.html")):
        with visit(path) as page:
            open_all(page)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                amiss = [*wider(page, width), *labels_amiss(page)]
                wrong += [f"{path.name[:8]} at {width}: {line}" for line in amiss]
    assert not wrong, "\n".join(wrong)


def test_a_hostile_shortlist_can_be_used(visit: Visitor, out: Path) -> None:
    with visit(out / "index.html") as page:
        compare_first(page, 10)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert wider(page, width) == []
        for text in CORPUS.values():
            page.locator("#search").fill(text[:60].replace("\0", ""))
        page.locator("#search").fill("")
        for button in page.locator("#list thead button").all():
            button.click()
        assert page.locator("#list tbody tr:visible").count() == CREATORS


@pytest.mark.usefixtures("english")
def test_everything_that_was_read_is_accounted_for(folder: Path) -> None:
    from warehouse import Warehouse

    with Warehouse(folder / "w.duckdb") as house:
        loads = house.query("load_account")
    assert loads.height == len(TABLES)
    assert loads.filter(pl.col("read") != pl.sum_horizontal("loaded", "already_there", "quarantined")).is_empty()
    assert (loads["quarantined"] > 0).all()
