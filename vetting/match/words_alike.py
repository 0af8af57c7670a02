"""How alike two words of names are, and in what way."""

from __future__ import annotations

from functools import cache

import numpy as np
import polars as pl
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from vetting.lexicon import cousins, nicknames, variants
from vetting.match.names import bones, sound

LEAST = 0.72
"""Likeness below which two words are two words."""
HEARD_LEAST = 0.6
"""Likeness that words need which sound alike: vowels make up to 40 % of a word."""
FEW_SLIPS = 2
"""Letters by which two spellings of one name differ at most; names that differ more only rhyme."""
FEWEST = 2 * HEARD_LEAST - 1
"""Share of letters in place without which the mean of the two likenesses can't reach either."""
INITIAL, COUSIN, BEGINNING, SHORT_FORM, SAME_BONES, SAME_SOUND, VARIANT = 0.6, 0.75, 0.8, 0.9, 0.85, 0.9, 0.95


def likeness(ours: pl.Series, theirs: pl.Series) -> pl.DataFrame:
    """For words side by side: `sim` (0-1), and whether one is an `initial` or a `short` form of the other.

    `edits`: letters changed, lost, added or swapped between them; 0 where one is such a form, or another spelling.
    `heard`: they are written differently and sound alike.
    """
    pairs = pl.DataFrame({"a": ours, "b": theirs})
    told = _spelled(pairs).with_columns(_letters(ours.to_list(), theirs.to_list())).join(
        _listed(), on=["a", "b"], how="left", maintain_order="left"
    ).with_columns(pl.col("form").fill_null(""))  # fmt: skip
    form = (pl.col("form") != "") | _initial() | _beginning() | _same_bones()
    slips = pl.when(form).then(0).otherwise("apart").cast(pl.Int32)
    return told.select(
        sim=_similar(),
        initial=_initial(),
        short=(pl.col("form") == "short") | _beginning(),
        edits=slips,
        heard=_heard() & slips.is_between(1, FEW_SLIPS),
    )


def _letters(ours: list[str], theirs: list[str]) -> list[pl.Series]:
    """`mean` of two likenesses, one of which counts beginnings more, and the letters `apart`."""
    edits = cpdist(ours, theirs, scorer=OSA.normalized_similarity, dtype=np.float32, score_cutoff=FEWEST)
    starts = cpdist(ours, theirs, scorer=JaroWinkler.similarity, dtype=np.float32, score_cutoff=HEARD_LEAST)
    apart = cpdist(ours, theirs, scorer=OSA.distance, dtype=np.int32)
    return [pl.Series("mean", (edits + starts) / 2), pl.Series("apart", apart)]


def _spelled(pairs: pl.DataFrame) -> pl.DataFrame:
    """Both words with their sound and their bones, worked out once for every word."""
    once = pl.concat([pairs["a"], pairs["b"].alias("a")]).unique().alias("a").to_frame()
    known = once.with_columns(s=sound(pl.col("a")), k=bones(pl.col("a")), bare=~pl.col("a").str.contains("[aeiou]"))
    rows = pairs.join(known.rename({"s": "sa", "k": "ka", "bare": "bare_a"}), on="a", how="left", maintain_order="left")
    other = known.rename({"a": "b", "s": "sb", "k": "kb", "bare": "bare_b"})
    return rows.join(other, on="b", how="left", maintain_order="left")


@cache
def _listed() -> pl.DataFrame:
    """Pairs of words that lists know as one name: `a`, `b`, `form` (variant, short, cousin), the closest once."""
    lists = {"variant": variants(), "short": nicknames(), "cousin": cousins()}
    rows = [(a, b, form) for form, pairs in lists.items() for a, b in sorted(pairs)]
    frame = pl.DataFrame(rows, {"a": pl.String, "b": pl.String, "form": pl.String}, orient="row")
    return frame.unique(["a", "b"], keep="first", maintain_order=True)


def _similar() -> pl.Expr:
    kept = pl.when(pl.col("mean") >= LEAST).then(pl.col("mean")).otherwise(0.0)
    forms = {"variant": VARIANT, "short": SHORT_FORM, "cousin": COUSIN, "": 0.0}
    return pl.max_horizontal(
        kept,
        pl.col("form").replace_strict(forms, return_dtype=pl.Float64),
        pl.when(_heard()).then(SAME_SOUND).otherwise(0.0),
        pl.when(_same_bones()).then(SAME_BONES).otherwise(0.0),
        pl.when(_beginning()).then(BEGINNING).otherwise(0.0),
        pl.when(_initial()).then(INITIAL).otherwise(0.0),
    ).cast(pl.Float32)


def _heard() -> pl.Expr:
    long = pl.col("sa").str.len_chars() > 1
    return (pl.col("sa") == pl.col("sb")) & long & (pl.col("mean") > HEARD_LEAST)


def _same_bones() -> pl.Expr:
    """One of them written without vowels, as other scripts are, and the same consonants."""
    return (pl.col("bare_a") | pl.col("bare_b")) & (pl.col("ka") == pl.col("kb")) & (pl.col("ka").str.len_chars() > 1)


def _initial() -> pl.Expr:
    one = (pl.col("a").str.len_chars() == 1) != (pl.col("b").str.len_chars() == 1)
    return one & (pl.col("a").str.slice(0, 1) == pl.col("b").str.slice(0, 1))


def _beginning() -> pl.Expr:
    a, b = pl.col("a"), pl.col("b")
    long = (a.str.len_chars() > 2) & (b.str.len_chars() > 2) & (a != b)  # noqa: PLR2004 - two letters begin too many names
    return long & (a.str.starts_with(b) | b.str.starts_with(a))
