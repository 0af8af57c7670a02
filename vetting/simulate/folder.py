"""Writing a world whole or not at all, and never over something that is not one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from vetting.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import polars as pl

MARK = "# A made-up world (simulated)"
README = "README.md"

OF_THE_WORLD = f"""{MARK}

Nobody and nothing in this folder exists: creators, accounts, posts, comments, followers, records and decisions were
drawn at random by `vetting.simulate`. A name that somebody bears is chance. All addresses end in `.example`.

The tables are in the exchange format. What is true of this world stands beside it, in a folder whose name ends in
`_truth`, and is no input.

"""
OF_THE_TRUTH = f"""{MARK}: its truth

For judging a reading of the world beside it, never an input.

- `accounts`: `inflation`, the share of the follower count at `as_of` that is not real, reachable people; `mechanism`
  (`none`, `bulk`, `drip`, `follow_back`, `likes`, `pod`, `comments`); `confounders`, innocent causes of similar traces;
  `dose`, the part of the inflation that somebody arranged, and `background`, the ordinary bots; `quality`, how lifelike
  the arranged part is, 0-1; `likes_bought`; `bought_comments`, their share; `pod`, its number or null.
- `creators`: `incident` within twelve months after `as_of`, the `incident_probability` it was drawn with, `honest`.
- `outcomes`: `incident` within twelve months of the decision, known by `as_of` or not, and its `incident_probability`.
- `posts`: `sponsored`, `disclosed`.
- `records`: `creator_id`, whom it is really about, null for nobody of the world; `adverse`, whether the matter is bad;
  `role` of the person in it (`did`, `suffered`, `named`); `about` (`creator`, `same_name`, `family_name`, `near_name`,
  `nobody`); `named_after`, the creator whose name it bears or resembles.
"""


def truth_beside(out: Path) -> Path:
    """Where the truth of the world at `out` stands."""
    return out.with_name(out.name + "_truth")


def write_world(
    out: Path, world: Mapping[str, pl.DataFrame], truth: Mapping[str, pl.DataFrame], drawn: str, style: str = "{}"
) -> None:
    """Write both folders under passing names, then put them in place; an earlier world gives way.

    `drawn` says with what the world was drawn, `style` (JSON) in which manners; the latter stands with the truth.
    Raises RefusalError if `out` or its truth is something else.
    """
    places = {out: (world, OF_THE_WORLD + drawn + "\n"), truth_beside(out): (truth, OF_THE_TRUTH + _in_json(style))}
    for place, (tables, _) in places.items():
        _refuse_other(place, tables)
    out.parent.mkdir(parents=True, exist_ok=True)
    passing = {place: place.with_name(f".{place.name}.partial") for place in places}
    try:
        for place, (tables, readme) in places.items():
            _write(passing[place], tables, readme)
        for place in places:
            _put(passing[place], place)
    finally:
        for folder in passing.values():
            shutil.rmtree(folder, ignore_errors=True)


def _in_json(style: str) -> str:
    return f"\nThe world's manners, by the names in `vetting/simulate/style.py`:\n\n```json\n{style}\n```\n"


def refuse_other(out: Path, world: Mapping[str, object], truth: Mapping[str, object]) -> None:
    """Refuse early what `write_world` would refuse: anything but nothing, an empty folder or an earlier world."""
    _refuse_other(out, world)
    _refuse_other(truth_beside(out), truth)


def _refuse_other(place: Path, tables: Mapping[str, object]) -> None:
    if not place.exists() or _is_replaceable(place, tables):
        return
    raise RefusalError(
        f"{place} exists and is not an earlier made-up world.",
        "Name a folder that does not exist yet, or move that one away.",
    )


def _is_replaceable(place: Path, tables: Mapping[str, object]) -> bool:
    """Whether a folder is empty, or holds our mark and nothing but our files."""
    if not place.is_dir():
        return False
    found = {entry.name for entry in place.iterdir()}
    ours = {f"{name}.parquet" for name in tables} | {README}
    marked = README in found and (place / README).read_text("utf-8", errors="replace").startswith(MARK)
    return not found or (marked and found <= ours)


def _write(folder: Path, tables: Mapping[str, pl.DataFrame], readme: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, table in tables.items():
        table.write_parquet(folder / f"{name}.parquet", compression="zstd")
    (folder / README).write_text(readme, "utf-8")


def _put(passing: Path, place: Path) -> None:
    """Rename into place; an earlier world goes out of the way first and away afterwards."""
    old = place.with_name(f".{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    passing.rename(place)
    shutil.rmtree(old, ignore_errors=True)
