"""Who lives in the world: creators with names, aliases, countries, birth dates and a temper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from vetting.simulate.draw import Flags, Ints, happens, numbered, pick, texts, weighted
from vetting.simulate.names import EACH, NAMES, STAGE, SYLLABLES
from vetting.simulate.phrases import CATEGORIES, LANGUAGES
from vetting.simulate.scene import YEAR_DAYS, Scene

if TYPE_CHECKING:
    from numpy.random import Generator

NOTE = "made-up creator (simulated)"
ORIGINS = tuple(NAMES)
ABROAD = 0.4
"""The share of people whose name does not come from where they live."""

MARKETS = (
    ("en", "US", "english", 0.20),
    ("en", "GB", "english", 0.14),
    ("en", "CA", "english", 0.06),
    ("en", "NG", "west_african", 0.05),
    ("en", "IE", "english", 0.03),
    ("fr", "FR", "french", 0.22),
    ("fr", "BE", "french", 0.05),
    ("fr", "SN", "west_african", 0.04),
    ("fr", "CA", "french", 0.04),
    ("es", "ES", "spanish", 0.06),
    ("es", "MX", "spanish", 0.04),
    ("de", "DE", "german", 0.05),
    ("de", "AT", "german", 0.02),
)


def people(scene: Scene, count: int) -> pl.DataFrame:
    """`count` creators, one row each: the exchange columns, and what only the simulator knows of them.

    Beyond the contract: `legal` (name), `given`, `family`, `stage` (null without one), `language` with its place
    `tongue`, `category` with its place `subject`, and `temper`, a standard normal that makes undisclosed ads, rough
    captions and controversies more likely together.
    """
    dice = scene.dice("people")
    market = weighted(dice, [weight for *_, weight in MARKETS], count)
    tongue = np.array([LANGUAGES.index(row[0]) for row in MARKETS])[market]
    category = dice.integers(0, len(CATEGORIES), count)
    known_country = pl.Series(happens(dice, 0.92, count))
    return (
        _names(dice, market)
        .with_columns(
            creator_id=numbered("c", count),
            language=texts(LANGUAGES, tongue),
            tongue=pl.Series(tongue),
            country=texts([row[1] for row in MARKETS], market).set(~known_country, None),
            also_english=pl.Series(happens(dice, 0.35, count)),
            birth_date=_births(scene, dice, count),
            category=texts(CATEGORIES, category),
            subject=pl.Series(category),
            temper=pl.Series(dice.normal(size=count)),
            note=pl.lit(NOTE),
        )
        .with_columns(_languages(), _aliases())
    )


def full_names(dice: Generator, origin: Ints) -> pl.DataFrame:
    """A given and a family name for each origin (a place in `ORIGINS`), and both together as `legal`."""
    count = len(origin)
    given = _of_origin(dice, 0, origin)
    family = _of_origin(dice, 1, origin)
    invented = pl.Series(happens(dice, 0.35, count))
    family = family.zip_with(~invented, _invented(dice, count))
    second = _of_origin(dice, 1, origin)
    double = pl.Series(happens(dice, 0.1, count)) & (second != family)
    family = family.zip_with(~double, family + "-" + second)
    return pl.DataFrame({"given": given, "family": family, "legal": given + " " + family})


def _of_origin(dice: Generator, part: int, origin: Ints) -> pl.Series:
    """A given (0) or family (1) name for each origin."""
    names = [name for parts in NAMES.values() for name in parts[part]]
    return texts(names, origin * EACH + dice.integers(0, EACH, len(origin)))


def _invented(dice: Generator, count: int) -> pl.Series:
    beginnings, middles, ends = SYLLABLES
    return pick(dice, beginnings, count) + pick(dice, middles, count) + pick(dice, ends, count)


def _names(dice: Generator, market: Ints) -> pl.DataFrame:
    count = len(market)
    home = np.array([ORIGINS.index(row[2]) for row in MARKETS])[market]
    origin = np.where(happens(dice, ABROAD, count), dice.integers(0, len(ORIGINS), count), home)
    stage = pick(dice, STAGE[0], count) + " " + pick(dice, STAGE[1], count)
    return (
        full_names(dice, origin)
        .with_columns(
            stage=stage.set(pl.Series(~happens(dice, 0.25, count)), None),
            short=pl.Series(happens(dice, 0.15, count)),
        )
        .with_columns(name=pl.coalesce("stage", "legal"))
    )


def _births(scene: Scene, dice: Generator, count: int) -> pl.Series:
    age = 19 + dice.gamma(4.0, 3.0, count)
    unknown: Flags = happens(dice, 0.45, count)
    day = scene.days - np.where(unknown, np.nan, age) * YEAR_DAYS
    return scene.times(day).dt.date()


def _languages() -> pl.Expr:
    english = pl.when(pl.col("also_english") & (pl.col("language") != "en")).then(pl.lit("en"))
    return pl.concat_list("language", english).list.drop_nulls().alias("languages")


def _aliases() -> pl.Expr:
    """A stage name stands beside the legal one; some others are known by the given name and an initial."""
    legal = pl.when(pl.col("stage").is_not_null()).then("legal")
    short = pl.when("short").then(pl.col("given") + " " + pl.col("family").str.slice(0, 1) + ".")
    return pl.concat_list(legal, short).list.drop_nulls().alias("aliases")
