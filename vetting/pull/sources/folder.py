"""The simplest source: a folder that already holds exchange files is its own landing."""

from __future__ import annotations

from pathlib import Path

from vetting.errors import RefusalError


class Folder:
    """Reads exchange files where they lie; lands nothing."""

    name = "folder"
    about = "a folder of exchange files (accounts.csv, posts.parquet, records.jsonl, ...)"

    def land(self, target: str, landing: Path) -> Path:  # noqa: ARG002 - the files are where they should be
        """The folder itself."""
        folder = Path(target)
        if not folder.is_dir():
            raise RefusalError(f"{target} is no folder.", "Name a folder with exchange files, such as accounts.csv.")
        return folder


SOURCE = Folder()
