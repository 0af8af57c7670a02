"""What every made-up world keeps: the contract, the same bytes again, time, references, and the truth apart."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from vetting.errors import RefusalError
from vetting.records import TABLES
from vetting.simulate.shape import schema
from vetting.simulate.world import AS_OF, simulate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.simulate.conftest import Read
    from vetting.simulate.world import World


def digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_tables_are_those_of_the_contract(demo: Read, written: World) -> None:
    assert set(demo.world) == set(TABLES)
    assert dict(written.rows) == {name: table.height for name, table in demo.world.items()}
    assert dict(written.truth_rows) == {name: table.height for name, table in demo.truth.items()}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_fits_the_contract(demo: Read, name: str) -> None:
    table, contract = demo.world[name], TABLES[name]
    assert dict(table.schema) == schema(name)
    assert table.height > 0
    assert table.select(contract.required).null_count().sum_horizontal().item() == 0
    assert not table.select(contract.key).is_duplicated().any()
    for column in contract.columns:
        if column.words:
            assert set(table[column.name].drop_nulls()) <= set(column.words)
        if column.kind == "count":
            assert (table[column.name].drop_nulls() >= 0).all()


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    first = simulate(tmp_path / "a", creators=20, seed=3, days=90)
    second = simulate(tmp_path / "b", creators=20, seed=3, days=90)
    assert digests(first.out) == digests(second.out)
    assert digests(first.truth_out) == digests(second.truth_out)


def test_another_seed_changes_every_table(tmp_path: Path) -> None:
    first = simulate(tmp_path / "a", creators=20, seed=3, days=90)
    second = simulate(tmp_path / "b", creators=20, seed=4, days=90)
    for name in TABLES:
        assert digests(first.out)[f"{name}.parquet"] != digests(second.out)[f"{name}.parquet"]


@pytest.mark.parametrize("creators", [1, 2, 5])
def test_a_tiny_world_is_still_whole(tmp_path: Path, creators: int) -> None:
    world = simulate(tmp_path / "tiny", creators=creators, days=60, fraud=1.0)
    assert set(world.rows) == set(TABLES)
    assert world.rows["creators"] == creators


def test_nothing_but_a_few_records_is_seen_after_as_of(demo: Read) -> None:
    for name, contract in TABLES.items():
        for column in contract.columns:
            if column.kind == "time" and name != "records":
                assert (demo.world[name][column.name].drop_nulls() <= AS_OF).all(), (name, column.name)
    records = demo.world["records"]
    assert 0 < (records["observed_at"] > AS_OF).sum() < 0.1 * records.height
    assert (records["observed_at"] >= records["published_at"]).all()


def test_as_of_moves_the_whole_world(tmp_path: Path) -> None:
    as_of = datetime(2024, 2, 29, 13, 30)  # times are naive UTC throughout
    world = simulate(tmp_path / "then", creators=20, as_of=as_of, days=90)
    seen = pl.read_parquet(world.out / "follower_snapshots.parquet")["observed_at"]
    assert (seen <= as_of).all()
    assert (seen >= as_of.replace(hour=0)).any()


def test_every_reference_leads_somewhere(demo: Read) -> None:
    world, truth = demo.world, demo.truth
    accounts, posts, comments = world["accounts"], world["posts"], world["comments"]
    references: list[tuple[pl.Series, pl.Series]] = [
        (accounts["creator_id"], world["creators"]["creator_id"]),
        (world["follower_snapshots"]["account_id"], accounts["account_id"]),
        (posts["account_id"], accounts["account_id"]),
        (comments["post_id"], posts["post_id"]),
        (comments["in_reply_to"], comments["comment_id"]),
        (world["follower_samples"]["account_id"], accounts["account_id"]),
        (world["outcomes"]["creator_id"], world["creators"]["creator_id"]),
        (truth["records"]["creator_id"], world["creators"]["creator_id"]),
    ]
    for here, there in references:
        assert set(here.drop_nulls()) <= set(there)
    for name, key in {"accounts": "account_id", "creators": "creator_id", "posts": "post_id"}.items():
        assert set(truth[name][key]) == set(world[name][key])
    assert set(truth["records"]["record_id"]) == set(world["records"]["record_id"])


def test_the_truth_stands_apart(demo: Read, written: World) -> None:
    told = {"inflation", "mechanism", "confounders", "honest", "incident_probability", "adverse", "role", "sponsored"}
    for table in demo.world.values():
        assert not told & set(table.columns)
    assert written.truth_out == written.out.with_name(written.out.name + "_truth")
    assert not list(written.out.glob("*truth*"))


def test_everything_says_that_it_is_made_up(demo: Read, written: World) -> None:
    assert (demo.world["creators"]["note"] == "made-up creator (simulated)").all()
    for folder in (written.out, written.truth_out):
        assert (folder / "README.md").read_text("utf-8").startswith("# A made-up world (simulated)")
    hosts = r"^https://[a-z-]+\.example/"
    for name in ("accounts", "posts", "records"):
        assert demo.world[name]["url"].str.contains(hosts).all()


@pytest.mark.parametrize(
    "arguments",
    [{"creators": 0}, {"seed": -1}, {"fraud": 1.5}, {"days": 10}, {"as_of": datetime(2026, 1, 1, tzinfo=UTC)}],
)
def test_arguments_that_make_no_world_are_refused(tmp_path: Path, arguments: dict[str, Any]) -> None:
    with pytest.raises(RefusalError):
        simulate(tmp_path / "none", **arguments)
    assert not list(tmp_path.iterdir())
