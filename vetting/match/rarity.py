"""How much it says that two names share a word: a word that everybody bears says little."""

from __future__ import annotations

import polars as pl

from vetting.lexicon import greatest_shares, section, words

PRIOR_WEIGHT = 20_000
"""As many imagined bearers stand beside those at hand, so that few records do not make every name rare."""
ORDINARY_SHARE = 3e-3
UNKNOWN_SHARE = 1e-5
PARTICLE_INFO = 0.5
MOSTLY_SMALL = 0.35
"""From this share of its places in texts written small on, a word is an ordinary one."""


def vocabulary(
    name_tokens: pl.DataFrame, owners: pl.DataFrame, tokens: pl.DataFrame, places: pl.DataFrame
) -> pl.DataFrame:
    """Every word: `token`, `word` (its number), `info` (nats that an agreement on it is worth), `ordinary`; sorted.

    `owners` has `passage` and `creator_id`, `places` `passage`, `record` and `where`.
    """
    ours = name_tokens.join(owners, on="passage").group_by("token").agg(ours=pl.col("creator_id").n_unique())
    met = tokens.join(places.select("passage", "record", "where"), on="passage")
    running = pl.col("where") == "text"
    theirs = met.group_by("token").agg(
        theirs=pl.col("record").n_unique(),
        running=running.sum(),
        small=(running & ~pl.col("capital")).sum(),
    )
    population = owners["creator_id"].n_unique() + places["record"].n_unique()
    every = ours.join(theirs, on="token", how="full", coalesce=True).fill_null(0).sort("token").with_row_index("word")
    return every.select("token", "word", info=_info(population), ordinary=_ordinary())


def _info(population: int) -> pl.Expr:
    token, listed = pl.col("token"), greatest_shares()
    named = token.replace_strict(listed["token"], listed["share"], default=UNKNOWN_SHARE, return_dtype=pl.Float64)
    ordinary = pl.when(token.is_in(section("ordinary")["words"])).then(ORDINARY_SHARE)
    share = pl.max_horizontal(named, ordinary)
    borne = pl.col("ours") + pl.col("theirs") - 1 + PRIOR_WEIGHT * share
    info = -(borne / (PRIOR_WEIGHT + population)).clip(upper_bound=1.0).log()
    return pl.when(token.is_in(words("particles"))).then(PARTICLE_INFO).otherwise(info)


def _ordinary() -> pl.Expr:
    small = (pl.col("small") >= 2) & (pl.col("small") > MOSTLY_SMALL * pl.col("running"))  # noqa: PLR2004 - once is a slip
    number = pl.col("token").str.contains(r"^\p{N}+$")
    return small | number | pl.col("token").is_in(section("ordinary")["words"])
