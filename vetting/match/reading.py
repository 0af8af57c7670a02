"""Creators and records, read once: their names, their passages and the words of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vetting.match.passages import passages
from vetting.match.people import called, complete, facts, name_words
from vetting.match.rarity import vocabulary
from vetting.match.tokens import cut

if TYPE_CHECKING:
    import polars as pl


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


def read(creators: pl.DataFrame, accounts: pl.DataFrame, records: pl.DataFrame) -> Read:
    """Read exchange tables; columns that are missing are unknown."""
    names = called(creators, accounts)
    name_tokens = name_words(cut(names))
    kept = complete(records, "records")
    places = passages(kept)
    tokens = cut(places)
    known = vocabulary(name_tokens, names.select("passage", "creator_id"), tokens, places)
    return Read(facts(creators, accounts), names, name_tokens, kept, places, tokens, known)
