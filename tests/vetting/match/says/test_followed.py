"""Whom a surname alone, or `she`, means in later sentences; and where that is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.match.says.roles import roles

if TYPE_CHECKING:
    from collections.abc import Callable

ENGLISH, FRENCH = "Zed Quarrel", "Lina Moreau"
SAID = """
answered: Zed Quarrel held a stream on Monday. Quarrel apologised for the tweets.
did: Zed Quarrel has two channels. Quarrel was charged with fraud in May.
named: Zed Quarrel has two channels. In May Quarrel was charged with fraud.
did: Zed Quarrel has two channels. But Quarrel's racist remarks resurfaced.
did: Zed Quarrel has two channels. The court fined Mr. Quarrel for hidden adverts.
suffered: Zed Quarrel has two channels. Quarrel was stalked by a viewer for months.
named: Zed Quarrel has two channels. Quarrel accused a former agent of fraud.
answered: Zed Quarrel held a stream on Monday. She apologised.
answered: Zed Quarrel was accused of fraud. He denies it.
answered: A brand dropped Zed Quarrel. Then he apologised to fans.
answered: Lina Moreau était en direct lundi. Moreau présente ses excuses.
did: Lina Moreau tient deux chaînes. Selon la police, Mme Moreau est accusée de fraude.
suffered: Lina Moreau tient deux chaînes. Moreau a été agressée par un homme.
answered: Lina Moreau est accusée de plagiat. Elle dément.
answered: Lina Moreau tient deux chaînes. Elle s'excuse auprès de ses abonnés.
named: Lina Moreau tient deux chaînes. Moreau porte plainte contre une marque.
named: Zed Quarrel has a sister. Maria Quarrel was charged with fraud. Quarrel has not been found.
named: Zed Quarrel has two channels. The Quarrel Foundation was charged with fraud.
named: Zed Quarrel has two channels. Quarrel Foods was charged with fraud.
named: Zed Quarrel has two channels. A quarrel was charged with meaning.
named: Zed Quarrel accused a colleague of fraud. He denies it.
named: Zed Quarrel met a colleague. He was arrested for fraud.
named: The channels are two. Quarrel was charged with fraud.
named: Lina Moreau tient deux chaînes. Son frère Paul Moreau est accusé de fraude.
named: Lina Moreau accuse son agent de fraude. Il dément.
"""
TEXTS = [line.split(": ", 1) for line in SAID.strip().splitlines()]


def _role(table: Callable[..., pl.DataFrame], met: str, title: str | None, text: str) -> str:
    pairs = pl.DataFrame({"creator_id": ["c"], "record_id": ["r"], "met": [met]})
    return str(roles(pairs, table("records", {"title": title, "text": text}))["role"].item())


@pytest.mark.parametrize(("role", "text"), TEXTS)
def test_texts(table: Callable[..., pl.DataFrame], role: str, text: str) -> None:
    assert _role(table, FRENCH if FRENCH in text else ENGLISH, None, text) == role


def test_a_title_with_the_surname_alone_is_read_where_the_text_has_the_name(
    table: Callable[..., pl.DataFrame],
) -> None:
    assert _role(table, ENGLISH, "Quarrel denies fraud", "Zed Quarrel has two channels.") == "answered"
    assert _role(table, ENGLISH, "Quarrel denies fraud", "Nothing else.") == "named"


@pytest.mark.parametrize("met", ["Zed Qu", "Zed (a+)+$", "Zed .*", "Zed Q", "Zed "])
def test_odd_surnames(table: Callable[..., pl.DataFrame], met: str) -> None:
    assert _role(table, met, None, f"{met} streams. Somebody was charged with fraud.") == "named"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["Quarrel ", "Zed Quarrel. She ", "she apologised. "])
def test_ten_megabytes_are_read_in_time(table: Callable[..., pl.DataFrame], piece: str) -> None:
    assert _role(table, ENGLISH, None, piece * (10_000_000 // len(piece))) in {"named", "answered"}
