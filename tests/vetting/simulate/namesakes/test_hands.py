"""How names are written by other hands, stand in sentences, and are made."""

from __future__ import annotations

import pytest

from vetting.simulate.namesakes.dice import Dice, Weighted
from vetting.simulate.namesakes.grammar import definite, elided, of, titled, with_article
from vetting.simulate.namesakes.hands import hyphens, in_script, respelled, scanned, slip
from vetting.simulate.namesakes.names import Pools, origins, table
from vetting.simulate.namesakes.people import People, name_key


def test_a_slip_changes_little_and_never_the_first_letter() -> None:
    dice = Dice(1)
    for _ in range(200):
        made = slip(dice, "Ana Quorvane")
        assert made[0] == "A"
        assert abs(len(made) - 12) <= 1
        assert made.count(" ") == 1
    assert slip(dice, "Al") == "Al"


def test_a_scan_confuses_what_looks_alike() -> None:
    assert {scanned(Dice(seed), "Harlo") for seed in range(40)} >= {"Har1o", "Harl0"}


@pytest.mark.parametrize(
    ("script", "written"), [("cyrillic", "Шура Жданова"), ("greek", "Σηυρα Ζηδανοβα"), ("arabic", "شورا")]
)
def test_names_in_other_scripts(script: str, written: str) -> None:
    made = in_script("Shura Zhdanova", script)
    assert not any("a" <= letter <= "z" for letter in made.lower())
    if script != "greek":
        assert made.startswith(written[:4])


def test_sounds_are_respelled_by_origin() -> None:
    made = {respelled(Dice(seed), "Zhou", "chinese") for seed in range(40)}
    assert made - {"Zhou"}
    assert {hyphens(Dice(seed), "Anna-Lena Ostra") for seed in range(20)} == {"Anna Lena Ostra", "AnnaLena Ostra"}


@pytest.mark.parametrize(
    ("name", "language", "written"),
    [("Ana Diaz", "en", "Ana Diaz's"), ("Rhys", "en", "Rhys'"), ("Müller", "de", "Müllers"), ("Ana", "fr", "Ana")],
)
def test_possession(name: str, language: str, written: str) -> None:
    assert of(name, language) == written


def test_elision_and_articles() -> None:
    assert elided("de", "Élodie Ruel") == "d'Élodie Ruel"
    assert elided("que", "Marc") == "que Marc"
    assert with_article("influenceuse mode", "fr") == "une influenceuse mode"
    assert with_article("architect", "en") == "an architect"
    assert definite("influenceur mode", "fr") == "l'influenceur mode"
    assert definite("sœur", "fr") == "la sœur"
    assert definite("surgeon", "en") == "surgeon"
    assert titled("police question @ana") == "Police Question @ana"


def test_every_origin_has_names_and_a_place_that_articles_can_name() -> None:
    countries = table("countries.toml")
    for origin in origins().values():
        assert len(origin.given) > 15
        assert len(origin.family) > 15
        assert set(origin.countries) <= set(countries)
    for told in countries.values():
        assert [told[name].count("|") for name in ("name", "people")] == [3, 3]


def test_a_namesake_shares_the_name_and_a_relative_the_family() -> None:
    dice = Dice(3)
    people = People(dice, Pools(dice, 0.5, 0.3))
    for _ in range(50):
        person = people.anyone()
        assert people.namesake(person).key == person.key
        assert people.relative(person).families == person.families
    assert name_key("García, José") == name_key("jose GARCIA") or name_key("García José") == name_key("jose GARCIA")


def test_rare_names_are_no_common_ones() -> None:
    dice = Dice(4)
    pools = Pools(dice, 0.5, 1.0)
    made = {pools.any("polish", "family") for _ in range(200)}
    assert len(made - set(origins()["polish"].family)) > 120


def test_a_weight_of_nothing_is_never_drawn() -> None:
    weighted = Weighted.of({"a": 1.0, "b": 0.0})
    assert {Dice(5).draw(weighted) for _ in range(50)} == {"a"}
