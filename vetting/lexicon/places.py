"""Words that say where somebody is from: countries, demonyms, cities; listed in `countries.toml`."""

from __future__ import annotations

from functools import cache

import polars as pl

from vetting.lexicon.files import table

KINDS = ("names", "people", "cities", "unsure")
SCHEMA = {"phrase": pl.String, "country": pl.String, "kind": pl.String}


@cache
def places() -> pl.DataFrame:
    """Rows of `phrase`, `country` (ISO alpha-2), `kind` (name, people, city), `unsure`, `words`; sorted.

    A phrase is folded, its words joined by a space, and `words` says how many it has. `unsure` ones may as well be a
    name or a thing (`jordan`, `turkey`). A phrase belongs to one country only, and stands here once.
    """
    rows = [
        (word.replace("_", " "), country, kind)
        for country, entry in table("countries").items()
        for kind in KINDS
        for word in entry.get(kind, "").split()
    ]
    frame = pl.DataFrame(rows, SCHEMA, orient="row").with_columns(
        unsure=(pl.col("kind") == "unsure").any().over("phrase"),
        words=pl.col("phrase").str.count_matches(" ") + 1,
        order=pl.col("kind").replace_strict({kind: at for at, kind in enumerate(KINDS)}, return_dtype=pl.Int8),
    )
    once = frame.sort("phrase", "order").unique(["phrase", "country"], keep="first", maintain_order=True)
    kind = pl.col("kind").replace({"names": "name", "cities": "city", "unsure": "other"})
    return once.select("phrase", "country", kind, "unsure", "words")
