"""Model files that are the same bytes whenever they hold the same numbers, and that hold nothing but numbers."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vetting.errors import RefusalError

SCHEMA = "schema.json"
EPOCH = (1980, 1, 1, 0, 0, 0)
ALLOWED = frozenset({"builtins.dict", "builtins.list", "builtins.str", "numpy.ndarray"})
"""The only types that a scorer's file may name."""
REMEDY = "Train the scorer again (`vet train-match`) and save it with this version."

Node = Any  # a node of the file's schema: nested objects, lists and plain values
Arrays = dict[str, NDArray[np.generic]]


def frozen(arrays: Arrays) -> bytes:
    """Arrays by name as a skops file without addresses of memory and times of day."""
    import skops.io  # noqa: PLC0415 - it loads scikit-learn, which reading does not need

    with zipfile.ZipFile(io.BytesIO(skops.io.dumps(arrays))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    schema = json.loads(parts.pop(SCHEMA))
    numbers: dict[int, int] = {}
    _number(schema, numbers)
    named = {f"{numbers[int(name.split('.')[0])]}.npy": data for name, data in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(named):
            made.writestr(zipfile.ZipInfo(name, EPOCH), named[name], zipfile.ZIP_DEFLATED)
        made.writestr(zipfile.ZipInfo(SCHEMA, EPOCH), json.dumps(schema, sort_keys=True), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def thawed(data: bytes) -> Arrays:
    """The arrays of such a file; RefusalError where it is broken or names another type.

    skops would load scikit-learn, which takes longer than most screenings: what is in the file is read as the zip of
    numpy arrays that it is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as made:
            schema = json.loads(made.read(SCHEMA))
            if strange := sorted(_types(schema) - ALLOWED):
                raise RefusalError(f"The scorer's file names types that it may not hold: {', '.join(strange)}.", REMEDY)
            files = {name: node["file"] for name, node in schema["content"].items()}
            return {name: np.load(io.BytesIO(made.read(file)), allow_pickle=False) for name, file in files.items()}
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError) as error:
        raise RefusalError("The scorer's file is not one of ours.", REMEDY) from error


def _number(node: Node, numbers: dict[int, int]) -> None:
    """Replace addresses by numbers in the order in which they are met."""
    if isinstance(node, list):
        for item in node:
            _number(item, numbers)
    elif isinstance(node, dict):
        if "__id__" in node:
            node["__id__"] = numbers.setdefault(node["__id__"], len(numbers) + 1)
            if str(node.get("file", "")).endswith(".npy"):
                node["file"] = f"{numbers[int(node['file'].split('.')[0])]}.npy"
        for key in sorted(node):
            _number(node[key], numbers)


def _types(node: Node) -> set[str]:
    """Every type that a schema names, at any depth."""
    if isinstance(node, list):
        return set().union(*(_types(item) for item in node)) if node else set()
    if not isinstance(node, dict):
        return set()
    own = {f"{node['__module__']}.{node['__class__']}"} if "__class__" in node else set()
    return own.union(*(_types(item) for item in node.values()))
