"""Model files that are the same bytes whenever they hold the same model, and that hold nothing but a model."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import skops.io
from sklearn.linear_model import LogisticRegression

from vetting.errors import RefusalError

SCHEMA = "schema.json"
EPOCH = (1980, 1, 1, 0, 0, 0)
ALLOWED = frozenset(
    {
        "sklearn.linear_model._logistic.LogisticRegression", "builtins.dict", "builtins.str", "builtins.tuple",
        "builtins.list", "builtins.int", "builtins.float", "builtins.bool", "builtins.NoneType", "numpy.ndarray",
        "numpy.dtype", "numpy.int32", "numpy.int64", "numpy.float64",
    },
)  # fmt: skip
"""The only types that a scorer's file may name."""

Node = Any  # a node of the file's schema: nested objects, lists and plain values


def frozen(model: LogisticRegression) -> bytes:
    """The model as a skops file without addresses of memory and times of day."""
    with zipfile.ZipFile(io.BytesIO(skops.io.dumps(model))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    schema = json.loads(parts.pop(SCHEMA))
    numbers: dict[int, int] = {}
    _number(schema, numbers)
    named = {f"{numbers[int(name.split('.')[0])]}.npy": data for name, data in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in sorted(named):
            made.writestr(zipfile.ZipInfo(name, EPOCH), named[name])
        made.writestr(zipfile.ZipInfo(SCHEMA, EPOCH), json.dumps(schema, sort_keys=True))
    return out.getvalue()


def thawed(data: bytes) -> LogisticRegression:
    """The model of such a file; RefusalError where it is broken or names another type."""
    remedy = "Train the scorer again and save it with this version."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as made:
            types = _types(json.loads(made.read(SCHEMA)))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise RefusalError("The scorer's file is not one of ours.", remedy) from error
    if strange := sorted(types - ALLOWED):
        raise RefusalError(f"The scorer's file names types that it may not hold: {', '.join(strange)}.", remedy)
    model = skops.io.loads(data, trusted=[])
    if not isinstance(model, LogisticRegression):
        raise RefusalError("The scorer's file holds no logistic regression.", remedy)
    return model


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
