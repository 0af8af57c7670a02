"""Worlds of namesakes: the same seed gives the same one, each kind is met, and the truth agrees with the tables."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import polars as pl
from polars.testing import assert_frame_equal

from vetting.records import TABLES
from vetting.simulate.namesakes import draw
from vetting.simulate.namesakes.habits import ALTERED, MISSED
from vetting.simulate.shape import schema

if TYPE_CHECKING:
    from vetting.simulate.namesakes import Bunch

CHANCE = 0.05
"""Share of the names met that may be a stranger's by chance, drawn after the list was read for it."""
PRINT = """
from vetting.simulate.namesakes import draw
world = draw(9, creators=60, records=300)
print([int(getattr(world, name).hash_rows(seed=1).sum()) for name in ("creators", "accounts", "records", "truth")])
"""


def creators_of(world: Bunch) -> pl.DataFrame:
    """What the list gives of each creator, under the id that the truth uses."""
    accounts = world.accounts.with_columns(creator_id=pl.coalesce("creator_id", "account_id"))
    told = accounts.group_by("creator_id").agg(pl.col("country", "category").drop_nulls().first())
    return told.join(world.creators.select("creator_id", "birth_date", listed="country"), on="creator_id", how="left")


def test_the_same_seed_gives_the_same_world_in_any_process(world: Bunch) -> None:
    again = draw(5, creators=300, records=3000)
    for name in ("creators", "accounts", "records", "truth"):
        assert_frame_equal(getattr(world, name), getattr(again, name))
    runs = {
        subprocess.run(
            [sys.executable, "-c", PRINT], check=True, capture_output=True, text=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_another_seed_has_other_habits() -> None:
    first, second = draw(1, creators=20, records=50), draw(2, creators=20, records=50)
    assert first.habits != second.habits
    assert not first.creators.equals(second.creators)


def test_tables_are_those_of_the_exchange(world: Bunch) -> None:
    for name in ("creators", "accounts", "records"):
        frame = getattr(world, name)
        assert dict(frame.schema) == schema(name)
        required = [column.name for column in TABLES[name].columns if column.required]
        assert frame.select(pl.col(required).null_count()).sum_horizontal().item() == 0
        assert frame[TABLES[name].key[0]].is_unique().all()
    assert world.records.height == 3000
    assert world.accounts["creator_id"].null_count() > 0
    assert (world.accounts["display_name"].is_not_null() | world.accounts["creator_id"].is_not_null()).all()


def test_the_truth_names_only_what_is_there(world: Bunch) -> None:
    truth = world.truth
    assert set(truth["record_id"]) == set(world.records["record_id"])
    assert not truth.select("record_id", "creator_id").is_duplicated().any()
    known = set(creators_of(world)["creator_id"])
    assert set(truth["creator_id"].drop_nulls()) <= known
    assert truth.filter(pl.col("creator_id").is_null())["about"].eq_missing(other=False).all()
    assert truth.filter(pl.col("same") != pl.col("about").fill_null(value=False)).is_empty()
    alone = truth.filter(pl.col("kind").is_in(["other", "nobody"]))
    assert alone["creator_id"].null_count() == alone.height


def test_forms_are_what_the_records_look_like(world: Bunch) -> None:
    rows = world.truth.join(world.records, on="record_id")
    columns = ("subject_names", "subject_aliases", "subject_handles")
    total = rows.select("form", total=sum(pl.col(column).list.len().fill_null(0) for column in columns))
    assert total.filter(pl.col("form") == "structured")["total"].min() == 1
    assert total.filter(pl.col("form") == "free_text")["total"].max() == 0
    assert rows.filter(pl.col("form") == "free_text")["title"].null_count() == 0


def test_each_kind_occurs(worlds: list[Bunch]) -> None:
    met = set().union(*(world.truth["kind"].unique() for world in worlds))
    assert set(ALTERED) <= met
    assert set(MISSED) <= met
    assert {"other", "nobody", "chance", "co_named"} <= met
    assert any(kind.startswith("passing_") for kind in met)


def test_kinds_about_somebody_else_are_never_about_the_creator(worlds: list[Bunch]) -> None:
    every = pl.concat(world.truth for world in worlds)
    missed = every.filter(pl.col("kind").is_in(list(MISSED)))
    assert not missed["same"].any()
    assert missed.filter(pl.col("kind") == "namesake_nothing")["about"].null_count() > 0
    clear = missed.filter(~pl.col("kind").is_in(["namesake_nothing", "initial_other"]))
    assert clear["about"].null_count() == 0
    assert every.filter(pl.col("kind").is_in(list(ALTERED)))["about"].all()


def test_a_namesake_that_differs_in_the_birth_date_does(worlds: list[Bunch]) -> None:
    for world in worlds:
        rows = world.truth.filter((pl.col("kind") == "namesake_birth") & (pl.col("form") == "structured"))
        both = rows.join(world.records, on="record_id").join(creators_of(world), on="creator_id")
        assert both["subject_birth_date"].null_count() == 0
        assert (both["subject_birth_date"].dt.year() != both["birth_date"].dt.year()).all()


def test_nothing_tells_where_nobody_could_tell(worlds: list[Bunch]) -> None:
    for world in worlds:
        rows = world.truth.filter(
            pl.col("about").is_null() & (pl.col("form") == "structured") & (pl.col("kind") != "chance")
        )
        both = rows.join(world.records, on="record_id").join(creators_of(world), on="creator_id")
        told = both.filter(pl.col("subject_country").is_not_null() & pl.col("listed").is_not_null())
        assert (told["subject_country"] == told["listed"]).all()
        born = both.filter(pl.col("subject_birth_date").is_not_null() & pl.col("birth_date").is_not_null())
        assert (born["subject_birth_date"].dt.year() == born["birth_date"].dt.year()).all()


def test_no_record_bears_a_listed_name_unnoticed(worlds: list[Bunch]) -> None:
    for world in worlds:
        names = world.creators.select("creator_id", "name").drop_nulls()
        said = world.records.select("record_id", name="subject_names").explode("name").drop_nulls()
        met = said.join(names, on="name").unique(["record_id", "creator_id"])
        assert met.height > 0
        unnoticed = met.join(world.truth, on=["record_id", "creator_id"], how="anti")
        assert unnoticed.height <= met.height * CHANCE


def test_an_exact_name_stands_in_the_record(worlds: list[Bunch]) -> None:
    met = []
    for world in worlds:
        rows = world.truth.filter(pl.col("kind").is_in(["exact", "passing_exact"])).join(world.records, on="record_id")
        names = world.creators.select(
            "creator_id", called=pl.concat_list(pl.col("name"), pl.col("aliases").fill_null([]))
        )
        parts = [pl.col(column).list.join(" ") for column in ("subject_names", "subject_aliases")]
        said = pl.concat_str("title", "text", *parts, separator=" ", ignore_nulls=True).str.to_lowercase()
        both = rows.join(names, on="creator_id").select(said=said, called="called").explode("called").drop_nulls()
        last = pl.col("called").str.split(" ").list.last().str.to_lowercase()
        met.append(both.select(stands=pl.col("said").str.contains(last, literal=True)))
    every = pl.concat(met)
    assert every.filter("stands").height > 0.6 * every.height > 30


def test_texts_are_in_four_languages_and_leave_no_gap_open(worlds: list[Bunch]) -> None:
    every = pl.concat(world.records for world in worlds)
    assert {"en", "fr", "es", "de"} <= set(every["language"])
    said = pl.concat_str("title", "text", ignore_nulls=True)
    assert every.filter(said.str.contains(r"\{\w*\}")).is_empty()
    french = every.filter(pl.col("language") == "fr", said.str.contains(r"(?i)\bde des\b|\bde une? |[a-z]\?|[a-z]!"))
    assert french.is_empty()
    assert every.filter(pl.col("text").str.len_chars() > 2000).height > 0
