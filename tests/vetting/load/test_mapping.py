"""A slip in a mapping is refused before a row is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vetting.errors import RefusalError
from vetting.load.mapping import read_mapping

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
[tables.accounts]
account_id = { from = "id", prefix = "x:" }
platform = { value = "x" }
observed_at = { value = 2024-01-01 }
"""


def refusal(tmp_path: Path, text: str) -> str:
    page = tmp_path / "agency.toml"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(RefusalError) as refused:
        read_mapping(page)
    assert refused.value.remedy.endswith(".")
    return str(refused.value)


def test_a_mapping_names_the_headings_that_it_reads(tmp_path: Path) -> None:
    page = tmp_path / "agency.toml"
    page.write_text(
        GOOD + 'handle = { from = "a", optional = true, else = { from = "b" } }\nbio = "a"', encoding="utf-8"
    )
    (table,) = read_mapping(page).tables
    assert table.headings() == {"id": False, "a": False, "b": False}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["fills no table"]),
        ("[tables.accounts", ["no valid TOML"]),
        ("[sheet]\n" + GOOD, ["section 'sheet'"]),
        (GOOD.replace("accounts", "creator"), ["tables.creator", "creators"]),
        (GOOD + 'folowers = "n"', ["accounts.folowers", "followers"]),
        (GOOD.replace("observed_at", "created_at"), ["accounts.observed_at", "value"]),
        ("[file]\nformt = 'csv'\n" + GOOD, ["file.formt", "format"]),
        ("[file]\nformat = 'cvs'\n" + GOOD, ["file.format", "'csv'"]),
        ("[file]\nencoding = 'utf-9'\n" + GOOD, ["utf-9", "encoding"]),
        ("[file]\nencoding = 'base64'\n" + GOOD, ["base64", "encoding"]),
        ("[file]\ndelimiter = '||'\n" + GOOD, ["file.delimiter"]),
        ("[file]\ntimezone = 'Paris'\n" + GOOD, ["Paris", "Europe/Paris"]),
        ("[file]\nyear = 17\n" + GOOD, ["file.year"]),
        (GOOD + 'followers = { from = "n", form = "x" }', ["accounts.followers.form", "format"]),
        (GOOD + "followers = { prefix = 'x' }", ["accounts.followers", "`from`", "`value`"]),
        (GOOD + "followers = { from = 'n', value = 1 }", ["accounts.followers", "`from`", "`value`"]),
        (GOOD + "followers = { value = 'many' }", ["accounts.followers", "'many' is not a count"]),
        (GOOD + "followers = { value = -1 }", ["accounts.followers", "'-1' is not a count"]),
        (GOOD.replace('"x" }', '"Instagram" }'), ["accounts.platform", "'Instagram' is not one of youtube"]),
        (GOOD.replace("2024-01-01", "1970-01-01"), ["accounts.observed_at", "is not a time"]),
        (GOOD + "handle = { from = 'n', find = 'a(b' }", ["accounts.handle", "regular expression"]),
        (GOOD + "handle = { from = 'n', find = '(?=a)(b)' }", ["accounts.handle", "look-around"]),
        (GOOD + "handle = { from = 'n', find = 'ab' }", ["accounts.handle", "parentheses"]),
        (GOOD + "handle = { from = 'n', replace = [['(', 'x']] }", ["accounts.handle", "regular expression"]),
        (GOOD + "handle = { from = ['a', 'b'] }", ["accounts.handle", "join"]),
        (GOOD + "handle = { from = 'a', else = { from = 'b', prefix = '@' } }", ["accounts.handle.else.prefix"]),
        (GOOD + "handle = { from = 'a', format = '%Y' }", ["accounts.handle", "no time"]),
        (GOOD + "handle = { from = 'a', as = 'percent' }", ["accounts.handle.as", "'hash'"]),
        (GOOD + "handle = 5", ["accounts.handle"]),
        (GOOD + "created_at = { from = 'a', format = 'dd.mm.yyyy' }", ["accounts.created_at", "dd.mm.yyyy", "%d"]),
        (GOOD + "created_at = { from = 'a', format = '%d.%m' }", ["accounts.created_at", "without a year", "[file]"]),
        (
            GOOD.replace('value = "x"', "from = 'p', words = {IG = 'insta'}"),
            ["accounts.platform", "insta", "instagram"],
        ),
        (GOOD + "each = 5", ["tables.accounts", "each"]),
    ],
)
def test_a_slip_is_refused_with_its_place_and_a_way_out(tmp_path: Path, text: str, words: list[str]) -> None:
    said = refusal(tmp_path, text)
    for word in [*words, *(["agency.toml"] if "agency" in said else [])]:
        assert word in said


def test_a_mapping_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="config/mappings"):
        read_mapping(tmp_path / "none.toml")
