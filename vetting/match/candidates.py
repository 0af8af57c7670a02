"""Pairs of a creator's name and a place in a record that are worth a look.

Four roads lead to a pair: the whole name, written together, is the same (`exact`); the same inside a handle, without
what decorates it (`core`); the whole name, written together, is nearly the same (`near`); or one word of the name is
met, misspelt perhaps, beside a word that is like another of its words (`fuzzy`). All are joins on keys, never a cross
product, and a key that too many names share is not used, or has to be longer.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from vetting.match.sounding import Sounds, sounding_alike, sounds
from vetting.match.written import Written, nearly_written, writings, written_alike

ROADS = {"exact": 0, "core": 1, "near": 2, "fuzzy": 3}
PLACE = ("name", "passage", "start", "size")


@dataclass(frozen=True, slots=True)
class Known:
    """What names are found by; made once, and held against any number of records."""

    written: Written
    sounds: Sounds


def known(names: pl.DataFrame, name_tokens: pl.DataFrame) -> Known:
    """Of `names` with `passage` and `kind`, and their tokens."""
    spelled = name_tokens.join(names.select("passage", "kind"), on="passage", maintain_order="left")
    people = spelled.filter(pl.col("kind") != "handle")
    return Known(writings(spelled, people), sounds(people))


def candidates(ours: Known, places: pl.DataFrame, tokens: pl.DataFrame) -> pl.DataFrame:
    """Pairs `name`, `passage`, `start`, `size`, `how`, each once, sorted.

    `places` has `passage` and `where` of each passage of a record; the tokens are those of `tokens.cut`.
    """
    marked = tokens.join(places.select("passage", "where"), on="passage", maintain_order="left")
    roads = [
        written_alike(ours.written, marked),
        nearly_written(ours.written, marked).with_columns(how=pl.lit("near")),
        sounding_alike(ours.sounds, marked).with_columns(how=pl.lit("fuzzy")),
    ]
    every = pl.concat([road.select(*PLACE, "how") for road in roads])
    ranked = every.with_columns(road=pl.col("how").replace_strict(ROADS, return_dtype=pl.Int8)).sort(*PLACE, "road")
    return ranked.unique(PLACE, keep="first", maintain_order=True).drop("road")
