"""Rows for a terminal or a spreadsheet: what a creator wrote can neither steer the one nor calculate in the other."""

from __future__ import annotations

import polars as pl

CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]"
FORMULA = r"^[\s]*[=+\-@\t\r]"
"""What a spreadsheet may take for a formula."""


def as_table(frame: pl.DataFrame, rows: int) -> str:
    """A table of up to `rows` rows, without control characters."""
    clean = frame.with_columns(pl.col(pl.String).str.replace_all(CONTROL, "\N{REPLACEMENT CHARACTER}"))
    with pl.Config(
        tbl_rows=rows,
        tbl_cols=-1,
        tbl_width_chars=240,
        fmt_str_lengths=140,
        tbl_hide_column_data_types=True,
        tbl_formatting="UTF8_FULL_CONDENSED",
        tbl_hide_dataframe_shape=True,
    ):
        more = (
            f"\n{frame.height - rows:,} more rows: --rows {frame.height}, or --format csv"
            if frame.height > rows
            else ""
        )
        return f"{clean.head(rows)}{more}"


def as_csv(frame: pl.DataFrame) -> str:
    """CSV; lists joined by |, texts that a spreadsheet would calculate begin with an apostrophe."""
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    flat = frame.with_columns(pl.col(lists).cast(pl.List(pl.String)).list.join("|"))
    text = pl.col(pl.String)
    return flat.with_columns(
        pl.when(text.str.contains(FORMULA)).then("'" + text).otherwise(text).name.keep()
    ).write_csv()


def as_json(frame: pl.DataFrame) -> str:
    """JSON lines."""
    return frame.write_ndjson()
