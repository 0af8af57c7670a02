"""The evidence in codes, and the codes in words."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import polars as pl

from vetting.lexicon import mixed_script
from vetting.match.decide import DEFAULT

Language = Literal["en", "fr"]
FILE = Path(__file__).with_name("words.toml")
EQUAL, CLOSE = 0.999, 0.9
"""Name evidence from which a name is told to be the same, or nearly so."""
MUCH = 6.0
"""Nats of words on one side alone from which they are told: what one in four hundred bears."""
OFTEN = 0.3
"""Share of other records, or of names here, from which it is told what they show."""
CROWDED = 0.5
OWN_NAME = 0.3
"""Commonness from which another spelling is told to be a name of its own."""
VERDICT = "verdict"

SAME = (pl.col("name_score") >= EQUAL) & (pl.col("edits") == 0)
NEAR = (pl.col("name_score") >= CLOSE) & ~SAME
SPELLED = ~pl.col("handle_equal") & ~pl.col("inside_handle")
TOLD_APART = pl.any_horizontal(
    "birth_differs", "age_differs", "country_differs", "place_differs", "trade_differs", "outsider_word", "apposed",
    "unrelated", "kin",
)  # fmt: skip
BARE = ~pl.col("corroborated") & (pl.col("beyond") == 0) & ~TOLD_APART
NOTHING = (pl.col("name_score") >= CLOSE) & (BARE | (pl.col("tied") > 1))

FOR: dict[str, pl.Expr] = {
    "confirmed_before": pl.col(VERDICT) == "confirmed",
    "handle_equal": pl.col("handle_equal"),
    "birth_equal": pl.col("birth_equal"),
    "rare_name": pl.col("rare"),
    "name_equal": SAME & ~pl.col("handle_equal"),
    "birth_near": pl.col("birth_near"),
    "country_equal": pl.col("country_equal"),
    "trade_equal": pl.col("trade_equal"),
    "creator_word": pl.col("creator_word"),
    "known": pl.col("known") >= OFTEN,
    "name_close": NEAR & ~pl.col("handle_equal"),
    "inside_handle": pl.col("inside_handle"),
    "alias_met": pl.col("kind") == "alias",
    "place_equal": pl.col("place_equal"),
    "age_fits": pl.col("age_fits"),
    "platform_equal": pl.col("platform_equal"),
    "heard": pl.col("heard") & SPELLED,
    "language_equal": pl.col("language_equal"),
}
"""What speaks for a pair, strongest first."""
AGAINST: dict[str, pl.Expr] = {
    "rejected_before": pl.col(VERDICT) == "rejected",
    "birth_differs": pl.col("birth_differs"),
    "unrelated": pl.col("unrelated"),
    "country_differs": pl.col("country_differs"),
    "age_differs": pl.col("age_differs"),
    "nothing_beyond_name": NOTHING,
    "little_beyond_name": ~pl.col("corroborated") & ~NOTHING,
    "better_bearer": pl.col("outdone"),
    "other_bearers": (pl.col("rivals") > 0) & ~pl.col("outdone"),
    "kin": pl.col("kin"),
    "outsider_word": pl.col("outsider_word"),
    "apposed": pl.col("apposed") & ~pl.col("outsider_word"),
    "trade_differs": pl.col("trade_differs"),
    "place_differs": pl.col("place_differs"),
    "namesakes": pl.col("namesakes") >= OFTEN,
    "name_partly": pl.col("name_score") < CLOSE,
    "missing_words": pl.col("missed") >= MUCH,
    "extra_words": pl.col("extra") >= MUCH,
    "cropped": pl.col("cropped") & ~SAME,
    "initial": pl.col("initial") & ~pl.col("cropped") & ~SAME,
    "short_form": pl.col("short") & ~SAME,
    "letters_differ": (pl.col("edits") > 1) & SPELLED,
    "letter_differs": (pl.col("edits") == 1) & SPELLED,
    "other_known": (pl.col("other_known") >= OWN_NAME) & SPELLED,
    "look_alike": mixed_script(pl.col("written")) | mixed_script(pl.col("met_words")),
    "ordinary_word": pl.col("ordinary"),
    "one_word": (pl.col("words") <= 1) & ~pl.col("handle_equal") & (pl.col("name_score") >= CLOSE),
    "common_name": (pl.col("met") < DEFAULT.distinct) & (pl.col("words") > 1),
    "crowd": (pl.col("crowd") >= CROWDED) & ~pl.col("corroborated"),
    "flanked": pl.col("flanked"),
    "small": pl.col("small"),
    "other_subject": pl.col("other_subject"),
    "before_account": pl.col("before_account"),
    "platform_differs": pl.col("platform_differs"),
    "language_differs": pl.col("language_differs"),
}
"""What speaks against it, strongest first."""


def codes(rows: pl.DataFrame) -> pl.DataFrame:
    """Add `for` and `against`, lists of codes, strongest first, to decided evidence.

    `verdict`, what a person decided of the pair, is unknown where the rows don't have it.
    """
    judged = rows if VERDICT in rows.columns else rows.with_columns(pl.lit(None, pl.String).alias(VERDICT))
    told = judged.with_columns(_listed(FOR).alias("for"), _listed(AGAINST).alias("against"))
    return told.select(*rows.columns, "for", "against")


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
