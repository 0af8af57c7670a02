"""What records say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from vetting.match.topic import read, taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

SAID = [
    ("hate", "Streamer apologizes after racist remarks"),
    ("hate", "Des propos racistes en direct"),
    ("harassment", "Former assistants describe years of bullying"),
    ("harassment", "Elle raconte le cyberharcèlement qu'elle a subi"),
    ("sexual_misconduct", "Vlogger charged with sexual assault"),
    ("sexual_misconduct", "Mis en examen pour viol"),
    ("violence", "Arrested on a domestic violence charge"),
    ("violence", "Des menaces de mort à l'antenne"),
    ("fraud", "Followers say the giveaway was a scam"),
    ("fraud", "Soupçonné d'escroquerie en bande organisée"),
    ("undisclosed_ads", "Regulator rules on an undisclosed sponsorship"),
    ("undisclosed_ads", "Un partenariat non déclaré"),
    ("misinformation", "Doctors call the miracle cure a danger"),
    ("misinformation", "De fausses informations de santé"),
    ("plagiarism", "Accused of plagiarism by a small channel"),
    ("plagiarism", "Une atteinte au droit d'auteur"),
    ("animal_cruelty", "Video of animal abuse goes round"),
    ("animal_cruelty", "Jugée pour maltraitance animale"),
    ("drugs", "Stopped for drunk driving"),
    ("drugs", "Conduite en état d'ivresse"),
    ("dangerous_stunts", "A staged prank on a motorway"),
    ("dangerous_stunts", "Un défi dangereux tourne mal"),
    ("cultural_insensitivity", "Photo in blackface resurfaces"),
    ("cultural_insensitivity", "Accusée d'appropriation culturelle"),
    ("tone_deafness", "A tone-deaf post from a private jet"),
    ("tone_deafness", "Tollé après une vidéo"),
    ("brand_conflict", "Two brands cut ties with the star"),
    ("brand_conflict", "La marque rompt avec le vidéaste"),
    ("privacy", "Fans hit by a data breach"),
    ("privacy", "Une atteinte à la vie privée"),
    ("other", "Manager arrested at the airport"),
    ("other", "Le vidéaste mis en examen"),
    (None, "A talk about work and rest"),
    (None, "Une collecte pour les sinistrés"),
    (None, "Scampi for dinner, a grapefruit and a therapist"),
]


def _read(table: Callable[..., pl.DataFrame], **record: Any) -> dict[str, Any]:  # noqa: ANN401 - columns hold anything
    return read(table("records", record)).row(0, named=True)


@pytest.mark.parametrize(("expected", "title"), SAID)
def test_words_make_the_category(table: Callable[..., pl.DataFrame], expected: str | None, title: str) -> None:
    said = _read(table, title=title)
    assert said["category"] == expected
    assert (said["severity"] is None) is (expected is None)
    assert bool(said["words"]) is (expected is not None)


def test_case_accents_and_punctuation_make_no_difference(table: Callable[..., pl.DataFrame]) -> None:
    assert _read(table, text="HARCELEMENT!")["category"] == _read(table, text="harcèlement")["category"] == "harassment"


def test_the_gravest_category_wins(table: Callable[..., pl.DataFrame]) -> None:
    said = _read(table, title="Backlash over plagiarism and sexual assault")
    assert (said["category"], said["severity"], said["words"]) == ("sexual_misconduct", 5, ["sexual assault"])


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


def test_role_stays_named_and_rows_are_sorted(table: Callable[..., pl.DataFrame]) -> None:
    said = read(table("records", {"record_id": "b", "title": "rape"}, {"record_id": "a"}))
    assert said["record_id"].to_list() == ["a", "b"]
    assert said["role"].to_list() == ["named", "named"]
    assert said.columns == ["record_id", "category", "severity", "words", "role"]


def test_the_taxonomy_is_whole() -> None:
    entries = taxonomy()
    assert len(entries) == 16
    for entry in entries:
        assert set(entry.label) == {"en", "fr"}
        assert 1 <= entry.severity <= 5
        assert entry.half_life_days is None or entry.half_life_days > 0
        assert all(word == word.lower().strip() and word.isascii() for word in entry.words)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["rape ", "sexual ", "a", "ﷺ", "\n"])
def test_a_megabyte_is_read_in_time(table: Callable[..., pl.DataFrame], piece: str) -> None:
    said = _read(table, text=piece * (1_000_000 // len(piece)))
    assert (said["category"] == "sexual_misconduct") is (piece == "rape ")
