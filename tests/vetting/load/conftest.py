"""What the tests of this room share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from vetting.load.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def bring_in(tmp_path: Path) -> Callable[[str, str | bytes, str], dict[str, pl.DataFrame]]:
    """Translate a foreign file of that name and content by a mapping: the tables that come out, by name."""

    def run(name: str, content: str | bytes, mapping: str) -> dict[str, pl.DataFrame]:
        file, page = tmp_path / name, tmp_path / "mapping.toml"
        if content:
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        page.write_text(mapping, encoding="utf-8")
        return {path.stem: pl.read_parquet(path) for path in translate(file, page, tmp_path / "out")}

    return run
