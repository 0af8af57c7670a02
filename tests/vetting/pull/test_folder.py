"""The folder source: exchange files are their own landing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vetting.errors import RefusalError
from vetting.pull.source import Source, source_named

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_lands_where_it_lies(tmp_path: Path) -> None:
    source = source_named("folder")
    assert isinstance(source, Source)
    assert source.land(str(tmp_path), tmp_path / "landing") == tmp_path
    assert not (tmp_path / "landing").exists()


def test_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="no folder"):
        source_named("folder").land(str(tmp_path / "nowhere"), tmp_path)
