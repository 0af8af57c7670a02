"""Where a creator's name and a record meet: what stands there and what surrounds it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from vetting.lexicon import name_shares, section
from vetting.match.alignment import WIDEST, Words, align
from vetting.match.candidates import candidates
from vetting.match.tokens import ranges

if TYPE_CHECKING:
    from vetting.match.reading import Read


def meetings(world: Read) -> pl.DataFrame:
    """Every candidate pair of name and place, with the columns of `alignment` and of `_around`."""
    met = _named(candidates(world.known, world.places, world.tokens), world)
    rows = pl.concat([met, _aligned(met, world), _around(met, world)], how="horizontal")
    return pl.concat([rows, _joined(met, world)], how="horizontal")


def _joined(met: pl.DataFrame, world: Read) -> pl.DataFrame:
    """`joined`: likeness, 0-1, of name and place, each written together; `apart`: letters between them."""
    ours = world.name_tokens.group_by("passage").agg(ours=pl.col("token").str.join("")).rename({"passage": "name"})
    both = met.select("name", theirs=spans(met, world).list.join(""))
    both = both.join(ours, on="name", how="left", maintain_order="left")
    pairs = both.select("ours", "theirs").unique(maintain_order=True)
    apart = cpdist(pairs["ours"].to_list(), pairs["theirs"].to_list(), scorer=OSA.distance, dtype=np.int32)
    longest = pl.max_horizontal(pl.col("ours", "theirs").str.len_chars()).cast(pl.Float64)
    known = pairs.with_columns(apart=pl.Series(apart, dtype=pl.Int64))
    told = both.join(known, on=["ours", "theirs"], how="left", maintain_order="left")
    return told.select("apart", joined=1 - pl.col("apart") / longest.clip(lower_bound=1))


def _named(met: pl.DataFrame, world: Read) -> pl.DataFrame:
    names = world.names.select("creator_id", "kind", "written", name="passage")
    spans, named = ranges(world.tokens), ranges(world.name_tokens)
    rows = met.join(names, on="name", maintain_order="left")
    rows = rows.join(world.places.select("passage", "record", "where"), on="passage", maintain_order="left")
    rows = rows.join(spans, on="passage", maintain_order="left", suffix="_all").rename({"size_all": "length"})
    rows = rows.join(
        named.select(name="passage", our_begin="offset", our_size="size"), on="name", maintain_order="left"
    )
    whole = (pl.col("where") != "text") & (pl.col("how") == "fuzzy")
    placed = rows.with_columns(
        start=pl.when(whole).then(0).otherwise("start"),
        size=pl.when(whole).then("length").otherwise("size").clip(upper_bound=WIDEST),
    )
    once = placed.unique(["name", "passage", "start", "size"], keep="first", maintain_order=True)
    return once.with_columns(begin=pl.col("offset") + pl.col("start"))


def _aligned(met: pl.DataFrame, world: Read) -> pl.DataFrame:
    numbers = world.vocabulary.select("token", "word")
    ours, theirs = (
        Words(frame.join(numbers, on="token", how="left", maintain_order="left")["word"].cast(pl.Int64).to_numpy())
        for frame in (world.name_tokens, world.tokens)
    )
    return align(met, ours, theirs, world.vocabulary)


def _around(met: pl.DataFrame, world: Read) -> pl.DataFrame:
    """How the place looks: `flanked` by more of a name, written `small`, like a handle, or an `ordinary` word."""
    capital, pause, handle = (world.tokens[name] for name in ("capital", "pause", "handle_like"))
    last = world.tokens.height - 1
    at = met.select(
        "begin", "start", before=(pl.col("begin").cast(pl.Int64) - 1).clip(0, last),
        after=(pl.col("begin") + pl.col("size")).cast(pl.Int64).clip(0, last),
        begins=pl.col("start") <= 1, end=pl.col("start") + pl.col("size") >= pl.col("length"),
        running=pl.col("where") == "text",
    )  # fmt: skip
    seen = at.with_columns(
        capital=capital.gather(at["begin"]), handle=handle.gather(at["begin"]), paused=pause.gather(at["begin"]),
        capital_before=capital.gather(at["before"]), paused_before=pause.gather(at["before"]),
        capital_after=capital.gather(at["after"]),
        paused_after=pause.gather(at["after"]), shouting=world.tokens["shouting"].gather(at["begin"]),
        named_before=world.tokens["token"].gather(at["before"]).is_in(_usual_names().implode()) & (at["start"] > 0),
    )  # fmt: skip
    # the word before may have its capital from opening a sentence
    opening = (pl.col("begins") | pl.col("paused_before")) & ~pl.col("named_before")
    before = ~opening & pl.col("capital_before") & ~pl.col("paused")
    after = ~pl.col("end") & pl.col("capital_after") & ~pl.col("paused_after")
    plain = world.name_tokens.join(world.vocabulary, on="token", how="left", maintain_order="left")
    usual = plain.group_by("passage").agg(pl.col("ordinary").all())
    return seen.select(
        flanked=pl.col("running") & ~pl.col("shouting") & ~pl.col("handle") & (before | after),
        small=pl.col("running") & ~pl.col("capital") & ~pl.col("handle"),
        handle_like=pl.col("handle") | (met["where"] == "handle"),
        ordinary=met.select(passage="name").join(usual, on="passage", how="left", maintain_order="left")["ordinary"],
    )


@cache
def _usual_names() -> pl.Series:
    """Given and family names that many bear and that are no ordinary words."""
    ordinary = pl.Series(section("ordinary")["words"])
    names = name_shares()["token"].unique().sort()
    return names.filter(~names.is_in(ordinary.implode()))


def spans(rows: pl.DataFrame, world: Read, word: str = "token") -> pl.Series:
    """The words of every place as lists: folded ones, or `raw` as the record writes them."""
    places = rows.select("begin", "size").unique()
    spread = places.with_columns(at=pl.int_ranges("begin", pl.col("begin") + pl.col("size"))).explode("at")
    words = spread.with_columns(word=world.tokens[word].gather(spread["at"]))
    listed = words.group_by("begin", "size", maintain_order=True).agg("word")
    return rows.select("begin", "size").join(listed, on=["begin", "size"], how="left", maintain_order="left")["word"]


def met_words(rows: pl.DataFrame, world: Read) -> pl.Series:
    """The words of the record that were met, as it writes them."""
    placed = rows.select("passage", "where", raw=spans(rows, world, "raw").list.join(" "))
    texts = placed.join(world.places.select("passage", "text"), on="passage", maintain_order="left")
    chosen = pl.when(pl.col("where") == "text").then("raw").otherwise("text").str.slice(0, 200)
    return texts.select(chosen.alias("met_words"))["met_words"]
