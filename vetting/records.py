"""The exchange contract: which tables a folder may hold, their columns, and what each column can hold.

Everything that reads or writes the exchange format takes it from here; the stored tables in `warehouse/schema/` hold
the same columns, which a test compares.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - a field of a frozen row, read at run time
from typing import Literal

Kind = Literal["id", "text", "word", "count", "time", "date", "flag", "list"]
"""What a column holds: `id` and `word` are text (a `word` comes from a closed list), `count` is a whole number of at
least 0, `time` is UTC, `date` a day, `flag` true or false, `list` a list of texts."""

TYPES: dict[Kind, str] = {
    "id": "VARCHAR",
    "text": "VARCHAR",
    "word": "VARCHAR",
    "count": "BIGINT",
    "time": "TIMESTAMP",
    "date": "DATE",
    "flag": "BOOLEAN",
    "list": "VARCHAR[]",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an exchange table."""

    name: str
    kind: Kind
    required: bool = False
    words: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """Its type in DuckDB."""
        return TYPES[self.kind]


@dataclass(frozen=True, slots=True)
class Table:
    """One exchange table: its columns, and the key by which two rows are the same observation."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def required(self) -> tuple[str, ...]:
        """The columns without which a row can't be loaded."""
        return tuple(column.name for column in self.columns if column.required)


PLATFORMS = ("youtube", "instagram", "tiktok", "x", "bluesky", "mastodon", "twitch", "other")
POST_KINDS = ("video", "short", "image", "carousel", "text", "story", "live", "other")
SOURCE_KINDS = ("regulator", "court", "news", "fact_check", "list", "blog", "forum", "other")
STATUSES = ("alleged", "denied", "confirmed", "resolved", "retracted")


def _columns(spec: str, words: dict[str, tuple[str, ...]] | None = None) -> tuple[Column, ...]:
    """Read `name:kind` pairs; a `*` after the name marks a required column."""
    pairs = (item.split(":") for item in spec.split())
    return tuple(
        Column(name.rstrip("*"), kind, name.endswith("*"), (words or {}).get(name.rstrip("*"), ()))  # type: ignore[arg-type] # the kinds are spelt right below
        for name, kind in pairs
    )


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "creators",
            ("creator_id",),
            _columns(
                "creator_id*:id name:text aliases:list country:text languages:list birth_date:date note:text",
            ),
        ),
        Table(
            "accounts",
            ("account_id", "observed_at"),
            _columns(
                "account_id*:id platform*:word creator_id:id handle:text display_name:text bio:text url:text "
                "country:text language:text category:text created_at:time verified:flag followers:count "
                "following:count posts_count:count observed_at*:time",
                {"platform": PLATFORMS},
            ),
        ),
        Table(
            "follower_snapshots",
            ("account_id", "observed_at"),
            _columns("account_id*:id observed_at*:time followers*:count following:count posts_count:count"),
        ),
        Table(
            "posts",
            ("post_id", "observed_at"),
            _columns(
                "post_id*:id account_id*:id posted_at:time kind:word text:text language:text url:text tags:list "
                "mentions:list paid_partnership:flag likes:count dislikes:count comments:count shares:count "
                "views:count observed_at*:time",
                {"kind": POST_KINDS},
            ),
        ),
        Table(
            "comments",
            ("comment_id", "observed_at"),
            _columns(
                "comment_id*:id post_id*:id author_id*:id posted_at:time text:text likes:count in_reply_to:id "
                "observed_at:time",
            ),
        ),
        Table(
            "follower_samples",
            ("account_id", "follower_id", "sampled_at"),
            _columns(
                "account_id*:id follower_id*:id sampled_at*:time drawn:word handle:text has_avatar:flag "
                "bio_length:count followers:count following:count posts_count:count created_at:time is_private:flag "
                "label:word",
                {"drawn": ("uniform", "newest_first", "unknown"), "label": ("fake", "real")},
            ),
        ),
        Table(
            "records",
            ("record_id", "observed_at"),
            _columns(
                "record_id*:id source*:text source_kind*:word url:text title:text text:text language:text "
                "country:text published_at:time observed_at*:time subject_names:list subject_aliases:list "
                "subject_handles:list subject_country:text subject_birth_date:date category:text status:word",
                {"source_kind": SOURCE_KINDS, "status": STATUSES},
            ),
        ),
        Table(
            "outcomes",
            ("creator_id", "decided_at"),
            _columns(
                "creator_id*:id decided_at*:time incident*:flag incident_at:time kind:text note:text",
            ),
        ),
    )
}


META = ("_file", "_line", "_error")
"""Columns that a translated file may carry: where a row stood in the foreign file, and why it can't be loaded."""
SUFFIXES = (".parquet", ".csv", ".jsonl")
COMPRESSED = ("", ".gz", ".zst")


@dataclass(frozen=True, slots=True)
class Landed:
    """One landed file: the exchange table that it fills, and where it lies."""

    table: Table
    path: Path

    @property
    def form(self) -> str:
        """`.parquet`, `.csv` or `.jsonl`."""
        return next(suffix for suffix in SUFFIXES if suffix in self.path.suffixes)


def landed_files(folder: Path) -> list[Landed]:
    """The exchange files of a folder, in the order of the contract's tables."""
    names = {f"{table}{suffix}{pressed}": table for table in TABLES for suffix in SUFFIXES for pressed in COMPRESSED}
    return [Landed(TABLES[table], folder / name) for name, table in names.items() if (folder / name).is_file()]
