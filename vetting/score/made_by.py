"""What made a number: hashes of the code that has a say in it, and the versions of the libraries."""

from __future__ import annotations

import hashlib
import platform
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warehouse import Tree

HOME = Path(__file__).parents[2]
MEASURING = ("lexicon", "match", "measure")
"""Rooms that decide what is read of a creator. Rooms never import each other, so no other one has a say."""
TRAINING = (*MEASURING, "score")
LIBRARIES = ("duckdb", "numpy", "polars", "scikit-learn", "scipy")
SUFFIXES = (".py", ".toml", ".json")
SQL_ROOMS = ("seen", "facts", "signals", "queries")


def code_of(tree: Tree, rooms: tuple[str, ...] = MEASURING) -> str:
    """Hash of these rooms, of what they share, and of the SQL of a warehouse's tree."""
    digest = hashlib.sha256()
    for path in _files(rooms):
        digest.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes())
    for room in SQL_ROOMS:
        for source in tree.sources(room):
            digest.update(f"{room} {source.name}\0{source.text}\0".encode())
    for card in sorted((tree.root / "signals").rglob("*.toml"), key=lambda path: path.stem):
        digest.update(card.stem.encode() + b"\0" + card.read_bytes())
    return digest.hexdigest()[:16]


def libraries() -> dict[str, str]:
    """Versions of Python and of the libraries that have a say in the numbers of a model, by name."""
    return {name: version(name) for name in LIBRARIES} | {"python": platform.python_version()}


def versions(tree: Tree) -> dict[str, str]:
    """The same, and the hash of the code."""
    return libraries() | {"code": code_of(tree, TRAINING)}


def _files(rooms: tuple[str, ...]) -> Iterator[Path]:
    """The shared modules, the warehouse's, and everything in the rooms; trained models of measuring as well."""
    yield from sorted((HOME / "vetting").glob("*.py"))
    yield from sorted((HOME / "warehouse").glob("*.py"))
    for room in rooms:
        suffixes = SUFFIXES if room == "score" else (*SUFFIXES, ".skops")
        yield from sorted(path for path in (HOME / "vetting" / room).rglob("*") if path.suffix in suffixes)
