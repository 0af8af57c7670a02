"""Words of the taxonomy in plain texts, and what takes them back.

Every word is spelled out with the endings that its stars stand for, and all are looked for at once (Aho-Corasick): ten
times cheaper than one pattern of them all.
"""

from __future__ import annotations

import polars as pl

from vetting.match.says.phrases import patterns
from vetting.match.says.plain import EDGE, any_of, whole
from vetting.match.says.status import CHECKS

GAP = r" (?:[a-z0-9]+ ){0,3}?"
MORE = (
    r"(?: (?:(?:and|or|nor|ou|ni|et|o|und|oder) (?:[a-z0-9]+ ){0,2}?|(?:(?:of|for|with|an?|any|de|d|du|pour|une?) )*)"
)
DENIES = {"not", "never", "without", "no", "nor", "pas", "sans", "non", "jamais", "nicht", "ohne", "sin", "kein"}
ENDINGS = ["", "s", "e", "es", "z", "u", "x", "le", "les", "ed", "er", "ee", "ees", "nt", "ent", "ing"]
"""What `*` inside a word or phrase may stand for; at its end it stands for anything."""
MOST_STARS = 3


def affirmed(rows: pl.DataFrame, taxonomy: pl.DataFrame) -> pl.DataFrame:
    """`record_id` and plain `text` without what is harmless, and what is denied, feared, fought or filmed.

    A record in which no word of the taxonomy stands is left out.
    """
    harmless = whole(taxonomy["harmless"].explode().drop_nulls())
    spelled = _spelled(taxonomy)["literal"].unique().sort().to_list()
    terms = _terms(taxonomy)["term"]
    told = rows.filter(_wide(pl.col("text")).str.contains_any(spelled)).select(
        "record_id",
        "source_kind",
        text=pl.col("text").str.replace_all(harmless, "~").str.replace_all(_whole("kept"), "~"),
    )
    unsaid = _whole("unsaid")
    checked = (pl.col("source_kind") == CHECKS).fill_null(value=False)  # their `not` is the verdict, see `called_false`
    doubted = pl.col("text").str.contains(unsaid) & ~checked
    own = whole(term for term in terms if DENIES & set(term.split()))  # `not disclosed` is a word of its own
    scope = rf"({own})|{unsaid}{GAP}(?:{any_of(terms)}){MORE}(?:{any_of(terms)}))*{EDGE}"
    mended = told.filter(doubted).with_columns(pl.col("text").str.replace_all(scope, "${1} ~"))
    return pl.concat([told.filter(~doubted), mended])


def _whole(key: str) -> str:
    """Phrases of section `read` as whole words."""
    return rf"{EDGE}{patterns('read', key)}{EDGE}"


def hits(told: pl.DataFrame, taxonomy: pl.DataFrame) -> pl.DataFrame:
    """Words of the taxonomy in plain texts: `record_id`, `hit`, `category`, `severity`, `weak`; each once.

    The longest goes first, so that a word inside a longer phrase is not met again.
    """
    spelled = _spelled(taxonomy)
    every = sorted(spelled["literal"].unique().to_list(), key=lambda one: (-len(one), one))
    wide = told.select("record_id", text=_wide(pl.col("text"))).with_columns(
        literal=pl.col("text").str.extract_many(every, leftmost=True),
        at=pl.col("text").str.find_many(every, leftmost=True),
    )
    found = wide.filter(pl.col("literal").list.len() > 0).explode("literal", "at")
    rest = pl.col("text").str.slice(pl.col("at") + pl.col("literal").str.len_bytes(), 24).str.extract("^([a-z0-9]*)")
    written = (pl.col("literal") + rest.fill_null("")).str.replace_all(" +", " ").str.strip_chars()
    once = found.select("record_id", "literal", hit=written).unique()
    kinds = spelled.sort("literal", "category", "weak").unique(["literal", "category"], keep="first")
    met = once.join(kinds, on="literal").join(taxonomy.select("category", "severity"), on="category")
    return met.select("record_id", "hit", "category", "severity", "weak").unique()


def _wide(text: pl.Expr) -> pl.Expr:
    """Two spaces between words, so that each word has its own at either end; one byte for each letter."""
    return text.str.replace_all(r"[^\x00-\x7F]", "~").str.replace_all(" ", "  ", literal=True)


def _terms(taxonomy: pl.DataFrame) -> pl.DataFrame:
    """Every word of the taxonomy: `category`, `weak`, `term`."""
    lists = (("words", False), ("weak", True))
    parts = [taxonomy.select("category", weak=pl.lit(weak), term=name).explode("term") for name, weak in lists]
    return pl.concat(parts).drop_nulls("term")


def _spelled(taxonomy: pl.DataFrame) -> pl.DataFrame:
    """The words with every ending that `*` inside them may stand for: `category`, `weak`, `literal`, as `_wide` has it.

    At the end a `*` is open: the literal lacks its last space.
    """
    rows = _terms(taxonomy).with_columns(
        open=pl.col("term").str.ends_with("*"), term=pl.col("term").str.strip_chars("*")
    )
    for _ in range(MOST_STARS):
        ending = pl.when(pl.col("term").str.contains("*", literal=True)).then(pl.lit(ENDINGS, dtype=pl.List(pl.String)))
        rows = rows.with_columns(ending=ending.otherwise(pl.lit([""], dtype=pl.List(pl.String)))).explode("ending")
        parts = pl.col("term").str.splitn("*", 2)
        first, last = parts.struct.field("field_0"), parts.struct.field("field_1").fill_null("")
        rows = rows.with_columns(term=first + pl.col("ending") + last)
    end = pl.when("open").then(pl.lit("")).otherwise(pl.lit(" "))
    return rows.select("category", "weak", literal=pl.lit(" ") + _wide(pl.col("term")) + end).unique()
