"""The case of a pair on paper, and a person's word on it."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from tests.vetting.match.weigher import Weigher
from vetting.cli.case import plain
from vetting.match import explain as room
from vetting.match.pieces import PIECES, REST, SLIGHT, STRENGTHS
from vetting.match.whatif import ASKED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vetting.cli.conftest import Said, Vet

SEEN = datetime(2026, 6, 1)
CREATOR = {"creator_id": "maria", "name": "Maria Martin", "country": "FR", "birth_date": date(1990, 2, 3)}
RECORD: dict[str, Any] = {"source": "s", "source_kind": "court", "observed_at": SEEN, "published_at": SEEN}
RECORDS = [
    RECORD | {"record_id": "bare", "title": "Maria Martin sued for fraud"},
    RECORD | {"record_id": "other", "title": "Nobody at all \x1b[31m\u202e'); DROP TABLE x"},
]


@pytest.fixture
def house(tmp_path: Path, vet: Vet, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A warehouse of one creator and two records."""
    monkeypatch.setattr(room, "shipped", Weigher)
    folder = tmp_path / "in"
    folder.mkdir()
    pl.DataFrame([CREATOR]).write_parquet(folder / "creators.parquet")
    pl.DataFrame(RECORDS, infer_schema_length=None).write_parquet(folder / "records.parquet")
    path = tmp_path / "w.duckdb"
    assert vet("load", folder, "--warehouse", path).code == 0
    return path


def explained(vet: Vet, house: Path, record: str, *options: str) -> Said:
    return vet("explain-match", "maria", record, "--warehouse", house, *options)


def test_the_case_can_be_read(house: Path, vet: Vet) -> None:
    said = explained(vet, house, "bare")
    assert said.code == 0
    told = said.out
    heads = ["The creator", "The record", "The names that met", "The evidence", "What people decided", "The decision",
             "What would change it", "What the record says"]  # fmt: skip
    assert [line for line in told.splitlines() if line in heads] == heads
    assert "**Maria Martin** sued for fraud" in told
    assert "Same name, nothing to tell them apart." in told
    assert "A name alone never confirms" in told
    assert "times as likely" in told
    assert re.search(r"If the record gave the creator's handle: match, \d", told)
    assert max(map(len, told.splitlines())) <= 100


def test_the_lines_of_the_sum_add_up(house: Path, vet: Vet) -> None:
    told = explained(vet, house, "bare").out.partition("The evidence")[2].partition("What people")[0]
    numbers = [float(number) for number in re.findall(r" ([+-]\d+\.\d\d)$", told, re.MULTILINE)]
    assert len(numbers) > 2
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=0.02)


def test_french_is_french(house: Path, vet: Vet) -> None:
    told = explained(vet, house, "bare", "--lang", "fr").out
    assert "Ce qui changerait la décision" in told
    assert "fois plus vraisemblable" in told
    assert "« Maria Martin »" in told
    assert not re.search(r"\b(the|creator|record)\b", told)


def test_json_holds_every_number(house: Path, vet: Vet) -> None:
    case = json.loads(explained(vet, house, "bare", "--json").out)
    assert case["decision"] == "review"
    total = case["start"]["log_odds"] + sum(piece["adds"] for piece in case["evidence"])
    assert total == pytest.approx(case["score"]["log_odds"])
    assert case["creator"]["birth_date"] == "1990-02-03"


def test_a_pair_that_was_left_out_is_looked_at(house: Path, vet: Vet) -> None:
    said = explained(vet, house, "other")
    assert "Not a candidate: no name of theirs stands in this record." in said.out
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out


def test_a_judgement_is_shown_and_beats_the_machine(house: Path, vet: Vet) -> None:
    by = ("--by", "A. Reader", "--reason", "another Maria", "--date", "2026-05-01", "--warehouse", house)
    said = vet("judge-match", "maria", "bare", "rejected", *by)
    assert (said.code, said.out.startswith("rejected, signed A. Reader, 2026-05-01")) == (0, True)
    told = explained(vet, house, "bare").out
    assert "rejected by A. Reader, May 1, 2026: another Maria" in told
    assert "A person rejected it; that beats the machine" in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("explain-match", "mariah", "bare"), "Perhaps maria"),
        (("judge-match", "maria", "bore", "confirmed", "--by", "A", "--reason", "b"), "Perhaps bare"),
        (("judge-match", "maria", "bare", "confirmed", "--by", " ", "--reason", "b"), "needs a name and a reason"),
    ],
)
def test_what_is_not_known_is_refused(house: Path, vet: Vet, arguments: tuple[str, ...], words: str) -> None:
    said = vet(*arguments, "--warehouse", house)
    assert (said.code, words in said.err) == (2, True)


def test_without_a_warehouse_none_is_made(tmp_path: Path, vet: Vet) -> None:
    said = vet("explain-match", "a", "b", "--warehouse", tmp_path / "none.duckdb")
    assert (said.code, list(tmp_path.iterdir())) == (2, [])


def test_every_code_has_its_words_and_the_words_their_values() -> None:
    from vetting.cli.case import _words

    words = _words()
    assert set(words["pieces"]) == {*PIECES, REST, "start", "score"}
    assert set(words["weight"]) >= {word for _, word in STRENGTHS} | {SLIGHT}
    assert set(words["learnt"]) >= set(ASKED)
    entries = [entry for section in words.values() for entry in section.values()]
    for entry in entries:
        assert set(entry) == {"en", "fr"}
        assert sorted(re.findall(r"{\w+}", entry["en"])) == sorted(re.findall(r"{\w+}", entry["fr"]))


def test_plain_text_steers_nothing() -> None:
    assert plain("a\x1b[31m\nb\u202e\x9b") == "a\N{REPLACEMENT CHARACTER}[31m b" + 2 * "\N{REPLACEMENT CHARACTER}"
