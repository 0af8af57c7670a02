"""How common names are, by where they are usual; the figures are in `names.toml`."""

from __future__ import annotations

from functools import cache

import polars as pl

from vetting.lexicon.files import table

PER = 100_000
"""Bearers that the tiers of `names.toml` are counted among."""
PARTS = ("given", "family")
SCHEMA = {"token": pl.String, "part": pl.String, "origin": pl.String, "share": pl.Float64}
ORIGIN: dict[str, pl.DataType] = {
    "origin": pl.String(),
    "countries": pl.List(pl.String),
    "languages": pl.List(pl.String),
    "millions": pl.Float64(),
}


@cache
def name_shares() -> pl.DataFrame:
    """One row per name, part and origin: `token`, `part` (given, family), `origin`, `share`; sorted.

    `share` is 0-1: of the people of that origin, how many bear it, roughly. Shares of one origin and part sum to less
    than 1; the rest bear names that are not listed.
    """
    rows = [
        (token, part, origin, int(tier) / PER)
        for origin, entry in table("names").items()
        for part in PARTS
        for tier, listed in entry[part].items()
        for token in listed.split()
    ]
    return pl.DataFrame(rows, SCHEMA, orient="row").sort("token", "part", "origin")


@cache
def origins() -> pl.DataFrame:
    """One row per origin: `origin`, `countries` and `languages` (lists of ISO codes, the usual first), `millions`."""
    rows = [
        (origin, entry["countries"].split(), entry["languages"].split(), float(entry["millions"]))
        for origin, entry in table("names").items()
    ]
    return pl.DataFrame(rows, ORIGIN, orient="row").sort("origin")


@cache
def greatest_shares() -> pl.DataFrame:
    """Each name once: `token` and `share`, the greatest over origins and parts; sorted."""
    return name_shares().group_by("token").agg(pl.col("share").max()).sort("token")


@cache
def world_shares() -> pl.DataFrame:
    """Each name and part once: `token`, `part`, `share` of all people of the listed origins; sorted."""
    weighed = name_shares().join(origins().select("origin", "millions"), on="origin", maintain_order="left")
    everybody = pl.lit(origins()["millions"].sum())
    borne = (pl.col("share") * pl.col("millions")).sum() / everybody
    return weighed.group_by("token", "part", maintain_order=True).agg(share=borne)
