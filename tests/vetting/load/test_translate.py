"""The whole way from a foreign file to exchange tables: every row comes out once."""

from __future__ import annotations

import contextlib
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from vetting.errors import RefusalError
from vetting.load.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    BringIn = Callable[[str, str | bytes, str], dict[str, pl.DataFrame]]

at = datetime.fromisoformat

AGENCY = """
[file]
missing = ["N/A", "nan"]

[tables.creators]
creator_id = { from = "Name", as = "hash" }
name = "Name"
birth_date = { from = "Born", format = "%d.%m.%Y" }
languages = { from = "Languages", separator = "/" }

[tables.accounts]
account_id = { from = "Handle", prefix = "instagram:" }
platform = { value = "instagram" }
creator_id = { from = "Name", as = "hash" }
handle = "Handle"
verified = { from = "Verified", words = { yes = true, no = false } }
followers = "Followers"
observed_at = { value = 2024-05-06T07:08:09Z }
"""
HEADINGS = "Name,Handle,Born,Languages,Verified,Followers\n"


def test_a_messy_sheet_becomes_exchange_tables(bring_in: BringIn) -> None:
    messy = HEADINGS + 'Anna,anna,02.03.1990,en/fr,yes,"1,234"\nBen,ben,N/A,,no,48.5M\nCarla,N/A,nan,es,perhaps,48.5Q\n'
    tables = bring_in("agency.csv", messy, AGENCY)
    assert tables["creators"].drop("creator_id").rows() == [
        ("Anna", ["en", "fr"], date(1990, 3, 2), "agency.csv", 2, None),
        ("Ben", None, None, "agency.csv", 3, None),
        ("Carla", ["es"], None, "agency.csv", 4, None),
    ]
    accounts = tables["accounts"].drop("creator_id", "platform", "handle", "_file")
    seen = at("2024-05-06 07:08:09")
    wrong = "verified: 'perhaps' is not one of yes, no; followers: '48.5Q' is not a count"
    assert accounts.rows() == [
        ("instagram:anna", True, 1234, seen, 2, None),
        ("instagram:ben", False, 48_500_000, seen, 3, None),
        (None, None, None, seen, 4, wrong),
    ]
    assert tables["accounts"]["creator_id"].to_list() == tables["creators"]["creator_id"].to_list()


def test_columns_have_the_exchange_types_also_without_rows(bring_in: BringIn) -> None:
    tables = bring_in("agency.csv", HEADINGS, AGENCY)
    assert dict(tables["accounts"].schema) == {
        "account_id": pl.String,
        "platform": pl.String,
        "creator_id": pl.String,
        "handle": pl.String,
        "verified": pl.Boolean,
        "followers": pl.Int64,
        "observed_at": pl.Datetime("us"),
        "_file": pl.String,
        "_line": pl.Int64,
        "_error": pl.String,
    }
    assert tables["creators"].schema["birth_date"] == pl.Date
    assert tables["creators"].schema["languages"] == pl.List(pl.String)


def test_a_row_that_is_broken_as_a_whole_keeps_that_reason(bring_in: BringIn) -> None:
    tables = bring_in("agency.csv", HEADINGS + "Anna,anna,soon\nBen,ben,,,,5\n", AGENCY)
    for table in tables.values():
        assert table["_error"].to_list() == ["3 cells where 6 belong", None]


def test_a_workbook_comes_in_with_dates_of_either_kind(bring_in: BringIn, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        HEADINGS.strip().split(","),
        ["Anna", "anna", date(1990, 3, 2), "en", "yes", 48_500_000],
        ["Ben", "ben", "02.03.1990", "en", "no", "3.3k"],
        ["Carla", "carla", "soon", "en", "no", 1.5],
    ):
        (book.active or book.create_sheet()).append(row)
    book.save(tmp_path / "agency.xlsx")
    tables = bring_in("agency.xlsx", "", AGENCY)
    assert tables["creators"]["birth_date"].to_list() == [date(1990, 3, 2)] * 2 + [None]
    assert tables["accounts"]["followers"].to_list() == [48_500_000, 3_300, None]
    assert tables["creators"].select("_line", "_error").rows()[2] == (4, "birth_date: 'soon' is not a day")
    assert tables["accounts"].select("_line", "_error").rows()[2] == (4, "followers: '1.5' is not a count")


