"""What records say: categories by words, and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from vetting.match.says.read import read
from vetting.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

TAXONOMY = pl.DataFrame(Settings.read().taxonomy.rows(), schema=Settings.read().taxonomy.COLUMNS)
SAID = """
hate: Streamer apologizes after racist remarks
hate: Des propos racistes en direct
hate: Comentarios racistas en directo
harassment: Former assistants describe years of bullying
harassment: Elle raconte le cyberharcèlement qu'elle a subi
harassment: Vorwürfe wegen Mobbing
sexual_misconduct: Vlogger charged with sexual assault
sexual_misconduct: Mis en examen pour viol
sexual_misconduct: Acusado de acoso sexual
violence: Arrested on a domestic violence charge
violence: Des menaces de mort à l'antenne
violence: Ermittlung wegen Körperverletzung
fraud: Followers say the giveaway was a scam
fraud: Soupçonné d'escroquerie en bande organisée
fraud: Condenado por estafa
undisclosed_ads: Regulator rules on an undisclosed sponsorship
undisclosed_ads: Un partenariat non déclaré
undisclosed_ads: Abmahnung wegen Schleichwerbung
misinformation: Doctors call the miracle cure a danger
misinformation: De fausses informations de santé
plagiarism: Accused of plagiarism by a small channel
plagiarism: Une atteinte au droit d'auteur
animal_cruelty: Video of animal abuse goes round
animal_cruelty: Jugée pour maltraitance animale
drugs: Stopped for drunk driving
drugs: Conduite en état d'ivresse
dangerous_stunts: A staged prank on a motorway
dangerous_stunts: Un défi dangereux tourne mal
cultural_insensitivity: Photo in blackface resurfaces
cultural_insensitivity: Accusée d'appropriation culturelle
tone_deafness: A tone-deaf post from a private jet
tone_deafness: Tollé après une vidéo
tone_deafness: Fans criticized the clip and slammed the label
brand_conflict: Two brands cut ties with the star
brand_conflict: La marque rompt avec le vidéaste
privacy: Fans hit by a data breach
privacy: Une atteinte à la vie privée
other: Manager arrested at the airport
other: Le vidéaste mis en examen
other: The feud between the two hosts goes on
violence: He was accused of attacking a waiter
hate: "I am not a racist," says the host
fraud: « Je n'ai jamais fait d'arnaque », jure-t-il
sexual_misconduct: Singer cleared of rape
undisclosed_ads: The post was not clearly labelled
undisclosed_ads: She did not disclose the payment
fraud: He did not respond to a lawsuit that speaks of fraud
fraud: Il n'a pas répondu à la plainte pour escroquerie
drugs: Not for the first time, he was stopped for drunk driving
"""
NOTHING = """
A talk about work and rest
Une collecte pour les sinistrés
Scampi for dinner, a grapefruit and a therapist
Her new single is killing it
The clip went viral in an hour
Cette recette est une bombe
Shooting a video in the desert
An assault on the senses, this perfume
He shot a video of the sunrise
Family Feud returns with a new host
She was never accused of fraud
He is not racist
Il n'a jamais été accusé de fraude
Sans aucun scandale, vingt ans de carrière
She speaks out against bullying
Elle s'engage contre le harcèlement scolaire
How to avoid scams when you travel
A film about domestic violence wins
She plays a rapist in the new series
Attack of the giant sandwich
She drops a new single
Sa collection déchire, coup de cœur
"""
ADVERSE = [line.split(": ", 1) for line in SAID.strip().splitlines()]


def _read(table: Callable[..., pl.DataFrame], **record: Any) -> dict[str, Any]:  # noqa: ANN401 - columns hold anything
    return read(table("records", record), TAXONOMY).row(0, named=True)


@pytest.mark.parametrize(("expected", "title"), ADVERSE)
def test_words_make_the_category(table: Callable[..., pl.DataFrame], expected: str, title: str) -> None:
    said = _read(table, title=title)
    assert said["category"] == expected
    assert said["severity"] is not None
    assert said["words"]


@pytest.mark.parametrize("title", NOTHING.strip().splitlines())
def test_what_only_looks_adverse(table: Callable[..., pl.DataFrame], title: str) -> None:
    said = _read(table, title=title)
    assert (said["category"], said["severity"], said["words"], said["adverse"]) == (None, None, [], False)


def test_case_accents_and_punctuation_make_no_difference(table: Callable[..., pl.DataFrame]) -> None:
    assert _read(table, text="HARCELEMENT!")["category"] == _read(table, text="harcèlement")["category"] == "harassment"


def test_the_gravest_category_wins(table: Callable[..., pl.DataFrame]) -> None:
    said = _read(table, title="Backlash over plagiarism and sexual assault")
    assert (said["category"], said["severity"], said["words"]) == ("sexual_misconduct", 5, ["sexual assault"])


def test_weak_words_alone_never_make_the_graver_category(table: Callable[..., pl.DataFrame]) -> None:
    assert _read(table, title="The critic slams the attack")["category"] == "tone_deafness"


@pytest.mark.parametrize(
    ("kind", "expected"), [("regulator", "other"), ("court", "other"), ("list", None), ("news", None)]
)
def test_what_a_regulator_or_court_publishes_is_adverse(
    table: Callable[..., pl.DataFrame], kind: str, expected: str | None
) -> None:
    assert _read(table, source_kind=kind, title="Decision 12")["category"] == expected


@pytest.mark.parametrize(
    ("own", "expected"), [("privacy", "privacy"), ("CRIME", None), ("health misinformation", None)]
)
def test_a_category_of_its_own_counts_if_it_is_ours(
    table: Callable[..., pl.DataFrame], own: str, expected: str | None
) -> None:
    assert _read(table, title="A title", category=own)["category"] == expected


def test_rows_are_sorted_and_everything_may_be_null(table: Callable[..., pl.DataFrame]) -> None:
    rows = table("records", {"record_id": "b", "title": "rape"}, {"record_id": "a", "source_kind": None})
    said = read(rows, TAXONOMY)
    assert said["record_id"].to_list() == ["a", "b"]
    assert said["adverse"].to_list() == [False, True]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["rape ", "sexual ", "a", "ﷺ", "\n", "never ", "never accused "])
def test_ten_megabytes_are_read_in_time(table: Callable[..., pl.DataFrame], piece: str) -> None:
    said = _read(table, text=piece * (10_000_000 // len(piece)))
    assert (said["category"] == "sexual_misconduct") is (piece == "rape ")
