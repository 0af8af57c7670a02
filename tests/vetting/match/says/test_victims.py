"""Victims and those who harm them, in four languages: sentences of our own that tell one from the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.match.says.roles import roles

if TYPE_CHECKING:
    from collections.abc import Callable

SAID = """
suffered: Fake accounts in the name of Zed Quarrel sell investments
suffered: Scammers impersonate Zed Quarrel to sell fake investments
suffered: Chain store copied photos of Zed Quarrel
suffered: Online shop used Zed Quarrel's pictures without permission
suffered: Des escrocs usurpent l'identité de Zed Quarrel pour vendre de faux placements
suffered: De faux comptes escroquent au nom de Zed Quarrel
suffered: Ils se font passer pour Zed Quarrel et vendent des formations
suffered: Une marque vole des photos de Zed Quarrel
did: Zed Quarrel stole photos of a colleague
did: Zed Quarrel copied a designer's work
suffered: Fraudsters used the face of Zed Quarrel in an investment ad
suffered: Scammers cloned Zed Quarrel's voice with AI to ask fans for money
suffered: Hackers leaked private photos of Zed Quarrel
suffered: Hackers take over Zed Quarrel's YouTube channel
suffered: Private photos of Zed Quarrel stolen and posted online
suffered: Intimate images of Zed Quarrel leaked by an ex
suffered: Zed Quarrel's Instagram account hacked, fans warned
suffered: Zed Quarrel hit by drunk driver on the way to a shoot
suffered: Zed Quarrel was hurt when a drunk driver ran into her taxi
suffered: Drunk driver injures Zed Quarrel
suffered: Masked men attacked Zed Quarrel outside a hotel
suffered: Thieves ransack home of Zed Quarrel
suffered: Zed Quarrel among the victims of ticket scam
suffered: Victims of the crypto fraud include Zed Quarrel
suffered: Zed Quarrel warns fans of fake accounts in her name
suffered: Deepfake porn of Zed Quarrel spreads on forums
suffered: Fashion label ripped off Zed Quarrel, court rules
suffered: Spectators shout racist insults at Zed Quarrel
suffered: Zed Quarrel goes to the police after months of death threats
suffered: Zed Quarrel's ex-husband convicted of beating her
suffered: Zed Quarrel's identity stolen to open bank accounts
suffered: Agency scammed creators including Zed Quarrel
suffered: Des pirates ont diffusé des photos privées de Lina Moreau
suffered: Le compte Instagram de Lina Moreau a été piraté
suffered: Des escrocs utilisent le visage de Lina Moreau pour de faux placements
suffered: Lina Moreau a porté plainte à Lyon après des mois de harcèlement
suffered: Lina Moreau renversée par un chauffard ivre
suffered: Lina Moreau grièvement blessée par un conducteur alcoolisé
suffered: Trois hommes masqués ont agressé Lina Moreau à son domicile
suffered: Des vidéos intimes de Lina Moreau volées puis mises en ligne
suffered: Lina Moreau alerte sur de faux comptes à son nom
suffered: Une enseigne a copié les créations de Lina Moreau
suffered: Un deepfake pornographique de Lina Moreau circule
suffered: Lina Moreau parmi les victimes d'une arnaque aux billets
suffered: L'ex-compagnon de Lina Moreau condamné pour l'avoir frappée
suffered: Lina Moreau reçoit des milliers d'insultes racistes
suffered: Zed Quarrel, víctima de acoso en redes
suffered: Amenazan de muerte a Zed Quarrel
suffered: Agreden a Zed Quarrel a la salida de un teatro
suffered: Zed Quarrel resultó herido; el conductor iba bebido
suffered: Zed Quarrel denuncia amenazas de muerte
suffered: Zed Quarrel fue atropellada por un conductor ebrio
suffered: Unos estafadores usan la cara de Zed Quarrel para vender criptomonedas
suffered: Suplantan la identidad de Zed Quarrel para estafar a sus seguidores
suffered: Unos piratas difundieron fotos íntimas de Zed Quarrel
suffered: Hackean la cuenta de Zed Quarrel
suffered: Detenido por acosar a Zed Quarrel durante meses
suffered: Insultos racistas contra Zed Quarrel en un partido
suffered: Zed Quarrel im Netz mit dem Tod bedroht
suffered: Zed Quarrel wurde in Köln rassistisch beleidigt
suffered: Betrüger geben sich als Zed Quarrel aus
suffered: Morddrohungen gegen Zed Quarrel: Polizei ermittelt
suffered: Unbekannte haben Zed Quarrel überfallen
suffered: Zed Quarrel erstattet Anzeige wegen Beleidigung
suffered: Zed Quarrel von betrunkenem Autofahrer angefahren
suffered: Mit gefälschter Werbung im Namen von Zed Quarrel ergaunern Täter Geld
suffered: Instagram-Konto von Zed Quarrel gehackt
suffered: Zed Quarrel wird seit Monaten von einem Stalker verfolgt
suffered: Hacker veröffentlichen private Fotos von Zed Quarrel
did: Zed Quarrel accused of harassing a neighbour
did: Zed Quarrel leaked private photos of an ex
did: Zed Quarrel convicted of hacking a rival's account
did: Zed Quarrel impersonated a doctor to sell pills
did: Scammers led by Zed Quarrel arrested
did: Zed Quarrel hit a cyclist while driving drunk
did: Zed Quarrel accused of stealing photos of other creators
did: Hackers leak evidence against Zed Quarrel in fraud case
did: Lina Moreau accusée d'avoir diffusé des photos privées de son ex
did: Lina Moreau a renversé un piéton, ivre au volant
did: Ivre, Lina Moreau blesse deux passants
did: Lina Moreau visée par une enquête pour usurpation d'identité
did: Zed Quarrel, acusado de acoso por dos modelos
did: Zed Quarrel, condenada por estafa
did: Detienen a Zed Quarrel por agredir a un camarero
did: La policía investiga a Zed Quarrel por estafa
did: Denuncia contra Zed Quarrel por acoso
did: Zed Quarrel herida tras conducir borracha
did: Zed Quarrel estafó a cientos de seguidores
did: Zed Quarrel amenazó a un periodista
did: Zed Quarrel wegen Betrugs verurteilt
did: Anzeige gegen Zed Quarrel wegen Beleidigung
did: Vorwürfe gegen Zed Quarrel: Mobbing am Set
did: Zed Quarrel soll eine Kollegin bedroht haben
did: Zed Quarrel hat Fans betrogen
did: Zed Quarrel beleidigt Kellnerin rassistisch
did: Gegen Zed Quarrel wurde Anzeige wegen Betrugs erstattet
did: Polizei ermittelt gegen Zed Quarrel
answered: Zed Quarrel pide perdón por sus comentarios racistas
answered: Zed Quarrel niega las acusaciones de fraude
answered: Zed Quarrel entschuldigt sich für rassistischen Witz
answered: Zed Quarrel bestreitet die Vorwürfe
named: Hackers hired by Zed Quarrel speak of fraud
answered: Zed Quarrel's lawyer says the account was hacked
named: Zed Quarrel presenta una película sobre el acoso
named: Zed Quarrel spricht über Betrug im Netz
named: Según Zed Quarrel, la estafa era conocida
named: Laut Zed Quarrel war der Betrug bekannt
named: Une trentaine de clients de Lina Moreau ont porté plainte pour escroquerie
named: Une cliente de Lina Moreau a porté plainte pour escroquerie
named: Customers of Zed Quarrel were scammed, they say
named: Una clienta de Zed Quarrel denuncia una estafa
named: Kunden von Zed Quarrel haben Anzeige erstattet wegen Betrugs
named: Ein Beitrag beschuldigt Zed Quarrel ohne Belege
suffered: A shop used pictures by social media personality Zed Quarrel without asking
suffered: Unbekannte haben private Fotos von Zed Quarrel gestohlen
"""
SENTENCES = [line.split(": ", 1) for line in SAID.strip().splitlines()]


def test_who_suffered_and_who_did(table: Callable[..., pl.DataFrame]) -> None:
    titles = [title for _, title in SENTENCES]
    names = ["Lina Moreau" if "Lina Moreau" in title else "Zed Quarrel" for title in titles]
    pairs = pl.DataFrame({"creator_id": "c", "record_id": titles, "met": names})
    records = table("records", *({"record_id": title, "title": title} for title in titles))
    read = roles(pairs, records)["role"]
    wrong = [(*said, role) for said, role in zip(SENTENCES, read, strict=True) if said[0] != role]
    assert wrong == []
