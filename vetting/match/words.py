"""The evidence in codes, and the codes in words."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import polars as pl

from vetting.match.decide import DEFAULT

Language = Literal["en", "fr"]
FILE = Path(__file__).with_name("words.toml")
EQUAL, CLOSE = 0.999, 0.9

FOR: dict[str, pl.Expr] = {
    "handle_equal": pl.col("handle_equal"),
    "birth_equal": pl.col("birth_equal"),
    "name_equal": (pl.col("name_score") >= EQUAL) & ~pl.col("handle_equal"),
    "name_close": pl.col("name_score").is_between(CLOSE, EQUAL, closed="left"),
    "alias_met": pl.col("kind") == "alias",
    "inside_handle": pl.col("inside_handle"),
    "rare_name": pl.col("rare"),
    "country_equal": pl.col("country_equal"),
    "trade_equal": pl.col("trade_equal"),
    "platform_equal": pl.col("platform_equal"),
    "creator_word": pl.col("creator_word"),
    "language_equal": pl.col("language_equal"),
}
AGAINST: dict[str, pl.Expr] = {
    "birth_differs": pl.col("birth_differs"),
    "country_differs": pl.col("country_differs"),
    "nothing_beyond_name": ~pl.col("corroborated") | (pl.col("tied") > 1),
    "other_bearers": (pl.col("rivals") > 0) & ~pl.col("outdone"),
    "better_bearer": pl.col("outdone"),
    "name_partly": pl.col("name_score") < CLOSE,
    "initial": pl.col("initial") & (pl.col("name_score") < EQUAL),
    "short_form": pl.col("short") & (pl.col("name_score") < EQUAL),
    "one_word": (pl.col("words") <= 1) & ~pl.col("handle_equal") & (pl.col("name_score") >= CLOSE),
    "common_name": (pl.col("met") < DEFAULT.distinct) & (pl.col("words") > 1),
    "ordinary_word": pl.col("ordinary"),
    "trade_differs": pl.col("trade_differs"),
    "platform_differs": pl.col("platform_differs"),
    "outsider_word": pl.col("outsider_word"),
    "flanked": pl.col("flanked"),
    "small": pl.col("small"),
    "before_account": pl.col("before_account"),
    "other_subject": pl.col("other_subject"),
    "language_differs": pl.col("language_differs"),
}


def codes(rows: pl.DataFrame) -> pl.DataFrame:
    """Add `for` and `against`, lists of codes in a fixed order, to decided evidence."""
    return rows.with_columns(_listed(FOR).alias("for"), _listed(AGAINST).alias("against"))


def _listed(told: dict[str, pl.Expr]) -> pl.Expr:
    return pl.concat_list([pl.when(fires).then(pl.lit(code)) for code, fires in told.items()]).list.drop_nulls()


@cache
def sentences(lang: Language) -> dict[str, str]:
    """What each code says in English or French."""
    entries = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {code: entry[lang] for code, entry in entries.items()}


def say(matches: pl.DataFrame, lang: Language) -> pl.DataFrame:
    """Replace the codes in `for` and `against` by their sentences."""
    said = pl.element().replace_strict(sentences(lang), return_dtype=pl.String)
    return matches.with_columns(pl.col("for", "against").list.eval(said))
