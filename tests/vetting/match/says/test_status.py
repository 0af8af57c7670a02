"""How it stands with what a record says."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.match.says.plain import plain
from vetting.match.says.status import status

STANDS = """
alleged: Streamer accused of fraud
alleged: Le vidéaste soupçonné d'escroquerie
alleged: Une plainte vise la youtubeuse
denied: Streamer denies fraud
denied: Il dément les accusations
denied: He pleads not guilty to fraud
denied: « Je n'ai jamais volé personne »
confirmed: Streamer convicted of fraud
confirmed: Streamer apologizes for racist tweets
confirmed: Condamné à une amende pour publicité dissimulée
confirmed: Elle présente ses excuses
resolved: Streamer settles lawsuit over fraud
resolved: Accord amiable dans l'affaire de plagiat
resolved: Streamer cleared of fraud after long trial
resolved: Relaxé des accusations de fraude
retracted: Paper retracts story about streamer
retracted: Il retire sa plainte contre la youtubeuse
None: A walk in the park
"""


def _status(title: str | None, text: str = "", kind: str | None = "news") -> dict[str, object]:
    rows = pl.DataFrame(
        {"record_id": ["r"], "source_kind": [kind], "title": [title], "text": [f"{title or ''}\n{text}"]}
    )
    return status(rows.with_columns(plain(pl.col("title", "text")))).row(0, named=True)


@pytest.mark.parametrize(("expected", "title"), [line.split(": ", 1) for line in STANDS.strip().splitlines()])
def test_status_as_the_words_say(expected: str, title: str) -> None:
    assert str(_status(title)["status_said"]) == expected


def test_the_title_decides_where_it_says_anything() -> None:
    assert _status("Streamer accused of fraud", "Another was convicted of fraud last year.")["status_said"] == "alleged"
    assert _status("A long week", "He was convicted of fraud.")["status_said"] == "confirmed"


def test_a_report_taken_back_is_retracted() -> None:
    assert _status("Our report was wrong", "He was accused of fraud.")["status_said"] == "retracted"


@pytest.mark.parametrize(
    ("title", "cleared"),
    [
        ("Streamer acquitted of assault", True),
        ("Charges against the streamer dropped: no charges will be filed", True),
        ("L'influenceuse blanchie par la justice", True),
        ("Classée sans suite, la plainte ne mènera à rien", True),
        ("Streamer acquitted of assault but convicted of fraud", False),
        ("Streamer accused of assault", False),
    ],
)
def test_who_was_cleared(title: str, *, cleared: bool) -> None:
    assert _status(title)["cleared"] is cleared


@pytest.mark.parametrize(
    ("kind", "title", "false"),
    [
        ("fact_check", "No, the singer was not arrested", True),
        ("fact_check", "Non, la chanteuse n'a pas été arrêtée : c'est faux", True),
        ("fact_check", "Fake: the photo of his arrest is ai generated", True),
        ("fact_check", "True: he was fined for fraud", False),
        ("news", "Fact check: the story about his arrest is false", True),
        ("news", "Vérification : non, la chanteuse n'a pas été arrêtée", True),
        ("news", "Faktencheck: Für den Betrug gibt es keine Belege", True),
        ("news", "Verificación: el vídeo muestra a otra persona", True),
        ("news", "Fact check: he was fined for fraud", False),
        ("news", "Our report on the fraud was wrong, and we have withdrawn the article", True),
        ("news", "Notre article sur la fraude était erroné", True),
        ("news", "Nuestra información sobre la estafa era falsa", True),
        ("news", "Unser Bericht über den Betrug war falsch", True),
        ("news", "The report is wrong, says his lawyer", False),
        ("news", "« C'est faux », se défend la chanteuse", False),
        ("news", "An earlier version misspelled the name of the fraudster", False),
        ("news", "No, the singer was not arrested", False),
        (None, "It is false", False),
    ],
)
def test_a_fact_check_or_a_report_taken_back_calls_false(kind: str | None, title: str, *, false: bool) -> None:
    assert _status(title, kind=kind)["called_false"] is false
