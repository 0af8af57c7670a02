"""How two names meet, word by word."""

from __future__ import annotations

from typing import Any

import pytest

from vetting.match.naming import per_million, words_met

SPELLED: dict[str, Any] = {"inside_handle": False, "whole": False, "joined": 0.0}
WORTH = {"zorvan": 11.5, "zorvana": 11.5, "petrulescu": 11.5, "william": 5.0, "maria": 4.0, "de": 0.5}

MET = [
    ("Zorvan", "Zorvan", "same"),
    ("Zorvan", "ZORVAN", "same"),
    ("Zorvan", "Z.", "initial"),
    ("William", "Bill", "short_form"),
    ("Zorvan", "Zorvam", "one_letter"),
    ("Petrulescu", "Pedrulecsu", "letters"),
    ("Zorvan", "Зорван", "other_script"),
    ("Mohamed", "Muhammad", "variant"),
]


@pytest.mark.parametrize(("ours", "theirs", "how"), MET)
def test_two_words_meet_in_one_way(ours: str, theirs: str, how: str) -> None:
    (row,) = words_met(ours, theirs, SPELLED, WORTH)
    assert (row["ours"], row["how"]) == (ours, how)


def test_order_is_no_matter_and_what_is_left_is_told() -> None:
    rows = words_met("Zorvan Petrulescu", "PETRULESCU, Maria", SPELLED, WORTH)
    assert [(row["ours"], row["theirs"], row["how"]) for row in rows] == [
        ("Zorvan", None, "missing"), ("Petrulescu", "PETRULESCU", "same"), (None, "Maria", "extra"),
    ]  # fmt: skip


def test_a_name_in_a_handle_or_written_together_is_one() -> None:
    inside = words_met("Zorvan Petrulescu", "@zorvanpetrulescutv", SPELLED | {"inside_handle": True}, WORTH)
    assert [row["how"] for row in inside] == ["inside_handle"]
    together = words_met("Zorvan Petrulescu", "#ZorvanPetrulescu", SPELLED | {"whole": True}, WORTH)
    assert [row["how"] for row in together] == ["written_together"]
    assert together[0]["per_million"] == pytest.approx(per_million(23.0))


def test_a_word_of_unknown_worth_and_a_particle_have_no_number() -> None:
    rows = words_met("Otto de Maria", "Otto de Maria", SPELLED, WORTH)
    assert [row["per_million"] for row in rows] == [None, None, pytest.approx(18_316, rel=0.01)]


def test_nothing_to_cut_is_still_told() -> None:
    assert words_met("!!", "??", SPELLED, WORTH)[0]["per_million"] is None
