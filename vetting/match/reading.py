"""Creators and records, read once: their names, their passages and the words of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vetting.match.candidates import Known, known
from vetting.match.counting import counted, counts, vocabulary
from vetting.match.passages import passages
from vetting.match.people import called, complete, facts, name_words
from vetting.match.tokens import cut

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Ours:
    """The creators' side: `people` has a row per creator, `names` and `name_tokens` are numbered by `passage`.

    `known` is what names are found by.
    """

    people: pl.DataFrame
    names: pl.DataFrame
    name_tokens: pl.DataFrame
    known: Known


@dataclass(frozen=True, slots=True)
class Theirs:
    """The records' side: `records` has a row per record, `places` and `tokens` are numbered by `passage`."""

    records: pl.DataFrame
    places: pl.DataFrame
    tokens: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Read:
    """`people` and `records` have a row each per creator and record; the rest is numbered by `passage`."""

    people: pl.DataFrame
    names: pl.DataFrame
    name_tokens: pl.DataFrame
    records: pl.DataFrame
    places: pl.DataFrame
    tokens: pl.DataFrame
    vocabulary: pl.DataFrame
    known: Known


def read_creators(creators: pl.DataFrame, accounts: pl.DataFrame) -> Ours:
    """Read the exchange tables of creators; columns that are missing are unknown."""
    names = called(creators, accounts)
    spelled = name_words(cut(names))
    return Ours(facts(creators, accounts), names, spelled, known(names, spelled))


def read_records(records: pl.DataFrame) -> Theirs:
    """Read the exchange table of records; columns that are missing are unknown."""
    kept = complete(records, "records")
    places = passages(kept)
    return Theirs(kept, places, cut(places))


def brought_together(ours: Ours, theirs: Theirs, words: pl.DataFrame) -> Read:
    """Both sides, with what the vocabulary says of their `words`."""
    return Read(
        ours.people, ours.names, ours.name_tokens, theirs.records, theirs.places, theirs.tokens, words, ours.known
    )  # fmt: skip


def read(creators: pl.DataFrame, accounts: pl.DataFrame, records: pl.DataFrame) -> Read:
    """Read exchange tables, all records at once."""
    ours, theirs = read_creators(creators, accounts), read_records(records)
    words = vocabulary(counts(ours, counted(theirs)), ours.people.height, theirs.records.height)
    return brought_together(ours, theirs, words)
