"""Who did it, who answers, who suffers, who is only named: sentences of our own, in English and French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from vetting.match.says.roles import roles

if TYPE_CHECKING:
    from collections.abc import Callable

ENGLISH, FRENCH = "Zed Quarrel", "Lina Moreau"
SAID = """
did: Zed Quarrel accused of faking charity streams
did: Zed Quarrel sued over unpaid invoices
did: Two former assistants accuse Zed Quarrel of bullying
did: Zed Quarrel arrested after fight outside a club
did: Police charge YouTuber Zed Quarrel with fraud
did: Lawsuit against Zed Quarrel moves forward
did: Zed Quarrel under fire for tone-deaf holiday post
did: Zed Quarrel, a gaming streamer from Leeds, charged with assault
did: Backlash against Zed Quarrel grows
did: Brand drops Zed Quarrel over racist tweets
did: Zed Quarrel posts racist rant, then vanishes
did: Zed Quarrel harassed a former employee, court hears
did: Zed Quarrel's racist remarks resurface
did: Zed Quarrel's arrest shocks fans
did: Regulator fines Zed Quarrel for hidden adverts
did: Zed Quarrel failed to disclose paid partnership, watchdog says
did: Zed Quarrel was found guilty of tax fraud
did: Zed Quarrel and Ana Holt indicted in crypto scheme
did: Zed Quarrel slammed for insensitive joke
did: Zed Quarrel faces backlash after prank
did: Fans scammed by Zed Quarrel demand refunds
did: Investigation into Zed Quarrel opened
did: Zed Quarrel admits buying followers
did: Zed Quarrel pleads guilty to drunk driving
did: Zed Quarrel caught on video kicking a dog
did: The Zed Quarrel controversy, explained
did: Boycott of Zed Quarrel spreads
did: Zed Quarrel was dropped by two sponsors
did: Zed Quarrel spreads vaccine misinformation
answered: Zed Quarrel apologizes for old tweets
answered: Zed Quarrel apologises after being accused of racism
answered: Zed Quarrel denies fraud allegations
answered: Zed Quarrel responds to plagiarism claims
answered: Zed Quarrel breaks silence on lawsuit
answered: Zed Quarrel issues apology over undisclosed ads
answered: Zed Quarrel's lawyer denies assault claim
answered: Zed Quarrel's apology video draws more criticism
answered: Zed Quarrel hits back at scam accusations
suffered: Zed Quarrel harassed by stalker for two years
suffered: Zed Quarrel victim of online bullying
suffered: Stalker of Zed Quarrel sentenced to five years
suffered: Zed Quarrel's attacker jailed
suffered: Zed Quarrel says she was assaulted by producer
suffered: Man arrested for threatening Zed Quarrel
suffered: Death threats against Zed Quarrel: two arrested
suffered: Zed Quarrel robbed at gunpoint in Paris
suffered: Zed Quarrel was stalked by a former fan
suffered: Zed Quarrel receives death threats after match
suffered: Hacker leaks data of thousands: Zed Quarrel targeted by extortion
suffered: Zed Quarrel opens up about being groped on set
suffered: Zed Quarrel attacked by dog owner at park
suffered: Burglars broke into Zed Quarrel's home
suffered: Troll convicted of harassing Zed Quarrel
suffered: Zed Quarrel reveals he was blackmailed over private photos
named: Zed Quarrel sues brand over unpaid fees
named: Fraud is everywhere, wrote Zed Quarrel
named: According to Zed Quarrel, the scam was obvious
named: Judge Zed Quarrel sentences influencer to prison
named: Zed Quarrel accuses former manager of fraud
named: Reporter Zed Quarrel on the fraud trial
named: Fans of Zed Quarrel arrested after riot
named: Zed Quarrel's brother arrested for fraud
named: Zed Quarrel mocks senator over scandal
named: Lawyer Zed Quarrel wins harassment case
named: Concert with Zed Quarrel ends in riot
named: Zed Quarrel weighs in on the cheating scandal
named: The scandal, the fraud and a song by Zed Quarrel
did: Lina Moreau accusée de harcèlement moral
did: Lina Moreau mise en examen pour escroquerie
did: La youtubeuse Lina Moreau condamnée à une amende
did: Plainte contre Lina Moreau pour publicité dissimulée
did: Une enquête vise Lina Moreau
did: Trois anciennes salariées accusent Lina Moreau
did: Lina Moreau au cœur d'une polémique
did: Lina Moreau a été placée en garde à vue
did: Lina Moreau visée par une plainte
did: Les propos racistes de Lina Moreau indignent
did: La marque lâche l'influenceuse Lina Moreau
did: Lina Moreau, influenceuse beauté, épinglée par la DGCCRF
did: L'arrestation de Lina Moreau fait réagir
did: Lina Moreau a harcelé une abonnée
did: Lina Moreau relaie une fausse information sur les vaccins
did: Le procès de Lina Moreau s'ouvre lundi
did: Lina Moreau provoque un tollé
did: Lina Moreau fait la promotion de produits contrefaits
did: Lina Moreau critiquée pour un placement de produit
answered: Lina Moreau s'excuse après ses propos
answered: Lina Moreau présente ses excuses
answered: Lina Moreau dément les accusations de fraude
answered: Lina Moreau répond aux critiques
answered: Accusée de plagiat, Lina Moreau sort du silence
answered: Les excuses de Lina Moreau ne passent pas
answered: L'avocat de Lina Moreau conteste les faits
suffered: Lina Moreau victime de cyberharcèlement
suffered: Lina Moreau harcelée par un inconnu
suffered: Lina Moreau agressée en pleine rue
suffered: Le harceleur de Lina Moreau condamné
suffered: Menaces de mort contre Lina Moreau : un homme interpellé
suffered: Lina Moreau raconte avoir été agressée par un producteur
suffered: Lina Moreau porte plainte pour harcèlement
suffered: Un homme menace Lina Moreau
suffered: Lina Moreau s'est fait voler ses comptes
suffered: Le cyberharcèlement dont Lina Moreau est victime
suffered: L'agresseur présumé de Lina Moreau jugé
named: Selon Lina Moreau, l'arnaque était connue
named: « C'est une fraude », a écrit Lina Moreau
named: L'avocate Lina Moreau défend la victime
named: Lina Moreau accuse son ancien agent de fraude
named: Lina Moreau porte plainte contre une marque
named: Les fans de Lina Moreau harcèlent une journaliste
named: Le frère de Lina Moreau arrêté pour vol
named: Me Lina Moreau plaide dans le procès
did: Zed Quarrel faces harassment lawsuit
did: Harassment allegations against Zed Quarrel
did: Accusations de harcèlement visant Lina Moreau
did: Zed Quarrel's Accusers Speak Out
did: ZED QUARREL ARRESTED FOR DUI
"""
SENTENCES = [line.split(": ", 1) for line in SAID.strip().splitlines()]


def _role(table: Callable[..., pl.DataFrame], met: str | None, **record: Any) -> str:  # noqa: ANN401 - any column
    pairs = pl.DataFrame({"creator_id": ["c"], "record_id": ["r"], "met": [met]}, schema_overrides={"met": pl.String})
    return str(roles(pairs, table("records", record))["role"].item())


@pytest.mark.parametrize(("role", "title"), SENTENCES)
def test_sentences(table: Callable[..., pl.DataFrame], role: str, title: str) -> None:
    assert _role(table, FRENCH if FRENCH in title else ENGLISH, title=title) == role


@pytest.mark.parametrize(
    ("met", "title", "role"),
    [
        ("Zed Quarrel's", "Zed Quarrel’s arrest shocks fans", "did"),  # noqa: RUF001 - as typographers write
        ("d'Ana Ruiz", "Le procès d'Ana Ruiz s'ouvre", "did"),
        ("Zed Quarrel", "ZED QUARREL ACCUSED OF FRAUD", "did"),
        ("Anne Marie Léger", "Anne-Marie Leger accusée de fraude", "did"),
        ("@zedq", "@zedq accused of fraud", "did"),
        ("Zed", "Zedekiah accused of fraud", "named"),
        (".* (?", ".* (? accused of fraud", "named"),
        ("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "named"),
        ("Zed Quarrel", "Somebody accused of fraud", "named"),
        ("", "accused of fraud", "named"),
        (None, "accused of fraud", "named"),
        ("qzqz", "qzqz accused of fraud", "named"),  # our own mark for names, which is not read in a text
    ],
)
def test_names_as_records_write_them(
    table: Callable[..., pl.DataFrame], met: str | None, title: str, role: str
) -> None:
    assert _role(table, met, title=title) == role


@pytest.mark.parametrize(
    ("kind", "text", "role"),
    [
        ("regulator", "Decision 12 on an advert", "did"),
        ("court", "Decision 12", "did"),
        ("list", None, "did"),
        ("news", "Decision 12", "named"),
        ("court", "The court heard Zed Quarrel, victim of fraud", "suffered"),
        ("regulator", "Complaint by Zed Quarrel against an agency", "named"),
    ],
)
def test_the_subject_of_a_ruling_did_it_unless_the_text_says_otherwise(
    table: Callable[..., pl.DataFrame], kind: str, text: str | None, role: str
) -> None:
    assert _role(table, ENGLISH, source_kind=kind, text=text, subject_names=[ENGLISH]) == role


def test_the_title_decides_where_it_tells(table: Callable[..., pl.DataFrame]) -> None:
    text = "Zed Quarrel was accused of fraud. Zed Quarrel was charged with fraud."
    assert _role(table, ENGLISH, title="Stalker of Zed Quarrel jailed", text=text) == "suffered"
    assert _role(table, ENGLISH, title="A long week", text=text) == "did"


def test_the_words_around_the_name_are_kept(table: Callable[..., pl.DataFrame]) -> None:
    pairs = pl.DataFrame({"creator_id": ["c"], "record_id": ["r"], "met": [ENGLISH]})
    said = roles(pairs, table("records", {"title": "Zed Quarrel, a singer, accused of fraud"})).row(0, named=True)
    assert said["role_words"] == ["…, a singer, accused of"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["Zed Quarrel and ", "accused ", "Zed Quarrel, ", "a", ", "])
def test_ten_megabytes_are_read_in_time(table: Callable[..., pl.DataFrame], piece: str) -> None:
    assert _role(table, ENGLISH, text=piece * (10_000_000 // len(piece))) == "named"
