"""How much it says that two names share a word: a word that everybody bears says little."""

from __future__ import annotations

import polars as pl

from vetting.lexicon import section

PRIOR_WEIGHT = 20_000
"""As many imagined bearers stand beside those at hand, so that few records do not make every name rare."""
ORDINARY_SHARE = 3e-3
UNKNOWN_SHARE = 1e-5
PARTICLE_INFO = 0.5
MOSTLY_SMALL = 0.35
"""From this share of its places in texts written small on, a word is an ordinary one."""


def ordinary() -> pl.Expr:
    """Whether a word of `token`, `running` and `small` (counts in texts) is an ordinary one."""
    small = (pl.col("small") >= 2) & (pl.col("small") > MOSTLY_SMALL * pl.col("running"))  # noqa: PLR2004 - once is a slip
    number = pl.col("token").str.contains(r"^\p{N}+$")
    return small | number | pl.col("token").is_in(section("ordinary")["words"])
