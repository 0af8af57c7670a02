"""Pairs of a creator's name and a place in a record that are worth a look.

Three roads lead to a pair: the whole name, written together, is the same (`exact`); the same inside a handle, without
what decorates it (`core`); or one word of the name is met, misspelt perhaps, and the word beside it begins alike
(`fuzzy`). The third asks for the more of the second word, the more creators bear the first. All three are joins on
keys, never a cross product, and a key that too many names share is not used.
"""

from __future__ import annotations

import polars as pl

from vetting.match.alike import alike
from vetting.match.lexicon import nicknames, words
from vetting.match.names import core, sound

MOST_NAMES = 300
"""Names of creators that one fuzzy key may lead to."""
MOST_CORES = 3
"""Handles that may have one core; what more of them share (`goldennomad12`, `goldennomad7`) is no name."""
FREQUENT = 20
"""Names that a word may stand in before its neighbor has to agree in more than how it begins."""
LONGEST_GRAM = 4
REACH = 3
"""How far apart two words of one name may stand in a text."""
SHORTEST_WRITTEN = 3


def candidates(
    names: pl.DataFrame, name_tokens: pl.DataFrame, places: pl.DataFrame, tokens: pl.DataFrame
) -> pl.DataFrame:
    """Pairs `name`, `passage`, `start`, `size`, `how`, each once, sorted.

    `names` has `passage` and `kind` of each creator's name, `places` `passage` and `where` of each passage of a
    record; the tokens are those of `tokens.cut`.
    """
    kinds = names.select("passage", "kind")
    spelled = name_tokens.join(kinds, on="passage", maintain_order="left")
    marked = tokens.join(places.select("passage", "where"), on="passage", maintain_order="left")
    exact = _written_alike(spelled, marked)
    fuzzy = _sounding_alike(spelled.filter(pl.col("kind") != "handle"), marked)
    order = {"exact": 0, "core": 1, "fuzzy": 2}
    every = pl.concat([exact, fuzzy]).with_columns(order=pl.col("how").replace_strict(order, return_dtype=pl.Int8))
    best = every.sort("name", "passage", "start", "size", "order")
    return best.unique(["name", "passage", "start", "size"], keep="first", maintain_order=True).drop("order")


def _written_alike(spelled: pl.DataFrame, marked: pl.DataFrame) -> pl.DataFrame:
    ours = _our_writings(spelled)
    theirs = _their_writings(marked, ours)
    both_inside = pl.col("inner") & pl.col("inner_right")  # then neither is known to be a name
    met = ours.join(theirs, on="key").filter(~both_inside)
    how = pl.when(pl.col("inner") | pl.col("inner_right")).then(pl.lit("core")).otherwise(pl.lit("exact"))
    return met.select("name", "passage", "start", "size", how=how)


def _our_writings(spelled: pl.DataFrame) -> pl.DataFrame:
    """Names written together; first and last word alone of longer ones; the core of handles."""
    whole = spelled.group_by("passage", maintain_order=True).agg(
        pl.col("kind").first(),
        key=pl.col("token").str.join(""),
        ends=pl.col("token").first() + pl.col("token").last(),
        size=pl.len(),
    )
    long = whole.filter((pl.col("size") > 2) & (pl.col("kind") != "handle")).select("passage", key="ends")  # noqa: PLR2004 - more than two words
    inner = whole.filter(pl.col("kind") == "handle").select(
        "passage", key=core(pl.col("key")), inner=pl.lit(value=True)
    )
    plain = pl.concat([whole.select("passage", "key"), long]).with_columns(inner=pl.lit(value=False))
    telling = inner.filter(pl.len().over("key") <= MOST_CORES)
    every = pl.concat([plain, telling]).filter(pl.col("key").str.len_chars() >= SHORTEST_WRITTEN)
    return every.unique().sort("passage", "key", "inner").rename({"passage": "name"})


