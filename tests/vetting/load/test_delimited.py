"""CSV rows with their physical lines, however badly they are quoted."""

from __future__ import annotations

import csv
import io
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetting.errors import RefusalError
from vetting.load.delimited import read_delimited
from vetting.load.entries import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence


def rows(text: str, *headings: str, **shape: object) -> list[tuple[Any, ...]]:
    """Line, cells and error of each row."""
    wanted = dict.fromkeys(headings or ("a", "b"), False)
    sheet = read_delimited(text, Shape.model_validate(shape), wanted, "f.csv")
    return sheet.cells.select("_line", *sheet.columns.values(), "_error").rows()


def test_line_ends_of_every_kind() -> None:
    expected = [(2, "1", "x", None), (3, "2", "y", None)]
    for end in ("\n", "\r\n", "\r"):
        assert rows(end.join(["a,b", "1,x", "2,y"])) == expected
        assert rows(end.join(["a,b", "1,x", "2,y", ""])) == expected


def test_a_lone_cr_belongs_to_its_cell() -> None:
    assert rows('a,b\n1,on\re\n2,"tw\ro"\r\n3,z') == [
        (2, "1", "on\re", None),
        (3, "2", "tw\ro", None),
        (4, "3", "z", None),
    ]


def test_a_row_stands_where_it_begins() -> None:
    assert rows('a,b\n\n1,"x\n\ny"\n   \n2,z\n') == [(3, "1", "x\n\ny", None), (7, "2", "z", None)]


def test_ragged_rows_are_errors_but_empty_cells_at_the_end_are_not() -> None:
    assert rows("a,b,,\n1\n1,2,3\n1,2,,,\n,\n") == [
        (2, "1", None, "1 cells where 2 belong"),
        (3, "1", "2", "3 cells where 2 belong"),
        (4, "1", "2", None),
        (5, "", "", None),
    ]


def test_a_stray_quote_costs_one_row() -> None:
    text = 'a,b\n1,ok\n2,"lost\n3,fine\n4,"quoted"\n5,fine\n'
    found = rows(text)
    assert [row[0] for row in found if row[3]] == [3]
    assert [row[0] for row in found if not row[3]] == [2, 4, 5, 6]
    assert "astray" in found[1][3]


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    found = rows('a,b\n1,ok\n2,"lost\n3,fine\n4,fine\n')
    assert [(row[0], row[3]) for row in found if row[3]] == [(3, "a quote is never closed")]
    assert len(found) == 4


def test_two_stray_quotes_do_not_hide_the_rows_between() -> None:
    found = rows('a,b\n1,"x\n2,"y\n3,z\n')
    assert [(row[0], row[3] is None) for row in found] == [(2, False), (3, False), (4, True)]


def test_quotes_inside_a_cell_are_forgiven_within_a_line() -> None:
    assert rows('a,b\n1,he said "hi" there\n2,"he said "hi" there"\n')[0] == (2, "1", 'he said "hi" there', None)
    assert len(rows('a,b\n1,"x"y\n2,z\n')) == 2


@pytest.mark.parametrize("line", ['a","b', '1,2,3,"x', '1,"2,x', '"', '""', '"""', "x"])
def test_no_quoting_keeps_us_busy(line: str) -> None:
    started = time.perf_counter()
    assert len(rows("a,b\n" + f"{line}\n" * 20_001)) > 0
    assert time.perf_counter() - started < 5


def test_other_dialects() -> None:
    assert rows("a;b\n1;x,y\n", delimiter=";") == [(2, "1", "x,y", None)]
    assert rows("a\tb\n1\tx,y\n", format="tsv") == [(2, "1", "x,y", None)]
    assert rows("a,b\n1,'x,y'\n", quote="'") == [(2, "1", "x,y", None)]
    assert rows('a,b\n1,"x\n2,y\n', quote="") == [(2, "1", '"x', None), (3, "2", "y", None)]
    assert rows('a,b\n1,"x \\"y\\", z"\n', escape="\\") == [(2, "1", 'x "y", z', None)]


def test_headings_may_stand_lower_span_lines_or_be_given() -> None:
    assert rows('Report,2024\n\n"a"," b\n c"\n1,x\n', "a", "b c", header=3) == [(5, "1", "x", None)]
    assert rows("1,x\n2,y\n", headings=("a", "b")) == [(1, "1", "x", None), (2, "2", "y", None)]


def test_a_heading_that_looks_like_a_pattern_is_a_heading() -> None:
    assert rows("^.*$,*\n1,x\n", "^.*$", "*") == [(2, "1", "x", None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no headings"),
        ('"a,b\n1,2\n', "no headings"),
        ("a,c\n1,2\n", "no heading 'b'"),
        ("a,bb\n1,2\n", "Perhaps 'bb'"),
        ("a,b,b\n1,2,3\n", "'b' twice"),
        ("a\0,\0b\0\n", "utf-16"),
    ],
)
def test_a_file_without_the_headings_is_refused(text: str, words: str) -> None:
    with pytest.raises(RefusalError, match=words):
        rows(text)


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufdd1"), max_size=8)


@given(st.lists(st.tuples(CELL, CELL), max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_what_a_csv_writer_wrote_comes_back(cells: Sequence[tuple[str, str]], end: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator=end).writerows([("a", "b"), *cells])
    found = rows(out.getvalue())
    assert [row[1:] for row in found] == [(*pair, None) for pair in cells]


@given(st.text(st.sampled_from('a1,"\n\r \\\ufeff'), max_size=60))
def test_every_line_belongs_to_one_row(tail: str) -> None:
    """Rows begin on lines that follow one another; what no row begins on is blank or inside a quoted cell."""
    found = rows("a,b\n" + tail)
    begins = [row[0] for row in found]
    lines = ("a,b\n" + tail).split("\n")
    assert begins == sorted(set(begins))
    assert all(2 <= line <= len(lines) for line in begins)
    inside = {line + extra for line, *cells, _ in found for extra in range(1, 1 + _breaks(cells))}
    assert all(line in begins or line in inside for line, text in enumerate(lines[1:], 2) if text.strip())


def _breaks(cells: Sequence[object]) -> int:
    return sum(str(cell).count("\n") for cell in cells)
