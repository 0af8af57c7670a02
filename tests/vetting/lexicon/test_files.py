"""The lists are clean, and come out as they were written."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.lexicon import fits, greatest_shares, phrases, section, word_kinds, words
from vetting.lexicon.files import LISTS, table

FOLDED = r"^[a-z0-9]+( [a-z0-9]+)*$"
SECTIONS = ("trades", "outsiders", "creators", "platforms", "kin", "titles", "company_forms", "ordinary")
TOP = ("decorations", "handle_starts", "handle_ends", "particles")
USUAL = 1e-3
ALLOWED = {"beauty", "chien", "music", "papa", "song", "yoga", "imam", "nieto", "son", "pastor", "barbier", "richter"}
"""Words of trades and kin that are usual names as well, looked at one by one."""


@pytest.mark.parametrize("name", SECTIONS)
def test_words_are_folded(name: str) -> None:
    assert phrases(name).filter(~pl.col("phrase").str.contains(FOLDED))["phrase"].to_list() == []


@pytest.mark.parametrize("name", TOP)
def test_lists_are_folded(name: str) -> None:
    assert [word for word in words(name) if not word.isascii() or word != word.lower()] == []


@pytest.mark.parametrize("name", SECTIONS)
def test_no_entry_is_empty(name: str) -> None:
    assert all(section(name).values())


@pytest.mark.parametrize("name", ["trades", "outsiders"])
def test_every_language_has_its_words(name: str) -> None:
    """One word that each of the four languages alone has, in one field."""
    told = {
        "trades": {"gamer", "patissiere", "bailarina", "schauspielerin"},
        "outsiders": {"surgeon", "chirurgienne", "concejala", "zahnarztin"},
    }
    assert told[name] <= set(word_kinds(name)["token"])


@pytest.mark.parametrize(("name", "least"), [("trades", 1000), ("outsiders", 1200), ("kin", 250), ("titles", 250)])
def test_there_are_enough(name: str, least: int) -> None:
    assert phrases(name).height >= least


def test_no_two_lists_share_a_name() -> None:
    keys = [key for name in LISTS for key in table(name)]
    assert len(keys) == len(set(keys))


def test_a_phrase_leaves_with_spaces() -> None:
    estate = phrases("outsiders").filter(phrase="estate agent")
    assert estate.rows() == [("estate agent", "construction", 2)]
    assert "estate_agent" not in set(phrases("outsiders")["phrase"])


def test_word_kinds_are_single_words() -> None:
    assert not word_kinds("outsiders")["token"].str.contains(" ").any()


def test_two_professions_are_told_apart() -> None:
    kinds = dict(word_kinds("outsiders").filter(pl.col("token").is_in(["surgeon", "senator"])).iter_rows())
    assert kinds == {"surgeon": "medicine", "senator": "politics"}


def test_what_fits_a_trade_exists() -> None:
    known, fields = set(section("trades")), set(section("outsiders"))
    assert set(fits()["trade"]) <= known
    assert set(fits()["field"]) <= fields
    assert fits().filter(trade="sports", field="sport").height == 1


@pytest.mark.parametrize("name", ["trades", "outsiders", "kin"])
def test_hardly_a_telling_word_is_a_usual_name(name: str) -> None:
    usual = set(greatest_shares().filter(pl.col("share") >= USUAL)["token"])
    assert set(word_kinds(name)["token"]) & usual <= ALLOWED


@pytest.mark.parametrize("edge", ["handle_starts", "handle_ends"])
def test_what_decorates_a_handle_is_no_given_name(edge: str) -> None:
    given = set(greatest_shares().filter(pl.col("share") >= USUAL)["token"])
    assert set(words(edge)) & given <= {"la", "el", "le", "mon", "ma", "beauty", "fan", "music"}
