"""Text cut into words, with what their spelling tells: capitals, pauses before them, the look of a handle."""

from __future__ import annotations

import polars as pl

from vetting.match.names import folded

WORD = r"[^\p{L}\p{N}@#]*[@#]?[\p{L}\p{N}](?:[\p{L}\p{N}]|['’._]+[\p{L}\p{N}])*_*"  # noqa: RUF001 - both apostrophes
LEAD = r"^[^\p{L}\p{N}@#]+"
HANDLE = r"^@|_|^#?\p{L}+\p{N}|\p{L}\.\p{L}{2}"
LONG_LOWER = r"^\p{Ll}[\p{Ll}\p{N}]{7,}$"
LONGEST_WORD = 40
LONGEST = 50_000
"""Characters of one text that are read; what follows is too far from a headline to be the subject."""


SENTENCE_CASE = 0.6
"""Share of capital words in a line from which capitals tell nothing, as in headlines."""


def cut(texts: pl.DataFrame) -> pl.DataFrame:
    """Cut `text` into words, sorted.

    `passage`, `pos`, `raw`, `token`, `capital`, `pause`, `handle_like`, `line`, `shouting`: most words of its line have
    capitals.

    A word is what stands between spaces and punctuation; `pause` says that punctuation stands before it. Words that
    fold to nothing are left out, and `pos` counts the others from 0.
    """
    found = texts.select(
        "passage",
        raw=pl.col("text").str.slice(0, LONGEST).str.normalize("NFKC").str.slice(0, LONGEST).str.extract_all(WORD),
    )
    words = found.explode("raw", empty_as_null=False).drop_nulls("raw")
    known = words.select("raw").unique().with_columns(_spelling()).filter(pl.col("token") != "")
    kept = words.join(known, on="raw", how="inner", maintain_order="left").with_columns(raw=pl.col("word")).drop("word")
    return (
        kept.with_columns(
            pos=pl.int_range(pl.len(), dtype=pl.Int32).over("passage"),
            line=pl.col("fresh").cast(pl.Int32).cum_sum().over("passage"),
        )
        .with_columns(shouting=pl.col("capital").mean().over("passage", "line") >= SENTENCE_CASE)
        .drop("fresh")
    )


def _spelling() -> list[pl.Expr]:
    word = pl.col("raw").str.replace(LEAD, "")
    bare = word.str.strip_chars_start("@#").str.replace(r"^(?:[dlcjmnst]|qu)['’]", "")  # noqa: RUF001 - apostrophes
    return [
        word.alias("word"),
        folded(word.str.slice(0, 2 * LONGEST_WORD)).str.slice(0, LONGEST_WORD).alias("token"),
        bare.str.contains(r"^[\p{Lu}\p{Lt}\p{Lo}\p{N}]").alias("capital"),
        pl.col("raw").str.contains(r"^[^\p{L}\p{N}@#]*[.,:;!?()«»“”\"|\n]").alias("pause"),
        pl.col("raw").str.contains(r"^[^\p{L}\p{N}@#]*\n").alias("fresh"),
        (word.str.contains(HANDLE) | word.str.contains(LONG_LOWER)).alias("handle_like"),
    ]


def ranges(words: pl.DataFrame) -> pl.DataFrame:
    """Where each passage begins in `words` and how many it has: `passage`, `offset`, `size`."""
    rows = words.with_row_index("offset")
    return rows.group_by("passage").agg(pl.col("offset").min(), size=pl.len()).sort("passage")
