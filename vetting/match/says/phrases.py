"""The words in `phrases.toml` and `roles.toml`: how people deny, clear, doubt, accuse and suffer."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from vetting.match.says.plain import any_of

FILES = ("phrases.toml", "roles.toml")
SLOT = re.compile(r"\{([a-z]+)\}")
STEM = re.compile(r"([a-z])\*")


@cache
def _read() -> dict[str, dict[str, str]]:
    entries: dict[str, dict[str, str]] = {}
    for name in FILES:
        entries |= tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return entries


@cache
def listed(section: str, key: str) -> tuple[str, ...]:
    """The entries under a key: one a line or between semicolons, in the order of the file."""
    parts = re.split(r"[;\n]", _read()[section][key])
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


@cache
def patterns(section: str, key: str) -> str:
    """The entries under a key as one pattern; `{name}` in an entry stands for one of the list `name` of `slots`."""
    filled = [SLOT.sub(_slot, _words(entry)) for entry in listed(section, key)]
    return rf"(?:{'|'.join(filled)})"


def _slot(found: re.Match[str]) -> str:
    key = found[1]
    gaps = _read()["gaps"]
    return _ascii(gaps[key]) if key in gaps else rf"(?:{any_of(listed('slots', key))})"


def _words(entry: str) -> str:
    return _ascii(STEM.sub(r"\1[a-z0-9]*", entry))


def _ascii(pattern: str) -> str:
    """Plain text is nearly always ASCII, and an automaton for all letters of the world is a hundred times larger."""
    return pattern.replace(r"\w", "[a-z0-9]")
