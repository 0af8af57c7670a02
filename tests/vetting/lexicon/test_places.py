"""Words for countries, their people and their cities."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.lexicon import greatest_shares, origins, places

USUAL = 1e-3


def test_many_countries_in_iso_codes() -> None:
    assert places()["country"].n_unique() >= 90
    assert places()["country"].str.contains(r"^[A-Z]{2}$").all()


def test_phrases_are_folded_and_stand_once() -> None:
    assert places().filter(~pl.col("phrase").str.contains(r"^[a-z]+( [a-z]+)*$"))["phrase"].to_list() == []
    assert places()["phrase"].is_duplicated().sum() == 0


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("germany", "DE"), ("allemande", "DE"), ("alemanes", "DE"), ("deutsche", "DE"), ("munich", "DE"),
        ("united kingdom", "GB"), ("etats unis", "US"), ("afrique du sud", "ZA"), ("nigeriane", "NG"),
        ("cote ivoire", "CI"), ("mexicanas", "MX"), ("osterreicherin", "AT"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_words(phrase: str, country: str) -> None:
    assert places().filter(phrase=phrase)["country"].to_list() == [country]


@pytest.mark.parametrize("phrase", ["turkey", "chili", "georgia", "jordan", "polish", "china", "nice", "us", "island"])
def test_words_of_two_minds_are_marked(phrase: str) -> None:
    assert places().filter(phrase=phrase)["unsure"].to_list() == [True]


@pytest.mark.parametrize("phrase", ["reading", "chad", "mobile", "hamilton"])
def test_words_that_mostly_mean_something_else_are_left_out(phrase: str) -> None:
    assert places().filter(phrase=phrase).is_empty()


def test_a_usual_name_is_never_sure() -> None:
    usual = greatest_shares().filter(pl.col("share") >= USUAL)["token"]
    sure = places().filter(~pl.col("unsure") & pl.col("phrase").is_in(usual.implode()))
    assert sure["phrase"].to_list() == []


def test_every_origin_of_names_has_a_country_with_words() -> None:
    known = set(places()["country"])
    assert all(set(countries) & known for countries in origins()["countries"])


def test_words_are_counted() -> None:
    counts = dict(places().select("phrase", "words").iter_rows())
    assert counts["france"] == 1
    assert counts["afrique du sud"] == 3
