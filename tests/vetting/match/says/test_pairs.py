"""What records say of creators, all together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from vetting.match.says.pairs import COLUMNS, say
from vetting.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

Table = "Callable[..., pl.DataFrame]"
TAXONOMY = pl.DataFrame(Settings.read().taxonomy.rows(), schema=Settings.read().taxonomy.COLUMNS)
NAME = "Zed Quarrel"


def _said(table: Callable[..., pl.DataFrame], *records: dict[str, Any], name: str | None = NAME) -> pl.DataFrame:
    rows = table("records", *({"record_id": f"r{at}"} | record for at, record in enumerate(records)))
    matched_on = None if name is None else f'Somebody ~ "{name}"'
    pairs = rows.select("record_id", creator_id=pl.lit("c"), matched_on=pl.lit(matched_on, dtype=pl.String))
    return say(pairs, rows, TAXONOMY)


@pytest.mark.parametrize(
    ("title", "held", "false"),
    [
        ("No, Zed Quarrel was not arrested for fraud", False, True),
        ("Hoax: the rumour that Zed Quarrel died", False, True),
        ("Zed Quarrel shares false claim about a miracle cure", True, False),
        ("Zed Quarrel relaie une fausse information sur les vaccins", True, False),
    ],
)
def test_a_fact_check_clears_whom_it_is_about_but_not_who_spread_it(
    table: Callable[..., pl.DataFrame], title: str, *, held: bool, false: bool
) -> None:
    said = _said(table, {"title": title, "source_kind": "fact_check"}).row(0, named=True)
    assert (said["adverse"], said["called_false"]) == (held, false)
    assert said["category"] is not None


def test_who_was_cleared_is_not_adverse_but_keeps_the_case(table: Callable[..., pl.DataFrame]) -> None:
    said = _said(table, {"title": "Zed Quarrel cleared of fraud"}).row(0, named=True)
    assert (said["category"], said["adverse"], said["status_said"]) == ("fraud", False, "resolved")


def test_a_plain_record_is_only_named(table: Callable[..., pl.DataFrame]) -> None:
    said = _said(table, {"title": "Zed Quarrel bakes bread"}).row(0, named=True)
    assert [said[name] for name in COLUMNS] == [None, None, "named", [], False, None, False, [], None, None]


def test_copies_and_affairs(table: Callable[..., pl.DataFrame]) -> None:
    one = {"title": "Zed Quarrel accused of fraud over NovaDrink", "text": "He sold cans that never came."}
    said = _said(table, one, one, {"title": "NovaDrink fraud: Zed Quarrel apologizes"})
    assert said["same_text"].to_list() == ["r0", "r0", "r2"]
    assert said["affair"].to_list() == ["r0", "r0", "r0"]
    assert said["role"].to_list() == ["did", "did", "answered"]


def test_nothing_and_nulls(table: Callable[..., pl.DataFrame]) -> None:
    said = _said(table, {"source_kind": None, "source": None, "observed_at": None, "title": "fraud"}, name=None)
    assert said["role"].to_list() == ["named"]
    assert _said(table, {}).clear().columns == _said(table, {}).columns
    empty = table("records", {}).clear()
    pairs = pl.DataFrame(schema=dict.fromkeys(("creator_id", "record_id", "matched_on"), pl.String))
    assert say(pairs, empty, TAXONOMY).height == 0


@pytest.mark.timeout(60)
def test_ten_thousand_records_about_one_creator(table: Callable[..., pl.DataFrame]) -> None:
    matters = ("accused of fraud over NovaDrink", "apologizes for racist tweets", "arrested after a brawl in Leeds")
    said = _said(table, *({"title": f"Zed Quarrel {matters[at % 3]}", "text": f"It was {at}."} for at in range(10_000)))
    assert said["affair"].n_unique() == 3
    assert said["role"].value_counts().sort("role")["count"].to_list() == [3333, 6667]


@pytest.mark.parametrize(
    ("name", "title", "role"),
    [
        ("Zed Quarrel", "Zed Quarrel fined for hidden advertising", "did"),
        ("Zed Quarrel", "Plainte de Z. Quarrel pour menaces de mort", "suffered"),
        ("Zed Quarrel", "Plainte de Zed Quarrel pour menaces de mort", "suffered"),
        ("Zed Quarrel", "Zed Quarrel files complaint after weeks of threats", "suffered"),
        ("Ana Holt", "Zed Quarrel fined for hidden advertising", "named"),
        ("Zed", "Zed Quarrel fined for hidden advertising", "named"),
    ],
)
def test_where_a_handle_met_the_name_is_read_as_well(
    table: Callable[..., pl.DataFrame], name: str, title: str, role: str
) -> None:
    rows = table("records", {"title": title, "text": "Known as @zedq, mostly for threats."})
    pairs = rows.select("record_id", creator_id=pl.lit("c"), matched_on=pl.lit('zedq ~ "@zedq"'))
    names = pl.DataFrame({"creator_id": ["c", "c", "d"], "name": [name, "Z", "Zed Quarrel"]})
    assert say(pairs, rows, TAXONOMY, names)["role"].to_list() == [role]
