"""The world's names and how common they are."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.lexicon import greatest_shares, name_shares, origins, world_shares
from vetting.lexicon.files import table
from vetting.lexicon.shares import PARTS

LEAST_NAMES = 35
ORIGINS = origins()["origin"].to_list()


def test_there_are_origins_from_the_whole_world() -> None:
    assert len(ORIGINS) >= 35
    assert set(name_shares()["origin"]) == set(ORIGINS)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("origin", ORIGINS)
def test_every_origin_has_names_whose_shares_sum_to_less_than_one(origin: str, part: str) -> None:
    named = name_shares().filter(origin=origin, part=part)
    assert named.height >= LEAST_NAMES
    assert 0 < named["share"].sum() <= 1


def test_names_are_folded_single_words() -> None:
    assert name_shares().filter(~pl.col("token").str.contains(r"^[a-z]+$"))["token"].to_list() == []


def test_no_name_stands_twice_in_a_part() -> None:
    assert name_shares().select("token", "part", "origin").is_duplicated().sum() == 0


def test_tiers_fall() -> None:
    """The first tier of a part is its commonest, so that who edits the file knows where to look."""
    tiers = [[int(tier) for tier in entry[part]] for entry in table("names").values() for part in PARTS]
    assert all(listed == sorted(listed, reverse=True) for listed in tiers)


def test_countries_and_languages_are_iso_codes() -> None:
    both = origins()
    assert both["countries"].explode().str.contains(r"^[A-Z]{2}$").all()
    assert both["languages"].explode().str.contains(r"^[a-z]{2}$").all()
    assert (both["millions"] > 0).all()


def test_a_name_is_as_common_as_where_it_is_commonest() -> None:
    shares = dict(greatest_shares().iter_rows())
    assert shares["nguyen"] > shares["smith"] > shares["lahlou"]
    assert greatest_shares()["token"].is_sorted()


def test_in_the_world_an_origin_weighs_what_it_has_people() -> None:
    family = dict(world_shares().filter(part="family").select("token", "share").iter_rows())
    assert family["wang"] > family["nguyen"] > family["kazlauskas"]
    assert sum(family.values()) < 1
