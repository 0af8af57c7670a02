"""Words that may be one another."""

from __future__ import annotations

import polars as pl
import pytest

from vetting.match.alike import MOST_PER_KEY, alike, keyed
from vetting.match.words_alike import INITIAL, SAME_SOUND, SHORT_FORM, VARIANT, likeness


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("delmonte", "delmonte", True),
        ("delmonte", "delmnote", True),
        ("delmonte", "delmont", True),
        ("mohammed", "muhamed", True),
        ("ana", "eva", False),
        ("delmonte", "bellini", False),
        ("li", "li", True),
        ("li", "lo", False),
    ],
)
def test_words_meet_when_nearly_equal(ours: str, theirs: str, *, expected: bool) -> None:
    met = alike(keyed(pl.Series([ours])), pl.Series([theirs]))
    assert (met.height == 1) is expected


def test_vocabularies_are_never_crossed() -> None:
    ours = pl.Series([f"name{number:05d}" for number in range(2_000)])
    assert alike(keyed(ours), ours).height < 2_000 * MOST_PER_KEY / 2


@pytest.mark.parametrize(
    ("ours", "theirs", "sim", "initial", "short"),
    [
        ("ana", "ana", 1.0, False, False),
        ("ana", "a", INITIAL, True, False),
        ("william", "bill", SHORT_FORM, False, True),
        ("bill", "william", SHORT_FORM, False, True),
        ("youssef", "yusuf", VARIANT, False, False),
        ("zorvatha", "sorvata", SAME_SOUND, False, False),
        ("ana", "otto", 0.0, False, False),
    ],
)
def test_likeness_says_how(ours: str, theirs: str, sim: float, *, initial: bool, short: bool) -> None:
    row = likeness(pl.Series([ours]), pl.Series([theirs])).row(0, named=True)
    assert {name: row[name] for name in ("sim", "initial", "short")} == {
        "sim": pytest.approx(sim), "initial": initial, "short": short,
    }  # fmt: skip
