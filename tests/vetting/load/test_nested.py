"""JSON records, dotted headings, and a row per element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from vetting.errors import RefusalError
from vetting.load.entries import Shape
from vetting.load.nested import lay_out, read_json, read_json_lines

if TYPE_CHECKING:
    from vetting.load.nested import Records


def rows(found: Records, *headings: str, each: tuple[str, ...] = (), optional: bool = False) -> list[tuple[Any, ...]]:
    sheet = lay_out(found, dict.fromkeys(headings, optional), each, "f.json")
    return sheet.cells.select("_line", "_item", *sheet.columns.values(), "_error").rows()


def document(text: str, **shape: object) -> Records:
    return read_json(text, Shape.model_validate(shape), "f.json")


def test_numbers_and_flags_keep_their_text() -> None:
    found = document('[{"a": 9007199254740993, "b": true}, {"a": 1.10, "b": null}, {"a": NaN, "b": "x"}]')
    assert [row[2:] for row in rows(found, "a", "b")] == [
        ("9007199254740993", "true", None),
        ("1.10", None, None),
        ("NaN", "x", None),
    ]


def test_headings_reach_into_objects_and_to_the_top() -> None:
    found = document('{"at": 7, "data": {"list": [{"u": {"n": "x"}, "u.n": "y"}, {"u": null}]}}', root="data.list")
    assert rows(found, "u.n", "/at", optional=True) == [(1, None, "y", "7", None), (2, None, None, "7", None)]


def test_a_document_can_be_its_own_record() -> None:
    found = document('{"id": "v", "comments": [{"id": "c1"}, {"id": "c2"}]}', root=".")
    assert rows(found, "id") == [(1, None, "v", None)]
    assert rows(found, "id", "comments.id", each=("comments",)) == [(1, 1, "v", "c1", None), (1, 2, "v", "c2", None)]


def test_lists_in_step_give_a_row_per_element() -> None:
    found = document(
        '[{"l": [1, 2], "c": [3, 4]}, {"l": [], "c": []}, {"l": [5], "c": [6, 7]}, {"l": 5, "c": 6}, {"c": null}]'
    )
    assert rows(found, "l", "c", each=("l", "c")) == [
        (1, 1, "1", "3", None),
        (1, 2, "2", "4", None),
        (3, None, "\x1e5", "\x1e6\x1f7", "l, c: no lists of one length"),
        (4, None, "5", "6", "l, c: no lists of one length"),
    ]


def test_what_is_no_object_is_an_error_row() -> None:
    assert rows(document('[{"a": 1}, 5, [], null]'), "a")[1:] == [(n, None, None, "no JSON object") for n in (2, 3, 4)]
    lines = '{"a": 1}\n\n{"a": \n5\n' + "[" * 100_000 + '\n{"a": 2}'
    assert [(row[0], row[-1]) for row in rows(read_json_lines(lines), "a")] == [
        (1, None),
        (3, "no JSON object"),
        (4, "no JSON object"),
        (5, "no JSON object"),
        (6, None),
    ]


def test_an_object_in_a_cell_is_an_error() -> None:
    found = document('[{"a": {"b": 1}}, {"a": [{"b": 1}]}, {"a": ["x", 1, null]}]')
    assert [row[2:] for row in rows(found, "a")] == [
        (None, "a: an object where a text belongs"),
        ("\x1e", "a: an object where a text belongs"),
        ("\x1ex\x1f1\x1f", None),
    ]


def test_half_characters_do_no_harm() -> None:
    assert rows(document('[{"a": "x\\ud800y"}]'), "a") == [(1, None, "x\ufdd0y", None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON document"),
        ("[" * 100_000, "no JSON document"),
        ('{"x": [], "y": 1}', "to one of x"),
        ("5", "no array"),
    ],
)
def test_a_file_without_records_is_refused(text: str, words: str) -> None:
    with pytest.raises(RefusalError, match=words):
        document(text)


def test_a_heading_that_no_record_has_is_refused() -> None:
    found = document('[{"name": 1}, {"name": 2}]')
    with pytest.raises(RefusalError, match=r"Perhaps 'name'"):
        rows(found, "nane")
    with pytest.raises(RefusalError, match="no heading 'posts'"):
        rows(found, "name", each=("posts",))
    assert rows(document("[]"), "nane") == []
