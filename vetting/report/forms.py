"""Numbers and dates in the language's own form, through Babel, remembered by value because Babel is slow."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal, format_percent

REMEMBERED = 1 << 16
"""How many values each formatter keeps; a shortlist of thousands has fewer different ones."""

_PERCENT_STEPS = (-0.0995, -0.00995, -0.000995)
_DECIMAL_STEPS = (-99.95, -9.995, -0.0995)
"""Below each (negated, to rise) one decimal more is shown; they lie where rounding would reach 10 %, 1 % and so on."""

_MINUS = "\N{MINUS SIGN}"


def moment(text: object) -> datetime | None:
    """Read an ISO 8601 time or day as UTC; None where it is unknown or no time."""
    try:
        read = datetime.fromisoformat(text)  # type: ignore[arg-type] # what is no text raises TypeError
    except (TypeError, ValueError):
        return None
    try:
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except OverflowError:  # the first or the last hours that there are
        return None


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
    written = format_date(when, width, locale=lang)
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
def language(lang: str, code: str) -> str:
    """Give the name of an ISO 639-1 code; any other text as it stands."""
    return str(Locale(lang).languages.get(code.lower(), code))


@lru_cache(REMEMBERED)
def plural(lang: str, count: int) -> str:
    """Say which form a count takes: `one` or `other`."""
    return "one" if Locale(lang).plural_form(count) == "one" else "other"


def percent_digits(share: float) -> int:
    """How many decimals a percentage deserves: none from 10 % on, one more for each power of ten below, up to three."""
    return 0 if not share else bisect_right(_PERCENT_STEPS, -abs(share))


def decimal_digits(value: float) -> int:
    """How many decimals a plain number deserves: about three figures in all, none for zero."""
    return 0 if not value else bisect_right(_DECIMAL_STEPS, -abs(value))
