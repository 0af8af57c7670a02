"""Where a record may name somebody: its structured subject, and its title and text."""

from __future__ import annotations

import polars as pl

from vetting.match.names import shown

SUBJECTS = {"subject_names": "name", "subject_aliases": "alias", "subject_handles": "handle"}
LONGEST_NAME = 200


def passages(records: pl.DataFrame) -> pl.DataFrame:
    """Every passage of complete records: `passage`, `record` (row of the record), `where`, `text`.

    `where` is `name`, `alias` or `handle` for a structured subject, one passage for each, and `text` for title and
    text together.
    """
    rows = records.with_row_index("record")
    structured = [_subject(rows, column, where) for column, where in SUBJECTS.items()]
    running = rows.select(
        "record", where=pl.lit("text"), text=pl.concat_str("title", "text", separator="\n", ignore_nulls=True)
    )
    return pl.concat([*structured, running.filter(pl.col("text") != "")]).with_row_index("passage")


def _subject(rows: pl.DataFrame, column: str, where: str) -> pl.DataFrame:
    listed = rows.select("record", text=pl.col(column)).explode("text").drop_nulls("text")
    text = pl.col("text").str.slice(0, LONGEST_NAME)
    read = text if where == "handle" else shown(text)
    return listed.select("record", where=pl.lit(where), text=read)
