"""Opening a foreign file: which reader it needs, its bytes as text, and a sheet for each table of the mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pyarrow as pa

from vetting.errors import RefusalError
from vetting.load.delimited import CR_SIGN, read_delimited
from vetting.load.entries import Format
from vetting.load.nested import lay_out, read_json, read_json_lines
from vetting.load.sheet import LOST, SURROGATE, mark_broken_text
from vetting.load.typed import read_parquet, read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vetting.load.entries import Shape
    from vetting.load.mapping import Mapping, TablePlan
    from vetting.load.sheet import Sheet

OTHER_SUFFIXES: dict[str, Format] = {"txt": "csv", "ndjson": "jsonl", "xls": "xlsx", "xlsb": "xlsx", "ods": "xlsx"}
PACKED = (".gz", ".zst", ".bz2")
HERE = ("_file", "_line", "_item")
"""Headings that every file has: its name, the row's line, the element's number in a list."""


def open_sheets(file: Path, mapping: Mapping) -> Iterator[tuple[TablePlan, Sheet]]:
    """For each table of the mapping the file's rows; RefusalError where the file can't be read as the mapping says."""
    if not file.is_file():
        raise RefusalError(f"There is no file {file}.", "Name a file that exists.")
    shape = mapping.shape.model_copy(update={"format": mapping.shape.format or _format(file)})
    sheets = _nested if shape.format in ("json", "jsonl") else _flat
    for plan, sheet in sheets(file, shape, mapping.tables):
        yield plan, mark_broken_text(sheet, shape.encoding)


def _format(file: Path) -> Format:
    suffixes = [suffix.lower() for suffix in file.suffixes if suffix.lower() not in PACKED]
    suffix = suffixes[-1].removeprefix(".") if suffixes else ""
    known: dict[str, Format] = {name: name for name in get_args(Format)} | OTHER_SUFFIXES
    if suffix not in known:
        raise RefusalError(
            f"{file.name} does not say what it is.", f"Set `format` in [file] to one of {', '.join(get_args(Format))}."
        )
    return known[suffix]


def _nested(file: Path, shape: Shape, plans: tuple[TablePlan, ...]) -> Iterator[tuple[TablePlan, Sheet]]:
    text = _text(file, shape)
    found = read_json_lines(text) if shape.format == "jsonl" else read_json(text, shape, file.name)
    for plan in plans:
        yield plan, lay_out(found, _wanted((plan,)), plan.each, file.name)


def _flat(file: Path, shape: Shape, plans: tuple[TablePlan, ...]) -> Iterator[tuple[TablePlan, Sheet]]:
    if any(plan.each for plan in plans):
        raise RefusalError(f"{file.name} holds no lists of objects.", "Take `each` out of the mapping: it is for JSON.")
    wanted = _wanted(plans)
    if shape.format == "xlsx":
        sheet = read_workbook(file, shape, wanted)
    elif shape.format == "parquet":
        sheet = read_parquet(file, wanted)
    else:
        sheet = read_delimited(_text(file, shape), shape, wanted, file.name)
    for plan in plans:
        yield plan, sheet


def _wanted(plans: tuple[TablePlan, ...]) -> dict[str, bool]:
    """The headings that must be read from the file, and for each whether it may lack it."""
    wanted: dict[str, bool] = {}
    for plan in plans:
        for heading, optional in plan.headings().items():
            if heading not in HERE:
                wanted[heading] = optional and wanted.get(heading, True)
    return wanted


def _text(file: Path, shape: Shape) -> str:
    """The file as text; `LOST` stands for what the encoding does not know, or U+FFFD where the mapping wants that."""
    try:
        with pa.input_stream(str(file), compression="detect") as stream:
            raw = stream.read()
    except OSError as error:
        raise RefusalError(f"{file.name} can't be unpacked: {error}.", "Fetch or pack it again.") from error
    text = _decode(
        raw, "utf-8-sig" if shape.encoding.lower().replace("_", "-") == "utf-8" else shape.encoding, file.name
    )
    if shape.on_bad_bytes == "replace":
        return text.replace(LOST, "\ufffd")
    return text


def _decode(raw: bytes, encoding: str, file: str) -> str:
    try:
        text = raw.decode(encoding, errors="surrogateescape")
    except UnicodeDecodeError as error:
        raise RefusalError(
            f"{file} is not {encoding}.", "Set `encoding` in [file], such as utf-8 or cp1252."
        ) from error
    return SURROGATE.sub(LOST, text.replace(CR_SIGN, LOST))
