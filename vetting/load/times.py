"""Times and days in foreign text, to naive UTC; what is none becomes null, never a guess."""

from __future__ import annotations

import re
from datetime import date, datetime

import polars as pl

ISO = "iso"
MICROSECONDS = {"epoch_s": 1_000_000, "epoch_ms": 1_000}
NAMED = (ISO, *MICROSECONDS)
"""The formats that have a name instead of `%` signs."""

EARLIEST, LATEST = datetime(1990, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - the exchange format's times are naive UTC
OLDEST_BIRTH = date(1900, 1, 1)
NAMES_YEAR = re.compile("%[YyFDcxG]")
DAY, CLOCK = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9]{2}:[0-9]{2}"
SECOND = "(?P<second>[0-5][0-9])(?:[.,](?P<fraction>[0-9]{1,9}))?"
OFFSET = f"(?P<offset>Z|UTC|[+-]{CLOCK}|[+-][0-9]{{4}})"
PARTS = rf"^(?P<day>{DAY})(?:[T ](?P<clock>{CLOCK})(?::{SECOND})?\s?{OFFSET}?)?$"


def instant(text: pl.Series, formats: tuple[str, ...], zone: str, year: int | None) -> pl.Series:
    """Text to a naive UTC time (Datetime, microseconds) by the first format that fits; without formats, ISO 8601.

    A time that names no offset is one of `zone`; one that a clock change skips or doubles there is null, and so is
    one before 1990 or after 2099, which is some clock's mistake.
    """
    moment = pl.coalesce([_instant(text, form, zone, year) for form in formats or (ISO,)])
    return _within(moment, EARLIEST, LATEST)


def day(text: pl.Series, formats: tuple[str, ...], year: int | None) -> pl.Series:
    """Text to a Date, as it stands in the text: no zone moves a birthday."""
    readings = [_iso(text)[0] if form == ISO else _instant(text, form, "UTC", year) for form in formats or (ISO,)]
    return _within(pl.coalesce(readings).dt.date(), OLDEST_BIRTH, LATEST.date())


def lacks_year(formats: tuple[str, ...]) -> bool:
    """Whether one of the formats leaves the year to the mapping."""
    return any(form not in NAMED and not NAMES_YEAR.search(form) for form in formats)


def _within(moment: pl.Expr, earliest: date, latest: date) -> pl.Series:
    found = pl.select(moment.alias("moment")).to_series()
    inside = found.is_between(earliest, latest, closed="left")
    return pl.select(pl.when(inside).then(found)).to_series()


def _instant(text: pl.Series, form: str, zone: str, year: int | None) -> pl.Series:
    if form in MICROSECONDS:
        return pl.from_epoch(text.cast(pl.Int64, strict=False) * MICROSECONDS[form], "us")
    if form == ISO:
        naive, offset = _iso(text)
        return pl.select(pl.when(offset.is_null()).then(_to_utc(naive, zone)).otherwise(naive - offset)).to_series()
    if lacks_year((form,)):
        text, form = text + f" {year}", f"{form} %Y"
    if "%z" in form:
        return text.str.to_datetime(form, strict=False, time_unit="us", time_zone="UTC").dt.replace_time_zone(None)
    return _to_utc(text.str.to_datetime(form, strict=False, time_unit="us"), zone)


def _iso(text: pl.Series) -> tuple[pl.Series, pl.Series]:
    """The time as it stands there, and its offset from UTC (null where none is named)."""
    clock = pl.concat_str(pl.col("clock").fill_null("00:00"), pl.lit(":"), pl.col("second").fill_null("00"))
    fraction = pl.col("fraction").fill_null("").str.pad_end(6, "0").str.slice(0, 6)
    whole = pl.concat_str("day", pl.lit(" "), clock, pl.lit("."), fraction)
    naive = whole.str.to_datetime("%Y-%m-%d %H:%M:%S%.6f", strict=False, time_unit="us")
    found = text.str.extract_groups(PARTS).struct.unnest().select(naive.alias("naive"), _offset().alias("offset"))
    return found["naive"], found["offset"]


def _offset() -> pl.Expr:
    digits = pl.col("offset").str.replace("Z|UTC", "+0000").str.replace_all(":", "")
    minutes = digits.str.slice(1, 2).cast(pl.Int64) * 60 + digits.str.slice(3, 2).cast(pl.Int64)
    return pl.duration(minutes=pl.when(digits.str.starts_with("-")).then(-minutes).otherwise(minutes))


def _to_utc(naive: pl.Series, zone: str) -> pl.Series:
    if zone == "UTC":
        return naive
    local = naive.dt.replace_time_zone(zone, ambiguous="null", non_existent="null")
    return local.dt.convert_time_zone("UTC").dt.replace_time_zone(None)
