"""What words tell of a comment: its language, whether it fits any post, whether it is about this one, whether it asks.

Languages are those of config/comments.toml. In any other, and in a comment too short to tell under an account whose
audience writes no covered one, nothing is said of praise or substance: null, which is neither authentic nor fake.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import polars as pl

FILE = Path(__file__).resolve().parents[3] / "config" / "comments.toml"
KINDS = ("function", "praise", "filler", "asks")
MOST_GENERIC_WORDS = 9
LEAST_SUBSTANCE_WORDS, LEAST_CONTENT = 5, 2
CONTENT_LETTERS = 4
LONGER = 2
TOLD, SPEAKS = 0.25, 0.4
"""Least share of a comment's words, and of an account's longer comments, that must be known to tell a language."""
ELISION = r"^(?:[ldjcsnmt]|qu)'"


@cache
def lexicon(file: Path = FILE) -> pl.DataFrame:
    """One row per word and language: `word`, `language`, and a flag for each of `KINDS`."""
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    rows = [(word, code, kind) for code, kinds in said.items() for kind in KINDS for word in kinds[kind].split()]
    table = pl.DataFrame(rows, schema=["word", "language", "kind"], orient="row")
    flags = [(pl.col("kind") == kind).any().cast(pl.Int32).alias(kind) for kind in KINDS]
    return table.group_by("word", "language").agg(flags).sort("word", "language")


def tokens(words: pl.DataFrame) -> pl.DataFrame:
    """`text` (a number) and `words` -> one row per word: `text`, `place` in it, `word`."""
    split = words.select("text", word=pl.col("words").str.split(" ")).explode("word")
    split = split.filter(pl.col("word").str.len_bytes() > 0)
    return split.with_columns(place=pl.int_range(pl.len()).over("text"))


def read_texts(split: pl.DataFrame) -> pl.DataFrame:
    """Tokens -> one row per text: `count` of words, `own` language (null: untold), and what each language says of it.

    `generic` lists the languages in which all its words are praise and filler, `asking` those in which it begins a
    question, `content` counts words that are neither small nor praise in any.
    """
    known = split.join(lexicon(), on="word", how="inner")
    meant = pl.max_horizontal("praise", "filler")
    per = known.group_by("text", "language").agg(
        score=(pl.max_horizontal("function", pl.col("praise") * 0.9)).sum(),
        fits=meant.sum(),
        praise=pl.col("praise").sum(),
        asks=(pl.col("asks") * (pl.col("place") == 0)).max(),
    )
    empty = split.join(lexicon().select("word").unique(), on="word", how="anti")
    content = empty.filter(pl.col("word").str.len_chars() >= CONTENT_LETTERS).group_by("text").len("content")
    count = split.group_by("text").len("count")
    return (
        count.join(_spoken(per, count), on="text", how="left")
        .join(_said(per, count), on="text", how="left")
        .join(content, on="text", how="left")
        .with_columns(pl.col("content").fill_null(0).cast(pl.Int64), pl.col("count").cast(pl.Int64))
    )


def _spoken(per: pl.DataFrame, count: pl.DataFrame) -> pl.DataFrame:
    """The language that most words of a text are of; none where two claim as many, or few words are known."""
    ranked = per.join(count, on="text").with_columns(
        best=pl.col("score").max().over("text"),
        ties=(pl.col("score") == pl.col("score").max().over("text")).sum().over("text"),
    )
    told = (pl.col("score") == pl.col("best")) & (pl.col("ties") == 1) & (pl.col("score") >= TOLD * pl.col("count"))
    return ranked.filter(told).select("text", own="language")


def _said(per: pl.DataFrame, count: pl.DataFrame) -> pl.DataFrame:
    fits = (pl.col("fits") == pl.col("count")) & (pl.col("praise") > 0) & (pl.col("count") <= MOST_GENERIC_WORDS)
    return (
        per.join(count, on="text")
        .with_columns(fits=fits)
        .group_by("text")
        .agg(generic=pl.col("fits").any(), asking=(pl.col("asks") > 0).any())
    )


def languages(rows: pl.DataFrame) -> pl.DataFrame:
    """Comments (`account_id`, `count`, `own`) -> per account the language of its longer comments, if covered."""
    longer = rows.filter(pl.col("count") >= LONGER)
    told = longer.group_by("account_id").agg(longer=pl.len(), covered=pl.col("own").is_not_null().mean())
    counted = longer.drop_nulls("own").group_by("account_id", "own").len()
    first = counted.sort("account_id", "len", "own", descending=[False, True, False]).unique(
        "account_id", keep="first", maintain_order=True
    )
    spoken = told.join(first, on="account_id").filter(pl.col("covered") >= SPEAKS)
    return spoken.select("account_id", spoken="own").sort("account_id")


def on_topic(split: pl.DataFrame, under: pl.DataFrame, posts: pl.DataFrame) -> pl.DataFrame:
    """The (`text`, `post_id`) of `under` that share a content word with what the post says (`post_id`, `words`)."""
    bare = pl.col("word").str.replace(ELISION, "")
    long = bare.str.len_chars() >= CONTENT_LETTERS
    mine = split.join(lexicon().select("word").unique(), on="word", how="anti").select("text", word=bare).filter(long)
    numbered = posts.with_row_index("text")
    theirs = tokens(numbered).join(numbered.select("text", "post_id"), on="text").select("post_id", word=bare)
    met = under.join(mine, on="text").join(theirs.unique(), on=["post_id", "word"], how="semi")
    return met.select("text", "post_id").unique()