def test_records_with_lists_fill_two_tables(bring_in: BringIn) -> None:
    mapping = """
        [tables.accounts]
        account_id = "id"
        platform = { value = "youtube" }
        observed_at = "at"
        [tables.posts]
        each = "videos"
        post_id = { from = ["id", "_item"], join = "-" }
        account_id = "id"
        tags = "videos.tags"
        views = "videos.views"
        url = { from = ["_file", "_line"], join = "#" }
        observed_at = "at"
    """
    text = '{"id": "a", "at": "2024-01-01", "videos": [{"views": 5, "tags": ["x|y", "z"]}, {"views": "many"}]}\n'
    tables = bring_in("f.jsonl", text + '{"id": "b", "at": "2024-01-01", "videos": []}\nbroken\n', mapping)
    assert tables["accounts"].select("account_id", "_line", "_error").rows() == [
        ("a", 1, None),
        ("b", 2, None),
        (None, 3, "no JSON object"),
    ]
    assert tables["posts"].select("post_id", "tags", "views", "url", "_line", "_error").rows() == [
        ("a-1", ["x|y", "z"], 5, "f.jsonl#1", 1, None),
        ("a-2", None, None, "f.jsonl#1", 1, "views: 'many' is not a count"),
        (None, None, None, "f.jsonl#3", 3, "no JSON object"),
    ]


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(HEADINGS + "".join(f"N{n},h{n},,,yes,{n}k\n" for n in range(999)), encoding="utf-8")
    (tmp_path / "m.toml").write_text(AGENCY, encoding="utf-8")
    first, second = (translate(tmp_path / "f.csv", tmp_path / "m.toml", tmp_path / out) for out in ("one", "two"))
    assert [path.name for path in first] == ["creators.parquet", "accounts.parquet"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


CELL = st.one_of(
    st.sampled_from(["", "N/A", "1", "48.5M", "48.5Q", "-1", "yes", "02.03.1990", "a|b", "\x1ea\x1fb", "\0", "&amp;"]),
    st.text(max_size=6),
    st.binary(max_size=4).map(lambda raw: raw.decode("latin-1")),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(CELL, min_size=6, max_size=6), max_size=6), st.sampled_from(["utf-8", "latin-1", "cp1252"]))
def test_every_row_comes_out_once_whatever_its_cells_hold(rows: list[list[str]], encoding: str) -> None:
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    content = HEADINGS.encode() + "\n".join(lines).encode("utf-8", "surrogatepass")
    for table in _translated(content, f'[file]\nencoding = "{encoding}"\n' + AGENCY.replace("[file]\n", "")):
        assert table.height == len(rows)
        assert table["_line"].is_sorted()
        assert table["_line"].n_unique() == len(rows)


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)))
def test_any_bytes_give_the_same_rows_in_every_table_or_a_refusal(tail: bytes) -> None:
    tables = _translated(HEADINGS.encode() + tail, AGENCY)
    assert len({tuple(table["_line"]) for table in tables}) == 1


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=60))
def test_any_file_is_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(RefusalError):
        _translated(content, AGENCY)


def _translated(content: bytes, mapping: str) -> list[pl.DataFrame]:
    with tempfile.TemporaryDirectory() as folder:
        file, page = Path(folder, "f.csv"), Path(folder, "m.toml")
        file.write_bytes(content)
        page.write_text(mapping, encoding="utf-8")
        return [pl.read_parquet(path, memory_map=False) for path in translate(file, page, Path(folder, "out"))]
