"""The third world: a folder that loads whole, the same from the same seed, and a truth that fits what is told."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import polars as pl
import pytest

from bench.namesakes.hands import HANDS, glued, hyphened, initials, scanned, thinned, turned
from bench.namesakes.origins import Word, origin_of, pools
from bench.namesakes.people import People, Person, leet
from bench.namesakes.scripts import latin, written
from bench.namesakes.strangers import KINDS, UNTOLD
from bench.namesakes.tables import LAST_DAY
from bench.namesakes.texts import Facts, owned, who
from bench.namesakes.world import namesakes
from vetting.load.load import load
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

DAY = LAST_DAY.date()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("namesakes") / "world"
    namesakes(out, out.with_name("truth.parquet"), creators=300, records=4000, seed=4)
    return out


@pytest.fixture(scope="module")
def told(world: Path) -> pl.DataFrame:
    """The truth beside its records and creators."""
    truth = pl.read_parquet(world.with_name("truth.parquet"))
    creators = pl.read_parquet(world / "creators.parquet")
    records = pl.read_parquet(world / "records.parquet")
    return truth.join(records, on="record_id").join(creators, on="creator_id", how="left", suffix="_own")


def somebody() -> Person:
    given, family = (Word("Jean"), Word("Luc")), (Word("Martin"),)
    return Person("french", "FR", given, family, DAY.replace(year=1990), "tech", "YouTube", "Amiens")


def test_every_row_loads(world: Path) -> None:
    with Warehouse() as house:
        load(house, world, source="namesakes", loaded_at=LAST_DAY)
        assert house.execute("SELECT * FROM ops.quarantine") == []
        assert house.execute("SELECT count(*) FROM stored.records") == [(4000,)]
        assert house.execute("SELECT count(*) FROM stored.creators") == [(300,)]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        namesakes(tmp_path / name, tmp_path / f"{name}.parquet", creators=40, records=300, seed=9)
    for table in ("creators", "accounts", "records"):
        assert (tmp_path / f"one/{table}.parquet").read_bytes() == (tmp_path / f"two/{table}.parquet").read_bytes()
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_every_kind_of_record_is_there_with_its_truth(told: pl.DataFrame) -> None:
    assert told.height == 4000
    assert set(told["kind"]) == {*HANDS, *KINDS, *UNTOLD, "neg_famous", "other"}
    planted = told.drop_nulls("creator_id")
    near = pl.col("kind").str.starts_with("neg_")
    expected = pl.when(pl.col("kind").is_in(list(UNTOLD))).then(None).otherwise(~near)
    assert planted.select(pl.col("about").eq_missing(expected).all()).item()
    assert (
        told.filter(pl.col("creator_id").is_null())["about"].to_list().count(False) == told["creator_id"].null_count()
    )
    assert told.filter(pl.col("creator_id").is_not_null() & pl.col("origin").is_null()).is_empty()


def test_who_is_told_apart_by_a_fact_differs_in_it(told: pl.DataFrame) -> None:
    fields = told.filter(pl.col("form") == "structured")
    abroad = fields.filter(pl.col("kind") == "neg_country")
    assert abroad.height > 0
    assert abroad.select((pl.col("subject_country") != pl.col("country_own")).all()).item()
    older = fields.filter(pl.col("kind").is_in(["neg_birth", "neg_parent"]))
    assert older.height > 0
    assert older.select((pl.col("subject_birth_date") != pl.col("birth_date")).all()).item()
    bare = fields.filter(pl.col("kind") == "bare")
    assert bare.select(pl.col("subject_country", "subject_birth_date").is_null().all()).row(0) == (True, True)


def test_true_records_are_consistent_and_say_as_much(told: pl.DataFrame) -> None:
    fields = told.filter(pl.col("form") == "structured", pl.col("kind") != "other")
    right = fields.filter("about")
    assert right.select((pl.col("subject_birth_date") == pl.col("birth_date")).drop_nulls().all()).item()
    same = right.select((pl.col("subject_country") == pl.col("country_own")).mean()).item()
    assert same > 0.9
    said = fields.drop_nulls("about").group_by("about").agg(pl.col("subject_country").is_not_null().mean())
    shares = dict(said.iter_rows())
    assert abs(shares[True] - shares[False]) < 0.2


def test_nobody_else_bears_a_listed_name(told: pl.DataFrame, world: Path) -> None:
    listed = set(pl.read_parquet(world / "creators.parquet")["name"])
    others = told.filter(pl.col("kind") == "other").explode("subject_names").drop_nulls("subject_names")
    assert others.height > 500
    assert not listed & set(others["subject_names"])


def test_some_family_names_are_borne_by_many() -> None:
    people = People(Random(2))  # noqa: S311 - no secret
    families = [people.person(pools()["vietnamese"][0]).family[0].latin for _ in range(300)]
    usual = max(families.count(name) for name in set(families))
    assert usual > 60
    assert len(pools()) > 20
    assert {origin_of()[country] for country in ("US", "NG", "KR")} == {"anglo", "west_african", "korean"}


def test_hands_write_as_they_should() -> None:
    one, dice = somebody(), Random(1)  # noqa: S311 - no secret
    assert initials(one, dice, "fr") == "J. L. Martin"
    assert glued(one, dice, "fr") == "JeanLucMartin"
    assert (turned(one, dice, "fr") or "").casefold() == "martin jean luc"
    assert len(thinned(one, dice, "fr") or "") in (len(one.name) - 1, len(one.name) - 2)
    assert scanned(one, dice, "fr") != one.name
    assert (hyphened(one, dice, "fr") or "").count(" ") == 1
    assert leet("tasteful") == "74573ful"


@pytest.mark.parametrize(
    ("name", "script", "first", "second"),
    [
        ("Жанна", "cyrillic", "Zhanna", "Janna"),
        ("Παπαδοπούλου", "greek", "Papadopoulou", "Papadhopoulou"),
        ("ნაკაშიძე", "georgian", "Nakashidze", "Nakashidze"),
        ("विनय", "devanagari", "Vinay", "Winay"),
        ("예원", "hangul", "Yewon", "Ye-won"),
        ("이", "hangul", "I", "Lee"),
    ],
)
def test_scripts_are_read_by_two_customs(name: str, script: str, first: str, second: str) -> None:
    assert (latin(name, script), latin(name, script, second=True)) == (first, second)


def test_latin_names_are_written_abroad() -> None:
    assert written("Chad Sheffield", "to_cyrillic") == "Чад Шеффиелд"
    assert written("Chad", "to_greek") == "Χαντ"


def test_names_carry_what_is_told_and_whose_they_are() -> None:
    facts = Facts(country="FR", city="Amiens", birth=DAY.replace(year=1990), trade="tech", platform="YouTube")
    told = who("Jean Martin", facts, "fr", DAY)
    assert told == "Jean Martin, 36 ans, vidéaste high-tech sur YouTube, qui vit à Amiens (France),"
    assert who("Jean Martin", Facts(), "de", DAY) == "Jean Martin"
    assert owned("Anna", "fr")["of"] == "d’Anna"  # noqa: RUF001 - as newspapers print it
    assert owned("Hans", "de")["names"] == "Hans’"  # noqa: RUF001 - as newspapers print it
