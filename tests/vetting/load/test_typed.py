"""Spreadsheets and Parquet as text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import polars as pl
import pytest

from vetting.errors import RefusalError
from vetting.load.entries import Shape
from vetting.load.typed import read_parquet, read_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from vetting.load.sheet import Sheet

at = datetime.fromisoformat


def rows(sheet: Sheet) -> list[tuple[Any, ...]]:
    return sheet.cells.select("_line", *sheet.columns.values()).rows()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.create_sheet("Creators")
    sheet = book["Creators"]
    for line in (
        [],
        ["Agency list"],
        [],
        ["Handle", "Followers ", "Since", "Active"],
        ["anna", 48_500_000, at("2020-01-02 03:04"), True],
        [],
        [433, 1.5, date(2020, 1, 2), False],
        ["ben", "3.3k", "02.01.2020", None],
    ):
        sheet.append(line)
    book.save(tmp_path / "agency.xlsx")
    return tmp_path / "agency.xlsx"


def test_a_worksheet_keeps_row_numbers_and_types(workbook: Path) -> None:
    shape = Shape(sheet="Creators", header=4)
    wanted = {"Handle": False, "Followers": False, "Since": False, "Active": False, "Bio": True}
    assert rows(read_workbook(workbook, shape, wanted)) == [
        (5, "anna", "48500000", "2020-01-02 03:04:00", "true", None),
        (7, "433", "1.5", "2020-01-02", "false", None),
        (8, "ben", "3.3k", "02.01.2020", None, None),
    ]


def test_a_worksheet_without_headings(workbook: Path) -> None:
    shape = Shape(sheet="Creators", header=5, headings=("who", "n"))
    assert rows(read_workbook(workbook, shape, {"who": False}))[0] == (5, "anna")


def test_a_workbook_that_does_not_fit_is_refused(workbook: Path, tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="'Sheet', 'Creators'"):
        read_workbook(workbook, Shape(sheet="creators"), {"Handle": False})
    with pytest.raises(RefusalError, match="no heading 'Handle'"):
        read_workbook(workbook, Shape(), {"Handle": False})
    (tmp_path / "broken.xlsx").write_bytes(workbook.read_bytes()[:500])
    with pytest.raises(RefusalError, match=r"broken\.xlsx"):
        read_workbook(tmp_path / "broken.xlsx", Shape(), {"Handle": False})


def test_parquet_cells_lose_nothing_as_text(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "n": [2**53 + 1, None],
            "f": [48_500_000.0, 1.5],
            "t": [at("2026-06-04 11:26:30"), None],
            "z": [datetime(2026, 6, 4, 11, tzinfo=UTC), None],
            "l": [["a|b", "c"], []],
            "^b$": [True, False],
        },
        schema_overrides={"z": pl.Datetime("us", "Asia/Taipei")},
    )
    frame.write_parquet(tmp_path / "f.parquet")
    assert rows(read_parquet(tmp_path / "f.parquet", dict.fromkeys([*frame.columns, "x"], True))) == [
        (
            1,
            str(2**53 + 1),
            "48500000",
            "2026-06-04 11:26:30.000000",
            "2026-06-04 11:00:00.000000Z",
            "\x1ea|b\x1fc",
            "true",
            None,
        ),
        (2, None, "1.5", None, None, "\x1e", "false", None),
    ]


def test_floats_that_are_no_numbers_stay_visible(tmp_path: Path) -> None:
    pl.DataFrame({"f": [float("nan"), float("inf"), 1e20]}).write_parquet(tmp_path / "f.parquet")
    assert [row[1] for row in rows(read_parquet(tmp_path / "f.parquet", {"f": False}))] == ["NaN", "inf", "1e+20"]


def test_parquet_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.parquet"
    pl.DataFrame({"s": [{"a": 1}], "b": [b"x"], "o": [[{"a": 1}]]}).write_parquet(path)
    for name in ("s", "b", "o"):
        with pytest.raises(RefusalError, match="objects or bytes"):
            read_parquet(path, {name: False})
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(RefusalError, match="Write the file again"):
        read_parquet(path, {"s": False})
