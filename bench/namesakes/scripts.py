"""Names from one script to another, by the tables of `scripts.toml`."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

HANGUL = 0xAC00
FINALS = 28
MEDIALS = 21
LONGEST = 4
"""Letters that one sign can stand for."""


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("scripts.toml").read_text(encoding="utf-8"))


@cache
def pairs(script: str, part: str) -> dict[str, str]:
    """What is written, and what stands for it."""
    split = (pair.rsplit("-", 1) for pair in _tables()[script].get(part, "").split())
    return dict((written, read) for written, read in split)  # noqa: C402 - says which is which


def latin(text: str, script: str, *, second: bool = False) -> str:
    """A name in Latin letters, each word with a capital; `second` as another hand would do it."""
    if script == "hangul":
        read = _hangul(text, second=second)
    elif script == "devanagari":
        read = _devanagari(text, second=second)
    else:
        table = pairs(script, "first") | (pairs(script, "other") if second else {})
        low = text.lower()
        read = _spelled(bare(low) if script == "greek" else low, table)
    return " ".join(word[:1].upper() + word[1:] for word in read.split())


def _hangul(text: str, *, second: bool) -> str:
    if second and text in pairs("hangul", "families"):
        return pairs("hangul", "families")[text]
    sounds = [_tables()["hangul"][part].replace("-", "").split(" ") for part in ("initials", "medials", "finals")]
    spelled = []
    for sign in text:
        code = ord(sign) - HANGUL
        places = (code // (FINALS * MEDIALS), code // FINALS % MEDIALS, code % FINALS)
        spelled.append("".join(part[at] for part, at in zip(sounds, places, strict=True)))
    plain = "".join(spelled)
    if not second:
        return plain
    custom = pairs("hangul", "custom")
    return "-".join(_replaced(part, {key: custom[key] for key in ("eo", "eu", "ae", "yeo")}) for part in spelled)


def _devanagari(text: str, *, second: bool) -> str:
    """Consonants carry an `a` unless a sign or the end of the word takes it."""
    letters = pairs("devanagari", "first") | (pairs("devanagari", "other") if second else {})
    vowels, signs, out = pairs("devanagari", "vowels"), pairs("devanagari", "signs"), ""
    plain = text.replace("\u093c", "")
    for at, sign in enumerate(plain):
        after = plain[at + 1 : at + 2]
        if sign in letters:
            out += letters[sign] + ("a" if after and after in {*letters, "ं"} else "")
        else:
            out += vowels.get(sign, signs.get(sign, "n" if sign == "ं" else ""))
    return out.replace("aa", "a") if not second else out


def _replaced(text: str, table: dict[str, str]) -> str:
    for written, other in sorted(table.items(), key=lambda pair: -len(pair[0])):
        if written in text:
            return text.replace(written, other, 1)
    return text


def written(name: str, script: str) -> str:
    """A Latin name in another script (`to_cyrillic`, `to_greek`), longest pieces first."""
    return _spelled(bare(name.lower()), pairs(script, "first")).title()


def bare(text: str) -> str:
    """Letters without marks."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _spelled(text: str, table: dict[str, str]) -> str:
    """Each piece by the table, longest first; what it does not know stays."""
    out, at = "", 0
    while at < len(text):
        pieces = (text[at : at + size] for size in range(min(LONGEST, len(text) - at), 0, -1))
        piece = next((piece for piece in pieces if piece in table), text[at])
        out, at = out + table.get(piece, piece), at + len(piece)
    return out
