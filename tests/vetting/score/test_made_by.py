"""A change of what measures changes the stamp; a change of what only shows does not."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from vetting.score.made_by import TRAINING, code_of, versions
from warehouse import Tree

if TYPE_CHECKING:
    from pathlib import Path


def test_sql_and_cards_of_signals_count_and_marts_do_not(tmp_path: Path) -> None:
    root = tmp_path / "tree"
    shutil.copytree(Tree().root, root, ignore=shutil.ignore_patterns("__pycache__"))
    before = code_of(Tree(root))
    assert code_of(Tree()) == before
    (root / "marts" / "scores.sql").write_text("-- Nothing.\nSELECT 1 AS one\n")
    assert code_of(Tree(root)) == before
    seen = before
    for suffix in ("sql", "toml"):
        one = next(iter(sorted((root / "signals").rglob(f"*.{suffix}"))))
        one.write_text(one.read_text() + ("-- more\n" if suffix == "sql" else "# more\n"))
        now = code_of(Tree(root))
        assert now != seen
        seen = now


def test_training_hangs_on_more_than_measuring() -> None:
    tree = Tree()
    assert code_of(tree, TRAINING) != code_of(tree)
    assert versions(tree)["code"] == code_of(tree, TRAINING)
    assert "scikit-learn" in versions(tree)
