"""One column: its value, or the reason why there is none."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.load.entries import Fill, Shape
from vetting.load.fills import fill_column, stable_hash
from vetting.records import TABLES

COLUMNS = {column.name: column for table in TABLES.values() for column in table.columns}


def fill(
    column: str, cells: dict[str, str | None], entry: dict[str, object] | None = None, shape: Shape | None = None
) -> tuple[object, object]:
    """The value and the error of one column for one row."""
    rows = pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String))
    given = Fill.model_validate(entry if entry and "value" in entry else {"from": "a", **(entry or {})})
    value, error = fill_column(COLUMNS[column], given, shape or Shape(), rows, pl.col)
    return (value.to_list() or [None])[0], (error.to_list() or [None])[0]


@pytest.mark.parametrize("cell", ["", "  ", None, "N/A", "nan"])
def test_what_the_mapping_calls_missing_is_null(cell: str | None) -> None:
    assert fill("followers", {"a": cell}, {"missing": "nan"}, Shape(missing=("N/A",))) == (None, None)


def test_what_it_does_not_call_missing_is_an_error() -> None:
    assert fill("followers", {"a": "N/A"}) == (None, "followers: 'N/A' is not a count")
    assert fill("followers", {"a": "48.5Q"}) == (None, "followers: '48.5Q' is not a count")
    assert fill("verified", {"a": "maybe"}) == (None, "verified: 'maybe' is not true or false")
    assert fill("observed_at", {"a": "soon"}) == (None, "observed_at: 'soon' is not a time")
    assert fill("label", {"a": "bot"}) == (None, "label: 'bot' is not one of fake, real")


def test_a_long_or_broken_cell_is_shown_on_one_short_line() -> None:
    _, error = fill("followers", {"a": "x\n\u202e\t" + "y" * 100})
    assert error == f"followers: 'x {'y' * 58}\u2026' is not a count"


def test_text_is_stripped_and_unescaped() -> None:
    assert fill("bio", {"a": "\u00a0 Tom &amp; Jerry\n&lt;3 "}, {"unescape": True}) == ("Tom & Jerry\n<3", None)
    assert fill("bio", {"a": " Tom &amp; Jerry"}) == ("Tom &amp; Jerry", None)


def test_find_takes_the_group_and_refuses_the_rest() -> None:
    assert fill("post_id", {"a": "/status/12"}, {"find": "/status/([0-9]+)$", "prefix": "x:"}) == ("x:12", None)
    assert fill("post_id", {"a": "/user/12"}, {"find": "/status/([0-9]+)$", "prefix": "x:"})[0] is None
    assert (
        fill("post_id", {"a": "/user/12"}, {"find": "/status/([0-9]+)$"})[1]
        == "post_id: '/user/12' is not as the mapping expects"
    )


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"a": "id1", "b": "/vi/id2/"}, ("id1", None)),
        ({"a": "", "b": "/vi/id2/"}, ("id2", None)),
        ({"a": "glued.id1", "b": "/vi/id2/"}, ("id2", None)),
        ({"a": "", "b": ""}, (None, None)),
        ({"a": "glued.id1", "b": ""}, (None, "post_id: 'glued.id1' is not as the mapping expects")),
        ({"a": "", "b": "none"}, (None, "post_id: 'none' is not as the mapping expects")),
    ],
)
def test_else_stands_in_for_what_is_missing_or_unfit(
    cells: dict[str, str | None], expected: tuple[object, object]
) -> None:
    other = {"from": "b", "find": "/vi/([^/]+)/"}
    assert fill("post_id", cells, {"find": "^(id[0-9])$", "else": other}) == expected


def test_replace_mends_step_by_step_and_may_leave_nothing() -> None:
    lost_zero: dict[str, object] = {"replace": [[r"^([0-9]+)\.1$", "${1}.10"]], "format": "%d.%m"}
    value, error = fill("observed_at", {"a": "3.1"}, lost_zero, Shape(year=2017))
    assert (str(value), error) == ("2017-10-03 00:00:00", None)
    hidden: dict[str, object] = {"from": ["a", "b"], "join": ":", "replace": [["^1:.*$", ""], ["^0:", ""]]}
    assert fill("comments", {"a": "1", "b": "0"}, hidden) == (None, None)
    assert fill("comments", {"a": "0", "b": "0"}, hidden) == (0, None)


def test_several_headings_join_only_when_all_are_there() -> None:
    entry: dict[str, object] = {"from": ["a", "b"], "join": "-"}
    assert fill("post_id", {"a": "x", "b": "y"}, entry) == ("x-y", None)
    assert fill("post_id", {"a": "x", "b": ""}, entry) == (None, None)


def test_a_list_takes_what_several_headings_have() -> None:
    entry: dict[str, object] = {"from": ["a", "b", "c"]}
    assert fill("tags", {"a": "x|y", "b": None, "c": "\x1ez"}, entry)[0] == ["x|y", "z"]
    assert fill("tags", {"a": "", "b": None, "c": ""}, entry) == (None, None)
    assert fill("tags", {"a": "#x, #y"}, {"replace": [["#", ""]], "separator": ","})[0] == ["x", "y"]


def test_a_list_is_no_text() -> None:
    assert fill("handle", {"a": "\x1ex\x1fy"}) == (None, "handle: ' x y' is not as the mapping expects")


def test_words_flags_and_countries() -> None:
    words = {"1": "fake", "0": "real"}
    assert fill("label", {"a": "1"}, {"words": words}) == ("fake", None)
    assert fill("label", {"a": "2"}, {"words": words}) == (None, "label: '2' is not one of 1, 0")
    assert fill("verified", {"a": "oui"}, {"words": {"oui": True, "non": False}}) == (True, None)
    assert fill("verified", {"a": "No"}) == (False, None)
    assert fill("country", {"a": "Turkey"}, {"as": "country"}) == ("TR", None)
    assert fill("country", {"a": "Atlantis"}, {"as": "country"}) == (None, "country: 'Atlantis' is not a country")


def test_the_hash_is_the_same_for_the_same_text() -> None:
    assert fill("account_id", {"a": " Café "}, {"prefix": "t:", "as": "hash"}) == (
        "t:" + stable_hash("Cafe\u0301"),
        None,
    )
    assert stable_hash("Café") == "fb837ab0410ec2b7"


def test_a_value_stands_in_every_row() -> None:
    rows = pl.DataFrame({"a": ["x", None, "y"]})
    value, error = fill_column(COLUMNS["platform"], Fill(value="tiktok"), Shape(), rows, pl.col)
    assert value.to_list() == ["tiktok"] * 3
    assert error.to_list() == [None] * 3
    assert fill("tags", {"a": None}, {"value": ["x", "y"]})[0] == ["x", "y"]
