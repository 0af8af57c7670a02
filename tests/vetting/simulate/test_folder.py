"""A world is written whole or not at all, and over nothing that is not one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.errors import RefusalError
from vetting.simulate.folder import write_world

if TYPE_CHECKING:
    from pathlib import Path

ONE = {"creators": pl.DataFrame({"creator_id": ["c1"]})}
TWO = {"creators": pl.DataFrame({"creator_id": ["c1", "c2"]})}


class UnwritableError(Exception):
    """What a disk may say."""


class Unwritable(pl.DataFrame):
    """A table whose writing fails."""

    def write_parquet(self, *_: object, **__: object) -> None:
        """Fail."""
        raise UnwritableError


def held(out: Path) -> int:
    return pl.read_parquet(out / "creators.parquet").height


def test_both_folders_appear_and_nothing_else(tmp_path: Path) -> None:
    write_world(tmp_path / "deep" / "world", ONE, ONE, "with nothing")
    assert {path.name for path in (tmp_path / "deep").iterdir()} == {"world", "world_truth"}
    assert "with nothing" in (tmp_path / "deep" / "world" / "README.md").read_text("utf-8")


def test_an_earlier_world_gives_way(tmp_path: Path) -> None:
    write_world(tmp_path / "world", ONE, ONE, "")
    write_world(tmp_path / "world", TWO, TWO, "")
    assert held(tmp_path / "world") == held(tmp_path / "world_truth") == 2
    assert {path.name for path in tmp_path.iterdir()} == {"world", "world_truth"}


def test_an_empty_folder_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "world").mkdir()
    write_world(tmp_path / "world", ONE, ONE, "")
    assert held(tmp_path / "world") == 1


@pytest.mark.parametrize("name", ["world", "world_truth"])
def test_somebody_elses_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "creators.parquet").write_text("mine")
    with pytest.raises(RefusalError, match="not an earlier made-up world"):
        write_world(tmp_path / "world", ONE, ONE, "")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name / "creators.parquet").read_text() == "mine"


def test_a_world_with_something_of_somebody_else_in_it_is_refused(tmp_path: Path) -> None:
    write_world(tmp_path / "world", ONE, ONE, "")
    (tmp_path / "world" / "notes.txt").write_text("mine")
    with pytest.raises(RefusalError):
        write_world(tmp_path / "world", TWO, TWO, "")
    assert held(tmp_path / "world") == 1


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "world").write_text("mine")
    with pytest.raises(RefusalError):
        write_world(tmp_path / "world", ONE, ONE, "")


def test_a_failure_leaves_the_earlier_world(tmp_path: Path) -> None:
    write_world(tmp_path / "world", ONE, ONE, "")
    with pytest.raises(UnwritableError):
        write_world(tmp_path / "world", TWO, {"creators": Unwritable(TWO["creators"])}, "")
    assert held(tmp_path / "world") == held(tmp_path / "world_truth") == 1
    assert {path.name for path in tmp_path.iterdir()} == {"world", "world_truth"}
