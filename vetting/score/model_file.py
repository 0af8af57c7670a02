"""A risk model as a file: arrays and words, no code. A stranger's file is refused before anything of it runs."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np
import skops.io

from vetting.errors import RefusalError
from vetting.score.ramps import RAMPS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from vetting.score.examples import Flags, Floats

Fields = dict[str, Any]
"""A model's fields by name."""
TRUSTED: list[str] = []
"""Types beyond skops' own safe ones that a model file may hold: none. Arrays and words are enough."""
FORMAT = 3
SHAPES: dict[str, tuple[str | int, ...]] = {
    "worse": ("features",),
    "knots": ("features", RAMPS + 1),
    "weights": ("features", RAMPS),
    "silent": ("features",),
    "drawn_weights": ("draws", "features", RAMPS),
    "drawn_silent": ("draws", "features"),
    "drawn_bases": ("draws",),
    "held_logits": ("held",),
    "held_incident": ("held",),
    "held_sizes": ("held",),
    "reference": (101,),
    "edges": ("features", 9),
    "shares": ("features", 11),
}
"""The arrays of a model and their shapes; a word stands for the same length wherever it stands."""
LISTS = ("features", "declarations", "sizes")
WORDS = (*LISTS, "base", "about")
SCHEMA, PLACE = "schema.json", re.compile(r"(?<=\"__id__\": )\d+|\d+(?=\.npy)")


def digest(fields: Mapping[str, Any]) -> str:
    """Hash of everything that a model holds: the same training gives the same."""
    said = [FORMAT, *(fields[name] for name in WORDS)]
    hashed = hashlib.sha256(json.dumps(said, sort_keys=True).encode())
    for name in SHAPES:
        hashed.update(np.ascontiguousarray(fields[name]).tobytes())
    return hashed.hexdigest()[:16]


def pack(fields: Mapping[str, Any]) -> bytes:
    """A model's fields as a skops file; the same fields give the same bytes."""
    words = json.dumps({name: fields[name] for name in WORDS}, sort_keys=True)
    packed = skops.io.dumps({"format": FORMAT, "words": words} | {name: fields[name] for name in SHAPES})
    return _steady(packed)


def _steady(packed: bytes) -> bytes:
    """The same file with places counted, where skops has written where in memory things lay, and without the hour."""
    out, numbers = io.BytesIO(), dict[str, str]()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(out, "w") as target:
        schema = source.read(SCHEMA).decode()
        schema = PLACE.sub(lambda found: numbers.setdefault(found[0], str(len(numbers))), schema)
        for name in sorted(source.namelist(), key=lambda name: int(numbers.get(name.partition(".")[0], -1))):
            content = schema.encode() if name == SCHEMA else source.read(name)
            steady = name if name == SCHEMA else PLACE.sub(lambda found: numbers[found[0]], name)
            target.writestr(zipfile.ZipInfo(steady), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def read(path: Path) -> bytes:
    """A file's bytes. Raises RefusalError where there is none."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusalError(f"There is no model at {path}.", "Make one with vet train.") from error


def unpack(content: bytes, name: str) -> Fields:
    """The fields of a model file. Raises RefusalError for a stranger's, a broken one's or another version's."""
    try:
        held = skops.io.loads(content, trusted=TRUSTED)
    except Exception as error:
        raise RefusalError(f"{name} is no model of ours: {_first(error)}.", "Use one of vet train.") from error
    if not isinstance(held, dict) or "format" not in held:
        raise RefusalError(f"{name} is no model of ours.", "Use one of vet train.")
    if held["format"] != FORMAT:
        raise RefusalError(f"{name} is a model of another version.", "Train it again: vet train.")
    if wrong := _wrong(held):
        raise RefusalError(f"{name} is a broken model: {wrong} is not what it should be.", "Train it again: vet train.")
    words: Fields = json.loads(held["words"])
    listed = {name: tuple(words[name]) for name in LISTS}
    return {name: held[name] for name in SHAPES} | words | listed


def _wrong(held: dict[str, Any]) -> str | None:
    """The first thing that is missing, of another shape or no number, if there is one."""
    words = _words(held.get("words"))
    if words is None:
        return "words"
    listed = [words[name] for name in LISTS]
    if not all(isinstance(names, list) and all(isinstance(name, str) for name in names) for names in listed):
        return "features"
    if len(set(listed[0])) != len(listed[1]) or len(listed[0]) != len(listed[1]):
        return "declarations"
    if not isinstance(words["base"], float) or not np.isfinite(words["base"]):
        return "base"
    about = words["about"]
    if not isinstance(about, dict) or not all(isinstance(about.get(name, {}), dict) for name in ("method", "metrics")):
        return "about"
    lengths = {"features": len(listed[0])}
    return next((name for name, shape in SHAPES.items() if not _fits(held.get(name), name, shape, lengths)), None)


def _words(said: object) -> dict[str, Any] | None:
    try:
        words = json.loads(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return words if isinstance(words, dict) and set(words) == set(WORDS) else None


def _fits(array: object, name: str, shape: tuple[str | int, ...], lengths: dict[str, int]) -> bool:
    if not isinstance(array, np.ndarray) or array.dtype != np.float64 or array.ndim != len(shape):
        return False
    sides = zip(shape, array.shape, strict=True)
    wanted = [lengths.setdefault(at, have) if isinstance(at, str) else at for at, have in sides]
    return list(array.shape) == wanted and bool(np.isfinite(array).all()) and bool(np.all(_lawful(array, name)))


def _lawful(array: Floats, name: str) -> Flags | bool:
    """What must hold everywhere in an array, so that worse never lowers and silence never raises."""
    laws = {
        "worse": np.isin(array, (-1, 1)),
        "knots": np.diff(array) >= 0,
        "weights": array >= 0,
        "drawn_weights": array >= 0,
        "silent": array <= 0,
        "drawn_silent": array <= 0,
        "held_incident": np.isin(array, (0, 1)),
        "reference": np.diff(array) >= 0,
    }
    return laws.get(name, True)


def _first(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
