"""Which reader a file gets, and what its bytes become."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from vetting.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

    BringIn = Callable[[str, str | bytes, str], dict[str, pl.DataFrame]]

CREATORS = '[tables.creators]\ncreator_id = "id"\nname = "name"\n'


def names(bring_in: BringIn, content: str | bytes, file: str = "", name: str = "f.csv") -> list[str | None]:
    frame = bring_in(name, content, f"[file]\n{file}\n{CREATORS}")["creators"]
    return [error or text for text, error in frame.select("name", "_error").rows()]


def test_a_byte_order_mark_is_no_part_of_the_first_heading(bring_in: BringIn) -> None:
    assert names(bring_in, "\ufeffid,name\n1,Zoë\n") == ["Zoë"]
    assert names(bring_in, "\ufeffid,name\n1,Zoë\n".encode("utf-16-le"), 'encoding = "utf-16"') == ["Zoë"]


def test_bytes_that_are_not_text_cost_the_row_or_the_character(bring_in: BringIn) -> None:
    content = b"id,name\n1,Zo\xeb\n2,Zo\xc3\xab\n"
    assert names(bring_in, content) == ["holds bytes that are not utf-8", "Zoë"]
    assert names(bring_in, content, 'on_bad_bytes = "replace"') == ["Zo\ufffd", "Zoë"]
    assert names(bring_in, content, 'encoding = "cp1252"') == ["Zoë", "ZoÃ«"]
    assert names(bring_in, b"id,name\n1,\x93a\x81\x94\n", 'encoding = "cp1252"') == ["holds bytes that are not cp1252"]


def test_bad_bytes_in_a_column_that_nobody_reads_do_no_harm(bring_in: BringIn) -> None:
    assert names(bring_in, b"id,name,bio\n1,Zoe,\xff\n") == ["Zoe"]


def test_nul_and_signs_of_our_own_are_errors(bring_in: BringIn) -> None:
    assert names(bring_in, "id,name\n1,a\0b\n2,\ufdd0\n3,\ufdd1\n") == [
        "holds a NUL",
        "holds bytes that are not utf-8",
        "holds bytes that are not utf-8",
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("f.jsonl", '{"id": 1, "name": "Zoe"}\n'),
        ("f.ndjson", '\ufeff{"id": 1, "name": "Zoe"}'),
        ("f.json", '[{"id": 1, "name": "Zoe"}]'),
        ("f.tsv", "id\tname\n1\tZoe\n"),
        ("f.CSV.gz", gzip.compress(b"id,name\n1,Zoe\n", mtime=0)),
    ],
)
def test_the_suffix_says_what_a_file_is(bring_in: BringIn, name: str, content: str | bytes) -> None:
    assert names(bring_in, content, name=name) == ["Zoe"]


def test_the_mapping_knows_better_than_the_suffix(bring_in: BringIn) -> None:
    assert names(bring_in, '{"id": 1, "name": "Zoe"}\n', 'format = "jsonl"', "f.json") == ["Zoe"]


@pytest.mark.parametrize(
    ("name", "content", "file", "words"),
    [
        ("none.csv", "", "", "no file"),
        ("f.dat", "id,name\n", "", "Set `format`"),
        ("f.csv.gz", b"\x1f\x8bnot", "", "unpacked"),
        ("f.csv", b"\xff\xfe\x00\xd8", 'encoding = "utf-16"', "Set `encoding`"),
    ],
)
def test_a_file_that_cannot_be_opened_is_refused(
    bring_in: BringIn, name: str, content: str | bytes, file: str, words: str
) -> None:
    with pytest.raises(RefusalError, match=words):
        names(bring_in, content, file, name)


def test_each_is_for_json_alone(bring_in: BringIn) -> None:
    with pytest.raises(RefusalError, match="each"):
        bring_in("f.csv", "id,name\n1,Zoe\n", CREATORS + 'each = "name"\n')
