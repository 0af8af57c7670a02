"""Makes text that strangers wrote harmless to read: nothing hidden, nothing endless, no address that can run."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad]")
_BROKEN = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"[\t\n\r\u2028\u2029]+")
_INVISIBLE = (
    r"\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0"
    r"\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_BEYOND_LATIN = rf"[^\x00-\u02ff{_INVISIBLE}]"
_HIDDEN = re.compile(
    rf"(?<={_BEYOND_LATIN})(?P<joiner>[\u200c\u200d])(?={_BEYOND_LATIN})|(?P<first>[{_INVISIBLE}])[{_INVISIBLE}]*",
)
_MARK = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED_MARKS = re.compile(rf"({_MARK}{{3}}){_MARK}+")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\{}|^]+", re.IGNORECASE)
_OPEN, _CLOSE = "\N{MATHEMATICAL LEFT ANGLE BRACKET}", "\N{MATHEMATICAL RIGHT ANGLE BRACKET}"
_ISOLATE, _END_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def clean(text: str, limit: int, *, lines: bool = False) -> str:
    """Give `text` cut at `limit` characters, without control characters, its hidden ones written out in angle marks.

    A joiner inside a word of a script that needs it, or inside an emoji, stays. With `lines`, line breaks stay as well.
    """
    kept = text if len(text) <= limit else f"{text[:limit]} [\N{HORIZONTAL ELLIPSIS}]"
    return kept if kept.isascii() and kept.isprintable() else _unmasked(kept, lines=lines)


@lru_cache(1 << 13)
def _unmasked(text: str, *, lines: bool) -> str:
    """Do the work; the words of our own cards recur in every dossier."""
    plain = _CONTROL.sub("", text if lines else _LINE_BREAK.sub(" ", text))
    whole = _BROKEN.sub("\N{REPLACEMENT CHARACTER}", plain)
    return _HIDDEN.sub(_written_out, _STACKED_MARKS.sub(r"\1", whole))


def _written_out(found: re.Match[str]) -> str:
    if found["joiner"]:
        return found["joiner"]
    times = f" \N{MULTIPLICATION SIGN}{len(found[0])}" if len(found[0]) > 1 else ""
    return f"{_OPEN}U+{ord(found['first']):04X}{times}{_CLOSE}"


def isolate(text: str) -> str:
    """Keep the direction of a foreign name from turning the sentence that it stands in."""
    return text if text.isascii() else f"{_ISOLATE}{text}{_END_ISOLATE}"


def address(url: str | None) -> str | None:
    """Give the address if it may become a link: http or https, a host, no credentials; else None."""
    if not url or not _ADDRESS.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.hostname and "@" not in parts.netloc else None
