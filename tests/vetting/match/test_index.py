"""What is kept of the matching: however the data came, and whatever happened on the way, the outcome is the same."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from vetting.load.load import load
from vetting.match import alike, counting, index_fill, rarity, sounding, written
from vetting.match import match as room
from vetting.match.evidence import meet
from vetting.settings import Settings
from warehouse import Warehouse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from vetting.match.scorer import Scorer

Tables = dict[str, pl.DataFrame]
START, END = datetime(2026, 1, 1), datetime(2026, 6, 30)
KEPT = ("records", "creators", "names", "hooks", "words", "pairs")
GIVEN = ("Ana", "Maria", "Zorvan", "Anna", "Mario", "Bo")
FAMILY = ("Delmonte", "Petrulescu", "Martin", "Martins", "Petrulesku", "Li", "Del Monte")


LIMITS = {alike: {"MOST_PER_KEY": 3}, sounding: {"FEW": 2, "MOST_NAMES": 6}, written: {"MOST_CORES": 1, "MOST_ENDS": 3}}
"""So low that a small world goes beyond them."""


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch, believer: Scorer) -> None:
    """A scorer that believes everything, limits that are met, and words whose worth depends on who bears them here."""
    monkeypatch.setattr(room, "shipped", lambda: believer)
    monkeypatch.setattr(rarity, "PRIOR_WEIGHT", 20)
    monkeypatch.setattr(counting, "FREQUENT", 0.05)
    for module, limits in LIMITS.items():
        for name, limit in limits.items():
            monkeypatch.setattr(module, name, limit)


@pytest.fixture
def house() -> Iterator[Warehouse]:
    """An empty warehouse."""
    with Warehouse() as opened:
        yield opened


@pytest.fixture
def world(table: Callable[..., pl.DataFrame]) -> Tables:
    """Creators whose names are much alike, and records that name them, misspell them and join their words."""
    names = [f"{given} {family}" for given, family in product(GIVEN, FAMILY)]
    creators = [{"creator_id": f"c{i:03}", "name": name, "country": "FR"} for i, name in enumerate(names)]
    accounts = [
        {"account_id": f"a{i:03}", "creator_id": f"c{i:03}", "handle": f"the{name.replace(' ', '').lower()}{i % 3}"}
        for i, name in enumerate(names)
    ]
    draw = random.Random(7)  # noqa: S311 - no secret
    kinds: list[Callable[[str], dict[str, Any]]] = [
        lambda name: {"subject_names": [name], "subject_country": draw.choice(("FR", "ES"))},
        lambda name: {"title": f"{name} and {draw.choice(names)} were seen", "text": "They said so. " * 3},
        lambda name: {"text": f"The case of #{name.replace(' ', '')} and of the{name.replace(' ', '').lower()}"},
        lambda name: {"title": f"{name[:3]}{name[4:]} was fined", "subject_handles": [name.replace(" ", "")]},
        lambda name: {"text": f"nothing but {name.lower()} in small letters, {draw.choice(FAMILY)}"},
    ]
    records = [
        {"record_id": f"r{i:03}", "observed_at": START + timedelta(days=i)} | draw.choice(kinds)(draw.choice(names))
        for i in range(150)
    ]
    return {
        "creators": table("creators", *creators),
        "accounts": table("accounts", *accounts),
        "records": table("records", *records),
    }


def bring(house: Warehouse, folder: Path, tables: Tables) -> None:
    """Load these tables."""
    folder.mkdir()
    for name, rows in tables.items():
        rows.write_parquet(folder / f"{name}.parquet")
    load(house, folder, source="test", loaded_at=END)


def matched(house: Warehouse, as_of: datetime = END) -> pl.DataFrame:
    """The matches as of a time."""
    house.set(as_of=as_of)
    Settings.read().apply(house)
    room.match(house)
    return house.frame("SELECT * FROM stored.matches WHERE as_of = $1 ORDER BY creator_id, record_id", [as_of])


def pairs(house: Warehouse) -> pl.DataFrame:
    """What is kept of the pairs."""
    return house.query("pairs_kept", least=0.0)


def at_once(folder: Path, tables: Tables) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Matches and pairs of a warehouse that got everything in one load."""
    with Warehouse() as fresh:
        bring(fresh, folder, tables)
        return matched(fresh), pairs(fresh)


