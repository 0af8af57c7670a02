"""The words of `words.toml`, by name."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

THINGS: dict[str, list[str]] = _WORDS["things"]
POSTS: dict[str, list[str]] = _WORDS["posts"]
TALK: dict[str, list[str]] = _WORDS["talk"]
TAILS: dict[str, list[str]] = _WORDS["tails"]
SHORT: dict[str, list[str]] = _WORDS["short"]
GIVEAWAY: dict[str, str] = _WORDS["giveaway"]
PAID: dict[str, str] = _WORDS["paid"]
TOPICS: list[str] = _WORDS["topics"]
FIRST: list[str] = _WORDS["first"]
LAST: list[str] = _WORDS["last"]
BOUGHT: list[str] = _WORDS["bought"]
FRIENDLY: list[str] = _WORDS["friendly"]
LANGUAGES = tuple(POSTS)