def _their_writings(marked: pl.DataFrame, ours: pl.DataFrame) -> pl.DataFrame:
    """Runs of words written together, and the core of what looks like a handle, as far as a creator has them."""
    wanted = ours["key"].unique().implode()
    grams = [_grams(marked, size).filter(pl.col("key").is_in(wanted)) for size in range(1, LONGEST_GRAM + 1)]
    looks = marked.filter(pl.col("handle_like") | (pl.col("where") == "handle"))
    inner = looks.select(
        "passage", start="pos", size=pl.lit(1, pl.Int32), key=core(pl.col("token")), inner=pl.lit(value=True)
    )
    return pl.concat([*grams, inner.filter(pl.col("key").is_in(wanted))])


def _grams(marked: pl.DataFrame, size: int) -> pl.DataFrame:
    ahead = [pl.col("token").shift(-step) for step in range(size)]
    within = pl.col("passage") == pl.col("passage").shift(-(size - 1))
    capital = pl.col("capital") | pl.col("handle_like") | (pl.col("where") != "text") | (size == 1)
    return marked.with_columns(key=pl.concat_str(ahead)).filter(within & capital).select(
        "passage", start="pos", size=pl.lit(size, pl.Int32), key="key", inner=pl.lit(value=False)
    )  # fmt: skip


def _sounding_alike(spelled: pl.DataFrame, marked: pl.DataFrame) -> pl.DataFrame:
    small = pl.col("token").is_in(words("particles"))
    ours = spelled.filter(~small).select("pos", "token", name="passage")
    theirs = marked.filter(~small & (pl.col("capital") | (pl.col("where") != "text")))
    ties = alike(ours["token"].unique(), theirs["token"].unique())
    our_keys, their_keys = _our_keys(ours, ties), _their_keys(theirs, ties)
    usable = our_keys.filter(pl.len().over("key", "beside") <= MOST_NAMES)
    return usable.join(their_keys, on=["key", "beside"]).select(
        "name", "passage", "start", "size", how=pl.lit("fuzzy")
    ).unique()  # fmt: skip


def _our_keys(ours: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
    """Each word of a name as texts may spell it (`key`), with how another word of the name begins (`beside`)."""
    bearers = ours.group_by("token").agg(bearers=pl.col("name").n_unique())
    known = ours.join(bearers, on="token")
    pairs = known.join(_also_called(ours), on="name").filter(pl.col("pos") != pl.col("pos_right"))
    length = pl.when(pl.col("bearers") > FREQUENT).then(2).otherwise(1)
    beside = sound(pl.col("other")).str.slice(0, length)
    keyed = pairs.join(ties, left_on="token", right_on="ours")
    return keyed.select("name", key="theirs", beside=beside).unique()


def _also_called(ours: pl.DataFrame) -> pl.DataFrame:
    short = pl.DataFrame(sorted(nicknames()), {"token": pl.String, "other": pl.String}, orient="row")
    renamed = ours.join(short, on="token").select("name", "pos", "other")
    return pl.concat([ours.select("name", "pos", other="token"), renamed])


def _their_keys(theirs: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
    """Pairs of words that stand near each other, one of them known: `key`, `beside`, and where."""
    met = theirs.with_columns(known=pl.col("token").is_in(ties["theirs"].unique().implode()))
    steps = [_neighbors(met, step) for step in range(1, REACH + 1)]
    pairs = pl.concat(steps)
    forward = pairs.filter("known").select("passage", "start", "size", key="token", other="next")
    backward = pairs.filter("next_known").select("passage", "start", "size", key="next", other="token")
    both = pl.concat([forward, backward]).with_columns(heard=sound(pl.col("other")))
    one = both.with_columns(beside=pl.col("heard").str.slice(0, 1))
    two = both.with_columns(beside=pl.col("heard").str.slice(0, 2)).filter(pl.col("beside").str.len_chars() > 1)
    return pl.concat([one, two]).select("passage", "start", "size", "key", "beside").unique()


def _neighbors(met: pl.DataFrame, step: int) -> pl.DataFrame:
    ahead = pl.col("passage", "pos", "token", "known").shift(-step).name.suffix("_next")
    rows = met.with_columns(ahead).filter(pl.col("passage") == pl.col("passage_next"))
    gap = pl.col("pos_next") - pl.col("pos")
    near = (gap <= REACH) & (pl.col("known") | pl.col("known_next"))
    return rows.filter(near).select(
        "passage", "token", "known", start="pos", size=gap + 1, next="token_next", next_known="known_next"
    )  # fmt: skip