def split(tables: Tables, parts: int, seed: int) -> list[Tables]:
    """Each table's rows, thrown into so many parts."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    thrown = {name: [draw.randrange(parts) for _ in range(rows.height)] for name, rows in tables.items()}
    return [
        {name: rows.filter(pl.Series(thrown[name]) == part) for name, rows in tables.items()} for part in range(parts)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_three_loads_in_any_order_come_to_the_same_as_one(
    house: Warehouse, world: Tables, tmp_path: Path, seed: int
) -> None:
    whole, kept = at_once(tmp_path / "whole", world)
    assert whole.height > 200
    for number, part in enumerate(split(world, 3, seed)):
        bring(house, tmp_path / str(number), part)
        last = matched(house)
    assert pairs(house).equals(kept)
    assert last.equals(whole)


def test_as_of_may_go_back_and_forth(house: Warehouse, world: Tables, tmp_path: Path) -> None:
    bring(house, tmp_path / "world", world)
    middle = START + timedelta(days=70)
    late, early, again = matched(house), matched(house, middle), matched(house)
    assert again.equals(late)
    assert 0 < early.height < late.height
    with Warehouse() as fresh:
        bring(fresh, tmp_path / "fresh", world)
        assert matched(fresh, middle).equals(early)


def test_a_record_that_says_otherwise_is_read_anew(
    house: Warehouse, world: Tables, tmp_path: Path, table: Callable[..., pl.DataFrame]
) -> None:
    bring(house, tmp_path / "world", world)
    matched(house)
    later = table("records", {"record_id": "r000", "observed_at": END, "subject_names": ["Bo Petrulescu"]})
    bring(house, tmp_path / "later", {"records": later})
    last = matched(house)
    whole, kept = at_once(tmp_path / "whole", world | {"records": pl.concat([world["records"], later])})
    assert last.equals(whole)
    assert pairs(house).equals(kept)


def test_a_creator_of_another_country_is_met_anew(house: Warehouse, world: Tables, tmp_path: Path) -> None:
    bring(house, tmp_path / "world", world)
    before = matched(house)
    moved = world["creators"].head(1).with_columns(country=pl.lit("ES"))
    bring(house, tmp_path / "moved", {"creators": moved})
    after = matched(house)
    changed = after.join(before, on=before.columns, how="anti", nulls_equal=True)
    assert set(changed["creator_id"]) >= {"c000"}


def test_nothing_is_done_twice(
    house: Warehouse, world: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(house, tmp_path / "world", world)
    first = matched(house)
    monkeypatch.setattr(index_fill, "meet", lambda *_: pytest.fail("pairs were made again"))
    assert matched(house).equals(first)


def test_what_was_killed_is_finished_by_the_next_run(
    house: Warehouse, world: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, kept = at_once(tmp_path / "whole", world)
    bring(house, tmp_path / "world", world)
    calls = iter(range(9))
    monkeypatch.setattr(index_fill, "CHUNK", 40)
    monkeypatch.setattr(index_fill, "meet", lambda read: meet(read) if next(calls) < 2 else pytest.exit("killed"))
    with pytest.raises(pytest.exit.Exception):
        matched(house)
    assert house.execute("SELECT count(*) FROM matching.records WHERE met") == [(80,)]
    monkeypatch.setattr(index_fill, "meet", meet)
    assert matched(house).equals(whole)
    assert pairs(house).equals(kept)


def test_of_a_deleted_creator_and_record_nothing_stays(house: Warehouse, world: Tables, tmp_path: Path) -> None:
    bring(house, tmp_path / "world", world)
    matched(house)
    for statement in (
        "DELETE FROM stored.creators WHERE creator_id = 'c002'",
        "DELETE FROM stored.accounts WHERE creator_id = 'c002'",
        "DELETE FROM stored.records WHERE record_id = 'r001'",
    ):
        house.execute(statement)
    last = matched(house)
    rest = {
        "creators": world["creators"].filter(pl.col("creator_id") != "c002"),
        "accounts": world["accounts"].filter(pl.col("creator_id") != "c002"),
        "records": world["records"].filter(pl.col("record_id") != "r001"),
    }
    with Warehouse() as fresh:
        bring(fresh, tmp_path / "rest", rest)
        assert matched(fresh).equals(last)
        for name in KEPT:
            columns = "* EXCLUDE (record)" if name in ("records", "hooks") else "*"
            both = [one.frame(f"SELECT {columns} FROM matching.{name} ORDER BY ALL") for one in (house, fresh)]
            assert both[0].equals(both[1]), name


@pytest.mark.timeout(60)
def test_bad_input_is_matched_as_far_as_it_goes(
    house: Warehouse, tmp_path: Path, table: Callable[..., pl.DataFrame]
) -> None:
    creators = [{"creator_id": "named", "name": "Zorvan Petrulescu"}, {"creator_id": "none"}]
    creators += [
        {"creator_id": f"odd{i}", "name": name} for i, name in enumerate(("", "\u200b", "X", "\U0001f389", "(a+)+$"))
    ]
    accounts = [{"account_id": f"a{i}", "creator_id": "none"} for i in range(2)]
    long = {"record_id": "long", "text": "Zorvan Petrulescu was seen. " * 360_000}
    many = [{"record_id": f"r{i:05}", "subject_names": ["Zorvan Petrulescu"]} for i in range(10_000)]
    tables = {
        "creators": table("creators", *creators),
        "accounts": table("accounts", *accounts),
        "records": table("records", long, *many),
    }
    bring(house, tmp_path / "world", tables)
    found = matched(house)
    assert found.height == 10_001
    assert set(found["creator_id"]) == {"named"}


def test_nothing_is_kept_where_nothing_is_seen(house: Warehouse, world: Tables, tmp_path: Path) -> None:
    bring(house, tmp_path / "records", {"records": world["records"]})
    assert matched(house).is_empty()
    bring(house, tmp_path / "creators", {name: world[name] for name in ("creators", "accounts")})
    assert matched(house).equals(at_once(tmp_path / "whole", world)[0])
