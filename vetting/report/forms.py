"""Numbers and dates in the language's own form, through Babel, remembered by value because Babel is slow."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal, format_percent

REMEMBERED = 1 << 16
"""How many values each formatter keeps; a shortlist of thousands has fewer different ones."""

_MINUS = "\N{MINUS SIGN}"


def moment(text: object) -> datetime | None:
    """Read an ISO 8601 time or day as UTC; None where it is unknown or no time."""
    try:
        read = datetime.fromisoformat(text)  # type: ignore[arg-type] # what is no text raises TypeError
    except (TypeError, ValueError):
        return None
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


@lru_cache(REMEMBERED)
def decimal(lang: str, value: float, digits: int) -> str:
    """Give `value` with exactly `digits` decimals."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(value, format=pattern, locale=lang).replace("-", _MINUS)


@lru_cache(REMEMBERED)
def percent(lang: str, share: float, digits: int) -> str:
    """Give a share (1 is everything) in percent with exactly `digits` decimals."""
    pattern = str(Locale(lang).percent_formats[None].pattern)
    exact = pattern.replace("#,##0", "#,##0" + ("." + "0" * digits if digits else ""))
    return format_percent(share, format=exact, locale=lang).replace("-", _MINUS)


@lru_cache(REMEMBERED)
def compact(lang: str, count: float) -> str:
    """Give a count in three figures or so: 1.2M, 12.3K."""
    return format_compact_decimal(count, format_type="short", locale=lang, fraction_digits=1).replace("-", _MINUS)


@lru_cache(REMEMBERED)
def day(lang: str, when: date, width: str) -> str:
    """Give a day, `medium` or `long`."""
    written = format_date(when, width, locale=lang)  # type: ignore[arg-type] # the two widths are Babel's own words
    return f"1er{written[1:]}" if lang == "fr" and when.day == 1 else written


@lru_cache(REMEMBERED)
def skeleton(lang: str, when: date, fields: str) -> str:
    """Give the named fields of a day in the language's order: `yMMM` is Jun 2026."""
    return str(format_skeleton(fields, datetime(when.year, when.month, when.day, tzinfo=UTC), locale=lang))


@lru_cache(REMEMBERED)
def country(lang: str, code: str) -> str:
    """Give the name of an ISO 3166 alpha-2 code; any other text as it stands."""
    return str(Locale(lang).territories.get(code.upper(), code))


@lru_cache(REMEMBERED)
def plural(lang: str, count: int) -> str:
    """Say which form a count takes: `one` or `other`."""
    return "one" if Locale(lang).plural_form(count) == "one" else "other"


def percent_digits(share: float) -> int:
    """How many decimals a percentage deserves: two below 1 %, one below 10 %, none above."""
    size = abs(share)
    return 0 if not size else 2 if size < 0.00995 else 1 if size < 0.0995 else 0  # noqa: PLR2004 # where rounding reaches 1 % and 10 %


def decimal_digits(value: float) -> int:
    """How many decimals a plain number deserves: three figures in all."""
    size = abs(value)
    return 2 if size < 9.995 else 1 if size < 99.95 else 0  # noqa: PLR2004 # where rounding reaches 10 and 100
