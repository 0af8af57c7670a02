"""The taxonomy that ships, mistakes in another one, and that `--config` reaches what reads it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.errors import RefusalError
from vetting.records import TABLES
from vetting.settings import HOME, Settings
from vetting.taxonomy import LISTS
from warehouse import Warehouse

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("regulator", "court", "news", "fact_check", "list", "blog", "forum", "other")


def test_the_taxonomy_is_whole() -> None:
    taxonomy = Settings.read().taxonomy
    assert len(taxonomy.categories) == 16
    assert set(taxonomy.standing) == set(KINDS)
    assert "source_kind" in {column.name for column in TABLES["records"].columns}
    for category in taxonomy.categories.values():
        assert all(len(getattr(category, language)) >= 4 for language in LISTS)
        assert min(len(category.en), len(category.fr)) >= 30
    assert [row["severity"] for row in taxonomy.rows()] == sorted(
        (row["severity"] for row in taxonomy.rows()), key=lambda severity: -int(str(severity))
    )


def test_no_word_is_both_strong_in_one_category_and_harmless_in_it() -> None:
    for row in Settings.read().taxonomy.rows():
        assert not set(row["words"]) & set(row["harmless"])  # type: ignore[call-overload] # lists, as rows says


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("severity = 5", "severity = 6", "severity"),
        ('"rape"', '"Rape"', "en"),
        ('"rape"', '"rape|"', "en"),
        ("court = 1.0", "court = 7.0", "court"),
        ("family =", "famly =", "family"),
    ],
)
def test_a_mistake_is_named(old: str, new: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match=says):
        Settings.read(_changed(tmp_path, old, new))


def test_another_folder_reaches_the_warehouse(tmp_path: Path) -> None:
    with Warehouse() as house:
        Settings.read(_changed(tmp_path, "severity = 5", "severity = 1")).apply(house)
        assert house.execute("SELECT severity FROM config.taxonomy WHERE category = 'sexual_misconduct'") == [(1,)]
        kept = house.frame("FROM config.taxonomy")
        assert kept.schema["words"] == pl.List(pl.String)


def _changed(folder: Path, old: str, new: str) -> Path:
    copy = folder / "config"
    shutil.copytree(HOME, copy)
    file = copy / "taxonomy.toml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    return copy
