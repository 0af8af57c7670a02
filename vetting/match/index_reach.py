"""Which records a change among creators may concern: those that share a hook with the names that came, went or changed.

What `candidates` joins names and records on is counted over all creators, so that one more of them may shut a road to
others. A record is concerned by a name if it has
- a word with a key of `alike` in common with a word of the name;
- a word that begins or ends with the same letters as the name written together, or whose core is the name's;
- a run of words that does so, of which the first or last is too short to show it alone: those ends are kept as hooks.
More than that may be concerned without need, never less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from vetting.match.alike import keys
from vetting.match.names import core
from vetting.match.people import name_words
from vetting.match.tokens import cut

if TYPE_CHECKING:
    from vetting.match.reading import Theirs

ENDS = 4
"""Letters of an end. `written` finds names by as many at one end, or by all of them."""
RUN = 4
"""Words of the longest run that may be a name."""
HEAD, TAIL = "^", "$"
"""What tells ends from words, which hold neither."""


def ends(theirs: Theirs) -> pl.DataFrame:
    """Heads and tails of runs of words that may be names, where the outer word is shorter than an end.

    `record` and `hook`, each pair once. A run in a text begins with a capital or with what looks like a handle.
    """
    rows = theirs.tokens.select("passage", "token", "capital", "handle_like").join(
        theirs.places.select("passage", "record", "where"), on="passage", maintain_order="left"
    )  # fmt: skip
    begins = pl.col("capital") | pl.col("handle_like") | (pl.col("where") != "text")
    words = rows.select("passage", "record", "token", begins=begins, short=pl.col("token").str.len_chars() < ENDS)
    return pl.concat([_run(words, size) for size in range(2, RUN + 1)]).unique()


def _run(words: pl.DataFrame, size: int) -> pl.DataFrame:
    """Heads and tails of runs of `size` words."""
    last = pl.col("passage", "short").shift(1 - size).name.suffix("_last")
    ahead = [pl.col("token").shift(-step) for step in range(size)]
    here = words.with_columns(last, joined=pl.concat_str(ahead)).filter(
        (pl.col("passage") == pl.col("passage_last")) & pl.col("begins")
    )  # fmt: skip
    heads = here.filter("short").select("record", hook=_end(pl.col("joined"), HEAD))
    tails = here.filter("short_last").select("record", hook=_end(pl.col("joined"), TAIL))
    return pl.concat([heads, tails]).unique()


def _end(text: pl.Expr, mark: str) -> pl.Expr:
    return pl.lit(mark) + (text.str.slice(0, ENDS) if mark == HEAD else text.str.slice(-ENDS))


def hooks_of(names: pl.DataFrame, words: pl.Series) -> pl.Series:
    """The hooks that reach every record which `names` (`text`) may concern; `words`: all that records hold."""
    tokens = name_words(cut(names.select("text").unique().sort("text").with_row_index("passage")))
    written = _written(tokens)
    known = words.rename("theirs").to_frame()
    met = [
        _sharing(words, tokens["token"].unique()),
        known.join(tokens, left_on="theirs", right_on="token", how="semi"),
        *(_outer(known, written, mark) for mark in (HEAD, TAIL)),
        known.filter(core(pl.col("theirs")).is_in(written.implode())),
    ]
    marked = [written.to_frame("written").select(_end(pl.col("written"), mark)).to_series() for mark in (HEAD, TAIL)]
    parts = [part["theirs"] for part in met] + [part.rename("theirs") for part in marked]
    return pl.concat(parts).unique().sort().rename("hook")


def _sharing(words: pl.Series, ours: pl.Series) -> pl.DataFrame:
    """Words that have a key in common with one of ours."""
    shared = keys(words, "word").join(keys(ours, "ours"), on="key", how="semi")["word"].unique().sort()
    return words.gather(shared).rename("theirs").to_frame()


def _outer(known: pl.DataFrame, written: pl.Series, mark: str) -> pl.DataFrame:
    """Words that begin, or end, as a name does."""
    wanted = written.to_frame("written").select(end=_end(pl.col("written"), mark)).unique()
    return known.with_columns(end=_end(pl.col("theirs"), mark)).join(wanted, on="end", how="semi")


def _written(tokens: pl.DataFrame) -> pl.Series:
    """Names written together, their outer words alone, and the core of each."""
    whole = tokens.group_by("passage", maintain_order=True).agg(
        joined=pl.col("token").str.join(""), outer=pl.col("token").first() + pl.col("token").last()
    )  # fmt: skip
    every = whole.select(pl.concat_list("joined", "outer", core(pl.col("joined"))).explode().drop_nulls().unique())
    return every.to_series().sort()
