"""What leaves the shortlist: CSV and Excel of what is shown, numbers as numbers, and no text that calculates."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tests.hostile import CORPUS
from tests.vetting.report.conftest import attacked, full
from vetting.report.render import render_shortlist
from vetting.report.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.vetting.report.browser.watch import Visitor

Row = dict[str, Any]
FORMULAS = (
    "=1+1",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "   =1+1",
    "\N{NO-BREAK SPACE}@SUM(1)",
    "\N{FULLWIDTH EQUALS SIGN}1+1",
    "\N{FULLWIDTH PLUS SIGN}1",
    "\N{FULLWIDTH COMMERCIAL AT}A",
    '"=1+1"',
    'harmless;=1+1;"=2+2";\'@A',
    'quoted "twice", comma; and a \'',
    "_x003D_1+1",
    "tab\tand\r\nline",
)
TEXTS = (*FORMULAS, *CORPUS.values())
DANGEROUS = set("=+-@\t\r")
SUMMARY = {"as_of": "2026-06-30T00:00:00Z", "run_id": "9f2c41d07be3"}


def dossiers() -> list[Row]:
    """Dossiers in which every string of any that a stranger writes is an attack."""
    plain = {key: value for key, value in full().items() if key not in {"series", "evidence", "queries"}}
    plain["signals"] = [
        {"signal": name, "account_id": "a1", "unit": "share", "outcome": "measured", "reading": reading}
        for name, reading in (("sponsored_share", 0.24), ("posting_cadence", 1e-7), ("expected_views", 21000))
    ]
    made = []
    for number, text in enumerate(TEXTS):
        hostile = attacked({key: plain[key] for key in ("accounts", "coverage", "recommendation", "conduct")}, text)
        hostile["recommendation"] |= {"decision": "review", "decided_by": {"who": text, "decision": "review"}}
        for one in hostile["accounts"]:
            one["account_id"] = "a1"
        made.append(plain | hostile | {"creator_id": f"c-{number:03}", "name": text, "page": f"c-{number:03}"})
    return made


@pytest.fixture(scope="module", params=["en", "fr"])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("export") / f"index-{request.param}.html"
    made.write_text(render_shortlist(dossiers(), summary=SUMMARY, lang=request.param), encoding="utf-8")
    return made


def saved(page: Page, of: str, kind: str) -> tuple[str, bytes]:
    """Press a button; the name and the bytes of the file that comes."""
    with page.expect_download() as coming:
        page.click(f"[data-of={of}] [data-as={kind}]")
    with coming.value.path().open("rb") as file:
        return coming.value.suggested_filename, file.read()


def table(given: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(given.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def starts(text: str) -> str:
    """The first character that a spreadsheet looks at."""
    return unicodedata.normalize("NFKC", text).lstrip(" \"'" if text.startswith('"') else " ")[:1]


def as_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", text))


def test_a_csv_is_what_the_standard_says(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        name, given = saved(page, "shown", "csv")
    lang = path.stem[-2:]
    assert name == f"{words(lang).say('shortlist.file')}-2026-06-30.csv"
    assert given.startswith(b"\xef\xbb\xbf")
    header, *rows = table(given)
    assert header[0] == words(lang).say("shortlist.column.name")
    assert header[-3:] == ["creator_id", "as_of", "run_id"]
    assert len(set(header)) == len(header)
    assert {len(row) for row in rows} == {len(header)}
    assert {tuple(row[-2:]) for row in rows} == {("2026-06-30T00:00:00Z", "9f2c41d07be3")}
    assert given.count(b"\r\n") == len(TEXTS) + 1
    assert given.count(b"\n") == given.count(b"\r\n")


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_no_cell_of_a_csv_can_calculate_wherever_it_is_parted(visit: Visitor, path: Path, delimiter: str) -> None:
    with visit(path) as page:
        _, given = saved(page, "shown", "csv")
    cells = [cell for row in table(given, delimiter) for cell in row]
    assert len(cells) > len(TEXTS)
    assert [cell for cell in cells if starts(cell) in DANGEROUS and not as_number(cell)] == []


def test_a_csv_holds_numbers_that_any_program_reads(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        _, given = saved(page, "shown", "csv")
    header, first, *_ = table(given)
    said = words(path.stem[-2:]).say
    row = dict(zip(header, first, strict=True))
    numbers = {
        key: row[said(f"shortlist.column.{key}")] for key in ("share", "paid", "rhythm", "views", "score", "followers")
    }
    assert numbers == {
        "share": "0.18",
        "paid": "0.24",
        "rhythm": "1e-7",
        "views": "21000",
        "score": "62",
        "followers": "1204311",
    }
    assert row[said("shortlist.column.views_low")] == ""


def test_a_workbook_opens_and_none_of_its_cells_calculates(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        name, given = saved(page, "shown", "xlsx")
    assert name.endswith("-2026-06-30.xlsx")
    with zipfile.ZipFile(io.BytesIO(given)) as packed:
        assert packed.testzip() is None
        assert {entry.compress_type for entry in packed.infolist()} == {zipfile.ZIP_STORED}
        assert b"<f" not in packed.read("xl/worksheets/sheet1.xml")
    sheet: Any = load_workbook(io.BytesIO(given)).active
    assert sheet.freeze_panes == "B2"
    assert sheet.max_row == len(TEXTS) + 1
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    column = {cell.value: cell.column_letter for cell in sheet[1]}
    said = words(path.stem[-2:]).say
    first = {key: sheet[f"{column[said(f'shortlist.column.{key}')]}2"] for key in ("name", "share", "followers", "who")}
    assert (first["share"].value, first["share"].number_format) == (0.18, "0.00%")
    assert first["followers"].value == 1204311
    assert first["name"].number_format == "@"
    assert sheet.column_dimensions["A"].width == 28
    assert {"=1+1", "@SUM(A1:A9)"} <= {sheet[f"A{row}"].value for row in range(2, sheet.max_row + 1)}


def test_the_same_rows_give_the_same_bytes(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        assert saved(page, "shown", "xlsx") == saved(page, "shown", "xlsx")


def test_an_export_follows_the_filter_the_order_and_the_choice(visit: Visitor, path: Path) -> None:
    with visit(path) as page:
        page.fill("#search", "1+1")
        page.click("#list [data-by=name] button")
        page.click("#list [data-by=name] button")
        shown = page.locator("#list tbody th a").evaluate_all("links => links.map((one) => one.getAttribute('href'))")
        _, given = saved(page, "shown", "csv")
        assert [f"./{row[-3]}.html" for row in table(given)[1:]] == shown
        assert 1 < len(shown) < len(TEXTS)
        page.locator("#list tbody input").nth(1).click()
        page.locator("#list tbody input").nth(0).click()
        page.click("#open")
        _, chosen = saved(page, "compared", "csv")
        assert [f"./{row[-3]}.html" for row in table(chosen)[1:]] == [shown[1], shown[0]]
