"""Whom each record is about: a creator of the world, somebody of the same or a similar name, or a stranger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Flags, Ints, happens, weighted
from vetting.simulate.names import SPELLINGS
from vetting.simulate.people import MARKETS, ORIGINS, full_names

if TYPE_CHECKING:
    from numpy.random import Generator

    from vetting.simulate.scene import Scene

ABOUT = ("creator", "same_name", "family_name", "near_name", "nobody")
HOW_OFTEN = (0.50, 0.17, 0.17, 0.06, 0.10)
TALKED_ABOUT = 0.6
"""How much more a temper of 1 brings into records."""
CREATOR, SAME_NAME, FAMILY_NAME, NEAR_NAME, NOBODY = range(5)
COUNTRIES = tuple(dict.fromkeys(row[1] for row in MARKETS))
WRITTEN = ("name", "legal", "plain", "respelled", "turned", "initial", "at_handle")
IN_TEXT = (0.45, 0.20, 0.09, 0.07, 0.05, 0.05, 0.09)
IN_FIELDS = (0.0, 0.70, 0.10, 0.08, 0.12, 0.0, 0.0)


def anybody(dice: Generator, creators: pl.DataFrame, accounts: pl.DataFrame, count: int) -> tuple[Ints, Ints]:
    """What each of `count` records is about (place in `ABOUT`), and after which creator (row) somebody in it is named.

    Large creators are written about more, and those of a hot temper do more that is written about.
    """
    about = weighted(dice, HOW_OFTEN, count)
    size = accounts.group_by("owner").agg(pl.col("size").max()).sort("owner")["size"].to_numpy()
    fame = np.log10(size) - 2
    drawn_to = fame * np.exp(TALKED_ABOUT * creators["temper"].to_numpy())
    rows = [weighted(dice, pull.tolist(), count) for pull in (drawn_to, fame)]
    return about, np.where(about == CREATOR, *rows)


def subjects(
    scene: Scene, dice: Generator, creators: pl.DataFrame, accounts: pl.DataFrame, about: Ints, row: Ints
) -> pl.DataFrame:
    """A row each: `about` (place in `ABOUT`), `named_after` (the creator's row), the person's own facts, and `shown`
    and `entered`, the name as a text and as a field write it.
    """  # noqa: D205 # the list of columns is one sentence
    count = len(row)
    first = accounts.group_by("owner").agg(pl.col("handle", "platform").first()).sort("owner")
    facts = creators.select(
        "name", "legal", "given", "family", "stage", "country", "birth_date", "temper", beat="category"
    )
    base = facts.hstack(first.drop("owner"))[row]
    stranger = full_names(dice, dice.integers(0, len(ORIGINS), count)).rename(lambda name: "other_" + name)
    people = (
        base.hstack(stranger)
        .with_columns(about=pl.Series(about), named_after=pl.Series(row), **_strangers(scene, dice, count))
        .with_columns(_person(pl.col("about")))
        .with_columns(name=pl.when(pl.col("about") == CREATOR).then("name").otherwise(_called(dice, count)))
    )
    return people.with_columns(*_ways()).with_columns(
        shown=_written(dice, IN_TEXT, count), entered=_written(dice, IN_FIELDS, count)
    )


def _strangers(scene: Scene, dice: Generator, count: int) -> dict[str, pl.Series]:
    """Country and birth date of somebody else; sometimes the country is the same, sometimes nothing is known."""
    known: Flags = happens(dice, 0.75, count)
    age = np.where(happens(dice, 0.7, count), 18 + np.minimum(dice.gamma(3.0, 10.0, count), 65.0), np.nan)
    country = pl.Series(list(COUNTRIES)).gather(pl.Series(dice.integers(0, len(COUNTRIES), count)))
    return {
        "other_country": country.set(pl.Series(~known), None),
        "other_birth": scene.times(scene.days - age * 365.0).dt.date(),
        "own_country": pl.Series(happens(dice, 0.8, count)),
    }


def _person(about: pl.Expr) -> list[pl.Expr]:
    """The person's own name parts and facts, by what the record is about."""
    given = pl.when(about.is_in([FAMILY_NAME, NOBODY])).then("other_given").otherwise("given")
    near = pl.col("family") + "on"
    family = pl.when(about == NOBODY).then("other_family").when(about == NEAR_NAME).then(near).otherwise("family")
    mine = about == CREATOR
    return [
        given.alias("given"),
        family.alias("family"),
        (given + " " + family).alias("legal"),
        pl.when(mine | pl.col("own_country").not_()).then("country").otherwise("other_country").alias("country"),
        pl.when(mine).then("birth_date").otherwise("other_birth").alias("birth_date"),
        pl.when(mine).then("handle").alias("handle"),
        pl.when(mine).then("stage").alias("stage"),
    ]


def _called(dice: Generator, count: int) -> pl.Expr:
    """A stranger goes by the full name; a stage name is shared, too, by bands, boats and horses."""
    band = pl.lit(pl.Series(happens(dice, 0.5, count))) & (pl.col("about") == SAME_NAME)
    return pl.when(band).then("name").otherwise("legal")


def _ways() -> list[pl.Expr]:
    """The same name as different hands write it."""
    respelled = pl.col("legal").str.replace_many(list(SPELLINGS), list(SPELLINGS.values()))
    return [
        pl.col("legal").str.normalize("NFD").str.replace_all(r"\p{M}", "").alias("plain"),
        respelled.alias("respelled"),
        (pl.col("family").str.to_uppercase() + ", " + pl.col("given")).alias("turned"),
        (pl.col("given").str.slice(0, 1) + ". " + pl.col("family")).alias("initial"),
        pl.coalesce(pl.lit("@") + pl.col("handle"), "name").alias("at_handle"),
    ]


def _written(dice: Generator, weights: tuple[float, ...], count: int) -> pl.Expr:
    way: Ints = weighted(dice, weights, count)
    chosen = pl.lit(pl.Series(way))
    return pl.coalesce(pl.when(chosen == place).then(column) for place, column in enumerate(WRITTEN))
