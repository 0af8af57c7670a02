"""What a record says: its category and severity, by the words of the taxonomy.

Thin on purpose: words decide, and who did what to whom is not read, so that `role` is `named` throughout.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from vetting.match.people import complete

FILE = Path(__file__).resolve().parents[2] / "config" / "taxonomy.toml"
LONGEST = 50_000
"""Characters of a text that are read."""
RULING = ("regulator", "court")
"""Kinds of sources whose records are adverse even where no word says how."""


@dataclass(frozen=True, slots=True)
class Category:
    """One entry of the taxonomy; `half_life_days` is None for what does not fade."""

    name: str
    label: dict[str, str]
    severity: int
    half_life_days: int | None
    words: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """One pattern for all its words, over text that was folded by `plain`."""
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        return rf"(?-u:\b)(?:{'|'.join(_pattern(word) for word in longest_first)})(?-u:\b)"


def _pattern(word: str) -> str:
    return "[a-z0-9]*".join(re.escape(part).replace(r"\ ", " ") for part in word.split("*"))


@cache
def taxonomy(path: Path = FILE) -> tuple[Category, ...]:
    """The categories, the gravest first, equally grave ones in the order of the file."""
    entries = tomllib.loads(path.read_text(encoding="utf-8")).items()
    every = [
        Category(name, entry["label"], entry["severity"], entry.get("half_life_days"), (*entry["en"], *entry["fr"]))
        for name, entry in entries
    ]
    return tuple(sorted(every, key=lambda category: -category.severity))


def plain(text: pl.Expr) -> pl.Expr:
    """Text in small letters without marks, one space where anything but letters and digits stood."""
    bare = text.str.slice(0, LONGEST).str.normalize("NFKD").str.replace_all(r"\p{M}+", "").str.to_lowercase()
    return bare.str.replace_many({"œ": "oe", "æ": "ae"}).str.replace_all(r"[^\p{L}\p{N}]+", " ")


def read(records: pl.DataFrame) -> pl.DataFrame:
    """Read records: `record_id`, `category`, `severity` (1-5), `words` that made it, `role`; sorted by id.

    `category` and `severity` are null where nothing adverse is said. A record's own category counts where it is one of
    the taxonomy; what a regulator or a court published is adverse at least as `other`.
    """
    rows = complete(records, "records")
    text = pl.concat_str("title", "text", separator=" | ", ignore_nulls=True)
    folded = rows.select("record_id", "source_kind", own=pl.col("category"), text=plain(text).fill_null(""))
    met = folded.with_columns(
        pl.col("text").str.extract_all(category.pattern).list.unique().list.sort().alias(category.name)
        for category in taxonomy()
    )
    named = met.with_columns(category=_category())
    return named.select("record_id", "category", severity=_severity(), words=_words(), role=pl.lit("named"))


def _category() -> pl.Expr:
    names = [category.name for category in taxonomy()]
    own = pl.when(pl.col("own").is_in(names)).then("own")
    met = [pl.when(pl.col(name).list.len() > 0).then(pl.lit(name)) for name in names if name != "other"]
    other = (pl.col("other").list.len() > 0) | pl.col("source_kind").is_in(RULING)
    return pl.coalesce(own, *met, pl.when(other).then(pl.lit("other")))


def _severity() -> pl.Expr:
    severities = {category.name: category.severity for category in taxonomy()}
    return pl.col("category").replace_strict(severities, default=None, return_dtype=pl.Int64)


def _words() -> pl.Expr:
    chosen = [pl.when(pl.col("category") == item.name).then(item.name) for item in taxonomy()]
    return pl.coalesce(*chosen, pl.lit([], dtype=pl.List(pl.String)))
